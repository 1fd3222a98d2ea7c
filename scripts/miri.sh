#!/usr/bin/env bash
# Runs tests under Miri, which finds undefined behaviour and leaks: the short selection, or what is given.
#
#   scripts/miri.sh                        the short selection
#   scripts/miri.sh --all                  every test that runs generators: about an hour on one core
#   scripts/miri.sh --test protocol send   one target, one filter
#
# Without a nightly toolchain that has Miri it says so and does nothing:
#   rustup +nightly component add miri rust-src
set -euo pipefail
cd "$(dirname "$0")/.."

sysroot=$(rustc +nightly --print sysroot 2> /dev/null || true)
if ! cargo +nightly miri --version > /dev/null 2>&1 || [ ! -d "$sysroot/lib/rustlib/src/rust/library" ]; then
    echo "skipped: there is no nightly toolchain with Miri (rustup +nightly component add miri rust-src)"
    exit 0
fi

# The clock and the file system are those of the host; nothing here needs them to be isolated.
export MIRIFLAGS="${MIRIFLAGS:--Zmiri-disable-isolation}"

miri() {
    cargo +nightly miri test --quiet -p gen-tests "$@"
}

# The test targets of tests/Cargo.toml, without those that start a compiler or only read sources.
targets() {
    sed -n '/^\[\[test\]\]/{n;s/name = "\(.*\)"/\1/p}' tests/Cargo.toml | grep -vxE 'ui|api'
}

# A few of the random bodies; they are all of one kind.
export GEN_DIFFTEST_COUNT="${GEN_DIFFTEST_COUNT:-10}"

case "${1:-}" in
    "")
        miri --test macro_rules --test threads
        miri --test protocol send
        ;;
    --all)
        for target in $(targets); do
            miri --test "$target"
        done
        ;;
    *)
        miri "$@"
        ;;
esac
