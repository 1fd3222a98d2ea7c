use gen_core::{Generator, generator};

#[generator]
fn averager() -> impl Generator<f64, Yield = f64, Return = ()> {
    let mut total = 0.0;
    loop {
        total += yield_!(total);
    }
}

fn main() {
    let mut averages = averager();
    averages.start();
    averages.send(());
}
