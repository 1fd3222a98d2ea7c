fn evens(values: Vec<u32>) -> impl Iterator<Item = u32> {
    gen_!(move {
        for value in values {
            if value % 2 == 0 {
                yield value;
            }
        }
    })
}

fn squares() -> impl Iterator<Item = u32> {
    gen_!(x * x for x in 0..10 if x % 2 == 0)
}
