use gen_core::generator;

#[generator]
fn outer(n: u32) -> u32 {
    struct Emitter(u32);
    impl Emitter {
        fn emit(&self) {
            yield_!(self.0);
        }
    }
    Emitter(n).emit();
}

fn main() {}
