//! Items of a list by their number, for loops whose iterator the frame cannot hold.

use crate::bounds::ByNumber;

/// The item of that number. The iterator is made anew for each item.
#[inline]
pub fn nth<I: ByNumber>(mut list: I, number: usize) -> Option<I::Item> {
    list.nth(number)
}
