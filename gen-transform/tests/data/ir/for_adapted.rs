// What adapters leave of a range are plain values still.
#[generator]
fn adapted(end: u32) -> u32 {
    for x in (0..end).filter(|x| x % 3 != 1).chain(end + 1..end + 3) {
        yield_!(x);
        yield_!(x + end);
    }
}
