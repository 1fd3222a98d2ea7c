#!/usr/bin/env python3
"""What the compiler needs for large generator functions.

Writes a crate for each body and times `cargo check` and `cargo build` of that crate alone: gen-core is built before the
clock starts. Beside each stands the same body as a plain function in which `yield_!` pushes to a vector.

    scripts/scale.py [SECONDS]      (default 120: what takes longer is given up)
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORKSPACE = Path(__file__).resolve().parent.parent
LIMIT = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0


def scopes(count):
    opened = "{ let value = Box::new(n);\n" * count
    return f"{opened} yield_!(n); {'assert!(*value >= 0); }' * count}"


def locals_alive(count):
    made = "".join(f"let x{i} = Box::new(n + {i});\n" for i in range(count))
    used = "".join(f"n += *x{i} % 2;\n" for i in range(count))
    return f"{made} yield_!(n); {used} yield_!(n);"


# what, body
BODIES = [
    ("1 000 yields", "yield_!(n);\nn += 1;\n" * 1000),
    ("200 boxes alive", locals_alive(200)),
    ("100 nested scopes", scopes(100)),
    ("10 000 lines, 10 yields", ("n = n.wrapping_mul(3) + 1;\n" * 999 + "yield_!(n);\n") * 10),
] + [
    (f"{count} loops with a yield", "for i in 0..n { yield_!(i); }\n" * count) for count in (250, 500, 1000)
] + [
    (f"{count} `if`s with a yield", "".join(f"if n > {i} {{ yield_!(n); }}\n" for i in range(count)))
    for count in (250, 500, 1000)
]

GENERATOR = """#[gen_core::generator]
pub fn f(mut n: i64) -> i64 {{
{body}
}}
"""

PLAIN = """pub fn f(mut n: i64) -> Vec<i64> {{
    let mut items = Vec::new();
    macro_rules! yield_ {{ ($item:expr) => {{ items.push($item) }}; }}
{body}
    items
}}
"""


def manifest():
    return f"""[package]
name = "large"
version = "0.0.0"
edition = "2024"

[dependencies]
gen-core = {{ path = "{WORKSPACE / 'gen-core'}" }}

[workspace]
"""


def cargo(crate, command):
    """The time it takes, or what goes wrong."""
    source = crate / "src/lib.rs"
    source.touch()
    start = time.monotonic()
    try:
        done = subprocess.run(
            ["cargo", command, "--quiet", "--offline"], cwd=crate, timeout=LIMIT, capture_output=True, text=True
        )
    except subprocess.TimeoutExpired:
        return f"> {LIMIT:.0f} s"
    if done.returncode == 0:
        return f"{time.monotonic() - start:.1f} s"
    text = done.stderr.lower()
    return "stack overflow" if "overflow" in text or "sigsegv" in text else "error"


def main():
    with tempfile.TemporaryDirectory() as folder:
        crate = Path(folder)
        (crate / "src").mkdir()
        (crate / "Cargo.toml").write_text(manifest())
        (crate / "Cargo.lock").write_bytes((WORKSPACE / "Cargo.lock").read_bytes())
        os.environ["CARGO_TARGET_DIR"] = str(crate / "target")
        source = crate / "src/lib.rs"
        source.write_text("")
        for command in ("check", "build"):
            cargo(crate, command)
        print("| body | check | build | plain function: check | build |")
        print("| --- | --: | --: | --: | --: |")
        for what, body in BODIES:
            times = []
            for form in (GENERATOR, PLAIN):
                source.write_text(form.format(body=body))
                times += [cargo(crate, command) for command in ("check", "build")]
            print(f"| {what} | {' | '.join(times)} |", flush=True)


main()
