//! Two types of inner blocks, of one name, that derive.
use gen_core::generator;

#[generator]
fn shown(first: bool) -> String {
    if first {
        #[derive(Debug)]
        struct Shown(i32);
        yield_!(format!("{:?}", Shown(1)));
    } else {
        #[derive(Debug)]
        struct Shown(&'static str);
        yield_!(format!("{:?}", Shown("a")));
    }
}

fn main() {
    shown(true).for_each(drop);
}
