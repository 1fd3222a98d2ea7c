//! A field of a packed struct that is kept over a yield, at its last use.
use gen_core::generator;

#[repr(packed)]
struct Packed {
    kind: u8,
    length: u32,
}

#[generator]
fn numbers() -> usize {
    let packed = Packed { kind: 1, length: 2 };
    yield_!(packed.kind as usize);
    yield_!(packed.length as usize);
}

#[generator]
fn in_a_pattern(packed: Packed) -> usize {
    yield_!(0);
    let Packed { kind, length } = packed;
    yield_!(kind as usize + length as usize);
}

fn main() {
    numbers().for_each(drop);
    in_a_pattern(Packed { kind: 1, length: 2 }).for_each(drop);
}
