#!/usr/bin/env bash
# What gen-core brings into the build of its users, and whether that is free of known problems.
#
# The list of dependencies is always checked. Licences, duplicates, sources and advisories are checked by cargo-deny
# (`cargo install cargo-deny --locked`) after deny.toml; without it, or without its database, this says what it skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

# At run time gen-core has no dependency. gen-macro and what follows it run inside the compiler.
expected="gen-core gen-macro gen-transform proc-macro2 quote syn unicode-ident"
found=$(cargo tree -p gen-core -e normal,build --prefix none --format '{p}' | cut -d' ' -f1 | sort -u | paste -sd' ')
if [ "$found" != "$expected" ]; then
    echo "gen-core depends on: $found"
    echo "expected:            $expected"
    exit 1
fi

if ! cargo deny --version > /dev/null 2>&1; then
    echo "skipped: cargo-deny is not installed, so licences and advisories were not checked"
    exit 0
fi
cargo deny check licenses bans sources
if ! cargo deny fetch > /dev/null 2>&1; then
    echo "skipped: the advisory database cannot be reached"
    exit 0
fi
cargo deny check advisories
