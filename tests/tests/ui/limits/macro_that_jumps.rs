use gen_core::generator;

macro_rules! ensure {
    ($holds:expr) => {
        if !$holds {
            return;
        }
    };
}

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(n);
    ensure!(n > 2);
    yield_!(n + 1);
}

fn main() {}
