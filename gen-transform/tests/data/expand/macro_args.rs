#[generator]
fn greetings(name: String) -> String {
    for i in 0..3 {
        yield_!(format!("hello {name} {i}"));
    }
}

#[generator]
fn of_the_body(n: u32) -> u32 {
    let mut list = vec![n];
    let mut sum = 0;
    macro_rules! add {
        ($x:expr) => {
            sum += $x;
            list.push(sum)
        };
    }
    yield_!(0);
    add!(n);
    yield_!(sum);
    log!(list);
    yield_!(2);
}

#[generator]
fn looked_at(words: Vec<String>) -> usize {
    yield_!(0);
    for word in words.iter() {
        if word.is_empty() {
            return;
        }
        debug!("{word} of {}: {:?}", words.len(), words);
    }
    yield_!(1);
    let longest = words.iter().max();
    show!(words, longest);
    yield_!(words.len());
}
