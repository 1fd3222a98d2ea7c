//! A conversation: each value sent in is answered with the mean of all values so far.
//!
//! `start` runs the body to its first `yield_!`; `send` delivers a value there and runs on to the next one.
//! Sending `None` ends the loop, and the generator completes with its return value.
//!
//! Run it with `cargo run --example averager`. It prints
//!
//! ```text
//! sent 10, mean 10
//! sent 30, mean 20
//! sent 5, mean 15
//! sent 3, mean 12
//! 4 values, mean 12
//! ```

use gen_core::{Generator, GeneratorState, generator};

#[generator]
fn averager() -> impl Generator<Option<f64>, Yield = f64, Return = (u32, f64)> {
    let mut count = 0;
    let mut total = 0.0;
    let mut mean = 0.0;
    while let Some(value) = yield_!(mean) {
        count += 1;
        total += value;
        mean = total / f64::from(count);
    }
    (count, mean)
}

fn main() {
    let mut averager = averager();
    averager.start();
    for value in [10.0, 30.0, 5.0, 3.0] {
        if let GeneratorState::Yielded(mean) = averager.send(Some(value)) {
            println!("sent {value}, mean {mean}");
        }
    }
    if let GeneratorState::Complete((count, mean)) = averager.send(None) {
        println!("{count} values, mean {mean}");
    }
}
