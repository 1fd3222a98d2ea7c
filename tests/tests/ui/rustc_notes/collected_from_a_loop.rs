use gen_core::generator;

#[generator]
fn lengths(n: u32) -> usize {
    let mut words = Vec::new();
    for i in 0..n {
        let word = i.to_string();
        words.push(word.trim());
    }
    println!("{words:?}");
    yield_!(0);
}

fn main() {}
