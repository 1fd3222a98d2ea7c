//! Anonymous generators.

use gen_core::gen_;

/// A block that owns what it mentions.
pub fn owned(words: Vec<String>) -> impl Iterator<Item = usize> {
    gen_!(move {
        for word in words {
            yield_!(word.len());
        }
    })
}

/// A block that borrows, in an expression.
pub fn borrowed(values: &[u32], limit: u32) -> u32 {
    gen_!({
        for value in values {
            if *value < limit {
                yield_!(*value);
            }
        }
    })
    .sum()
}

/// An expression for each of something.
pub fn comprehension(values: &[u32]) -> Vec<u32> {
    gen_!(value * 2 for value in values if *value > 1).collect()
}
