#!/usr/bin/env python3
"""Draws docs/performance.svg from results/ratios.csv: one panel a mode, one line an implementation, a dot a workload.

    cargo run --release -p gen-benches --bin ratios && benches/plot.py
"""

import csv
import math
import statistics
from pathlib import Path

HERE = Path(__file__).resolve().parent
LABELS = {
    "ours": "gen-core",
    "plain": "plain loop",
    "hand": "by hand",
    "std_adapters": "std adapters",
    "rustc_gen": "rustc gen fn",
    "diapause": "diapause",
    "next_gen": "next-gen",
    "genawaiter": "genawaiter",
    "corosensei": "corosensei",
    "fauxgen": "fauxgen",
}
MODES = {
    "for": "for loop, ratio to hand-written",
    "dyn": "&mut dyn Iterator, ratio to hand-written",
    "internal": "fold, ratio to the plain loop",
}
LOW, HIGH = 0.5, 128
LEFT, WIDTH, LINE = 110, 250, 20
TOP = 34


def read():
    """Ratios by mode and kind."""
    ratios = {}
    with open(HERE / "results/ratios.csv") as file:
        for row in csv.DictReader(file):
            workload = (row["workload"], float(row["ratio"]))
            ratios.setdefault(row["mode"], {}).setdefault(row["kind"], []).append(workload)
    return ratios


def x_of(ratio):
    """The place of a ratio on the logarithmic axis of a panel."""
    ratio = min(max(ratio, LOW), HIGH)
    return WIDTH * math.log(ratio / LOW) / math.log(HIGH / LOW)


def text(x, y, content, **style):
    attributes = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in style.items())
    content = content.replace("&", "&amp;")
    return f'<text x="{x:.1f}" y="{y:.1f}"{attributes}>{content}</text>'


def axis(bottom):
    for power in range(0, int(math.log2(HIGH)) + 1):
        ratio = 2**power
        colour = "#888" if ratio == 1 else "#e4e4e4"
        x = x_of(ratio)
        yield f'<line x1="{x:.1f}" y1="{TOP - 6}" x2="{x:.1f}" y2="{bottom}" stroke="{colour}"/>'
        yield text(x, bottom + 14, f"{ratio}", text_anchor="middle", fill="#666")


def dots(y, kind, ratios):
    colour = "#c2410c" if kind == "ours" else "#475569"
    for workload, ratio in ratios:
        title = f"<title>{workload}: {ratio:.2f}</title>"
        yield f'<circle cx="{x_of(ratio):.1f}" cy="{y}" r="3" fill="{colour}" fill-opacity="0.45">{title}</circle>'
    x = x_of(statistics.median(ratio for _, ratio in ratios))
    yield f'<line x1="{x:.1f}" y1="{y - 8}" x2="{x:.1f}" y2="{y + 8}" stroke="{colour}" stroke-width="2.5"/>'


def panel(index, mode, lines, kinds):
    bottom = TOP + LINE * len(lines)
    yield f'<g transform="translate({LEFT + index * (WIDTH + 24)} 0)">'
    yield text(0, 16, MODES[mode], font_weight="bold", fill="#222")
    yield from axis(bottom)
    for i, kind in enumerate(lines):
        if kind in kinds:
            yield from dots(TOP + 8 + i * LINE, kind, kinds[kind])
    yield "</g>"


def picture(ratios):
    lines = [kind for kind in LABELS if any(kind in kinds for kinds in ratios.values())]
    width, height = LEFT + 3 * (WIDTH + 24), TOP + LINE * len(lines) + 40
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11">'
    yield f'<rect width="{width}" height="{height}" fill="white"/>'
    for i, kind in enumerate(lines):
        weight = "bold" if kind == "ours" else "normal"
        yield text(LEFT - 12, TOP + 12 + i * LINE, LABELS[kind], text_anchor="end", font_weight=weight, fill="#222")
    for index, mode in enumerate(MODES):
        yield from panel(index, mode, lines, ratios[mode])
    note = "A dot is a workload, the bar their median; time of a drive, less is better."
    yield text(LEFT, height - 8, note, fill="#666")
    yield "</svg>"


def main():
    target = HERE.parent / "docs/performance.svg"
    target.write_text("\n".join(picture(read())) + "\n")
    print(f"wrote {target.relative_to(HERE.parent)}")


main()
