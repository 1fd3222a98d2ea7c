//! A field that is a `&mut`, beside fields that `..` hides.
use gen_core::generator;

struct Row<'a> {
    cells: &'a mut Vec<u32>,
    name: String,
}

#[generator]
fn lengths(rows: Vec<Row<'_>>) -> usize {
    for Row { cells, .. } in rows {
        yield_!(cells.len());
        cells.clear();
    }
}

fn main() {}
