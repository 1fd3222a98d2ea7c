use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    let next = n.;
    yield_!(next);
}

fn main() {
    for n in numbers(3) {
        let _: u32 = n;
    }
}
