use gen_core::generator;

pub struct Tree {
    value: u32,
    children: Vec<Tree>,
}

impl Tree {
    #[generator]
    pub fn walk(&self) -> u32 {
        yield_!(self.value);
        yield_from!(Self::walk(&self.children[0]));
        yield_from!(self.walk());
    }
}

fn main() {}
