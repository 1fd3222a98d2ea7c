#!/usr/bin/env bash
# Counts the instructions of one drive of each workload and mode: ours and hand-written, the plain loop (internal only),
# and rustc's `gen fn` if RUSTC_BOOTSTRAP=1 is set. Prints a markdown table of ratios to the hand-written iterator, or to
# the plain loop for internal iteration, and writes results/callgrind.csv.
#
#   benches/callgrind.sh [WORKLOAD]
set -euo pipefail
cd "$(dirname "$0")"
only=${1:-}
features=()
[[ ${RUSTC_BOOTSTRAP:-} == 1 ]] && features=(--features rustc-gen)
drive=$(cargo build --release --quiet --bin drive "${features[@]}" --message-format json |
    sed -n 's/.*"executable":"\([^"]*\)".*/\1/p')
counts=$(mktemp)
trap 'rm -f "$counts"' EXIT

count() {
    # `measured` is the one function that runs the drive after the inputs are made.
    valgrind --tool=callgrind --toggle-collect='*drive*measured*' --callgrind-out-file=/dev/null "$drive" "$@" 2>&1 |
        sed -n 's/.*Collected : *\([0-9]*\)/\1/p'
}

echo "workload,mode,kind,instructions" > "$counts"
"$drive" | while read -r workload kind mode; do
    [[ $kind =~ ^(ours|hand|plain|rustc_gen)$ && ${only:-$workload} == "$workload" ]] || continue
    echo "$workload,$mode,$kind,$(count "$workload" "$kind" "$mode")" >> "$counts"
done

awk -F, '
    NR > 1 {
        count[$1, $2, $3] = $4
        if (!(($1, $2) in seen)) { seen[$1, $2]; workload[++cells] = $1; mode[cells] = $2 }
    }
    function ratio(cell, kind) {
        kind = workload[cell] SUBSEP mode[cell] SUBSEP kind
        return kind in count ? sprintf("%.2f", count[kind] / base[cell]) : "–"
    }
    END {
        print "| workload | mode | base, instructions | ours | rustc_gen |\n| --- | --- | --: | --: | --: |"
        for (cell = 1; cell <= cells; cell++) {
            base[cell] = count[workload[cell], mode[cell], mode[cell] == "internal" ? "plain" : "hand"]
            print "| " workload[cell] " | " mode[cell] " | " base[cell] " | " ratio(cell, "ours") " | " ratio(cell, "rustc_gen") " |"
        }
    }' "$counts"
if [[ -z $only ]]; then
    mkdir -p results
    cp "$counts" results/callgrind.csv
fi
