use gen_core::generator;

#[generator]
fn countdown(n: u32) -> u32 {
    yield_!(n);
    if n > 0 {
        for x in countdown(n - 1) {
            yield_!(x);
        }
    }
}

fn main() {}
