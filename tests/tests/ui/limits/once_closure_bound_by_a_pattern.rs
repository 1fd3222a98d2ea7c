use gen_core::generator;

#[generator]
fn numbers(flag: bool) -> usize {
    let text = String::from("a");
    let once = if flag { Some(move || text) } else { None };
    yield_!(2);
    if let Some(give) = once {
        let text = give();
        yield_!(text.len());
    }
}

fn main() {}
