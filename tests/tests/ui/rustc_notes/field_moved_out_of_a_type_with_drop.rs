use gen_core::generator;

struct Guard {
    name: String,
    count: u32,
}

impl Drop for Guard {
    fn drop(&mut self) {}
}

#[generator]
fn counted() -> u32 {
    let guard = Guard {
        name: String::from("a"),
        count: 1,
    };
    yield_!(0);
    drop(guard.name);
    yield_!(guard.count);
}

#[generator]
fn copied() -> u32 {
    let guard = Guard {
        name: String::from("a"),
        count: count(),
    };
    yield_!(0);
    let count = guard.count;
    yield_!(count);
    yield_!(guard.name.len() as u32);
}

fn count() -> u32 {
    1
}

#[generator]
fn updated(guard: Guard) -> u32 {
    yield_!(0);
    let next = Guard {
        name: String::new(),
        ..guard
    };
    yield_!(next.count);
}

fn main() {
    counted()
        .chain(copied())
        .chain(updated(Guard {
            name: String::new(),
            count: 1,
        }))
        .for_each(drop);
}
