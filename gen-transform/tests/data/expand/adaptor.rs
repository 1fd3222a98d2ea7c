// The slot of what an adaptor reads from tells that the generator has ended: nothing asks where a run starts.
#[generator]
fn odd(numbers: impl Iterator<Item = u32>) -> u32 {
    for n in numbers {
        if n % 2 == 1 {
            yield_!(n);
        }
    }
}
