//! Macros of one's own that may jump.

#[generator]
fn parsed(lines: Vec<String>) -> u32 {
    'lines: for line in lines {
        ensure!(line.len() < 80);
        let n: u32 = parsed_or!(line, continue 'lines);
        yield_!(n);
    }
}
