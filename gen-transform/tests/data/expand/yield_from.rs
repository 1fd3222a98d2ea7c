#[generator]
fn flattened(rows: Vec<Vec<u32>>) -> u32 {
    for row in rows {
        yield_from!(row);
    }
}
