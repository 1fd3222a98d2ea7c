use gen_core::generator;

#[generator]
fn twice(n: u32) -> u32 {
    let emit = |x: u32| {
        yield_!(x);
        yield_from!(0..x);
    };
    emit(n);
    emit(n);
}

fn main() {}
