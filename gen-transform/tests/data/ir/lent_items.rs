//! The items of a loop over a borrowed collection are references: nothing of them is kept for a drop.

#[generator]
fn lengths(list: &[String], more: &Vec<Box<str>>, other: &Unknown) -> usize {
    for word in list {
        yield_!(word.len());
    }
    for word in more.iter() {
        yield_!(word.len());
    }
    for word in other {
        yield_!(word.len());
    }
}
