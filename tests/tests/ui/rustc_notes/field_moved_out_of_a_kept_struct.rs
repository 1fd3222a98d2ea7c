use gen_core::generator;

struct Name(&'static str);

struct Pair {
    name: Name,
    count: u32,
}

#[generator]
fn counted(pair: Pair) -> u32 {
    yield_!(0);
    drop(pair.name);
    yield_!(pair.count);
}

fn main() {
    let pair = Pair {
        name: Name("a"),
        count: 1,
    };
    counted(pair).for_each(drop);
}
