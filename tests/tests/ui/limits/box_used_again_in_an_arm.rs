use gen_core::generator;

struct Name(&'static str);

enum Step {
    Named(Name),
    Counted(usize),
}

#[generator]
fn lengths(step: Box<Step>) -> usize {
    yield_!(0);
    match *step {
        Step::Named(name) => yield_!(name.0.len()),
        Step::Counted(n) => {
            yield_!(n);
            if let Step::Counted(again) = *step {
                yield_!(again);
            }
        }
    }
}

fn main() {}
