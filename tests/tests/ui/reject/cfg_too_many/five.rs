use gen_core::generator;

#[generator]
fn numbers(#[cfg(unix)] first: u32, #[cfg(not(unix))] first: u32) -> u32 {
    #[cfg(test)]
    let step = 1;
    #[cfg(not(test))]
    let step = 2;
    #[cfg(debug_assertions)]
    yield_!(step);
    #[cfg(windows)]
    yield_!(3);
    #[cfg(target_pointer_width = "64")]
    yield_!(first);
}

fn main() {
    numbers(4).for_each(drop);
}
