#[generator]
fn running_mean() -> impl Generator<f64, Yield = f64, Return = u32> {
    let mut sum = 0.0;
    let mut count = 0;
    loop {
        let x = yield_!(if count == 0 { 0.0 } else { sum / f64::from(count) });
        if x < 0.0 {
            return count;
        }
        sum += x;
        count += 1;
    }
}
