use gen_core::generator;

trait Numbers {
    #[generator]
    fn up(&self) -> u32;
}

fn all(numbers: &impl Numbers) -> u32 {
    numbers.up().sum()
}

struct One(u32);

impl Numbers for One {
    #[generator]
    fn up(&self) -> u32 {
        yield_!(self.0);
    }
}

fn main() {
    all(&One(1));
}
