//! Items of a list by their number, for loops whose iterator the frame cannot hold.

use crate::bounds::ByNumber;

/// The item of that number. The iterator is made anew for each item.
#[inline]
pub fn nth<I: ByNumber>(mut list: I, number: usize) -> Option<I::Item> {
    list.nth(number)
}

/// Whether `test` is true of the item of that number; `None` behind the last one.
#[inline]
pub fn passes<I: ByNumber>(
    list: I,
    number: usize,
    mut test: impl FnMut(&I::Item) -> bool,
) -> Option<bool> {
    nth(list, number).map(|item| test(&item))
}

/// The number of the first item that `test` is true of, or how many items there are.
#[inline]
pub fn position<I: ByNumber>(list: I, mut test: impl FnMut(&I::Item) -> bool) -> usize {
    list.take_while(|item| !test(item)).count()
}
