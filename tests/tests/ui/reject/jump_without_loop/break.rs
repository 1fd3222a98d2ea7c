use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(n);
    if n > 3 {
        break;
    }
    for x in 0..n {
        let stop = || {
            continue;
        };
        stop();
        yield_!(x);
    }
    continue;
}

fn main() {}
