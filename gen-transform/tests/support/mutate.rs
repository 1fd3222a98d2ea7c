//! Tokens that no one wrote.

use super::rng::Rng;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::str::FromStr;

/// What random tokens are made of: what a generator's body is made of, and what must not stand there.
const VOCABULARY: &str = "let mut x y self Self fn f n 0 1u8 \"{x}\" 'a' 'a 'static if else match loop while for in break \
    continue return yield yield_!(x) yield_!() yield_from!(f(n)) yield_ ! async await move unsafe const static ref & && \
    | || = == => -> : :: ; , . .. ..= ? + - * / % ^ < > >= @ # $ _ () [] {} impl dyn where pub crate use struct enum \
    macro_rules vec![x; n] println!(\"{x}\") foo!(x) Some None Ok(x) T u32 Vec<u32> Option<T> #[generator] 'a: { x } (x) [x]";

const DELIMITERS: [Delimiter; 4] = [
    Delimiter::Brace,
    Delimiter::Parenthesis,
    Delimiter::Bracket,
    Delimiter::None,
];

/// The words that random tokens are made of.
pub fn vocabulary() -> Vec<TokenTree> {
    TokenStream::from_str(VOCABULARY)
        .expect("tokens")
        .into_iter()
        .collect()
}

/// Some random tokens, groups no deeper than `depth`.
pub fn random(rng: &mut Rng, words: &[TokenTree], depth: usize) -> TokenStream {
    let tree = |rng: &mut Rng| match rng.below(5) {
        0 if depth > 0 => {
            let inner = random(rng, words, depth - 1);
            TokenTree::Group(Group::new(*rng.choose(&DELIMITERS), inner))
        }
        _ => rng.choose(words).clone(),
    };
    (0..rng.below(12)).map(|_| tree(rng)).collect()
}

/// `tokens` with one change somewhere.
pub fn mutated(tokens: TokenStream, rng: &mut Rng, words: &[TokenTree]) -> TokenStream {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    if trees.is_empty() {
        return rng.choose(words).clone().into();
    }
    let at = rng.below(trees.len());
    if let TokenTree::Group(group) = &trees[at]
        && rng.below(8) != 0
    {
        let inner = mutated(group.stream(), rng, words);
        trees[at] = TokenTree::Group(Group::new(group.delimiter(), inner));
    } else {
        change(&mut trees, at, rng, words);
    }
    trees.into_iter().collect()
}

fn change(trees: &mut Vec<TokenTree>, at: usize, rng: &mut Rng, words: &[TokenTree]) {
    match rng.below(7) {
        0 => drop(trees.remove(at)),
        1 => trees.insert(at, trees[at].clone()),
        2 => trees.insert(at, rng.choose(words).clone()),
        3 => trees[at] = rng.choose(words).clone(),
        4 => trees.swap(at, 0),
        5 => {
            let group = Group::new(*rng.choose(&DELIMITERS), trees[at].clone().into());
            trees[at] = TokenTree::Group(group);
        }
        _ => unwrap(trees, at),
    }
}

/// Takes the delimiters of a group away.
fn unwrap(trees: &mut Vec<TokenTree>, at: usize) {
    if let TokenTree::Group(group) = &trees[at] {
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        trees.splice(at..=at, inner);
    }
}
