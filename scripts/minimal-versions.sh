#!/usr/bin/env bash
# The published crates with the oldest dependencies that their manifests allow, on the Rust version they state.
#
# In a copy of their own: the tests and benches of the workspace ask for newer versions of the same dependencies.
# Without that toolchain (rustup toolchain install 1.88) it says so and takes the default one.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! cargo +nightly --version > /dev/null 2>&1; then
    echo "skipped: choosing the oldest versions needs a nightly cargo (rustup toolchain install nightly)"
    exit 0
fi

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r gen-core gen-macro gen-transform README.md docs "$copy"
# The same manifest without the members that are not published.
awk '
    /^(default-)?members = \[/ { inside = 1 }
    !inside { print }
    inside && /^\]/ { inside = 0 }
    /^resolver/ { print "members = [\"gen-core\", \"gen-macro\", \"gen-transform\"]" }
' Cargo.toml > "$copy/Cargo.toml"
# What only tests need is not part of the promise.
sed -i '/^\[dev-dependencies\]/,/^\[/{/^\[dev-dependencies\]/d;/^\[/!d}' "$copy"/gen-*/Cargo.toml

version=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
if cargo "+$version" --version > /dev/null 2>&1; then
    toolchain="+$version"
else
    toolchain="+$(rustup show active-toolchain | cut -d' ' -f1)"
    echo "the toolchain $version is not installed: checked with $toolchain"
fi

cd "$copy"
cargo +nightly generate-lockfile -Z direct-minimal-versions
cargo "$toolchain" tree -p gen-core -e no-dev
cargo "$toolchain" check --workspace
cargo "$toolchain" check -p gen-core --no-default-features
