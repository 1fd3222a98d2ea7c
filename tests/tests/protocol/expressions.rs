//! `gen_!(expr for pat in iter if cond ..)`.

use gen_core::gen_;
use std::cell::RefCell;

#[test]
fn squares() {
    assert!(gen_!(x * x for x in 0..5).eq([0, 1, 4, 9, 16]));
    assert_eq!(gen_!(x * x for x in 0..10 if x % 2 == 0).sum::<i32>(), 120);
}

#[test]
fn several_ifs_and_fors() {
    let pythagorean = gen_!((a, b, c) for c in 1..20u32 for b in 1..c for a in 1..b if a * a + b * b == c * c if a % 2 == 1);
    assert_eq!(
        pythagorean.collect::<Vec<_>>(),
        [(3, 4, 5), (5, 12, 13), (9, 12, 15)]
    );
    let rows = [vec![1, 2], vec![], vec![3]];
    assert!(gen_!(x for row in rows.iter() if !row.is_empty() for x in row).eq(&[1, 2, 3]));
}

#[test]
fn infinite_ones() {
    assert!(
        gen_!(x * x for x in 0.. if x % 2 == 1)
            .take(3)
            .eq([1, 9, 25])
    );
}

#[test]
fn patterns_and_let_conditions() {
    let pairs = [("a", Some(1)), ("b", None), ("c", Some(3))];
    assert!(
        gen_!((name, n) for (name, value) in pairs if let Some(n) = value).eq([("a", 1), ("c", 3)])
    );
    let texts = ["1", "x", "3"];
    assert!(gen_!(n + 1 for text in texts if let Ok(n) = text.parse::<u32>()).eq([2, 4]));
    assert!(
        gen_!(if i > 1 { 'b' } else { 's' } for (i, _) in "xyz".chars().enumerate())
            .eq("ssb".chars())
    );
}

#[test]
fn surroundings_are_captured() {
    let factor = 3;
    let words = vec!["a".to_string(), "bb".to_string()];
    let double = |x: usize| x * 2;
    let g = gen_!(double(word.len()) * factor for word in &words);
    assert!(g.eq([6, 12]));
    assert_eq!(words.len(), 2);
    let all = gen_!((word.as_str(), other.as_str()) for word in &words for other in &words);
    assert_eq!(all.count(), 4);
}

fn multiples(of: u32, upto: u32) -> impl Iterator<Item = u32> {
    gen_!(move of * i for i in 1..=upto)
}

#[test]
fn a_move_expression_can_be_returned() {
    assert!(multiples(3, 3).eq([3, 6, 9]));
}

#[test]
fn the_first_iterable_is_evaluated_at_once_and_the_rest_on_demand() {
    let log = RefCell::new(Vec::new());
    let first = || {
        log.borrow_mut().push("first");
        0..2
    };
    let second = || {
        log.borrow_mut().push("second");
        0..1
    };
    let mut g = gen_!((i, j) for i in first() for j in second());
    assert_eq!(*log.borrow(), ["first"]);
    assert_eq!(g.next(), Some((0, 0)));
    assert_eq!(*log.borrow(), ["first", "second"]);
    assert_eq!(g.next(), Some((1, 0)));
    assert_eq!(g.next(), None);
    assert_eq!(*log.borrow(), ["first", "second", "second"]);
}

#[test]
fn as_an_argument() {
    let text = "one two three";
    let longest = gen_!(word.len() for word in text.split(' ')).max();
    assert_eq!(longest, Some(5));
    let owned: Vec<String> =
        gen_!(word.to_uppercase() for word in text.split(' ') if word.len() == 3).collect();
    assert_eq!(owned, ["ONE", "TWO"]);
    let nested: Vec<Vec<u32>> =
        gen_!(gen_!(move i * j for j in 0..i).collect() for i in 0..3u32).collect();
    assert_eq!(nested, [vec![], vec![0], vec![0, 2]]);
}

#[test]
fn statements_with_a_loop_are_not_taken_for_an_expression() {
    let flag = true;
    let g = gen_! { if flag { yield 0; } for i in 1..3 { yield i; } };
    assert!(g.eq(0..3));
    let g = gen_! { 'a: for i in 0..5 { if i == 2 { break 'a; } yield i; } };
    assert!(g.eq(0..2));
}

#[derive(PartialEq, Clone, Copy)]
struct Point {
    x: i32,
}

#[test]
fn struct_literals_stand_in_any_clause() {
    let points = [Point { x: 1 }, Point { x: 2 }];
    let found = gen_!(Point { x: p.x + y } for p in points if p != Point { x: 1 } for y in [Point { x: 5 }.x]);
    assert!(found.map(|p| p.x).eq([7]));
}
