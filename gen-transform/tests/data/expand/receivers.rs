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
