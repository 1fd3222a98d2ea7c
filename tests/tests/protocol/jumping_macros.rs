//! Macros that jump in generators that take values, call themselves, or have no name.

use gen_core::{Generator, gen_, generator};

macro_rules! skip_if {
    ($holds:expr) => {
        if $holds {
            continue;
        }
    };
}

macro_rules! some_or_return {
    ($value:expr) => {
        match $value {
            Some(value) => value,
            None => return,
        }
    };
}

/// The loop has a value, so that there is nothing a `break` could leave behind.
#[generator]
fn averager() -> impl Generator<f64, Yield = f64, Return = u32> {
    let (mut count, mut sum) = (0_u32, 0.0);
    loop {
        let average = if count == 0 {
            0.0
        } else {
            sum / f64::from(count)
        };
        let number = yield_!(average);
        skip_if!(number.is_nan());
        if number < 0.0 {
            return count;
        }
        count += 1;
        sum += number;
    }
}

#[test]
fn a_coroutine_goes_on() {
    let mut averager = averager();
    averager.start();
    let averages = [1.0, 3.0, f64::NAN, 5.0].map(|number| averager.send(number).yielded());
    assert_eq!(averages, [Some(1.0), Some(2.0), Some(2.0), Some(3.0)]);
    assert_eq!(averager.send(-1.0).complete(), Some(3));
}

#[generator(recursive)]
fn ruler(height: u32) -> u32 {
    for k in 0..height {
        skip_if!(k == 1);
        yield_!(k);
        yield_from!(ruler(k));
    }
    some_or_return!(Some(height).filter(|height| *height > 3));
    yield_!(99);
}

#[test]
fn a_recursive_generator_returns_from_a_call() {
    assert!(ruler(4).eq([0, 2, 0, 3, 0, 2, 0, 99]));
}

#[test]
fn a_block_goes_on_and_returns() {
    let list = [1, 2, 3, 4, 5, 6];
    let block = || {
        gen_!(move {
            for x in list {
                skip_if!(x % 2 == 0);
                yield x;
                let small = some_or_return!(Some(x).filter(|x| *x < 4));
                yield small * 100;
            }
        })
    };
    let expected = [1, 100, 3, 300, 5];
    assert_eq!(block().collect::<Vec<i32>>(), expected);
    let mut one_by_one = Vec::new();
    for item in block() {
        one_by_one.push(item);
    }
    assert_eq!(one_by_one, expected);
}
