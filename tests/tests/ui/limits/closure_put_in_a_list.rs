use gen_core::generator;

#[generator]
fn stepped(number: u32) -> u32 {
    let mut steps = Vec::new();
    yield_!(number);
    steps.push(|number: u32| number + 1);
    yield_!(steps[0](number));
}

fn main() {}
