use gen_core::generator;

#[generator(recursive, recursive)]
fn one() -> u32 {
    yield_!(1);
}

#[generator(size_hint = (1, None), exact_size = 1)]
fn two() -> u32 {
    yield_!(1);
}

fn main() {}
