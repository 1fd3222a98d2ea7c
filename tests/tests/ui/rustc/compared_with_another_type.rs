use gen_core::generator;

struct Word;

#[generator]
fn lengths(words: Vec<String>, word: Word) -> usize {
    yield_!(words.len());
    assert_eq!(words[0], 5);
    assert!(words);
    assert_eq!(word, Word);
    yield_!(words.len());
    drop(word);
}

fn main() {}
