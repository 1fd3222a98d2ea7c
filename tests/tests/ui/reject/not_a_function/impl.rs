use gen_core::generator;

struct Numbers(u32);

#[generator]
impl Numbers {
    fn up(&self) -> u32 {
        yield_!(self.0);
    }
}

fn main() {
    let _ = Numbers(1).up();
}
