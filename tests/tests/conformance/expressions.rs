//! A yield wherever an expression may stand, and the order of evaluation.

use crate::both::*;

#[derive(Debug)]
struct Point {
    x: i32,
    y: i32,
    z: i32,
}

fn three(a: N, b: N, c: N) -> i32 {
    op(a.0 * 100 + b.0 * 10 + c.0)
}

both! {
    /// Arguments before the yield are kept, those after it are made after it.
    fn call_arguments(k: i32) -> i32 {
        let sum = three(n(1), { yield_!(k); n(2) }, n(3));
        yield_!(sum);
    }
    called (9)
}

both! {
    /// A method call whose receiver is a value and whose arguments yield, twice over.
    fn method_chain(k: i32) -> N {
        let x = n(k).plus({ yield_!(n(50)); 1 }).plus({ yield_!(n(51)); 2 });
        yield_!(x);
    }
    called (3)
}

both! {
    /// Left operand first, whatever the operator; a variable as operand is read when it is its turn.
    fn operands_in_order(k: i32) -> i32 {
        let mut x = k;
        let sum = x + { yield_!(x); x = 100; x } - { yield_!(x); x += 1; x } * x;
        yield_!(sum);
        yield_!(op(x) << { yield_!(1); 2 } | { yield_!(2); 1 });
    }
    called (3)
}

both! {
    /// `&&` and `||` evaluate the right side, and yield in it, only when they must.
    fn short_circuit(a: bool, b: bool) -> i32 {
        let both = a && { yield_!(1); b } && { yield_!(2); true };
        let any = a || { yield_!(3); b } || { yield_!(4); false };
        yield_!(both as i32 * 10 + any as i32);
        if a || b && { yield_!(5); op(0) == 0 } {
            yield_!(6);
        }
    }
    called (true, true), (true, false), (false, true), (false, false)
}

both! {
    /// Tuples, arrays and struct literals evaluate in source order and keep what is done.
    fn literals(k: i32) -> i32 {
        let p = Point { z: op(k), x: { yield_!(1); op(k + 1) }, y: { yield_!(2); op(k + 2) } };
        let t = (n(1), { yield_!(3); n(2) }, { yield_!(4); n(3) });
        let a = [n(4), { yield_!(5); n(5) }];
        yield_!(p.x + 10 * p.y + 100 * p.z);
        yield_!(num(&t.1) + num(&a[0]));
    }
    called (3)
}

both! {
    /// Functional update: the base is evaluated last.
    fn struct_update(k: i32) -> i32 {
        let base = Point { x: 1, y: 2, z: 3 };
        let p = Point { y: { yield_!(k); op(20) }, ..{ yield_!(k + 1); base } };
        yield_!(p.x + p.y + p.z);
    }
    called (5)
}

both! {
    /// Array repetition, ranges and casts.
    fn small_operators(k: i32) -> i32 {
        let a = [{ yield_!(1); op(k) }; 3];
        for x in ({ yield_!(2); 0 })..({ yield_!(3); op(2) }) {
            yield_!(a[x as usize]);
        }
        let c = -{ yield_!(4); k } as i64 + !{ yield_!(5); 0i64 };
        yield_!(c as i32);
        yield_!((*{ yield_!(6); &7 }) + op(1));
    }
    called (8)
}

both! {
    /// An index that yields; the array is looked at when the index is there.
    fn index_by_yield(k: usize) -> i32 {
        let mut a = [1, 2, 3];
        let x = a[{ yield_!(0); k }];
        a[{ yield_!(x); k }] = { yield_!(10); 40 };
        a[k] += { yield_!(20); a[k] };
        yield_!(a[k]);
    }
    called (0), (2)
}

both! {
    /// On primitives the right side of `op=` comes first.
    fn compound_assignment(k: i32) -> i32 {
        let mut x = k;
        x += { yield_!(x); x = 10; op(1) };
        x *= { yield_!(x); 2 };
        x -= x + { yield_!(x); 3 };
        yield_!(x);
    }
    called (7)
}

