//! Patterns on a type with a `Drop` that leave out what is no copy, or take a struct in it apart.
use gen_core::generator;

struct Guard(u32, String);
struct Outer(u32, Inner);
struct Inner(u32);

impl Drop for Guard {
    fn drop(&mut self) {}
}

impl Drop for Outer {
    fn drop(&mut self) {}
}

#[generator]
fn left_out(guard: Guard) -> u32 {
    yield_!(0);
    let Guard(number, _) = guard;
    yield_!(number);
}

#[generator]
fn taken_apart(outer: Outer) -> u32 {
    yield_!(0);
    let Outer(_, Inner(number)) = outer;
    yield_!(number);
}

fn main() {}
