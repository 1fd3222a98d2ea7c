// The loop is around the dispatch: each turn starts where a run does.
#[generator]
fn filtered(n: u32) -> u32 {
    for i in 0..n {
        if i % 7 != 3 {
            yield_!(i);
        }
    }
}

// What ends a turn is written twice, and the loop with a loop in it has one entry.
#[generator]
fn primes(limit: u32) -> u32 {
    let mut found: Vec<u32> = Vec::new();
    'next: for n in 2..limit {
        for prime in &found {
            if n % prime == 0 {
                continue 'next;
            }
        }
        found.push(n);
        yield_!(n);
    }
}

// Runs start in two places of the loop: the gate stays.
#[generator]
fn twice(n: u32) -> u32 {
    for i in 0..n {
        if i % 2 == 0 {
            yield_!(i);
        }
        if i % 3 == 0 {
            yield_!(i + 1);
        }
    }
}

// Nor is there another way with loops in each other: not each turn comes by where a run starts.
#[generator]
fn table(n: u32) -> u32 {
    for x in 0..n {
        for y in 0..n {
            if x != y {
                yield_!(x * y);
            }
        }
    }
}
