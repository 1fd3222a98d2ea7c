#[generator]
pub fn bounded<'a, T: Clone + 'a>(value: &'a T) -> impl Iterator<Item = T> + Clone + 'a {
    yield_!(value.clone());
}

#[generator]
fn boxed(n: u32) -> Box<dyn Iterator<Item = u32> + Send> {
    yield_!(n);
}
