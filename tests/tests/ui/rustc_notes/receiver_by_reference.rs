use gen_core::generator;

struct Journal(u32);

impl Journal {
    fn plus(&self, n: u32) -> u32 {
        self.0 + n
    }
}

#[derive(Clone, Copy)]
struct Counter(u32);

impl Counter {
    fn add(&mut self, n: u32) -> u32 {
        self.0 += n;
        self.0
    }
}

#[generator]
fn looked_at(journal: Journal) -> u32 {
    let sum = journal.plus({
        yield_!(1);
        2
    });
    yield_!(sum);
}

#[generator]
fn changed(mut counter: Counter) -> u32 {
    let sum = counter.add({
        yield_!(1);
        2
    });
    yield_!(sum + counter.0);
}

#[generator]
fn called(by: Box<dyn Fn(u32) -> u32>) -> u32 {
    let callee = by;
    let sum = callee({
        yield_!(1);
        2
    });
    yield_!(sum);
}

fn main() {}
