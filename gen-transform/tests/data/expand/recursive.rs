struct Tree {
    children: Vec<Tree>,
    value: u32,
}

#[generator(recursive)]
fn walk(tree: &Tree) -> u32 {
    yield_!(tree.value);
    for child in &tree.children {
        yield_from!(walk(child));
    }
}
