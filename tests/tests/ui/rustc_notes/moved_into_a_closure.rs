use gen_core::generator;

fn make() -> String {
    String::new()
}

#[generator]
fn words() -> String {
    let word = make();
    let len = move || word.len();
    yield_!(word);
    println!("{}", len());
}

fn main() {}
