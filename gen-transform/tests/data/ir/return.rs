#[generator]
fn until_zero(values: Vec<u32>) -> u32 {
    for value in values {
        if value == 0 {
            return;
        }
        yield_!(value);
    }
}

#[generator]
fn with_a_value(values: Vec<u32>) -> impl Generator<Yield = u32, Return = String> {
    for value in values {
        if value == 0 {
            return String::from("zero");
        }
        yield_!(value);
    }
    String::from("end")
}
