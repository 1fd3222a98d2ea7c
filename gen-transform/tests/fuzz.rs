//! Mutated and random tokens: the answer is a diagnostic or Rust, never a panic, never a hang.
//!
//! `GEN_FUZZ_SEED` starts from another number, `GEN_FUZZ_ROUNDS` tries more; `fuzz/` at the repository's root has the
//! same for cargo-fuzz.

mod support;

use proc_macro2::TokenStream;
use support::mutate::{mutated, random, vocabulary};
use support::rng::Rng;
use support::watch::{failures, watch};
use support::{Sample, is_items, samples};

const ROUNDS: u64 = 2000;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(default)
}

fn rounds() -> std::ops::Range<u64> {
    let seed = number("GEN_FUZZ_SEED", 1);
    seed..seed + number("GEN_FUZZ_ROUNDS", ROUNDS)
}

fn corpus() -> Vec<Sample> {
    let folders = [
        "examples/examples",
        "benches/src",
        "tests/tests/ui/accept",
        "tests/tests/conformance",
    ];
    folders.iter().flat_map(|folder| samples(folder)).collect()
}

#[test]
fn mutated_functions() {
    watch(|watch| {
        let (corpus, words) = (corpus(), vocabulary());
        for round in rounds() {
            let mut rng = Rng::new(round);
            let Sample { args, mut item, .. } = rng.choose(&corpus).clone();
            // None at all: the function as it is.
            for _ in 0..rng.below(4) {
                item = mutated(item, &mut rng, &words);
            }
            watch.generator(&args, &item);
        }
        rounds().count()
    });
}

#[test]
fn mutated_options() {
    watch(|watch| {
        let words = vocabulary();
        let item: TokenStream = "fn f(n: u8) -> u8 { yield_!(n); }".parse().expect("tokens");
        let options = "recursive, size_hint = (0, None), exact_size = n, crate = gen_core";
        for round in rounds() {
            let mut rng = Rng::new(round);
            let mut args: TokenStream = options.parse().expect("tokens");
            for _ in 0..=rng.below(6) {
                args = mutated(args, &mut rng, &words);
            }
            watch.generator(&args, &item);
        }
        rounds().count()
    });
}

