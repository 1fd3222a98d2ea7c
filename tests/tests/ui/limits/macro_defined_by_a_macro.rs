use gen_core::generator;

#[generator]
fn numbers(k: u32) -> u32 {
    let base = k.next_power_of_two();
    macro_rules! define {
        ($name:ident) => {
            macro_rules! $name {
                () => {
                    base + 1
                };
            }
        };
    }
    define!(next);
    yield_!(base);
    yield_!(next!());
}

fn main() {}
