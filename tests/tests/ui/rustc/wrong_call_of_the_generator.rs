use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(n);
}

fn main() {
    for n in numbers() {
        let _: u32 = n;
    }
    for n in numbers(2) {
        let _: String = n;
    }
}
