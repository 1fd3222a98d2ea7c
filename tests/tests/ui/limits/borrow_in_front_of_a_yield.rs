//! What is bound anew, in front of an argument that yields.
use gen_core::generator;

struct List {
    items: Vec<String>,
}

impl List {
    #[generator]
    fn replaced(&mut self) -> String {
        for item in &mut self.items {
            yield_!(std::mem::replace(item, {
                yield_!("next".to_string());
                String::new()
            }));
        }
        self.items.clear();
    }
}

fn main() {
    List { items: Vec::new() }.replaced().for_each(drop);
}
