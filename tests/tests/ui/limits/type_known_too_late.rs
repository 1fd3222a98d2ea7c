use gen_core::generator;

#[generator]
fn numbers(k: i32) -> i32 {
    let x = -({
        let mut g = 0;
        loop {
            if g > 1 {
                break g;
            }
            g += 1;
            yield_!(g);
        }
    } ^ {
        yield_!(3);
        k
    });
    yield_!(x);
}

fn main() {}
