use gen_core::generator;

#[generator]
mod numbers {
    pub const ONE: u32 = 1;
}

fn main() {
    let _ = numbers::ONE;
}
