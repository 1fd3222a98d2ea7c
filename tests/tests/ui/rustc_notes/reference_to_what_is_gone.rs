use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    let reference;
    {
        let next = n + 1;
        reference = &next;
    }
    yield_!(*reference);
}

fn main() {}
