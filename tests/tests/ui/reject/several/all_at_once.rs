use gen_core::generator;

#[generator(size_hnt = (0, None))]
const fn numbers(text: &str) -> u32 {
    yield_!(1);
}

#[generator]
fn words(text: &str) -> u32 {
    text.split(' ').for_each(|word| yield_!(word.len()));
    yield_!(text.parse()?, 2);
    yield_from!();
    return 5;
}

fn main() {}
