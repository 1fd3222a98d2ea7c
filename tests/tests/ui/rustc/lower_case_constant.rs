use gen_core::generator;

#[allow(non_upper_case_globals)]
const zero: u8 = 0;

#[generator]
fn numbers(n: u8) -> u32 {
    match n {
        zero => yield_!(1),
        _ => yield_!(2),
    }
    let k = match n {
        zero => 5,
        _ => 6,
    };
    yield_!(k);
}

fn main() {
    numbers(0).for_each(drop);
}
