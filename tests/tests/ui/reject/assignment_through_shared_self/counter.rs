use gen_core::generator;

struct Counter {
    next: u32,
}

impl Counter {
    #[generator]
    fn numbers(&self) -> u32 {
        loop {
            yield_!(self.next);
            self.next += 1;
        }
    }

    #[generator]
    fn once(&self) -> u32 {
        self.next = 0;
        yield_!(self.next);
    }
}

fn main() {}
