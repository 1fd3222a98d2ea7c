use gen_core::generator;

macro_rules! assert_or_stop {
    ($holds:expr) => {
        if !$holds {
            return;
        }
    };
}

macro_rules! next_if {
    ($holds:expr) => {
        if $holds {
            continue;
        }
    };
}

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(n);
    assert_or_stop!(n > 2);
    yield_!(n + 1);
}

// There is a loop around it in the state machine, too, and it is another one.
#[generator]
fn others(n: u32) -> u32 {
    for i in 0..n {
        let mut k = 0;
        while k < i {
            k += 1;
            if k % 2 == 0 {
                yield_!(k);
            }
        }
        next_if!(i % 3 == 0);
        yield_!(i);
    }
}

fn main() {}
