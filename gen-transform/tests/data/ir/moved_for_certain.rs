//! What is moved and never copied is moved at each mention; of a type that syntax does not show, a later use makes a copy.

#[generator]
fn twice<T: Clone, U: Copy>(text: Option<String>, item: T, pair: (T, u32), copied: U, known: Unknown) -> T {
    drop(text);
    drop(item);
    drop(pair);
    drop(copied);
    drop(known);
    yield_!(make());
    drop(text);
    drop(item);
    drop(pair);
    drop(copied);
    drop(known);
}
