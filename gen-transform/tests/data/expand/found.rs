/// What a search has found has a number; statements that follow each other bind it once.
#[generator]
fn bumped(items: &mut Vec<Item>, id: u32) -> u32 {
    let Some(item) = items.iter_mut().find(|item| item.id == id) else {
        return;
    };
    yield_!(item.count);
    item.count += 1;
    item.seen.push(id);
    yield_!(item.count);
    items.clear();
}

/// One reference a field, where a field is borrowed over the yield.
#[generator]
fn drained(items: &mut Vec<Item>) -> u32 {
    for item in items.iter_mut() {
        for id in item.seen.drain(..) {
            item.count += 1;
            yield_!(id + item.count);
        }
    }
}
