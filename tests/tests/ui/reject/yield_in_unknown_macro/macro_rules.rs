use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    macro_rules! emit {
        ($value:expr) => {
            yield_!($value)
        };
    }
    emit!(1);
}

fn main() {}
