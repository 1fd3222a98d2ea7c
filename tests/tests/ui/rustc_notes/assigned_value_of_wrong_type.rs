use gen_core::generator;

pub struct Node {
    value: u32,
    next: Option<Box<Node>>,
}

#[generator]
fn values(first: &Node) -> u32 {
    let mut current = Some(first);
    while let Some(node) = current {
        yield_!(node.value);
        current = node.next;
    }
}

fn main() {}
