use gen_core::generator;

#[generator]
fn small(n: u32) -> u32 {
    match n {
        x if { yield_!(x); x < 5 } => yield_!(1),
        _ => yield_!(2),
    }
}

fn main() {}
