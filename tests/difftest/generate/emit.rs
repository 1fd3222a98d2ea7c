//! Bodies as source text: one module with both twins of each and a table of all.

use super::{Body, Options, body};
use std::fmt::Write;

/// What the lazy twin is compiled by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// `#[generator]`.
    Attribute,
    /// rustc's own `gen fn`.
    GenFn,
}

/// A module's text with the bodies of these seeds and a constant `CASES`.
pub fn module(seeds: &[u64], options: Options, form: Form) -> String {
    let bodies: Vec<Body> = seeds.iter().map(|seed| body(*seed, options)).collect();
    let mut text = String::new();
    for body in &bodies {
        text += &twins(body, form);
    }
    text += "\npub const CASES: &[Case] = &[\n";
    for body in &bodies {
        text += &cases(body);
    }
    text + "];\n"
}

/// Both functions, each in a scope with its own `yield_!`.
fn twins(body: &Body, form: Form) -> String {
    let Body {
        seed,
        item,
        generics,
        params,
        text,
        ..
    } = body;
    let (head, lazy_yield) = match form {
        Form::Attribute => ("#[generator]\n    pub fn", String::new()),
        Form::GenFn => ("pub gen fn", yield_macro(item, "yield item")),
    };
    let eager_yield = yield_macro(item, "hand_out(item)");
    format!(
        "\npub mod b{seed} {{\n    use super::*;\n    {head} lazy{generics}({params}) -> {item} {{\n{lazy_yield}{text}\n    }}\n    pub fn eager{generics}({params}) {{\n{eager_yield}        begin();\n{text}\n    }}\n}}\n"
    )
}

/// The item is complete, its temporaries gone, before it is handed out.
fn yield_macro(item: &str, hand_out: &str) -> String {
    format!(
        "        macro_rules! yield_ {{ ($e:expr) => {{{{ let item: {item} = $e; {hand_out} }}}} }}\n"
    )
}

fn cases(body: &Body) -> String {
    let mut text = String::new();
    let (seed, destructures) = (body.seed, body.destructures);
    let source = format!(
        "fn f{}({}) -> {} {{\n{}\n}}",
        body.generics, body.params, body.item, body.text
    );
    for call in &body.calls {
        let _ = writeln!(
            text,
            "    Case {{ seed: {seed}, call: {call:?}, source: r####\"{source}\"####,\n        destructures: {destructures},\n        lazy: |visit| visit(Box::new(b{seed}::lazy({call}))), eager: || b{seed}::eager({call}) }},"
        );
    }
    text
}

/// Indents by braces, starting at `level`.
pub fn indent(text: &str, level: usize) -> String {
    let mut level = level;
    let mut lines = vec![];
    for line in text.lines().map(str::trim) {
        let closing = line.chars().take_while(|c| *c == '}').count();
        let depth = level.saturating_sub(closing);
        lines.push(format!("{}{line}", "    ".repeat(depth)));
        level = level + line.matches('{').count() - line.matches('}').count();
    }
    lines.join("\n")
}
