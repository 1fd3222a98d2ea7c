use gen_core::generator;

struct Pair {
    a: u32,
    b: u32,
}

#[generator]
fn numbers() -> u32 {
    #[cfg(unix)]
    let step = 1;
    #[cfg(not(unix))]
    let step = 2;
    let pair = Pair {
        #[cfg(unix)]
        a: 1,
        #[cfg(not(unix))]
        a: 2,
        b: {
            yield_!(step);
            3
        },
    };
    yield_!(pair.a + pair.b);
}

fn main() {
    numbers().for_each(drop);
}