both! {
    /// Fields as targets of assignment, also through a tuple.
    fn field_assignment(k: i32) -> i32 {
        let mut p = Point { x: 0, y: 0, z: k };
        let mut t = (n(1), 5);
        p.x = { yield_!(p.z); op(3) };
        p.y += p.x + { yield_!(p.x); 1 };
        t.0 = { yield_!(num(&t.0)); n(2) };
        t.1 += { yield_!(t.1); 1 };
        yield_!(p.x + p.y + p.z + num(&t.0) + t.1);
    }
    called (4)
}

both! {
    /// Destructuring assignment evaluates its right side first.
    fn destructuring_assignment(k: i32) -> i32 {
        let (mut a, mut b) = (1, 2);
        (a, b) = (b, { yield_!(a); a });
        yield_!(a * 10 + b);
        let mut rest = [0; 3];
        [rest[0], .., _] = [{ yield_!(k); op(k) }, 8, 9];
        Point { x: a, y: b, .. } = Point { x: { yield_!(rest[0]); 6 }, y: 7, z: 0 };
        (_, a) = (op(0), a + b);
        yield_!(a + b);
    }
    called (5)
}

both! {
    /// A yield in the yielded expression.
    fn nested_yields(k: i32) -> i32 {
        yield_!({ yield_!(k); yield_!({ yield_!(k + 1); k + 2 }); k + 3 });
        let () = yield_!(yield_value({ yield_!(20); 21 }));
        match yield_!(30) {
            () => yield_!(31),
        }
    }
    called (1)
}

fn yield_value(k: i32) -> i32 {
    op(k)
}

both! {
    /// Jumps as operands: what is half evaluated is dropped on the way.
    fn jumps_as_operands(k: i32) -> i32 {
        for i in 0..4 {
            let sum = three(n(i), if i == k { continue } else { yield_!(i); n(5) }, {
                if i == 2 {
                    break;
                }
                n(6)
            });
            yield_!(sum);
        }
        let _t = (n(70), { yield_!(71); if k > 1 { return } n(72) });
        yield_!(73);
    }
    called (0), (1), (9)
}

both! {
    /// Blocks as values, with statements, in each other.
    fn block_values(k: i32) -> i32 {
        let x = {
            let a = { yield_!(k); n(1) };
            let b = { let c = n(2); yield_!(num(&c)); num(&c) + num(&a) };
            b + 1
        };
        yield_!({ x });
    }
    called (9)
}

both! {
    /// `if` and `match` as operands whose branches yield or not.
    fn branch_values(k: i32) -> i32 {
        let x = op(1) + (if k > 1 { yield_!(10); 2 } else { 3 }) + match k {
            0 => 4,
            1 => { yield_!(11); 5 }
            _ => 6,
        } + op(7);
        yield_!(x);
    }
    called (0), (1), (2)
}

both! {
    /// Arguments of std's macros.
    fn macro_arguments(k: i32) -> String {
        let v = vec![n(1), { yield_!(word(1)); n(2) }, { yield_!(word(2)); n(3) }];
        assert!({ yield_!(word(3)); k } > 0, "k is {k}");
        assert_eq!({ yield_!(word(4)); op(k) }, k);
        yield_!(format!("{}/{}", { yield_!(word(5)); k }, v.len()));
        if matches!({ yield_!(word(6)); k }, 1..=5) {
            yield_!(format!("{k:>3}|{:?}", v[0]));
        }
        let r = vec![{ yield_!(word(7)); k }; 2];
        yield_!(format!("{r:?}"));
    }
    called (2), (9), (-1)
}

both! {
    /// The scrutinee of a `match` on a tuple of yields.
    fn scrutinee_of_yields(a: i32, b: i32) -> i32 {
        match ({ yield_!(1); op(a) }, { yield_!(2); op(b) }) {
            (0, 0) => yield_!(100),
            (x, 0) | (0, x) => yield_!(x),
            (x, y) => { yield_!(x); yield_!(y); }
        }
    }
    called (0, 0), (3, 0), (0, 4), (5, 6)
}

both! {
    /// A closure's call takes an argument that is made across a yield.
    fn call_of_a_function_pointer(f: fn(i32, i32) -> i32) -> i32 {
        let r = f({ yield_!(1); 2 }, { yield_!(3); 4 });
        yield_!(r);
    }
    called (add)
}

#[derive(Clone, Copy)]
struct Spot(i32);
impl Spot {
    fn times(self, a: i32, b: i32) -> i32 {
        note(self.0);
        self.0 * 100 + a * 10 + b
    }
}

