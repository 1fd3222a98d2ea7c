//! `gen_! { .. }`.

use gen_core::gen_;
use std::cell::RefCell;

#[test]
fn the_keyword_and_the_macro_yield() {
    let g = gen_! {
        yield 1;
        yield_!(2);
        for i in 3..5 {
            yield i;
        }
        yield_from!([5, 6]);
    };
    assert!(g.eq(1..7));
}

#[test]
fn yield_takes_the_whole_expression() {
    let g = gen_! {
        yield 1 + 2 * 3;
        let () = yield 8;
        yield if true { 9 } else { 0 };
        match yield_!(10) {
            () => yield 11,
        }
    };
    assert_eq!(g.collect::<Vec<_>>(), [7, 8, 9, 10, 11]);
}

#[test]
fn captures_by_reference() {
    let words = vec!["a".to_string(), "b".to_string()];
    let suffix = String::from("!");
    let g = gen_! {
        for word in words.iter() {
            yield format!("{word}{suffix}");
        }
        for word in &words {
            yield word.clone() + &suffix;
        }
    };
    assert_eq!(g.collect::<Vec<_>>(), ["a!", "b!", "a!", "b!"]);
    assert_eq!((words.len(), suffix.as_str()), (2, "!"));
}

#[test]
fn captures_by_mutable_reference() {
    let mut total = 0;
    let mut seen = Vec::new();
    let mut g = gen_! {
        for i in 0..3 {
            total += i;
            seen.push(i);
            yield total;
        }
    };
    assert_eq!(g.next(), Some(0));
    assert_eq!(g.by_ref().last(), Some(3));
    assert_eq!((total, seen), (3, vec![0, 1, 2]));
}

#[test]
fn captures_by_value_where_the_value_is_used_up() {
    let items = vec![String::from("x"), String::from("y")];
    let n = 2;
    let g = gen_! {
        for item in items {
            for i in 0..n {
                yield (i, item.clone());
            }
        }
    };
    assert_eq!(g.count(), 4);
    assert_eq!(n, 2);
}

#[test]
fn what_a_macro_is_given_is_captured() {
    // It was taken for a variable that the macro declares, and moved out of the block (E0507).
    macro_rules! seen {
        ($seen:ident, $shown:expr) => {
            $seen.borrow_mut().push($shown.len())
        };
    }
    let seen = std::cell::RefCell::new(Vec::new());
    let list = [1, 2];
    let by_reference = gen_! {
        seen!(seen, list);
        yield list.len();
        seen!(seen, list);
    };
    assert!(by_reference.eq([2]));
    let word = String::from("abc");
    let by_value = gen_!(move {
        seen!(seen, word);
        yield word.len();
        yield seen.borrow().len();
    });
    assert!(by_value.eq([3, 3]));
}

fn returned(n: u32, step: u32) -> impl Iterator<Item = u32> {
    gen_!(move {
        let mut i = 0;
        while i < n {
            yield i;
            i += step;
        }
    })
}

fn mapped<I: IntoIterator, T>(items: I, f: impl Fn(I::Item) -> T) -> impl Iterator<Item = T> {
    gen_!(move {
        for item in items {
            yield f(item);
        }
    })
}

#[allow(unused_mut)] // For the method call, as in a closure; the macro cannot see it.
fn drained(mut items: Vec<u32>) -> impl Iterator<Item = u32> {
    gen_!(move {
        items.extend([9]);
        while let Some(item) = items.pop() {
            yield item;
        }
        for item in items {
            yield item;
        }
    })
}

fn counted(mut left: u32) -> impl Iterator<Item = u32> {
    gen_!(move {
        while left > 0 {
            yield left;
            left -= 1;
        }
    })
}

#[test]
fn a_move_block_can_be_returned() {
    assert!(returned(10, 4).eq([0, 4, 8]));
    let offset = String::from("ab").len();
    assert!(mapped(vec![1, 2], |x| x + offset).eq([3, 4]));
    assert!(drained(vec![1]).eq([9, 1]));
    assert!(counted(3).eq([3, 2, 1]));
}

struct Pair<A, B> {
    first: A,
    second: B,
}

