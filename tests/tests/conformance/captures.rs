//! What closures capture of variables that live over a yield.

use crate::both::*;

both! {
    /// A copy that a closure uses for the last time, in the arguments of a call: once it was borrowed from a block that
    /// ended before the call.
    fn a_copy_in_an_adapter_of_an_argument(v: Vec<i32>) -> i32 {
        let mut out = vec![];
        for d in v {
            yield_!(op(d));
            out.extend((0..2).map(|k| d + k));
        }
        for o in out {
            yield_!(o);
        }
    }
    called (vec![1, 5])
}

both! {
    /// The same of a value that is moved.
    fn a_value_moved_into_an_argument(v: Vec<N>) -> i32 {
        let mut out = vec![];
        for d in v {
            yield_!(num(&d));
            out.extend((0..1).map(|k| { let d = &d; num(d) + k }));
            out.extend(Some(7).map(|k| { let d = d; num(&d) + k }));
            note(1);
        }
        yield_!(out.len() as i32);
    }
    called (vec![N(1), N(5)])
}

both! {
    /// A closure that makes closures: each was once given the value of the first.
    fn a_copy_in_a_closure_in_a_closure(v: Vec<i32>) -> i32 {
        for d in v {
            yield_!(op(d));
            let m = op(7);
            let sums: Vec<i32> = (0..2).flat_map(|a| (0..2).map(move |b| a + b + d + m)).collect();
            for x in sums {
                yield_!(x);
            }
        }
    }
    called (vec![1, 5])
}

both! {
    /// Two closures of one chain that look at the same copy: the second once took it from the first (E0499).
    fn a_copy_in_two_closures_of_a_chain(v: Vec<(i32, i32)>) -> i32 {
        let mut out = vec![];
        for (a, b) in v {
            yield_!(op(a));
            out.extend((0..4).filter(|k| *k < b).map(|k| a + b * k));
        }
        for o in out {
            yield_!(o);
        }
    }
    called (vec![(1, 2), (3, 4)])
}

both! {
    /// A copy beside a borrow of what the statement declares: the closure was no `Fn`, and its variable not `mut` (E0596).
    fn a_copy_beside_a_borrow(v: Vec<i32>) -> i32 {
        for d in v {
            yield_!(op(d));
            let m = n(7);
            let twice = |k: i32| k + d + num(&m);
            let sum = twice(1) + twice(2);
            yield_!(sum);
        }
    }
    called (vec![1, 5])
}

/// Calls what it is given with something that borrows as long as the call lasts.
fn lent<'env, T>(f: impl for<'scope> FnOnce(&'scope Lender<'scope, 'env>) -> T) -> T {
    f(&Lender(std::marker::PhantomData))
}

/// What asks for closures that live as long as the call, as a scope of threads does.
struct Lender<'scope, 'env: 'scope>(
    std::marker::PhantomData<(&'scope mut &'scope (), &'env mut &'env ())>,
);

impl<'scope, 'env> Lender<'scope, 'env> {
    fn run(&'scope self, f: impl FnOnce() -> i32 + 'scope) -> i32 {
        f()
    }
}

both! {
    /// Closures that borrow a copy from around the closure that makes them, as those of threads do (E0373).
    fn a_copy_in_closures_of_a_scope(v: Vec<(i32, i32)>) -> i32 {
        for (d, e) in v {
            yield_!(op(d));
            let sum = lent(|scope| scope.run(|| d + 1) + scope.run(|| d + 2));
            yield_!(sum);
            let m = op(3);
            let more = lent(|scope| scope.run(|| m + 1) + scope.run(|| m + e));
            yield_!(more);
            yield_!(sum + more);
        }
    }
    called (vec![(1, 5), (2, 6)])
}

both! {
    /// A variable that is assigned anew where a closure has moved its value.
    fn assigned_behind_a_move(v: Vec<N>) -> i32 {
        let mut d = n(9);
        for e in v {
            yield_!(num(&d));
            let give = || { let x = d; num(&x) };
            note(give());
            d = e;
            yield_!(num(&d));
            note(Some(1).map_or(0, |k| { let x = d; num(&x) + k }));
            d = n(7);
        }
    }
    called (vec![N(1), N(2)])
}

