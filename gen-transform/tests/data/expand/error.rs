#[generator]
const fn rejected(n: u32) -> u32 {
    yield_!(n);
}
