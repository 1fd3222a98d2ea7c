use gen_core::generator;

#[generator]
fn numbers(list: &mut Vec<u32>) -> &mut u32 {
    for n in list.iter_mut() {
        yield_!(n);
        *n += 1;
    }
}

fn main() {}
