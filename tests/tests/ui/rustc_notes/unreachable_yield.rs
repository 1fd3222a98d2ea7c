#![deny(unreachable_code)]

use gen_core::generator;

#[generator]
fn forever() -> u32 {
    loop {
        yield_!(1);
    }
    yield_!(2);
}

#[generator]
fn returned(n: u32) -> u32 {
    yield_!(n);
    return;
    yield_!(n + 1);
}

fn main() {
    forever().chain(returned(1)).for_each(drop);
}
