//! What the differential tester has found, reduced: drop order, temporaries, receivers and patterns around
//! yields. Each of these programs was once compiled to something else than the plain function, or not at all.

use crate::both::*;

both! {
    fn params_tuple_order_on_panic((a, b): (N, i32), k: i32, c: Option<N>) -> i32 {
        for x in 0..op(2) {
            note(x);
        }
    }
    called ((N(1), 2), 0, Some(N(3)))
}

both! {
    fn for_wildcard_element(k: i32) -> i32 {
        for _ in vec![n(6), n(7)] {
            yield_!(k);
        }
    }
    called (1)
}

both! {
    fn moved_into_a_block_temporary(k: i32) -> i32 {
        let e = n(6);
        yield_!(num(&{ yield_!(1); e }) + { yield_!(2); 3 });
        yield_!(num(&{ yield_!(4); n(7) }));
    }
    called (1)
}

both! {
    fn if_let_rvalue_partial(k: i32) -> i32 {
        if let (Some(x), _) = (Some(n(1)), n(2)) {
            yield_!(num(&x));
        }
        note(3);
    }
    called (1)
}

both! {
    fn while_let_rvalue_partial(k: i32) -> i32 {
        let mut i = 0;
        while let (true, _) = (i < 2, n(i)) {
            yield_!(i);
            i += 1;
        }
    }
    called (1)
}

both! {
    fn let_else_rest_on_the_way_out(k: i32) -> i32 {
        let a = n(1);
        let (Some(x), 5) = (Some(n(2)), { yield_!(9); 6 }) else {
            note(3);
            return;
        };
        yield_!(num(&x));
    }
    called (1)
}

both! {
    fn arm_leaves_the_variable_whole(s: Shape) -> i32 {
        let _later = n(9);
        match s {
            Shape::One(x) => yield_!(num(&x)),
            _ => yield_!(7),
        }
        yield_!(8);
    }
    called (Shape::One(N(1))), (Shape::Two(1, N(2)))
}

both! {
    fn extended_in_a_tuple(k: i32) -> i32 {
        let y = (&n(1), 2);
        note(num(y.0));
        yield_!(y.1);
    }
    called (1)
}

both! {
    fn vec_operand_temporary(k: i32) -> i32 {
        let list = vec![num(&n(1)), { yield_!(5); 2 }];
        yield_!(list[0]);
    }
    called (1)
}

both! {
    fn block_receiver(k: i32) -> i32 {
        let a = n(1);
        yield_!(eat({ yield_!(1); a }.plus(2)));
    }
    called (1)
}

both! {
    fn guarded_move_out_of_variable(s: Shape) -> i32 {
        match s {
            Shape::One(x) if num(&x) > 5 => yield_!(num(&x)),
            y => { note(1); drop(y); }
        }
    }
    called (Shape::One(N(6))), (Shape::One(N(2)))
}

both! {
    fn two_arms_move_out_of_option(o: Option<N>, k: i32) -> i32 {
        match o {
            Some(x) if k > 1 => { yield_!(num(&x)); }
            a @ Some(_) => { yield_!(a.is_some() as i32); }
            rest => drop(rest),
        }
        note(1);
    }
    called (Some(N(1)), 2), (Some(N(1)), 1), (None, 1)
}

both! {
    fn move_closure_called_after_yield(p: N, k: i32) -> i32 {
        let g = move |q: i32| q + num(&p);
        yield_!(g(k));
    }
    called (N(1), 2)
}

both! {
    fn item_temporary_before_hand_out(k: i32) -> i32 {
        let y = { yield_!(Some(5).unwrap_or(k) | num(&{ yield_!(1); n(6) })); k };
        note(y);
    }
    called (1)
}

both! {
    fn break_value_that_yields_then_later_yields(k: i32) -> i32 {
        let mut x = 0;
        let y = loop {
            if x > 1 {
                break add({ yield_!(4); x }, 1);
            }
            x += 1;
            yield_!(x);
        };
        note(y);
    }
    called (1)
}

both! {
    fn the_same_in_an_item(k: i32) -> i32 {
        yield_!({
            let mut x = 0;
            loop {
                if x > 1 {
                    break { yield_!(4); x };
                }
                x += 1;
                yield_!(x);
            }
        });
    }
    called (1)
}

both! {
    fn scrutinee_block_two_moving_arms(k: i32) -> i32 {
        let y = match { yield_!(1); (Some(n(6)), 7) } {
            (Some(h), _) if num(&h) > 9 => 1,
            (e, d) => d,
        };
        note(y);
    }
    called (1)
}

