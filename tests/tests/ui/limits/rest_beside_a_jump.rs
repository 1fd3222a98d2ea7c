use gen_core::generator;

struct Pair {
    a: String,
    b: String,
}

fn name() -> Option<String> {
    None
}

#[generator]
fn renamed(base: Pair) -> Option<usize> {
    yield_!(Some(0));
    let next = Pair { a: name()?, ..base };
    yield_!(Some(next.a.len() + next.b.len()));
}

fn main() {
    renamed(Pair {
        a: String::new(),
        b: String::new(),
    })
    .for_each(drop);
}
