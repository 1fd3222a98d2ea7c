//! Eight queens on a chessboard, none attacking another: a search that hands out each solution when it finds it.
//!
//! Run it with `cargo run --example eight_queens`. It prints
//!
//! ```text
//! Q . . . . . . .
//! . . . . Q . . .
//! . . . . . . . Q
//! . . . . . Q . .
//! . . Q . . . . .
//! . . . . . . Q .
//! . Q . . . . . .
//! . . . Q . . . .
//!
//! 92 solutions
//! ```

use gen_core::generator;

/// `placed[row]` is the column of the queen in that row; the search goes on in the next row.
#[generator(recursive)]
fn queens(size: usize, placed: Vec<usize>) -> Vec<usize> {
    if placed.len() == size {
        yield_!(placed);
        return;
    }
    for column in 0..size {
        if is_free(&placed, column) {
            let mut next = placed.clone();
            next.push(column);
            yield_from!(queens(size, next));
        }
    }
}

/// Whether a queen at `column` of the next row is attacked by none of the placed ones.
fn is_free(placed: &[usize], column: usize) -> bool {
    let row = placed.len();
    placed
        .iter()
        .enumerate()
        .all(|(r, &c)| c != column && c.abs_diff(column) != row - r)
}

fn main() {
    if let Some(solution) = queens(8, vec![]).next() {
        for queen in solution {
            let row: Vec<&str> = (0..8).map(|c| if c == queen { "Q" } else { "." }).collect();
            println!("{}", row.join(" "));
        }
    }
    println!("\n{} solutions", queens(8, vec![]).count());
}
