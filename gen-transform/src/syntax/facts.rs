//! Tables of names, sorted, each with a set of facts.

/// What is known of what is called by a name, as a set of bits.
pub type Facts = u32;

/// What such a table knows of a name; none of the facts if it is not there.
pub fn facts_in(table: &[(&str, Facts)], name: &str) -> Facts {
    let found = table.binary_search_by_key(&name, |(known, _)| *known);
    found.map_or(0, |index| table[index].1)
}

/// Whether each name stands once, in its place.
pub const fn is_sorted(table: &[(&str, Facts)]) -> bool {
    let mut index = 1;
    while index < table.len() {
        if !is_before(table[index - 1].0.as_bytes(), table[index].0.as_bytes()) {
            return false;
        }
        index += 1;
    }
    true
}

const fn is_before(first: &[u8], second: &[u8]) -> bool {
    let mut at = 0;
    while at < first.len() && at < second.len() && first[at] == second[at] {
        at += 1;
    }
    at < second.len() && (at == first.len() || first[at] < second[at])
}
