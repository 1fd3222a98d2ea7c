use gen_core::generator;

enum Step {
    Left,
    Right,
}

#[generator]
fn numbers(step: Step) -> u32 {
    match step {
        Step::Left => yield_!(1),
    }
}

fn main() {
    let _ = Step::Right;
}
