//! `yield_!` as an expression.

use crate::trace::{all, log};
use gen_core::{Generator, GeneratorState, generator};

fn seen(value: u32) -> u32 {
    log(format!("seen{value}"));
    value
}

fn sum(a: u32, b: u32, c: u32) -> u32 {
    a + b + c
}

#[test]
fn it_is_unit_in_an_iterator() {
    #[generator]
    fn units() -> u32 {
        let value: () = yield_!(1);
        assert_eq!(value, ());
        match yield_!(2) {
            () => yield_!(3),
        }
    }
    assert_eq!(all(units()), "1 2 3 end");
}

#[test]
fn it_is_the_sent_value_in_a_full_generator() {
    #[generator]
    fn doubled() -> impl Generator<u32, Yield = u32, Return = ()> {
        let mut value = 0;
        while value < 10 {
            value = 2 * yield_!(value);
        }
    }
    let mut g = doubled();
    assert_eq!(g.start(), GeneratorState::Yielded(0));
    assert_eq!(g.send(3), GeneratorState::Yielded(6));
    assert_eq!(g.send(5), GeneratorState::Complete(()));
}

#[test]
fn it_stands_anywhere_in_evaluation_order() {
    #[generator]
    fn anywhere() -> u32 {
        let total = sum(
            seen(1),
            {
                yield_!(10);
                seen(2)
            },
            seen(3),
        );
        yield_!(total);
        let list = [seen(4), {
            yield_!(20);
            5
        }];
        yield_!(
            list[{
                yield_!(30);
                1
            }]
        );
        yield_!({
            yield_!(40);
            41
        });
    }
    assert_eq!(
        all(anywhere()),
        "seen1 10 seen2 seen3 6 seen4 20 30 5 40 41 end"
    );
}

#[test]
fn short_circuits_stay_short() {
    #[generator]
    fn circuit(first: bool) -> u32 {
        let both = first && {
            yield_!(1);
            true
        };
        let one = first || {
            yield_!(2);
            false
        };
        yield_!(u32::from(both) * 10 + u32::from(one));
    }
    assert_eq!(all(circuit(true)), "1 11 end");
    assert_eq!(all(circuit(false)), "2 0 end");
}

#[test]
fn it_stands_in_conditions_and_values() {
    #[generator]
    fn values(limit: u32) -> u32 {
        let mut n = 0;
        while {
            yield_!(n);
            n < limit
        } {
            n += 1;
        }
        let last = loop {
            yield_!(100);
            break {
                yield_!(101);
                n + 7
            };
        };
        let word = match last {
            8 => {
                yield_!(8);
                "eight"
            }
            _ => "more",
        };
        yield_!(u32::try_from(word.len()).unwrap());
    }
    assert_eq!(all(values(1)), "0 1 100 101 8 5 end");
}

#[test]
fn it_stands_in_macros_of_the_standard_library() {
    #[generator]
    fn told(word: &str) -> String {
        let list = vec![1, {
            yield_!(String::from("in vec"));
            2
        }];
        yield_!(format!("{word}{}", {
            yield_!(String::from("in format"));
            list.len()
        }));
        assert!(
            {
                yield_!(String::from("in assert"));
                true
            },
            "never"
        );
    }
    assert_eq!(
        told("x").collect::<Vec<_>>(),
        ["in vec", "in format", "x2", "in assert"]
    );
}

#[test]
fn the_item_is_coerced() {
    #[generator]
    fn slices<'a>(first: &'a Vec<u32>, text: &'a String) -> &'a [u32] {
        if !text.is_empty() {
            yield_!(first);
        }
        yield_!(&[1, 2]);
    }
    #[generator]
    fn functions(factor: u32) -> Box<dyn Fn(u32) -> u32> {
        yield_!(Box::new(|x| x + 1));
        yield_!(Box::new(move |x| x * factor));
    }
    assert_eq!(all(slices(&vec![3], &String::from("t"))), "[3] [1, 2] end");
    let results: Vec<u32> = functions(5).map(|f| f(7)).collect();
    assert_eq!(results, [8, 35]);
}

#[test]
fn names_keep_their_scopes() {
    #[generator]
    fn scopes() -> u32 {
        const STEP: u32 = 100;
        fn helper(n: u32) -> u32 {
            n + STEP
        }
        let n = 1;
        {
            let n = n + 1;
            yield_!(n);
            let n = helper(n);
            yield_!(n);
        }
        yield_!(n);
    }
    assert_eq!(all(scopes()), "2 102 1 end");
}

macro_rules! hygienic {
    ($n:ident) => {
        #[generator]
        fn two_names() -> u32 {
            let $n = 1;
            let n = 2;
            yield_!($n);
            yield_!(n);
            yield_!($n);
        }
    };
}

hygienic!(n);

#[test]
fn names_from_two_macros_stay_two() {
    assert_eq!(all(two_names()), "1 2 1 end");
}

#[test]
fn a_macro_of_the_body_names_its_variables() {
    #[generator]
    fn sums(n: u32) -> u32 {
        let mut sums = vec![0];
        macro_rules! sum {
            () => {
                sums[0]
            };
            (+ $n:expr) => {
                sum!() += $n
            };
        }
        sum!(+ 3);
        yield_!(sum!());
        let sums = n;
        sum!(+ sums);
        yield_!(sum!());
    }
    assert_eq!(all(sums(4)), "3 7 end");
}
