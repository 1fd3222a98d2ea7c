//! Writes the random bodies of the differential tests (see `difftest/generate/mod.rs`).
//!
//! | variable | meaning | default |
//! | --- | --- | --- |
//! | `GEN_DIFFTEST_COUNT` | how many bodies | 200 |
//! | `GEN_DIFFTEST_SEED` | seed of the first; the others count on from it | 1 |
//! | `GEN_DIFFTEST_SIZE` | the most statements a body has outermost | 10 |
//! | `GEN_DIFFTEST_SKIP` | seeds to leave out, separated by commas | none |
//! | `GEN_DIFFTEST_RUSTC` | `1`: compile the bodies as rustc's own `gen fn`; needs `RUSTC_BOOTSTRAP=1` | off |

#[path = "difftest/generate/mod.rs"]
mod generate;

use generate::{Form, Options};
use std::path::PathBuf;
use std::{env, fs};

/// Each of them changes which bodies there are.
const VARIABLES: [&str; 4] = [COUNT, SEED, SIZE, SKIP];
const COUNT: &str = "GEN_DIFFTEST_COUNT";
const SEED: &str = "GEN_DIFFTEST_SEED";
const SIZE: &str = "GEN_DIFFTEST_SIZE";
const SKIP: &str = "GEN_DIFFTEST_SKIP";
const RUSTC: &str = "GEN_DIFFTEST_RUSTC";

/// What every run of the tests compiles.
const DEFAULT_COUNT: u64 = 200;
/// Bodies of the default size that show a known difference, see `docs/limits.md`.
const KNOWN: [(u64, &str); 1] = [(176, "a panic while parts of a variable are on their way")];
/// A module of this size keeps rustc's units of work small.
const BODIES_PER_MODULE: usize = 20;

fn main() {
    println!("cargo::rerun-if-changed=difftest/generate");
    println!("cargo::rustc-check-cfg=cfg(rustc_gen)");
    for name in VARIABLES.iter().chain([&RUSTC]) {
        println!("cargo::rerun-if-env-changed={name}");
    }
    let form = match number(RUSTC, 0) {
        0 => Form::Attribute,
        _ => {
            println!("cargo::rustc-cfg=rustc_gen");
            Form::GenFn
        }
    };
    let first = number(SEED, 1);
    let count = number(COUNT, DEFAULT_COUNT);
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let skipped = list(SKIP);
    let options = Options {
        size: number(SIZE, Options::DEFAULT.size as u64) as usize,
        ..Options::DEFAULT
    };
    let ours = form == Form::Attribute && options.size == Options::DEFAULT.size;
    let known = |seed: &u64| ours && KNOWN.iter().any(|(one, _)| one == seed);
    let seeds: Vec<u64> = (first..first + count)
        .filter(|seed| !skipped.contains(seed) && !known(seed))
        .collect();
    let bodies = bodies(&seeds, options, form);
    fs::write(out.join("bodies.rs"), bodies).expect("OUT_DIR is writable");
}

fn number(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |text| parse(name, &text))
}

fn list(name: &str) -> Vec<u64> {
    let text = env::var(name).unwrap_or_default();
    let parts = text.split(',').filter(|part| !part.is_empty());
    parts.map(|part| parse(name, part)).collect()
}

fn parse(name: &str, text: &str) -> u64 {
    text.parse()
        .unwrap_or_else(|_| panic!("{name} must hold numbers, not {text:?}"))
}

/// A module for each chunk of bodies and `ALL`, the tables of all of them.
fn bodies(seeds: &[u64], options: Options, form: Form) -> String {
    let mut bodies = String::new();
    let mut tables = String::new();
    for (index, chunk) in seeds.chunks(BODIES_PER_MODULE).enumerate() {
        let text = generate::module(chunk, options, form);
        bodies += &format!("pub mod m{index} {{\nuse super::*;\n{text}}}\n");
        tables += &format!("m{index}::CASES, ");
    }
    // What is true of the usual bodies need not be true of any selection.
    let chosen = VARIABLES.iter().any(|name| env::var_os(name).is_some());
    bodies
        + &format!("pub const ALL: &[&[Case]] = &[{tables}];\npub const CHOSEN: bool = {chosen};\n")
}
