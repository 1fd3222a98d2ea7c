use gen_core::generator;

struct Name(String);
struct Pair {
    a: Name,
    b: Name,
}

fn name() -> Name {
    Name("a".to_string())
}

#[generator]
fn lengths() -> usize {
    let pair = Pair {
        a: name(),
        b: name(),
    };
    yield_!(0);
    let a = pair.a;
    yield_!(a.0.len() + pair.b.0.len());
}

#[generator]
fn declared_before(flag: bool) -> usize {
    let pair: (Name, Name);
    if flag {
        pair = (name(), name());
        yield_!(0);
        let a = pair.0;
        yield_!(a.0.len() + pair.1.0.len());
    }
}

fn main() {}
