//! gen-core under another name is found without being told: the macros read `Cargo.toml`.
#![deny(warnings)]

use gen::{gen_, generator, Generator};

#[generator]
fn countdown(mut n: u32) -> u32 {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

#[generator(recursive)]
fn nested(depth: u32) -> u32 {
    yield_!(depth);
    if depth > 0 {
        yield_from!(nested(depth - 1));
    }
}

#[generator]
fn full() -> impl Generator<String, Yield = usize, Return = ()> {
    let text = yield_!(0);
    yield_!(text.len());
}

#[generator]
fn with_a_block_inside(limit: u32) -> Result<u32, std::num::ParseIntError> {
    for n in gen_!(n * n for n in 0..limit) {
        yield_!(Ok(n));
    }
    let last = "x".parse()?;
    yield_!(Ok(last));
}

#[test]
fn functions_run() {
    assert!(countdown(3).eq([3, 2, 1]));
    assert!(nested(2).eq([2, 1, 0]));
    let mut full = full();
    full.start();
    assert_eq!(full.send("abc".to_owned()).yielded(), Some(3));
    assert_eq!(with_a_block_inside(3).count(), 4);
}

#[test]
fn blocks_run() {
    let limit = 3;
    let numbers = gen_!({
        for n in 0..limit {
            yield_!(n);
        }
    });
    assert!(numbers.eq([0, 1, 2]));
}
