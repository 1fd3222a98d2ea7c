//! Two traits of inner blocks with a method of one name.
use gen_core::generator;

#[generator]
fn multiples(n: i32, twice: bool) -> i32 {
    if twice {
        trait Double {
            fn of(self) -> i32;
        }
        impl Double for i32 {
            fn of(self) -> i32 {
                self * 2
            }
        }
        yield_!(n.of());
    } else {
        trait Triple {
            fn of(self) -> i32;
        }
        impl Triple for i32 {
            fn of(self) -> i32 {
                self * 3
            }
        }
        yield_!(Triple::of(n));
    }
}

fn main() {
    multiples(1, true).for_each(drop);
}
