use gen_core::generator;

enum State {
    Count(usize),
    Text(String),
}

#[generator]
fn steps(mut state: State) -> usize {
    for _ in 0..3 {
        match state {
            State::Count(n) => yield_!(n),
            State::Text(text) => state = State::Count(text.len()),
        }
    }
}

fn main() {}