#[test]
fn random_tokens() {
    watch(|watch| {
        let words = vocabulary();
        for round in rounds() {
            let mut rng = Rng::new(round);
            let body = random(&mut rng, &words, 4);
            watch.generator(&random(&mut rng, &words, 1), &body);
            watch.generator(
                &TokenStream::new(),
                &quote::quote!(fn f(n: u32) -> u32 { #body }),
            );
            watch.block(&body);
        }
        rounds().count()
    });
}

#[test]
fn mutated_blocks() {
    watch(|watch| {
        let words = vocabulary();
        let blocks = [
            "let mut n = 3; while n > 0 { yield_!(n); n -= 1; }",
            "move { for x in v { yield x; yield_from!(x..9); } }",
            "{ let x = yield_!(1); if x { return; } }",
            "x * y for x in 0..10 if x % 2 == 0 for y in v",
            "(a, b) for (a, Some(b)) in pairs.iter() if a > b",
        ];
        for round in rounds() {
            let mut rng = Rng::new(round);
            let mut tokens: TokenStream = rng.choose(&blocks).parse().expect("tokens");
            for _ in 0..rng.below(4) {
                tokens = mutated(tokens, &mut rng, &words);
            }
            watch.block(&tokens);
        }
        rounds().count()
    });
}

/// The harness can fail.
#[test]
fn failures_are_seen() {
    let found = failures(|watch| {
        watch.check("panics", is_items, || panic!("on purpose"));
        watch.check("no Rust", is_items, || quote::quote!(fn fn));
        watch.check("fine", is_items, || {
            quote::quote!(
                fn f() {}
            )
        });
        3
    });
    let kinds: Vec<&String> = found.values().collect();
    assert_eq!(kinds, ["no Rust", "panics"]);
}

#[test]
fn a_call_on_the_left_of_an_assignment_is_no_pattern() {
    let function = "fn f() -> u64 { (a, b)(a, b) = (b, a + b); yield_!(1); }";
    let expanded = gen_transform::generator(
        Default::default(),
        function.parse().expect("these are tokens"),
    );
    assert!(syn::parse2::<syn::File>(expanded).is_ok());
}

#[test]
fn a_keyword_in_place_of_a_value_is_not_captured() {
    for word in ["crate", "super"] {
        let block = format!("yield_!(value.of({word}));");
        let expanded = gen_transform::gen_block(block.parse().expect("these are tokens"));
        assert!(syn::parse2::<syn::Block>(quote::quote!({ #expanded })).is_ok());
    }
}

#[test]
fn attributes_inside_the_body_are_the_functions() {
    let function = "fn f(n: u8) -> u8 { #![allow(unused_variables)] //! Docs.\n yield_!(1); }";
    let expanded = gen_transform::generator(
        Default::default(),
        function.parse().expect("these are tokens"),
    );
    assert!(syn::parse2::<syn::File>(expanded).is_ok());
}

#[test]
fn what_is_returned_for_nothing_and_what_is_delegated_to_may_be_any_expression() {
    for block in [
        "let x = yield_!(1); if x { return crate }",
        "move { for x in v { yield x; yield_from!(x .. { 9 }); } }",
        "yield_!(1); yield_from!(Counter { n: 3 });",
    ] {
        let expanded = gen_transform::gen_block(block.parse().expect("these are tokens"));
        assert!(
            syn::parse2::<syn::Block>(quote::quote!({ #expanded })).is_ok(),
            "{block}: {expanded}"
        );
    }
}

#[test]
fn macros_in_what_is_returned_are_not_parsed_again() {
    let function = "fn f(k: i32) -> i32 {
        macro_rules! sum { () => { k } }
        yield_!(1);
        return g = move || { macro_rules! more { () => { k + sum!() } } more!() };
    }";
    let expanded = gen_transform::generator(
        Default::default(),
        function.parse().expect("these are tokens"),
    );
    assert!(syn::parse2::<syn::File>(expanded).is_ok());
}

#[test]
fn what_cannot_be_a_pattern_on_the_left_of_an_assignment_is_left_to_rustc() {
    for assignment in [
        "#[allow(unused)] (a, b) = (b, a + b);",
        "/// Docs.\n [a, _] = [b, a];",
        "(#[allow(unused)] (a, #[x] _), #[y] Some(b), (#[z] S { b, .. })) = f();",
        "S { a, ..b } = f();",
        "(a, S { b, ..c }) = f();",
        "(f()..g(), a) = f();",
        "#[x] _ = a;",
    ] {
        let function = format!("fn f() -> u64 {{ yield_!(1); {assignment} yield_!(a + b); }}");
        let block = format!("yield_!(1); {assignment} yield_!(a + b);");
        let parse = |text: String| text.parse().expect("these are tokens");
        let function = gen_transform::generator(Default::default(), parse(function));
        let block = gen_transform::gen_block(parse(block));
        assert!(syn::parse2::<syn::File>(function).is_ok(), "{assignment}");
        assert!(syn::parse2::<syn::Expr>(block).is_ok(), "{assignment}");
    }
}

#[test]
fn what_a_labelled_loop_breaks_with_is_no_second_label() {
    let block = "yield_!(1); 'a: loop { loop { break 'a x; } }; yield_!(2);";
    let expanded = gen_transform::gen_block(block.parse().expect("these are tokens"));
    assert!(
        syn::parse2::<syn::Expr>(expanded.clone()).is_ok(),
        "{expanded}"
    );
}

#[test]
fn a_macro_of_the_body_may_name_what_a_macro_declares() {
    let function =
        "fn f() -> u32 { pair!(a, b); macro_rules! sum { () => { a + b } } yield_!(sum!()); }";
    let expanded = gen_transform::generator(
        Default::default(),
        function.parse().expect("these are tokens"),
    );
    assert!(syn::parse2::<syn::File>(expanded).is_ok());
}
