use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    let zeros = [0u8; { yield_!(1); 3 }];
    let more: [u8; { yield_!(2); 3 }] = zeros;
    drop(more);
}

fn main() {}
