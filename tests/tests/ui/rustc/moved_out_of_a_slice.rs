use gen_core::generator;

#[generator]
fn words(list: &[String]) -> String {
    yield_!(list[0]);
    let word = list[1];
    yield_!(word);
}

fn main() {}
