use gen_core::generator;

fn both(left: &bool, right: ()) -> bool {
    *left && right == ()
}

#[generator]
fn numbers() -> u32 {
    let flag = true;
    let both = both(&flag, yield_!(1));
    yield_!(u32::from(both));
}

fn main() {}
