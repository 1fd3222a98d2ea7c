use gen_core::generator;

#[generator]
fn repeated<T: Copy>(value: T) -> T {
    loop {
        yield_!(value);
    }
}

fn main() {
    let _ = repeated(String::new());
}