struct Pile(Vec<N>);
impl Pile {
    fn with(mut self, k: impl Into<i64>, top: N) -> Pile {
        note(k.into() as i32);
        self.0.push(top);
        self
    }
}

both! {
    /// What a method takes by value while its arguments yield was an error in a variable, or read behind the arguments.
    fn receivers_by_value(p: Spot, k: i32) -> i32 {
        let mut r = Spot(1);
        let v = r.times({ yield_!(1); r = Spot(5); 2 }, op(3));
        yield_!(v + r.0);
        yield_!(p.times(1, { yield_!(2); k }));
        let points = [r, p];
        yield_!(points[1].times(0, { yield_!(3); 1 }));
        let mut x = k;
        let y = x.max({ yield_!(4); x = 100; op(2) });
        yield_!(y + x);
        let len = points.len();
        yield_!(len.pow({ yield_!(5); 2 }) as i32);
    }
    called (Spot(3), 1), (Spot(4), 9)
}

both! {
    /// The same for one that is moved, and drops with the call.
    fn moved_receivers(pile: Pile, o: Option<N>) -> i32 {
        let other = Pile(vec![n(1)]);
        let other = other.with(5, { yield_!(1); n(2) }).with(6i64, { yield_!(2); n(3) });
        yield_!(other.0.len() as i32);
        let pile = pile.with({ yield_!(3); 7 }, n(4));
        yield_!(num(&pile.0[0]));
        let last = o.unwrap_or({ yield_!(4); n(5) });
        yield_!(num(&last));
    }
    called (Pile(vec![N(10)]), None), (Pile(vec![]), Some(N(11)))
}

both! {
    /// What is called while its arguments yield, in a variable whose type is not written: a copy.
    fn callees_by_copy(k: i32) -> i32 {
        fn double(x: i32) -> i32 {
            op(x * 2)
        }
        let f = double;
        yield_!(f({ yield_!(1); k }));
        let fs = [double as fn(i32) -> i32, |x| x + 1];
        for g in fs {
            yield_!(g({ yield_!(2); k }));
        }
        yield_!(fs[1]({ yield_!(3); k }));
        let mut g: fn(i32) -> i32 = double;
        yield_!(g({ yield_!(4); g = |x| x; k }) + g(0));
    }
    called (0), (3)
}

both! {
    /// What a destructuring assignment leaves out is dropped, and what comes first is assigned, before a place yields.
    fn places_that_yield_in_a_destructuring() -> i32 {
        let mut v = [0, 0];
        (v[{ yield_!(v[1]); 0 }], v[{ yield_!(v[0]); 1 }], _) = ({ yield_!(1); 5 }, { yield_!(2); 6 }, n(9));
        yield_!(v[0] + v[1]);
        let mut w = vec![n(0), n(1)];
        let k = { yield_!(7); 0 };
        (w[k], w[1]) = (n(10), { yield_!(8); n(11) });
        yield_!(num(&w[1]));
    }
    called ()
}

/// Two values, behind a `&mut`.
pub struct Two {
    left: i32,
    right: i32,
}

fn raised(value: &mut i32, by: i32) -> i32 {
    *value += op(by);
    *value
}

both! {
    /// What a `&mut` refers to is borrowed again behind an operand that yields.
    fn borrows_in_front_of_an_operand_that_yields(two: &mut Two, one: &mut i32, list: &mut [i32]) -> i32 {
        let x = raised(&mut two.left, { yield_!(1); 2 });
        yield_!(x);
        let y = two.right + raised(one, { yield_!(two.left); 3 });
        yield_!(y);
        std::mem::swap(one, &mut { yield_!(4); 5 });
        yield_!(*one);
        std::mem::swap(&mut list[{ yield_!(6); 0 }], { yield_!(7); one });
        yield_!(list[0]);
        for value in list {
            let old = std::mem::replace(value, { yield_!(8); 9 });
            yield_!(old + *value);
        }
        if let Some(last) = Some(&mut two.right) {
            let pair = (raised(last, { yield_!(10); 11 }), { yield_!(*last); 12 });
            yield_!(pair.0 + pair.1);
        }
    }
    called (&mut Two { left: 1, right: 2 }, &mut 3, &mut [4, 5])
}
