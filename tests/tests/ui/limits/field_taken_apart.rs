//! What is in a field is moved out of it, and the struct is kept over a yield.
use gen_core::generator;

enum Kind {
    Word(String),
    End,
}

struct Token {
    kind: Kind,
    line: u32,
}

#[generator]
fn matched(token: Token) -> String {
    yield_!(token.line.to_string());
    match token.kind {
        Kind::Word(word) => yield_!(word),
        Kind::End => {}
    }
    yield_!(token.line.to_string());
}

struct Outer {
    inner: Inner,
    number: u32,
}

struct Inner {
    name: String,
    alias: String,
}

#[generator]
fn taken_apart(outer: Outer) -> String {
    yield_!(outer.number.to_string());
    let Inner { name, alias } = outer.inner;
    yield_!(name);
    yield_!(alias);
}

struct Job {
    run: Box<dyn FnOnce() -> u32>,
    number: u32,
}

#[generator]
fn called(job: Job) -> u32 {
    yield_!(0);
    yield_!((job.run)());
    yield_!(job.number);
}

struct Held {
    word: Option<String>,
    number: u32,
}

#[generator]
fn guarded(held: Held) -> u32 {
    yield_!(held.number);
    match held.word {
        Some(word) if held.number > 2 => yield_!(word.len() as u32),
        _ => {}
    }
    yield_!(held.number);
}

fn main() {
    matched(Token { kind: Kind::End, line: 1 }).for_each(drop);
    let inner = Inner { name: String::new(), alias: String::new() };
    taken_apart(Outer { inner, number: 1 }).for_each(drop);
    called(Job { run: Box::new(|| 1), number: 2 }).for_each(drop);
    guarded(Held { word: None, number: 3 }).for_each(drop);
    let _ = Kind::Word(String::new());
}
