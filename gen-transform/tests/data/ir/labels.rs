#[generator]
fn pairs(n: u32) -> (u32, u32) {
    'outer: for x in 0..n {
        for y in 0..n {
            if y > x {
                continue 'outer;
            }
            if x + y > 10 {
                break 'outer;
            }
            yield_!((x, y));
        }
    }
}

#[generator]
fn labelled_block(n: u32) -> u32 {
    'done: {
        if n == 0 {
            break 'done;
        }
        yield_!(n);
    }
    yield_!(0);
}

#[generator]
fn from_a_statement(rows: Vec<Vec<u32>>) -> u32 {
    'rows: for row in rows {
        for cell in &row {
            if *cell == 0 {
                continue 'rows;
            }
        }
        yield_!(row.len() as u32);
    }
}