both! {
    /// Closures that are not always made: in an arm, behind `&&`, in an `else if`, at the end of a block.
    fn in_branches_of_a_statement(v: Vec<N>) -> i32 {
        for d in v {
            yield_!(num(&d));
            let m = op(2);
            if m == 2 && (0..2).any(|k| k + num(&d) + m > 4) {
                note(1);
            }
            let s = if d.0 == 1 {
                let take = |k: i32| { let e = d; num(&e) + k + m };
                take(1)
            } else if d.0 == 2 {
                Some(3).map_or(0, |k| { let e = d; num(&e) + k + m })
            } else {
                match m {
                    2 => Some(4).map_or(0, |k| { let e = d; num(&e) + k + m }),
                    _ => 0,
                }
            };
            yield_!(s);
            note(2);
        }
    }
    called (vec![N(1), N(2), N(3)])
}

both! {
    /// A variable that is assigned anew where a closure has used it up.
    fn assigned_behind_the_closure(v: Vec<i32>) -> i32 {
        let mut d = op(0);
        for e in v {
            d = e;
            yield_!(d);
            let m = op(7);
            let s = (0..2).map(|k| k + d + m).sum::<i32>();
            d = op(3);
            yield_!(s + d);
            let t = {
                let q = (0..2).map(|k| k * d - m).max();
                d = 8;
                q
            };
            yield_!(t.unwrap_or(0) + d);
        }
    }
    called (vec![1, 5])
}

both! {
    /// Inside loops without a yield the closure is made again and again.
    fn in_an_inner_loop(v: Vec<i32>) -> i32 {
        for d in v {
            yield_!(op(d));
            let m = op(7);
            let mut sum = 0;
            while sum < 3 {
                sum += (0..2).map(|k| k + d + m).sum::<i32>().min(1);
            }
            let found = 'a: {
                if (0..2).any(|k| k + d == m) {
                    break 'a 1;
                }
                for z in 0..2 {
                    if (0..3).map(|k| k * d * m).any(|x| x == z * 70) {
                        break 'a z;
                    }
                }
                9
            };
            yield_!(sum + found);
        }
    }
    called (vec![1, 5, 7])
}

both! {
    /// A closure that moves a value when it is called, before the next yield (E0507).
    fn called_once(v: Vec<N>) -> i32 {
        for d in v {
            yield_!(op(1));
            let len = num(&d);
            let give = || { let x = d; num(&x) + len };
            note(1);
            let r = give();
            yield_!(r);
            note(2);
        }
    }
    called (vec![N(3), N(4)])
}

both! {
    /// The same of a `move` closure, behind the yield.
    fn called_once_behind_a_yield(value: N, other: N) -> i32 {
        let give = move || value;
        let both = move |k: i32| { let o = other; num(&o) + k };
        yield_!(op(1));
        let value = give();
        yield_!(num(&value));
        if op(0) == 1 {
            return;
        }
        let sum = both(2);
        yield_!(sum);
    }
    called (N(3), N(4))
}

both! {
    /// Of two references that are `&mut`, one is lent for the item.
    fn the_one_or_the_other(x: &mut i32, y: &mut i32) -> i32 {
        for k in 0..3 {
            let r = if k == 1 { &mut *x } else { &mut *y };
            *r += op(k);
            yield_!(k);
        }
        *x += 1;
        yield_!(*x + *y);
    }
    called { let (mut x, mut y) = (1, 2); } (&mut x, &mut y)
}

both! {
    /// What a closure looks at is moved and assigned again in the same statement: the closure was `FnMut` (E0596).
    fn looked_at_beside_a_move(mut value: N, k: i32) -> i32 {
        yield_!({
            {
                let f = || num(&value);
                note(f() + f());
                for mut held in vec![n(6), n(7)] {
                    note(num(&held));
                    held = value;
                    value = n(8);
                    note(num(&held));
                }
            }
            k
        });
        yield_!(num(&value));
    }
    called (N(1), 2)
}

both! {
    /// The same in a loop, with closures that change it and that stand in others.
    fn changed_beside_a_move(mut list: Vec<N>, flag: bool) -> i32 {
        yield_!(op(1));
        let mut turn = 0;
        while turn < 3 {
            let mut add = |k: i32| list.push(n(k));
            add(turn);
            let count = || list.iter().map(|x| num(x) + list.len() as i32).sum::<i32>();
            note(count() + count());
            if flag {
                drop(list);
                list = Vec::new();
            }
            turn += 1;
        }
        yield_!(list.len() as i32);
    }
    called (vec![N(1)], true), (vec![N(1)], false)
}

