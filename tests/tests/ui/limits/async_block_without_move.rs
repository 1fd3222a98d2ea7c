use gen_core::generator;

#[generator]
fn tasks(text: String) -> u32 {
    let task = async { text };
    yield_!(1);
    drop(task);
}

fn main() {}
