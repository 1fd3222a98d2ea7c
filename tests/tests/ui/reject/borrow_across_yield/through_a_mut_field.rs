use gen_core::generator;

struct Store {
    items: Vec<u32>,
    count: u32,
}

impl Store {
    #[generator]
    fn raised(&mut self) -> u32 {
        for _ in 0..2 {
            for item in self.items.iter_mut().map(|item| *item + 1) {
                self.count += 1;
                yield_!(item);
            }
        }
    }

    #[generator]
    fn odd(&mut self) -> u32 {
        let mut odd = self.items.iter_mut().filter(|item| **item % 2 == 1);
        while let Some(item) = odd.next() {
            *item += 1;
            yield_!(*item);
        }
        self.finish();
    }

    fn finish(&mut self) {}
}

fn main() {}
