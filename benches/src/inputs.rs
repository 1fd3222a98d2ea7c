//! What the workloads run on, sized so that one drive takes some ten microseconds.
use std::sync::LazyLock;

pub(crate) const COUNTDOWN: u32 = 10_000;
pub(crate) const FIBONACCI: u32 = 10_000;
pub(crate) const NESTED: u32 = 160;
pub(crate) const TRIPLES: u32 = 60;
pub(crate) const TWO_YIELDS: usize = 5_000;
pub(crate) const BUFFER: usize = 10_000;
pub(crate) const PRIMES: u32 = 3_000;
pub(crate) const PIPELINE: u64 = 20_000;
pub(crate) const FIND: u32 = 200;
pub(crate) const STRINGS: u32 = 1_000;
/// The cell that ends `search`; it occurs once, in the last quarter of the grid.
pub(crate) const NEEDLE: u32 = u32::MAX;

/// One line of the grid that `search` looks through.
pub(crate) type Row = [u32; 64];

/// A node of the binary tree that `tree` walks in order.
pub(crate) struct Node {
    pub(crate) value: u32,
    pub(crate) left: Option<Box<Node>>,
    pub(crate) right: Option<Box<Node>>,
}

/// Of 4 095 nodes, perfectly balanced.
pub(crate) fn tree() -> &'static Node {
    static TREE: LazyLock<Node> = LazyLock::new(|| *balanced(0, 4095).expect("not empty"));
    &TREE
}

fn balanced(low: u32, high: u32) -> Option<Box<Node>> {
    let value = low + (high - low) / 2;
    (low < high).then(|| {
        Box::new(Node {
            value,
            left: balanced(low, value),
            right: balanced(value + 1, high),
        })
    })
}

/// Some 15 KB of words, numbers and symbols of changing length, so that no branch is always taken.
pub(crate) fn text() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| (0..1_000).map(phrase).collect());
    &TEXT
}

fn phrase(i: u32) -> String {
    let noise = scramble(i);
    let word = &"interpolation"[..1 + noise as usize % 13];
    match noise % 3 {
        0 => format!("{word} = {noise}; "),
        1 => format!("({word}, {}) ", noise % 100),
        _ => format!("{word} {word} "),
    }
}

/// Of 256 rows.
pub(crate) fn grid() -> &'static [Row] {
    static GRID: LazyLock<Vec<Row>> = LazyLock::new(|| (0..256).map(row).collect());
    &GRID
}

fn row(index: u32) -> Row {
    std::array::from_fn(|column| match (index, column) {
        (230, 17) => NEEDLE,
        _ => scramble(index * 64 + column as u32),
    })
}

/// A fixed pseudo-random sequence, below `NEEDLE`.
fn scramble(i: u32) -> u32 {
    (i.wrapping_add(1).wrapping_mul(0x9E37_79B9) >> 8) ^ i
}
