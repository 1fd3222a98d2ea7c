//! The life of a generator: it starts at the first `start`, gives back what is sent, and cleans up when dropped.
//!
//! Run it with `cargo run --example echo`. It prints
//!
//! ```text
//! created
//! too early: can't send "hello" yet
//! > the body starts
//! ready
//! hello
//! HELLO
//! closing
//! > the body cleans up
//! closed
//! ```

use gen_core::{Generator, GeneratorState, generator};

/// Speaks when it goes out of scope; Python has `finally` for this.
struct Cleanup;

impl Drop for Cleanup {
    fn drop(&mut self) {
        println!("> the body cleans up");
    }
}

#[generator]
fn echo(mut value: String) -> impl Generator<String, Yield = String, Return = ()> {
    println!("> the body starts");
    let _cleanup = Cleanup;
    loop {
        value = yield_!(value);
    }
}

fn print(state: GeneratorState<String, ()>) {
    match state {
        GeneratorState::Yielded(value) => println!("{value}"),
        GeneratorState::Complete(()) => println!("complete"),
    }
}

fn main() {
    let mut echo = echo("ready".to_owned());
    println!("created");

    // Nothing waits for a value yet: try_send gives it back. (send would panic.)
    if let Err(error) = echo.try_send("hello".to_owned()) {
        println!("too early: can't send {:?} yet", error.into_inner());
    }

    print(echo.start());
    print(echo.send("hello".to_owned()));
    print(echo.send("HELLO".to_owned()));

    println!("closing");
    drop(echo);
    println!("closed");
}
