#[generator]
fn running_sum() -> impl Generator<i64, Yield = i64, Return = u32> {
    let mut sum = 0;
    let mut count = 0;
    loop {
        let x = yield_!(sum);
        if x == 0 {
            return count;
        }
        sum += x;
        count += 1;
    }
}
