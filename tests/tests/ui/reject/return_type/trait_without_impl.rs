use gen_core::{Generator, generator};

#[generator]
fn numbers(n: u32) -> Iterator<Item = u32> {
    yield_!(n);
}

#[generator]
fn boxed(n: u32) -> dyn Iterator<Item = u32> + Send {
    yield_!(n);
}

#[generator]
fn total() -> Generator<u32, Yield = u32, Return = ()> {
    let mut total = 0;
    loop {
        total += yield_!(total);
    }
}

#[generator]
fn adders(n: u32) -> dyn Fn(u32) -> u32 {
    yield_!(|x| x + n);
}

fn main() {
    numbers(3).chain(boxed(3)).for_each(drop);
    let _ = total().start();
}
