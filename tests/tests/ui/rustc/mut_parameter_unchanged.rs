#![deny(unused_mut)]

use gen_core::generator;

pub struct Countdown(u32);

impl Countdown {
    #[generator]
    pub fn numbers(mut self, mut n: u32) -> u32 {
        yield_!(self.0 + n);
    }
}

fn main() {}
