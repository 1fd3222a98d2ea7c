//! A pattern on a union that is kept over a yield.
use gen_core::generator;

union Bits {
    number: u32,
    part: f32,
}

#[generator]
fn numbers(bits: Bits) -> u32 {
    yield_!(0);
    let number = unsafe {
        let Bits { number } = bits;
        number
    };
    yield_!(number);
    yield_!(unsafe { bits.part } as u32);
}

fn main() {
    numbers(Bits { part: 1.0 }).for_each(drop);
}
