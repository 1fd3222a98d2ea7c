use gen_core::generator;

struct Words(String);

impl IntoIterator for Words {
    type Item = String;
    type IntoIter = Box<dyn Iterator<Item = String>>;

    #[generator]
    fn into_iter(self) -> Self::IntoIter {
        for word in self.0.split(' ').map(str::to_owned).collect::<Vec<_>>() {
            yield_!(word);
        }
    }
}

fn main() {
    for word in Words("a b".to_owned()) {
        println!("{word}");
    }
}
