use gen_core::generator;

enum State {
    Count(usize),
    Text(String),
}

fn first() -> State {
    State::Text("ab".into())
}

#[generator]
fn steps() -> usize {
    let state = first();
    loop {
        match state {
            State::Count(n) => yield_!(n),
            State::Text(text) => return yield_!(text.len()),
        }
    }
}

fn main() {
    assert_eq!(steps().collect::<Vec<_>>(), [2]);
    let _ = State::Count;
}
