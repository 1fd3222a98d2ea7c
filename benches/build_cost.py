#!/usr/bin/env python3
"""What it costs to build many generators.

Writes one crate for each implementation kind with COUNT generators (ordinary bodies of five shapes, each with its own
constant) and a `for` loop over each, and times `cargo check` and `cargo build --release` of that crate alone: the
dependencies are built before the clock starts. Also the size of the expanded source and of the machine code.

    benches/build_cost.py [COUNT [ROUNDS]]          (default 500 and 3; takes minutes)
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORKSPACE = Path(__file__).resolve().parent.parent

# name, parameter, argument, body; `@(x)` is a yield and K the constant. Types are written where diapause needs them.
SHAPES = [
    ("counter", "n: u64", "n", """
    let mut x: u64 = n;
    while x > K {
        @(x);
        x -= 1 + x / 3;
    }"""),
    ("nested", "n: u64", "n", """
    for i in 0u64..n {
        for j in i..n {
            @(i * j + K);
        }
    }"""),
    ("filter", "items: &'a [u64]", "&[n, K, n + K]", """
    for item in items {
        if *item % 7 == K % 7 {
            @(*item);
        }
    }"""),
    ("machine", "n: u64", "n", """
    let mut state: u64 = n;
    let mut left: u64 = 8;
    loop {
        match state % 3 {
            0 => {
                @(state);
                state = state / 3 + K;
            }
            1 => {
                state = state * 2 + 1;
                @(state);
            }
            _ => {
                if left == 0 {
                    return;
                }
                left -= 1;
                state += 5;
            }
        }
    }"""),
    ("stack", "n: u64", "n", """
    let mut stack: Vec<u64> = vec![n, K];
    while let Some(top) = stack.pop() {
        if top > 1 {
            stack.push(top / 2);
            stack.push(top - 1 - top / 2);
        }
        @(top);
    }"""),
]

# The same five by hand: fields, their initial values, the body of `next`.
HAND = {
    "counter": ("x: u64", "x: n", """
        let x = self.x;
        if x <= K {
            return None;
        }
        self.x -= 1 + x / 3;
        Some(x)"""),
    "nested": ("n: u64, i: u64, j: u64", "n, i: 0, j: 0", """
        while self.i < self.n {
            if self.j < self.n {
                let item = self.i * self.j + K;
                self.j += 1;
                return Some(item);
            }
            self.i += 1;
            self.j = self.i;
        }
        None"""),
    "filter": ("items: std::slice::Iter<'a, u64>", "items: items.iter()", """
        self.items.find(|&&item| item % 7 == K % 7).copied()"""),
    "machine": ("state: u64, left: u64", "state: n, left: 8", """
        loop {
            match self.state % 3 {
                0 => {
                    let item = self.state;
                    self.state = item / 3 + K;
                    return Some(item);
                }
                1 => {
                    self.state = self.state * 2 + 1;
                    return Some(self.state);
                }
                _ => {
                    self.left = self.left.checked_sub(1)?;
                    self.state += 5;
                }
            }
        }"""),
    "stack": ("stack: Vec<u64>", "stack: vec![n, K]", """
        let top = self.stack.pop()?;
        if top > 1 {
            self.stack.push(top / 2);
            self.stack.push(top - 1 - top / 2);
        }
        Some(top)"""),
}


def hand(name, shape, life, param, body):
    fields, values, step = HAND[shape]
    type_name = name.upper()
    return f"""
pub fn {name}{life}({param}) -> {type_name}{life} {{
    {type_name} {{ {values} }}
}}
pub struct {type_name}{life} {{ {fields} }}
impl{life} Iterator for {type_name}{life} {{
    type Item = u64;
    fn next(&mut self) -> Option<u64> {{{step}
    }}
}}
"""


def ours(name, shape, life, param, body):
    return f"\n#[gen_core::generator]\npub fn {name}{life}({param}) -> u64 {{{body.replace('@', 'yield_!')}\n}}\n"


def diapause(name, shape, life, param, body):
    body = body.replace("@", "yield_!")
    return f"\n#[diapause::coroutine(yield = u64)]\npub fn {name}{life}({param}) {{{body}\n}}\n"


def genawaiter(name, shape, life, param, body):
    body = re.sub(r"@(.*);", r"co.yield_\1.await;", body)
    bound = " + 'a" if life else ""
    return f"""
