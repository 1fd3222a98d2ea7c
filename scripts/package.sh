#!/usr/bin/env bash
# Packages the published crates, builds each from its package, and checks what is in it: the licences, the README of
# gen-core, sources, and nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

crates="gen-transform gen-macro gen-core"
# shellcheck disable=SC2086 # a list
cargo package --allow-dirty $(printf -- '-p %s ' $crates)

for crate in $crates; do
    files=$(cargo package --list --allow-dirty -p "$crate")
    needed="Cargo.toml LICENSE-APACHE LICENSE-MIT src/lib.rs"
    if [ "$crate" = gen-core ]; then
        needed="$needed README.md"
    fi
    for file in $needed; do
        grep -qx "$file" <<< "$files" || { echo "$crate: $file is missing"; exit 1; }
    done
    others=$(grep -vxE 'src/.*\.rs|Cargo\.(toml|toml\.orig|lock)|LICENSE-(APACHE|MIT)|README\.md|\.cargo_vcs_info\.json' <<< "$files" || true)
    if [ -n "$others" ]; then
        echo "$crate: not meant to be published:"
        echo "$others"
        exit 1
    fi
done