both! {
    /// Filled in one branch only, and looked at in a loop there.
    fn looked_at_where_it_is_filled(mut value: N, flag: bool) -> i32 {
        yield_!(num(&value));
        let taken = value;
        if flag {
            value = n(5);
            let mut words = vec![1, 2];
            while let Some(k) = words.pop() {
                let f = || num(&value) + k;
                note(f() + f());
            }
        } else {
            note(num(&taken));
        }
    }
    called (N(1), true), (N(1), false)
}

both! {
    /// A closure that is the value of a block, called for the last time: rustc was asked whether that takes it, and does
    /// not know it there (E0277); where it ends with its call, it stayed (E0507).
    fn called_out_of_a_block(k: i32) -> i32 {
        let look = {
            let held = n(1);
            move || num(&held)
        };
        yield_!(look());
        let end = if k > 0 {
            yield_!(2);
            let held = n(3);
            move || {
                drop(held);
                op(4)
            }
        } else {
            return;
        };
        yield_!(end());
        yield_!(5);
    }
    called (0), (1)
}

both! {
    /// An operator takes its operands: a closure that takes one of what it captured can be called once only (E0507).
    fn operands_taken_by_a_call(text: String, names: &str) -> usize {
        yield_!(0);
        let longer = move || text + "!";
        yield_!(longer().len());
        let number = 3;
        let negated = move |k: i32| -number + k;
        yield_!(negated(op(4)) as usize);
        let kept = move || *names == *"ab";
        yield_!(kept() as usize);
        yield_!(kept() as usize);
    }
    called ("ab".to_string(), "ab"), (String::new(), "")
}

fn called(of: impl Fn(i32) -> i32, k: i32) -> i32 {
    of(op(k)) * 10 + k
}

both! {
    /// A closure in front of an operand was made behind it, and took what that had left.
    fn what_a_closure_takes_before_a_later_operand_changes_it(k: i32) -> i32 {
        let mut x = k;
        let mut held = n(1);
        let first = called(move |y| x + y, { x += 1; yield_!(x); x });
        yield_!(first);
        let pair = (move || x, { x += 1; yield_!(x); x });
        yield_!((pair.0)() * 10 + pair.1);
        let text = called(move |y| format!("{x} {y} {}", x + 1).len() as i32, { x = 1000; yield_!(x); 5 });
        yield_!(text + x);
        let moved = called(move |y| num(&held) + y, { held = n(6); yield_!(num(&held)); 7 });
        yield_!(moved + num(&held));
    }
    called (3)
}

both! {
    /// E0507: a closure that can be called once, out of an `Option` that it has been put in.
    fn a_closure_to_be_called_once_is_taken_out_of_an_option(k: i32) -> i32 {
        let held = n(1);
        let mut once = if k < 3 { Some(move || held) } else { None };
        yield_!(0);
        if k == 0 {
            let give = once.take().unwrap();
            let held = give();
            yield_!(num(&held));
        }
        note(once.is_some() as i32);
        if let Some(give) = once {
            yield_!(1);
            if k == 1 {
                let held = give();
                yield_!(num(&held));
                return;
            }
            note(2);
        }
        yield_!(3);
    }
    called (0), (1), (2), (3)
}

both! {
    /// One that can be called again is there to the end of its scope.
    fn a_closure_to_be_called_again_is_taken_out_of_an_option(flag: bool) -> i32 {
        let held = n(1);
        let look = if flag { Some(move || num(&held)) } else { None };
        yield_!(0);
        if let Some(look) = look {
            yield_!(look());
            note(2);
        }
        let held = n(3);
        let look = Some(move || num(&held)).unwrap();
        yield_!(look());
        note(4);
    }
    called (true), (false)
}

both! {
    /// E0507: what a closure takes apart when it is called is moved as well.
    fn a_closure_that_takes_apart_what_it_has_captured(k: i32) -> i32 {
        let held = (n(1), (n(2), k));
        yield_!(0);
        let give = move || {
            let (first, (second, third)) = held;
            note(first.0 + third);
            second
        };
        yield_!(1);
        let second = give();
        yield_!(num(&second));
        let copies = (k, k + 1);
        let held = n(3);
        let sum = move || {
            let (one, other) = copies;
            one + other + num(&held)
        };
        yield_!(sum());
        yield_!(sum());
        note(4);
    }
    called (5)
}
