//! Half-written code: every example of the repository cut off at every token boundary.
//!
//! The attribute must answer each of them with Rust that parses, and keep the signature where it can be read.

mod support;

use support::watch::watch;
use support::{Sample, count, samples, truncated};

fn all_samples() -> Vec<Sample> {
    let folders = ["examples/examples", "benches/src", "tests/tests/ui/accept"];
    folders.iter().flat_map(|folder| samples(folder)).collect()
}

#[test]
fn every_prefix_gives_rust() {
    watch(|watch| {
        let mut tried = 0;
        for sample in all_samples() {
            for length in 0..=count(&sample.item) {
                let item = truncated(&sample.item, &mut { length });
                watch.generator(&sample.args, &item);
                tried += 1;
            }
        }
        tried
    });
}

/// The output for a function, without any spaces.
fn output(item: &str) -> String {
    let item = item.parse().expect("tokens");
    let output = gen_transform::generator(proc_macro2::TokenStream::new(), item);
    squeezed(&output.to_string())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn assert_has(output: &str, parts: &[&str]) {
    for part in parts {
        assert!(
            output.contains(&squeezed(part)),
            "`{part}` is not in:\n{output}"
        );
    }
}

#[test]
fn signature_stays() {
    let output = output("pub fn f<'a>(v: &'a [u8], mut n: u8) -> u8 where u8: Copy { let x = ; }");
    assert_has(
        &output,
        &["pub fn f<'a>(v: &'a [u8], n: u8) -> impl ::core::iter::Iterator<Item = u8>"],
    );
    assert_has(&output, &["let mut n = n;"]);
}

#[test]
fn statements_around_the_broken_one_stay() {
    let output = output("fn f(n: u8) -> u8 { let a = n; let b = a.; let c = b; yield_!(c); c }");
    assert_has(
        &output,
        &["let a = n;", "let b = loop {};", "let c = b; yield_!(c); c"],
    );
}

#[test]
fn statements_inside_a_broken_block_stay() {
    let output = output(
        "fn f(n: u8) -> u8 { for x in 0..n { let y = x; y. } loop { if n > 3 { n. } else { break; } } }",
    );
    assert_has(
        &output,
        &[
            "for x in 0..n { let y = x; }",
            "loop { if n > 3 {} else { break; } }",
        ],
    );
}

#[test]
fn patterns_of_broken_lets_stay() {
    let output = output("fn f() -> u8 { let (a, Some(b)): (u8, Option<u8>) = 1 + ; a }");
    assert_has(&output, &["let (a, Some(b)): (u8, Option<u8>) = loop {};"]);
}

#[test]
fn yields_take_any_tokens() {
    let output = output("fn f() -> u8 { yield_!(a b); let x = ; }");
    assert_has(&output, &["macro_rules! yield_", "yield_!(a b);"]);
}

#[test]
fn a_method_without_body_stays_one() {
    let output = output("fn f(&self) -> u8;");
    assert_has(
        &output,
        &["fn f(&self) -> impl ::core::iter::Iterator<Item = u8> + ::core::iter::FusedIterator;"],
    );
}

#[test]
fn the_start_of_a_broken_value_stays() {
    let output = output("fn f(a: u8) -> u8 { let x = a.pow a.max(x); a.min(x); }");
    assert_has(&output, &["let x = a.pow; a.max(x); a.min(x);"]);
}

/// An editor completes behind a dot if the expansion is the same up to there with a name and without one.
#[test]
fn a_dot_at_the_end_of_a_yield_leaves_what_stands_before_it() {
    let with = |argument: &str| {
        output(&format!(
            "fn f(people: Vec<P>) -> u8 {{ for person in people {{ yield_!({argument}); }} yield_!(1..2); }}"
        ))
    };
    for (name, dot, end) in [
        ("person.name", "person.", "person."),
        ("1 + g(person.name)", "1 + g(person.)", "g(person."),
    ] {
        let (finished, unfinished) = (with(name), with(dot));
        let until = unfinished.find(&squeezed(end)).expect("the value") + squeezed(end).len();
        assert_eq!(finished.get(..until), unfinished.get(..until));
        assert_has(&unfinished, &["compile_error!", "let item: u8 ="]);
    }
}
