use gen_core::generator;

#[generator]
fn lengths(text: &str) -> usize {
    yield_!(text.len());
    let letters = text.to_uppercase().chars();
    println!("{}", letters.count());
}

fn main() {}
