use gen_core::generator;

#[generator]
fn backwards<I: Iterator>(source: I) -> I::Item {
    for x in source.rev() {
        yield_!(x);
    }
}

fn main() {}
