/// A pattern that takes a struct apart: one with a `Drop` of its own stays whole. `Reverse` has none.
#[generator]
fn opened(mut heap: BinaryHeap<Reverse<Step>>) -> (u32, usize) {
    while let Some(Reverse(Step { cost, node })) = heap.pop() {
        yield_!((cost, node));
        heap.extend(next(cost, node));
    }
}
