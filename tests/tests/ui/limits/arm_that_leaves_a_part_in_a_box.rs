use gen_core::generator;

struct Name(&'static str);

enum Node {
    Leaf(Name, Name),
    Two(Box<Node>, Box<Node>),
}

#[generator]
fn lengths(nodes: Vec<Box<Node>>) -> usize {
    let mut stack = nodes;
    while let Some(node) = stack.pop() {
        match *node {
            Node::Leaf(name, _) => yield_!(name.0.len()),
            Node::Two(a, b) => stack.extend([b, a]),
        }
    }
}

fn main() {}
