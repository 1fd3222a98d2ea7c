//! What may be borrowed across a yield.

use crate::trace::all;
use gen_core::generator;
use std::rc::Rc;

#[test]
fn shared_parameters_are_borrowed_freely() {
    #[generator]
    fn twice<'a>(text: &'a str, items: &[u32]) -> &'a str {
        for word in text.split(' ') {
            for _ in items {
                yield_!(word);
            }
        }
        yield_!(text);
    }
    assert_eq!(all(twice("a b", &[1, 2])), r#""a" "a" "b" "b" "a b" end"#);
}

struct Counter {
    items: Vec<u32>,
    seen: u32,
}

impl Counter {
    #[generator]
    fn shared(&self) -> u32 {
        for item in self.items.iter() {
            yield_!(*item + self.seen);
        }
    }

    #[generator]
    fn counted(&mut self) -> u32 {
        let Self { items, seen } = self;
        for item in items {
            *seen += 1;
            *item *= 2;
            yield_!(*item);
        }
    }
}

#[test]
fn fields_through_self() {
    let mut counter = Counter {
        items: vec![1, 2],
        seen: 10,
    };
    assert_eq!(all(counter.shared()), "11 12 end");
    assert_eq!(all(counter.counted()), "2 4 end");
    assert_eq!((counter.seen, counter.items), (12, vec![2, 4]));
}

#[test]
fn a_mutable_parameter_is_borrowed_by_its_last_use() {
    #[generator]
    fn bumped(items: &mut Vec<u32>) -> u32 {
        items.push(9);
        yield_!(0);
        for item in items.iter_mut() {
            *item += 1;
            yield_!(*item);
        }
    }
    let mut items = vec![1];
    assert_eq!(all(bumped(&mut items)), "0 2 10 end");
    assert_eq!(items, [2, 10]);
}

#[test]
fn a_mutable_parameter_is_used_between_yields() {
    #[generator]
    fn grown(items: &mut Vec<usize>) -> usize {
        while items.len() < 3 {
            yield_!(items.len());
            items.push(0);
        }
        items.clear();
        yield_!(items.len());
    }
    let mut items = vec![7];
    assert_eq!(all(grown(&mut items)), "1 2 0 end");
}

#[test]
fn a_borrow_that_ends_before_the_yield() {
    #[generator]
    fn firsts(words: Vec<String>) -> usize {
        let mut words = words;
        let first = words[0].as_str();
        let length = first.len();
        yield_!(length);
        words.push(String::from("more"));
        let longest = words.iter().map(String::len).max();
        yield_!(longest.unwrap_or(0));
    }
    assert_eq!(all(firsts(vec![String::from("ab")])), "2 4 end");
}

#[test]
fn what_owns_is_shared_by_rc() {
    #[generator]
    fn shared(list: Rc<[u32]>) -> u32 {
        let other = Rc::clone(&list);
        for i in 0..list.len() {
            yield_!(list[i] + other[0]);
        }
    }
    assert_eq!(all(shared(Rc::from([1, 2]))), "2 3 end");
}