#[test]
fn a_block_is_an_expression() {
    fn sum(items: impl Iterator<Item = u32>) -> u32 {
        items.sum()
    }
    assert_eq!(sum(gen_! { yield 1; yield 2; }), 3);
    let pair = Pair {
        first: gen_! { yield 'a'; },
        second: gen_!({
            yield "b";
        }),
    };
    assert_eq!(pair.first.collect::<String>(), "a");
    assert_eq!(pair.second.collect::<String>(), "b");
    let mut boxed: Vec<Box<dyn Iterator<Item = u8>>> = Vec::new();
    for i in 0..2 {
        boxed.push(Box::new(gen_!(move { yield i; yield i * 10; })));
    }
    assert_eq!(
        boxed.into_iter().flatten().collect::<Vec<_>>(),
        [0, 0, 1, 10]
    );
}

struct Words {
    words: Vec<String>,
}

impl Words {
    fn lengths(&self) -> impl Iterator<Item = usize> {
        gen_!(move {
            for word in &self.words {
                yield word.len();
            }
        })
    }
    fn shouted(&self) -> Vec<String> {
        let g = gen_! {
            for word in self.words.iter() {
                yield word.to_uppercase();
            }
        };
        g.collect()
    }
}

#[test]
fn self_is_captured() {
    let words = Words {
        words: vec!["a".to_string(), "bc".to_string()],
    };
    assert!(words.lengths().eq([1, 2]));
    assert_eq!(words.shouted(), ["A", "BC"]);
}

#[test]
fn it_is_lazy_and_drops_what_it_owns() {
    struct Logged<'l>(&'l RefCell<Vec<u8>>, u8);
    impl Drop for Logged<'_> {
        fn drop(&mut self) {
            self.0.borrow_mut().push(self.1);
        }
    }
    let log = RefCell::new(Vec::new());
    let owned = Logged(&log, 1);
    let mut g = gen_!({
        let owned = owned;
        let _local = Logged(&log, 2);
        log.borrow_mut().push(0);
        yield owned.1;
    });
    assert!(log.borrow().is_empty());
    assert_eq!(g.next(), Some(1));
    drop(g);
    assert_eq!(*log.borrow(), [0, 2, 1]);
}

#[test]
fn it_has_the_whole_language_of_bodies() {
    let limit = 20;
    let g = gen_! {
        fn twice(n: u32) -> u32 {
            n * 2
        }
        let mut n = 1u32;
        'outer: loop {
            for i in 0..3 {
                if n > limit {
                    break 'outer;
                }
                n = twice(n) + i;
                yield n;
            }
            let Some(less) = n.checked_sub(1) else {
                panic!("n grows")
            };
            n = less;
        }
        yield [n].map(twice)[0];
    };
    let items: Vec<u32> = g.collect();
    assert_eq!(items, [2, 5, 12, 22, 44]);
}

#[test]
fn failures_end_it_after_the_item() {
    let texts = ["1", "x", "2"];
    let g = gen_! {
        for text in texts {
            yield text.parse::<u32>().map_err(|error| error.to_string());
            let n: u32 = text.parse().map_err(|_| String::from("bad"))?;
            yield Ok(n + 1);
        }
    };
    let items: Vec<_> = g.map(|item| item.is_ok()).collect();
    assert_eq!(items, [true, true, false, false]);
}

#[test]
fn internal_iteration_runs_it_too() {
    let base = 10u64;
    let g = gen_! {
        for i in 0..4 {
            for j in 0..i {
                yield base * i + j;
            }
        }
    };
    assert_eq!(g.sum::<u64>(), 144);
    let mut g = gen_! { yield 1; yield 2; yield 3; };
    g.next();
    assert_eq!(g.fold(0, |folded, item| folded * 10 + item), 23);
    assert_eq!(gen_! { yield 1; }.size_hint(), (0, None));
}

#[test]
fn blocks_nest() {
    let g = gen_! {
        for i in 0..3u32 {
            let inner = gen_!(move { for j in 0..i { yield j; } });
            yield_from!(inner);
        }
    };
    assert_eq!(g.collect::<Vec<_>>(), [0, 0, 1]);
}

/// The items of `gen_!` are given to one variable: what is coerced to the type of the first is coerced.
#[test]
fn items_of_a_block_are_coerced_to_the_first() {
    let list = vec![1, 2];
    let items = gen_! {
        yield_!(&[0][..]);
        yield_!(&[3, 4]);
        for i in 0..1 {
            yield_!(if i == 0 { &[5] } else { panic!() });
        }
        yield_from!([&[][..]]);
        yield_!(&list);
    };
    let lengths: Vec<usize> = items.map(|item: &[i32]| item.len()).collect();
    assert_eq!(lengths, [1, 2, 1, 0, 2]);
}