pub fn {name}{life}({param}) -> impl Iterator<Item = u64>{bound} {{
    genawaiter::rc::Gen::new(|co| async move {{{body}
    }})
    .into_iter()
}}
"""


KINDS = {
    "hand": (hand, ""),
    "ours": (ours, f'gen-core = {{ path = "{WORKSPACE / "gen-core"}" }}'),
    "diapause": (diapause, 'diapause = "0.2"'),
    "genawaiter": (genawaiter, 'genawaiter = { version = "0.99", default-features = false }'),
}


def source(make, count):
    parts = ["#![allow(missing_docs, non_camel_case_types)]\n"]
    for i in range(count):
        shape, param, argument, body = SHAPES[i % len(SHAPES)]
        life = "<'a>" if "'a" in param else ""
        name = f"g{i}"
        text = make(name, shape, life, param, body)
        text += f"pub fn drive_{name}(n: u64) -> u64 {{\n    let mut sum = 0u64;\n"
        text += f"    for item in {name}({argument}) {{\n        sum ^= item;\n    }}\n    sum\n}}\n"
        parts.append(re.sub(r"\bK\b", str(1000 + i), text))
    return "".join(parts)


def write_crate(root, kind, count):
    make, dependency = KINDS[kind]
    crate = root / kind
    (crate / "src").mkdir(parents=True)
    manifest = f'[package]\nname = "cost"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\n{dependency}\n[workspace]\n'
    (crate / "Cargo.toml").write_text(manifest)
    (crate / "src/lib.rs").write_text(source(make, count))
    return crate


def cargo(crate, *args, **extra):
    # Incremental builds would measure the cache; our own target folder, since the caller's may be in use.
    env = os.environ | {"CARGO_INCREMENTAL": "0", "CARGO_TARGET_DIR": str(crate / "target")} | extra
    done = subprocess.run(["cargo", *args], cwd=crate, env=env, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"cargo {' '.join(args)} failed for {crate.name}:\n{done.stderr[-3000:]}")
    return done.stdout


def best_time(crate, rounds, *args):
    cargo(crate, *args)
    times = []
    for _ in range(rounds):
        (crate / "src/lib.rs").touch()
        start = time.perf_counter()
        cargo(crate, *args)
        times.append(time.perf_counter() - start)
    return min(times)


def expanded_bytes(crate):
    return len(cargo(crate, "rustc", "--profile", "check", "--", "-Zunpretty=expanded", RUSTC_BOOTSTRAP="1"))


def text_bytes(crate):
    sizes = subprocess.run(["size", "-t", crate / "target/release/libcost.rlib"], capture_output=True, text=True)
    return int(sizes.stdout.strip().split("\n")[-1].split()[0])


def measure(root, kind, count, rounds):
    crate = write_crate(root, kind, count)
    check = best_time(crate, rounds, "check")
    build = best_time(crate, rounds, "build", "--release")
    return check, build, expanded_bytes(crate) / count, text_bytes(crate) / count


def main():
    count, rounds = (int(arg) for arg in (sys.argv[1:] + ["500", "3"][len(sys.argv) - 1:]))
    print(f"| {count} generators | check, s | ratio | release build, s | ratio | expanded, bytes each | .text, bytes each |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    with tempfile.TemporaryDirectory() as root:
        base = None
        for kind in KINDS:
            check, build, expanded, text = measure(Path(root), kind, count, rounds)
            base = base or (check, build)
            cells = f"{check:.2f} | {check / base[0]:.2f} | {build:.2f} | {build / base[1]:.2f} | {expanded:.0f} | {text:.0f}"
            print(f"| {kind} | {cells} |", flush=True)


main()
