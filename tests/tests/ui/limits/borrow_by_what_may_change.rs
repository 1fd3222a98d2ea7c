use gen_core::generator;

struct Table {
    rows: Vec<Vec<u32>>,
    at: usize,
}

impl Table {
    #[generator]
    fn raised(&mut self) -> u32 {
        for x in self.rows[self.at].iter_mut() {
            self.at = 0;
            *x += 1;
            yield_!(*x);
        }
        self.rows.clear();
    }
}

#[generator]
fn added(items: &mut Vec<u32>, other: Vec<u32>) -> u32 {
    for (x, y) in items.iter_mut().zip(other) {
        *x += y;
        yield_!(*x);
    }
    items.clear();
}

fn main() {}
