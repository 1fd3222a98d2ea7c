use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    yield_!(1);
}

fn main() {
    let all = numbers();
    for n in all {
        println!("{n}");
    }
    let _ = all.count();
}
