//! What a literal with the rest of a variable spells out is left behind in it, and gets a name: but numbers, and what is moved on.

#[generator]
fn update(base: Parts, other: Parts, new: Name) -> Parts {
    yield_!(make());
    let next = Parts { first: new, count: 3, ..base };
    let last = Parts { first: other.second, second: next.second.clone(), ..other };
    yield_!(next);
    yield_!(last);
}