both! {
    fn scrutinee_block_nested_pattern(k: i32) -> i32 {
        if let Some((c, _)) = { yield_!(1); Some((n(10), 8)) } {
            yield_!(num(&c));
        }
    }
    called (1)
}

both! {
    fn receiver_chain(k: i32) -> i32 {
        note(eat(n(1).plus(2).plus({ yield_!(1); k }).plus({ yield_!(3); 4 })));
    }
    called (1)
}

both! {
    fn receiver_in_a_borrowed_operand(k: i32) -> i32 {
        note(num(&n(3).plus(add(k, { yield_!(1); 2 }))));
    }
    called (1)
}

both! {
    fn receiver_is_a_block_with_yield(k: i32) -> i32 {
        note(eat({ yield_!(1); n(2) }.plus(3)));
    }
    called (1)
}

both! {
    fn local_in_braces_as_receiver_assigned(mut p: N, k: i32) -> i32 {
        p = { p }.plus({ yield_!(1); k });
        let mut c = 0;
        loop {
            if c > 1 {
                break;
            }
            c += 1;
            yield_!(num(&p));
        }
    }
    called (N(1), 2)
}

both! {
    fn deferred_unused_in_a_block_value(k: i32) -> i32 {
        let e = n('l5: {
            {
                let k: i32;
            }
            ({ yield_!(7); op(5) } | { yield_!(8); 2 })
        }).plus({ yield_!(10); k });
        note(num(&e));
    }
    called (1)
}

both! {
    fn let_else_wildcard_keeps_to_the_statement(k: i32, p: N) -> i32 {
        let Some(_) = Some(n(7)) else {
            return yield_!(8);
        };
    }
    called (1, N(2))
}

both! {
    fn if_let_wildcard_keeps_to_the_block(k: i32) -> i32 {
        if let (Some(_), y) = (Some(n(5)), { yield_!(6); k }) {
            yield_!(y);
        }
        note(1);
    }
    called (1)
}

both! {
    fn pattern_parameter_drops_in_its_place((a, b): (N, i32), c: N, k: i32) -> i32 {
        yield_!(b);
    }
    called ((N(1), 2), N(3), 4)
}

both! {
    fn option_of_pair_taken_apart(k: i32) -> i32 {
        let y = Some((n(1), k));
        yield_!(1);
        if let Some((c, _)) = y {
            yield_!(num(&c));
        }
        note(2);
    }
    called (1)
}

both! {
    fn match_of_block_that_yields(k: i32) -> i32 {
        match { yield_!(k); None::<(N, i32)> } {
            Some((a, _)) if num(&a) > 1 => yield_!(1),
            Some((_, b)) => yield_!(b),
            None => yield_!(3),
        }
    }
    called (1)
}

both! {
    fn match_of_if_that_yields(flag: bool) -> i32 {
        let x = match (if flag { yield_!(9); Some(n(11)) } else { None }) {
            Some(h) if num(&h) > 20 => 1,
            Some(mut y) => eat(y),
            z => 3,
        };
        note(x);
    }
    called (true), (false)
}

both! {
    fn for_over_vec_with_receiver(k: i32) -> i32 {
        for c in vec![n(4), { yield_!(1); n(5) }.plus(2)] {
            yield_!(num(&c));
        }
    }
    called (1)
}

both! {
    fn match_variable_three_arms(s: Shape) -> i32 {
        match s {
            Shape::Two(_, k) if num(&k) % 2 == 0 => { yield_!(num(&k)); }
            Shape::One(mut g) => { yield_!(num(&g)); }
            other => { yield_!(1); drop(other); }
        }
    }
    called (Shape::Two(1, N(2))), (Shape::Two(1, N(3))), (Shape::One(N(4)))
}

both! {
    fn last_local_before_the_parameters(p: N, k: i32) -> i32 {
        let h = { yield_!(1); n(2) };
    }
    called (N(1), 0)
}

both! {
    fn receiver_and_scrutinee_on_panic(k: i32) -> i32 {
        note(eat({ yield_!(1); n(6) }.plus(match Some(n(8)) {
            Some(b) if num(&b) > 100 => 1,
            y @ Some(_) => 2,
            x => 3,
        })));
    }
    called (0)
}

both! {
    fn match_wildcard_keeps_the_value(k: i32) -> i32 {
        match Some(n(8)) {
            Some(_) => yield_!(k),
            _ => {}
        }
    }
    called (0)
}

both! {
    fn temporary_around_an_inner_yield(k: i32) -> i32 {
        yield_!(num(&n({ yield_!(1); 2 })));
    }
    called (0)
}

both! {
    fn last_local_by_pattern(p: N, k: i32) -> i32 {
        let Duo { left: x, right: _ } = { yield_!(1); duo(n(10), 11) };
    }
    called (N(1), 0)
}

