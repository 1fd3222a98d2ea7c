//! A call of itself with too many arguments or too few.

use gen_core::generator;

#[generator(recursive)]
fn countdown(n: u32) -> u32 {
    yield_!(n);
    if n > 0 {
        yield_from!(countdown(n - 1, n));
        yield_from!(countdown());
    }
}

pub struct Tree(Option<Box<Tree>>);

impl Tree {
    #[generator(recursive)]
    pub fn depths(&self, depth: u32) -> u32 {
        yield_!(depth);
        if self.0.is_some() {
            yield_from!(self.depths());
        }
    }
}

fn main() {
    let _ = countdown(3);
}
