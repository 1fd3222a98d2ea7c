use gen_core::generator;

macro_rules! twice {
    ($value:expr) => {
        ($value, $value)
    };
}

#[generator]
fn numbers() -> u32 {
    twice!(yield_!(1));
    twice!({ yield_from!(0..3) });
}

fn main() {
    twice!(0);
}
