use gen_core::generator;

async fn fetch() -> u32 {
    1
}

#[generator]
fn numbers() -> u32 {
    let n = fetch().await;
    yield_!(n);
}

fn main() {}
