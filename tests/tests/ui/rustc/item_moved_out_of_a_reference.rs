use gen_core::generator;

#[generator]
fn words(list: &[String]) -> String {
    for word in list {
        yield_!(*word);
    }
}

fn main() {}
