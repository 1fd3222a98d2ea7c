#[generator]
fn table(n: u32) -> (u32, u32) {
    'rows: for x in 0..n {
        for y in 0..n {
            if y > x {
                continue 'rows;
            }
            yield_!((x, y));
        }
        yield_!((x, n));
    }
}
