use gen_core::generator;

#[generator]
fn numbers() -> usize {
    let text = String::from("a");
    let gives = vec![move || text];
    yield_!(2);
    for give in gives {
        let text = give();
        yield_!(text.len());
    }
}

fn main() {}
