use gen_core::generator;

#[generator(recursive = true)]
fn one() -> u32 {
    yield_!(1);
}

#[generator(recursive = false)]
fn two() -> u32 {
    yield_!(1);
}

#[generator(crate = "gen_core")]
fn three() -> u32 {
    yield_!(1);
}

fn main() {}
