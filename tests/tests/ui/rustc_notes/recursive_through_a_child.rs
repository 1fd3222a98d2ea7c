use gen_core::generator;

struct Tree {
    value: u32,
    children: Vec<Tree>,
}

impl Tree {
    #[generator]
    fn values(&self) -> u32 {
        yield_!(self.value);
        for child in &self.children {
            for value in child.values() {
                yield_!(value);
            }
        }
    }
}

fn main() {}