both! {
    fn last_local_after_a_loop(p: N, k: i32) -> i32 {
        for i in 0..2 {
            yield_!(i);
        }
        let a = n(2);
        let b = n(3);
    }
    called (N(1), 0)
}

both! {
    fn last_local_made_around_a_yield(p: N, k: i32) -> i32 {
        let h = ((if k > 4 { yield_!(1); 1 } else { yield_!(2); 3 }), n(11));
    }
    called (N(1), 0)
}

both! {
    fn last_local_from_a_loop(p: N, k: i32) -> i32 {
        let k = {
            let mut i = 0;
            loop {
                if i > 1 {
                    break n(5);
                }
                i += 1;
                yield_!(i);
            }
        };
    }
    called (N(1), 0)
}

both! {
    fn method_value_then_compound(k: i32) -> i32 {
        let mut c = Some(k).unwrap_or({ yield_!(1); k });
        c -= { yield_!(2); 1 };
        yield_!(c);
    }
    called (0)
}

both! {
    fn method_value_never_read(k: i32) -> i32 {
        let mut c = Some(k).unwrap_or({ yield_!(1); k });
        c -= {
            let mut x = 0;
            loop {
                if x > 1 {
                    break x;
                }
                x += 1;
                yield_!(2);
            }
        };
    }
    called (0)
}

both! {
    fn if_let_chain_with_yield_and_continue(mut p: Option<N>, k: i32) -> N {
        let b = {
            let mut x = 0;
            loop {
                if x > 1 {
                    break k;
                }
                x += 1;
                for c in 1..3 {
                    if let 5.. = (x ^ { yield_!(n(7)); 4 }) && { yield_!(pick(p, n(8))); op(0) > 4 } {
                        if k > 1 {
                            p = Some(n(11));
                            continue;
                        }
                    }
                    p = Some(n(13));
                }
            }
        };
    }
    called (Some(N(1)), 0)
}

both! {
    fn assigned_after_a_move_closure(p: N, k: i32) -> N {
        let g = move |q: i32| q + num(&p);
        note(g(k));
        yield_!(n(g(k)));
        note(g(k));
    }
    called (N(1), 0)
}

both! {
    fn receiver_in_braces_in_a_loop(mut p: N, k: i32) -> i32 {
        let mut a = 0;
        while a < 2 {
            a += 1;
            p = { p }.plus({ yield_!(1); a });
            let mut c = 0;
            loop {
                if c > 1 {
                    break;
                }
                c += 1;
                yield_!(c);
            }
        }
    }
    called (N(1), 2)
}

both! {
    fn method_value_in_a_for(k: i32) -> i32 {
        for d in [1, 2] {
            let mut c = Some(k).unwrap_or({ yield_!(22); k });
            c -= {
                for x in count(n(1), 2) {
                    yield_!(x);
                }
                1
            };
        }
    }
    called (2)
}

both! {
    fn only_receiver_never_read(k: i32) -> i32 {
        let e = n(1).plus({ yield_!(10); k });
    }
    called (2)
}

both! {
    fn receiver_from_block_never_read(k: i32) -> i32 {
        let e = n({ yield_!(7); 1 }).plus({ yield_!(10); k });
    }
    called (2)
}

both! {
    fn unused_annotated_loop_value(k: i32) -> i32 {
        let b: i32 = {
            let mut x = 0;
            loop {
                if x > 1 {
                    break k;
                }
                x += 1;
                yield_!(x);
            }
        };
    }
    called (0)
}

both! {
    fn two_lifetimes_and_a_local_of_a_parameters_type [<'a, 'b, A: Copy, B: Clone + std::fmt::Debug, F: Fn(A) -> B>] (x: &'a [A], f: &'b F) -> B {
        for a in x.iter() {
            let b = f(*a);
            yield_!(b.clone());
            yield_!(b);
        }
    }
    called (&[1, 2], &|k| op(k) * 2)
}

both! {
    fn let_else_binding_ends_with_its_scope(k: i32) -> i32 {
        {
            let Some(g) = Some(n(6)) else {
                yield_!(1);
                return;
            };
        }
        note(2);
        yield_!(3);
    }
    called (1)
}

both! {
    fn let_else_binding_among_others(k: i32) -> i32 {
        {
            let c = n(10);
            let Some(b) = Some(n(13)) else {
                return yield_!(15);
            };
            note(1);
        }
        yield_!(2);
    }
    called (1)
}

both! {
    fn if_let_wildcard_on_a_moved_parameter(o: Option<N>, k: i32) -> i32 {
        if let Some(_) = { o } {
            yield_!(1);
        }
        yield_!(2);
    }
    called (Some(N(1)), 1)
}

