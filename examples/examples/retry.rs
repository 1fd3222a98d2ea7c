//! Errors sent in, Python's `throw`: the generator decides whether to recover or to give up.
//!
//! The body says what it needs and never touches the network; whoever drives it sends back what came of each
//! request. `yield_!(..)?` passes an error on, a `match` on what was sent recovers from it.
//!
//! Run it with `cargo run --example retry`. It prints
//!
//! ```text
//! get /login: ok
//! get /a: timed out
//! get /a: ok
//! get /b: timed out
//! get /b: timed out
//! get /b: ok
//! fetched: ["text of /a", "text of /b"]
//!
//! get /login: ok
//! get /c: timed out
//! get /c: timed out
//! get /c: timed out
//! failed: timed out
//!
//! get /login: refused
//! failed: refused
//! ```

use std::fmt;

use gen_core::{Generator, GeneratorState, generator};

#[derive(Debug)]
enum NetError {
    TimedOut,
    Refused,
}

impl fmt::Display for NetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NetError::TimedOut => "timed out",
            NetError::Refused => "refused",
        })
    }
}

type Response = Result<String, NetError>;

/// Yields the pages to request, is sent the responses, and completes with the texts of all pages.
#[generator]
fn fetch(
    pages: Vec<&'static str>,
) -> impl Generator<Response, Yield = &'static str, Return = Result<Vec<String>, NetError>> {
    // Without a login nothing works, so an error here is the end.
    yield_!("/login")?;

    let mut texts = Vec::new();
    for page in pages {
        let mut attempts = 3;
        let text = loop {
            attempts -= 1;
            match yield_!(page) {
                Ok(text) => break text,
                Err(NetError::TimedOut) if attempts > 0 => {}
                Err(error) => return Err(error),
            }
        };
        texts.push(text);
    }
    Ok(texts)
}

/// Drives the generator with scripted responses in place of a network.
fn drive(pages: Vec<&'static str>, script: &str) {
    let mut fetch = fetch(pages);
    let mut state = fetch.start();
    for mark in script.chars() {
        let GeneratorState::Yielded(page) = state else {
            break;
        };
        let response = match mark {
            '.' => Ok(format!("text of {page}")),
            't' => Err(NetError::TimedOut),
            _ => Err(NetError::Refused),
        };
        match &response {
            Ok(_) => println!("get {page}: ok"),
            Err(error) => println!("get {page}: {error}"),
        }
        state = fetch.send(response);
    }
    match state {
        GeneratorState::Complete(Ok(texts)) => println!("fetched: {texts:?}"),
        GeneratorState::Complete(Err(error)) => println!("failed: {error}"),
        GeneratorState::Yielded(page) => println!("still waiting for {page}"),
    }
}

fn main() {
    drive(vec!["/a", "/b"], ".t.tt.");
    println!();
    drive(vec!["/c"], ".ttt");
    println!();
    drive(vec!["/d"], "r");
}
