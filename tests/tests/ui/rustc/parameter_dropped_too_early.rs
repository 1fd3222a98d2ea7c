use gen_core::generator;

#[generator]
fn words(text: &str) -> &str {
    for word in text.split(' ') {
        yield_!(word);
    }
}

fn main() {
    let all = {
        let text = String::from("one two");
        words(&text)
    };
    for word in all {
        println!("{word}");
    }
}
