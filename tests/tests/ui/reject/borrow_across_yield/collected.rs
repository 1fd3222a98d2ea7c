use gen_core::generator;
use std::collections::HashMap;

#[generator]
fn sorted(ages: HashMap<String, u32>) -> u32 {
    let mut names: Vec<&String> = ages.keys().collect();
    names.sort();
    for name in names {
        yield_!(ages[name]);
    }
}

#[generator]
fn long(words: Vec<String>) -> usize {
    let long = words.iter().filter(|word| word.len() > 3).collect::<Vec<_>>();
    for word in long {
        yield_!(word.len());
    }
}

#[generator]
fn in_order(ages: HashMap<String, u32>) -> u32 {
    let mut all: Vec<(_, _)> = ages.iter().collect();
    all.sort();
    for (_, age) in all {
        yield_!(*age);
    }
}

fn main() {}