both! {
    fn last_local_of_a_scope_made_around_a_yield(flag: bool) -> i32 {
        {
            let x = n(7);
            let y = duo((if flag { yield_!(1); n(2) } else { n(3) }).plus(4), 5);
        }
        yield_!(2);
    }
    called (true), (false)
}

both! {
    fn last_local_of_an_arm(flag: bool) -> i32 {
        if let Some(h) = Some(n(4)) {
            yield_!(1);
            let x = pick(Some(n(7)), { yield_!(2); n(9) });
            note(1);
        }
        yield_!(3);
    }
    called (true)
}

both! {
    fn variable_taken_in_one_arm_and_looked_at_in_the_other(k: i32) -> i32 {
        let mut p = Some(n(1));
        for i in 0..3 {
            if let Some(c) = p {
                yield_!(num(&c));
            } else {
                yield_!(k);
                yield_!(p.is_some() as i32);
            }
            p = if i == 1 { None } else { Some(n(i)) };
        }
    }
    called (2)
}

both! {
    /// What `_` is given was dropped at the end of the block of code and not of the `let`, if a yield was in it.
    fn a_value_given_to_nobody(k: i32) -> i32 {
        let _ = {
            yield_!(1);
            'block: { duo(n(10), 11) }
        };
        note(k);
        let (_, x) = {
            yield_!(2);
            (n(20), n(21))
        };
        note(k);
        if k > 0 {
            let Duo { right, .. } = { yield_!(3); duo(n(30), 31) };
            let _: N = { yield_!(right); n(40) };
            note(k);
        }
        let (ref y, _) = {
            yield_!(num(&x));
            (n(50), n(51))
        };
        note(k);
        note(num(y));
    }
    called (0), (1)
}

both! {
    /// `*x` of a `Box` copied a number out of it, and took the box for moved though it was used again.
    fn copied_out_of_a_box(mut k: i32) -> i32 {
        let value = Box::new(k);
        k += 1;
        let other = Box::new(*value + k);
        yield_!(*value + k);
        let twice = || *value + 1;
        note(twice() + twice());
        yield_!(*value + *other);
        for i in 0..2 {
            yield_!(*value + i);
        }
        let moved = Box::new(n(7));
        yield_!(num(&moved));
        let inner = *moved;
        yield_!(num(&inner));
        let mut again = Box::new(n(8));
        yield_!(k);
        eat(*again);
        again = Box::new(n(9));
        yield_!(num(&again));
        let last = || *value + 2;
        note(last() + last());
    }
    called (0), (1)
}

#[cfg(not(rustc_gen))]
both! {
    /// A `return`, a jump or a variable lost the condition in front of it, and ran.
    fn conditions_on_jumps_and_moves(k: i32) -> i32 {
        let (left, right) = (n(1), n(2));
        yield_!(k);
        #[cfg(not(test))]
        return;
        for i in 0..4 {
            #[cfg(not(test))]
            continue;
            yield_!(i + num(&left));
            #[cfg(not(test))]
            break;
            #[cfg(test)]
            if i == 2 {
                break;
            }
        }
        #[cfg(not(test))]
        left;
        #[cfg(not(test))]
        (left, right);
        #[cfg(not(test))]
        [left, right].map(|it| eat(it));
        yield_!(num(&left));
        #[cfg(test)]
        eat(right);
        #[cfg(test)]
        [left].map(|it| note(num(&it)));
        yield_!(k + 1);
        #[cfg(test)]
        return;
    }
    called (0), (1)
}

both! {
    /// What a loop breaks with after a label was written as a path from the root, which syn takes for a second label.
    fn broken_with_after_a_label(k: i32) -> N {
        let (left, right) = (n(k), n(k + 1));
        yield_!(n(2));
        let mut rounds = 0;
        let found = 'out: loop {
            loop {
                rounds += 1;
                if rounds > 2 + k {
                    break 'out left;
                }
                if rounds > 5 {
                    break 'out right;
                }
                break;
            }
        };
        yield_!(found);
    }
    called (0), (1)
}

macro_rules! let_pair {
    ($a:ident, $b:ident, $k:expr) => {
        let $a = n($k);
        let mut $b = $k + 1;
    };
}

both! {
    /// A `macro_rules!` of the body that names what a macro before it declares: resolving it panicked.
    fn named_by_a_definition_declared_by_a_macro(k: i32) -> i32 {
        let_pair!(a, b, k + 1);
        macro_rules! sum {
            () => {
                num(&a) + b
            };
            ($more:expr) => {
                b += $more
            };
        }
        yield_!(sum!());
        sum!(5);
        yield_!(sum!());
        yield_!(num(&a));
    }
    called (0), (1)
}
