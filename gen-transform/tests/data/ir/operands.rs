fn sum(a: u32, b: u32, c: u32) -> u32 {
    a + b + c
}

fn next() -> u32 {
    7
}

#[generator]
fn arguments(n: u32) -> u32 {
    let total = sum(
        next(),
        {
            yield_!(n);
            n + 1
        },
        next(),
    );
    yield_!(total);
}

#[generator]
fn fields_and_elements(n: u32) -> u32 {
    let array = [next(), { yield_!(n); 1 }, { yield_!(n + 1); 2 }];
    let range = next()..{
        yield_!(array[0]);
        9
    };
    yield_!(array[{
        yield_!(range.end);
        1
    }]);
}
