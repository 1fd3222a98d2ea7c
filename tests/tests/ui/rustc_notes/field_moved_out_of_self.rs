use gen_core::generator;

pub struct Pair {
    left: String,
    right: String,
}

impl Pair {
    #[generator]
    pub fn lent(&mut self) -> String {
        yield_!(self.left);
        yield_!(self.right);
    }

    #[generator]
    pub fn owned(self) -> usize {
        let left = self.left;
        yield_!(left.len());
        yield_!(self.len());
    }

    fn len(&self) -> usize {
        self.left.len() + self.right.len()
    }
}

fn main() {}
