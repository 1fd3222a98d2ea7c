// Methods that may take what they are called on: at the last use of it, and with an argument that yields.
#[generator]
fn receivers(order: Order, size: usize) -> u32 {
    yield_!(1);
    let sent = order.send(size + 1);
    yield_!(sent.turn({
        yield_!(2);
        3
    }));
}

// What is in an `Option` is taken, and nobody asked.
#[generator]
fn debounced(events: impl Iterator<Item = Event>, gap: u64) -> Event {
    let mut pending: Option<Event> = None;
    for event in events {
        if let Some(last) = pending.take() {
            if event.at - last.at >= gap {
                yield_!(last);
            }
        }
        pending = Some(event);
    }
}
