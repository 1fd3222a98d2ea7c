use gen_core::gen_;

fn numbers(texts: Vec<String>) -> usize {
    let items = gen_! {
        yield_!(0u32);
        for text in texts {
            yield_!(text.len());
        }
    };
    items.count()
}

fn main() {
    numbers(Vec::new());
}
