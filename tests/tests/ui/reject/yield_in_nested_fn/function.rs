use gen_core::generator;

#[generator]
fn outer(n: u32) -> u32 {
    fn emit(x: u32) {
        yield_!(x);
    }
    emit(n);
}

fn main() {}
