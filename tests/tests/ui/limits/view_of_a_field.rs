use gen_core::generator;

struct Halves<'a> {
    items: &'a mut [u32],
    at: usize,
}

impl<'a> Halves<'a> {
    #[generator]
    fn both(self) -> &'a mut [u32] {
        let (left, right) = self.items.split_at_mut(self.at);
        yield_!(left);
        yield_!(right);
    }
}

fn main() {}
