struct Pool {
    free: Vec<u32>,
    used: Vec<u32>,
}

impl Pool {
    #[generator]
    fn drain(self) -> u32 {
        for n in self.free {
            yield_!(n);
        }
        yield_!(self.used.len() as u32);
    }

    #[generator]
    fn count(&mut self) -> u32 {
        for n in &self.free {
            self.used.push(*n);
            yield_!(*n);
        }
    }
}

#[generator]
fn pattern((a, b): (u32, u32), [first, ..]: [u32; 3]) -> u32 {
    yield_!(a);
    yield_!(b + first);
}
