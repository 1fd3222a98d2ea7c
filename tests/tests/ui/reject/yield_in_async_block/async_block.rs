use gen_core::generator;

#[generator]
fn waits(n: u32) -> u32 {
    let later = async {
        yield_!(n);
    };
    drop(later);
}

fn main() {}
