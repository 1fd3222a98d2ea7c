//! Large bodies: they come through, and what is made of them grows as they do.
//!
//! Sizes are counted, not times: a test that measures time fails on a busy machine. The times are printed on demand:
//! `cargo test -p gen-transform --release --test it scale -- --ignored --nocapture`.

use proc_macro2::{TokenStream, TokenTree};
use std::time::Instant;

/// A kind of body, of any size.
struct Shape {
    name: &'static str,
    /// The size that has to come through.
    size: usize,
    body: fn(usize) -> String,
}

const SHAPES: [Shape; 9] = [
    Shape {
        name: "yields in a row",
        size: 1000,
        body: |size| "yield_!(n);".repeat(size),
    },
    Shape {
        name: "nested scopes",
        size: 100,
        body: |size| {
            let open = "{ let s = n.to_string(); ".repeat(size);
            format!("{open} yield_!(n); {}", "}".repeat(size))
        },
    },
    Shape {
        name: "nested loops",
        size: 60,
        body: |size| {
            let open = "for x in 0..n { ".repeat(size);
            format!("{open} yield_!(n); {}", "}".repeat(size))
        },
    },
    Shape {
        name: "saved locals",
        size: 200,
        body: |size| {
            let declared = numbered(size, |i| format!("let x{i} = f({i});"));
            let used = numbered(size, |i| format!("g(x{i});"));
            format!("{declared} yield_!(n); {used}")
        },
    },
    Shape {
        name: "branches in a row",
        size: 2000,
        body: |size| numbered(size, |i| format!("if n > {i} {{ yield_!(n); }}")),
    },
    Shape {
        name: "loops in a row",
        size: 300,
        body: |size| numbered(size, |i| format!("for x in 0..{i} {{ yield_!(x); }}")),
    },
    Shape {
        name: "jumps out of a loop",
        size: 300,
        body: |size| {
            let steps = numbered(size, |i| {
                format!("if n == {i} {{ continue; }} yield_!(n); if n > {i} {{ break; }}")
            });
            format!("loop {{ {steps} }}")
        },
    },
    Shape {
        name: "arms of a match",
        size: 300,
        body: |size| {
            let arms = numbered(size, |i| format!("{i} => {{ yield_!(n); }}"));
            format!("match n {{ {arms} _ => {{}} }}")
        },
    },
    Shape {
        name: "statements without a yield",
        size: 10_000,
        body: |size| format!("{} yield_!(n);", "n += f(n) * 2;\n".repeat(size)),
    },
];

fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn expanded(shape: &Shape, size: usize) -> TokenStream {
    let item = format!("fn f(mut n: u32) -> u32 {{ {} }}", (shape.body)(size));
    let item = item.parse().expect("the shapes are made of tokens");
    gen_transform::generator(TokenStream::new(), item)
}

/// The stack that rustc gives a macro.
const STACK: usize = 8 << 20;

/// Runs a test on the stack that the pipeline has inside rustc; that of a test is smaller.
fn with_the_stack_of_rustc(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(test);
    let joined = thread.expect("a thread can be made").join();
    if let Err(panic) = joined {
        std::panic::resume_unwind(panic);
    }
}

/// How many tokens there are, and how deep they are nested.
fn measure(tokens: &TokenStream) -> (usize, usize) {
    let (mut count, mut deepest) = (0, 0);
    let mut work = vec![(tokens.clone(), 0)];
    while let Some((tokens, depth)) = work.pop() {
        deepest = deepest.max(depth);
        for tree in tokens {
            count += 1;
            if let TokenTree::Group(group) = tree {
                work.push((group.stream(), depth + 1));
            }
        }
    }
    (count, deepest)
}

#[test]
fn large_bodies_come_through() {
    with_the_stack_of_rustc(|| {
        for shape in &SHAPES {
            let text = expanded(shape, shape.size).to_string();
            assert!(!text.contains("compile_error"), "{}: {text}", shape.name);
        }
    });
}

/// Rust has to nest a labelled block for each place that several jumps lead to; rustc can follow some hundred.
#[test]
fn a_long_row_is_not_nested_deeply() {
    let row = SHAPES
        .iter()
        .find(|shape| shape.name == "branches in a row");
    let (_, deepest) = measure(&expanded(row.expect("there is such a shape"), 1000));
    assert!(deepest < 100, "{deepest} levels");
}

/// A body of twice the size comes out as at most so many times the tokens.
const GROWTH: f64 = 2.2;

#[test]
fn twice_the_body_is_twice_the_code() {
    for shape in &SHAPES {
        let (small, _) = measure(&expanded(shape, shape.size / 4));
        let (large, _) = measure(&expanded(shape, shape.size / 2));
        let growth = large as f64 / small as f64;
        assert!(
            growth <= GROWTH,
            "{}: {small} tokens become {large} for twice the body",
            shape.name
        );
    }
}

#[test]
#[ignore = "prints times, checks nothing"]
fn times() {
    with_the_stack_of_rustc(print_times);
}

fn print_times() {
    println!(
        "{:28} {:>6} {:>9} {:>6} {:>9} {:>7}",
        "shape", "size", "tokens", "depth", "ms", "growth"
    );
    for shape in &SHAPES {
        let mut before = None;
        for size in [shape.size / 2, shape.size, shape.size * 2, shape.size * 4] {
            let start = Instant::now();
            let expanded = expanded(shape, size);
            let time = start.elapsed().as_secs_f64() * 1000.0;
            let (tokens, depth) = measure(&expanded);
            let growth = before.map_or_else(String::new, |before| format!("{:.1}", time / before));
            println!(
                "{:28} {size:>6} {tokens:>9} {depth:>6} {time:>9.1} {growth:>7}",
                shape.name
            );
            before = Some(time);
        }
    }
}
