use gen_core::generator;

#[generator(size_hint)]
fn one() -> u32 {
    yield_!(1);
}

#[generator(exact_size =)]
fn two() -> u32 {
    yield_!(1);
}

#[generator(crate)]
fn three() -> u32 {
    yield_!(1);
}

fn main() {}
