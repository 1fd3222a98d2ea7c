//! Half-written code: every example of the repository cut off at every token boundary.
//!
//! The attribute must answer each of them with Rust that parses, and keep the signature where it can be read.

mod support;

use support::watch::watch;
use support::{blocks, blocks_of_file, count, files, samples, samples_of_file, truncated};

const FOLDERS: [&str; 3] = ["examples/examples", "benches/src", "tests/tests/ui/accept"];

#[test]
fn every_prefix_gives_rust() {
    watch(|watch| {
        let mut tried = 0;
        for sample in FOLDERS.into_iter().flat_map(samples) {
            for length in 0..=count(&sample.item) {
                let item = truncated(&sample.item, &mut { length });
                watch.generator(&sample.args, &item);
                tried += 1;
            }
        }
        tried
    });
}

#[test]
fn every_prefix_of_a_block_gives_a_value() {
    watch(|watch| {
        let mut tried = 0;
        for block in FOLDERS.into_iter().flat_map(blocks) {
            for length in 0..=count(&block) {
                watch.block(&truncated(&block, &mut { length }));
                tried += 1;
            }
        }
        tried
    });
}

#[test]
fn every_example_is_cut_off() {
    let examples = files("examples/examples");
    assert!(examples.len() >= 14, "{examples:?}");
    for path in examples {
        let found = samples_of_file(&path).len() + blocks_of_file(&path).len();
        assert!(found > 0, "{}", path.display());
    }
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

fn in_editor(item: &str) -> String {
    let item = item.parse().expect("tokens");
    let output = gen_transform::generator_in_editor(proc_macro2::TokenStream::new(), item);
    squeezed(&output.to_string())
}

/// An editor says of a token whatever stands on its span: of the state machine, that a variable is a `&mut`.
#[test]
fn an_editor_sees_the_body_as_it_is_written() {
    let body = "for person in people { let age = person.age(); yield_!(age); yield_!(n + age); }";
    let output = in_editor(&format!(
        "pub fn f(people: Vec<P>, mut n: u8) -> u8 {{ {body} }}"
    ));
    assert_has(
        &output,
        &[
            "pub fn f(people: Vec<P>, n: u8) -> impl ::core::iter::Iterator<Item = u8>",
            "let mut n = n;",
            "macro_rules! yield_",
            body,
        ],
    );
    assert_eq!(output.matches("person.age").count(), 1, "{output}");
    assert!(!output.contains("state"), "{output}");
}

/// Without it, an editor has nothing to infer the type of a value at the end from.
#[test]
fn an_editor_sees_the_type_of_what_is_returned() {
    let output = in_editor(
        "fn f() -> impl Generator<(), Yield = u8, Return = usize> { let n = 0; yield_!(1); n }",
    );
    assert_has(&output, &["|| -> usize {", "yield_!(1); n }"]);
}

/// The function never runs: whoever compiles it is told.
#[test]
fn what_an_editor_sees_is_not_compiled() {
    let guard = "#[cfg(not(rust_analyzer))] ::core::compile_error!";
    for item in ["fn f() -> u8 { yield_!(1); }", "fn f() -> u8 { let x = ; }"] {
        assert_has(&in_editor(item), &[guard]);
    }
    assert!(!output("fn f() -> u8 { yield_!(1); }").contains("rust_analyzer"));
}

/// It has a parser of its own, which goes on behind a mistake.
#[test]
fn an_editor_sees_a_body_that_cannot_be_read() {
    let body = "let words = f(label.; for x in words { x. } yield_!(x";
    let closed = body.replace("label.;", "label.);") + ")";
    let output = in_editor(&format!("fn f(label: L) -> u8 {{ {closed} }}"));
    assert_has(&output, &[&closed, "macro_rules! yield_", "compile_error!"]);
}

/// It compares the expansion with one that has a name at the cursor, and looks for it in the same place.
#[test]
fn what_an_editor_sees_before_the_cursor_does_not_depend_on_what_is_behind() {
    let bodies = [
        "yield_!(CURSOR);",
        "yield_!(1 + f(label.CURSOR));",
        "f(label.CURSOR yield_!(1)); yield_!(2);",
        "let x = label.CURSOR",
        "(|| yield_!(1))(); label.CURSOR",
    ];
    for body in bodies {
        let with = |name: &str| {
            let body = body.replace("CURSOR", name);
            in_editor(&format!("fn f(label: L) -> u8 {{ let a = 1; {body} }}"))
        };
        let (before, _) = body.split_once("CURSOR").expect("a cursor");
        let place = |output: &str| output.find(&squeezed(before)).expect("the body");
        let (unfinished, finished) = (with(""), with("name"));
        assert_eq!(place(&unfinished), place(&finished), "{body}");
        let end = place(&finished) + squeezed(before).len();
        assert_eq!(unfinished.get(..end), finished.get(..end), "{body}");
    }
}
