use gen_core::generator;

#[generator]
fn word(n: u32) -> Option<&'static str> {
    if n == 0 {
        None
    } else {
        match n {
            1 => Some("one"),
            _ => Some("many"),
        }
    }
}

fn main() {}
