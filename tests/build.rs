//! Writes the random bodies of the differential tests (see `difftest/generate/mod.rs`).
//!
//! | variable | meaning | default |
//! | --- | --- | --- |
//! | `GEN_DIFFTEST_COUNT` | how many bodies | a few hundred |
//! | `GEN_DIFFTEST_SEED` | seed of the first; the others count on from it | 1 |
//! | `GEN_DIFFTEST_RUSTC` | `1`: compile the bodies as rustc's own `gen fn`; needs `RUSTC_BOOTSTRAP=1` | off |

#[path = "difftest/generate/mod.rs"]
mod generate;

use generate::{Features, Form};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What every run of the tests compiles.
const DEFAULT_COUNT: u64 = 240;
/// A module of this size keeps rustc's units of work small.
const BODIES_PER_MODULE: u64 = 20;

fn main() {
    println!("cargo::rerun-if-changed=difftest/generate");
    println!("cargo::rustc-check-cfg=cfg(rustc_gen)");
    let form = match number("GEN_DIFFTEST_RUSTC", 0) {
        0 => Form::Attribute,
        _ => {
            println!("cargo::rustc-cfg=rustc_gen");
            Form::GenFn
        }
    };
    let first = number("GEN_DIFFTEST_SEED", 1);
    let count = number("GEN_DIFFTEST_COUNT", DEFAULT_COUNT);
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    write_bodies(&out, first, count, form);
}

fn number(name: &str, default: u64) -> u64 {
    println!("cargo::rerun-if-env-changed={name}");
    match env::var(name) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name} must be a number, not {text:?}")),
        Err(_) => default,
    }
}

/// `bodies.rs` with a module for each chunk and `ALL`, the tables of all of them.
fn write_bodies(out: &Path, first: u64, count: u64, form: Form) {
    let mut bodies = String::new();
    let mut tables = String::new();
    for start in (0..count).step_by(BODIES_PER_MODULE as usize) {
        let end = count.min(start + BODIES_PER_MODULE);
        let seeds = first + start..first + end;
        let text = generate::module(seeds, Features::ALL, form);
        let name = format!("m{start}");
        bodies += &format!("pub mod {name} {{\nuse super::*;\n{text}}}\n");
        tables += &format!("{name}::CASES, ");
    }
    bodies += &format!("pub const ALL: &[&[Case]] = &[{tables}];\n");
    fs::write(out.join("bodies.rs"), bodies).expect("OUT_DIR is writable");
}
