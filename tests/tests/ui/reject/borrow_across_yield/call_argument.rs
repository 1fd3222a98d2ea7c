use gen_core::generator;

fn both(_: &bool, _: ()) {}

#[generator]
fn flags() -> u32 {
    let flag = true;
    both(&flag, yield_!(1));
}

fn main() {}
