use gen_core::generator;

#[generator]
fn sums(list: Vec<u32>) -> u32 {
    let mut total = 0;
    let mut add = |x: u32| total += x;
    for x in list {
        add(x);
        yield_!(x);
    }
    yield_!(total);
}

#[generator]
fn large(list: Vec<usize>) -> usize {
    let least = list.len();
    for x in list.into_iter().filter(|x| *x > least) {
        yield_!(x);
    }
}

#[generator]
fn longer(text: &str) -> usize {
    let words = text.to_string();
    let is_longer = |n: usize| words.len() > n;
    yield_!(usize::from(is_longer(1)));
    yield_!(usize::from(is_longer(2)));
}

#[generator]
fn between(list: Vec<usize>, limits: Vec<usize>) -> usize {
    let (least, most) = (limits.len(), limits.len() * 2);
    let mut within = list.into_iter().take(9).filter(|x| *x > least && *x < most);
    while let Some(x) = within.next() {
        yield_!(x);
    }
}

fn main() {}
