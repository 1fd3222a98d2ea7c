struct Pool {
    free: Vec<u32>,
    used: Vec<u32>,
}

impl Pool {
    #[generator]
    fn drain(self) -> u32 {
        yield_!(self.free.len() as u32);
        let Pool { free, used } = self;
        for n in free {
            yield_!(n);
        }
        yield_!(used.len() as u32);
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
