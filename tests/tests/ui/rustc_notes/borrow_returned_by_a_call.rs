use gen_core::generator;

fn longest<'a>(left: &'a str, right: &'a str) -> &'a str {
    if left.len() > right.len() { left } else { right }
}

#[generator]
fn lengths(n: u32) -> usize {
    let left = n.to_string();
    let right = String::from("right");
    let longest = longest(&left, &right);
    yield_!(longest.len());
    yield_!(longest.len());
}

fn main() {}
