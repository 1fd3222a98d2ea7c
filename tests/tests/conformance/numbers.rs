//! Loops that count, and numbers that are computed again instead of being kept.

use crate::both::*;

both! {
    /// The bound is taken once, whatever becomes of the variable it was written with.
    fn bounds_that_change_while_the_loop_counts(k: i32) -> i32 {
        let (mut low, mut high) = (0, k);
        for i in low..high {
            high -= 1;
            low += 1;
            yield_!(i * 100 + high * 10 + low);
        }
        yield_!(high);
    }
    called (0), (1), (4), (-3)
}

both! {
    /// The variable of a loop may be changed; the loop goes on counting.
    fn counting_variable_is_the_bodys_own(k: i32) -> i32 {
        for mut i in 0..k {
            i *= 10;
            yield_!(i);
            i += 1;
            yield_!(i);
        }
    }
    called (0), (3)
}

both! {
    /// Bounds are evaluated in order and once, with what they note and drop.
    fn bounds_with_effects(k: i32) -> i32 {
        for i in (num(&n(1))..{ note(2); k }) {
            yield_!(i);
        }
        for i in 0..num(&n(k)) {
            yield_!(i);
        }
        for i in (1..{ yield_!(7); k }) {
            yield_!(i);
        }
    }
    called (0), (4)
}

both! {
    /// The largest number of the type is counted, too.
    fn up_to_the_end_of_the_type(k: u8) -> u8 {
        for i in k..u8::MAX {
            yield_!(i);
        }
        for i in -128i8..-126 {
            yield_!(i.unsigned_abs());
        }
        for i in 254u8.. {
            yield_!(i);
            if i == 254 { break; }
        }
    }
    called (250), (255)
}

both! {
    /// A range without an end that comes to that of its type panics where the range does.
    fn past_the_end_of_the_type(k: u8) -> u8 {
        for i in k.. {
            let _kept = n(1);
            yield_!(i);
        }
    }
    called (253)
}

both! {
    fn labels_and_values_of_loops_that_count(k: i32) -> i32 {
        let found = 'outer: {
            for i in 0..k {
                for j in i..k {
                    if j == 2 { continue; }
                    if i * j > 5 { break 'outer i + j; }
                    let _turn = n(j);
                    yield_!(i * 10 + j);
                }
                'inner: for _ in 0..3 {
                    for j in 0..3 {
                        if j == 1 { continue 'inner; }
                        yield_!(-j - i);
                    }
                }
            }
            -1
        };
        yield_!(found);
    }
    called (0), (2), (5)
}

both! {
    /// The type is that of what the numbers are used for.
    fn inferred_types_of_loops_that_count(k: usize) -> usize {
        let words = ["a", "b", "c"];
        for at in 0..words.len() {
            yield_!(words[at].len() + at);
        }
        for shift in 0..3 {
            let wide: u64 = 1 << shift;
            yield_!(wide as usize);
        }
        let mut total = 0u8;
        for i in 0..3 {
            total += i;
            yield_!(total.into());
        }
        for at in k..k + 2 {
            yield_!(at);
        }
    }
    called (0), (9)
}

both! {
    /// What arithmetic makes of numbers that stay is the same after a yield.
    fn numbers_made_of_numbers_that_stay(k: i32) -> i32 {
        let twice = k * 2;
        let next = twice + 1;
        const STEP: i32 = 3;
        let limit = 2;
        for i in 0..limit {
            let (here, there) = (i % 4, (i + 1) % 4);
            let odd = i & 1 == 1;
            yield_!(here);
            note(there);
            yield_!(if odd { next } else { twice });
            let narrow = i as u8;
            let f = move |x: i32| x + there + next;
            yield_!(f(i));
            yield_!(i32::from(narrow) + STEP);
        }
    }
    called (0), (5)
}

both! {
    /// Of a variable that changes a number was made once.
    fn numbers_made_of_what_changes(mut k: i32) -> i32 {
        let before = k + 1;
        k += 10;
        yield_!(before);
        let mut step = 1;
        while step < 4 {
            let twice = step * 2;
            step += 1;
            yield_!(twice);
            step += 1;
            yield_!(twice + step + before);
        }
        let k = before - k;
        yield_!(k);
        let copy = k;
        { let k = 5; yield_!(k + copy); }
        yield_!(copy);
    }
    called (0), (2)
}

both! {
    /// A name that is given its value later, on one way or the other.
    fn numbers_made_of_what_is_given_later(k: i32) -> i32 {
        let base;
        if k > 1 { base = 10; } else { yield_!(0); base = 20; }
        let sum = base + k;
        yield_!(1);
        yield_!(sum);
        let late;
        match k { 0 => { late = 1; } _ => { yield_!(2); late = sum - 1; } }
        let last = late * 2;
        yield_!(3);
        yield_!(last + base);
    }
    called (0), (1), (2)
}

both! {
    /// Ranges that count their end, to that of the type, and none at all.
    fn closed_ranges(k: u8) -> u8 {
        for i in 250..=k { yield_!(i); }
        for i in k..=u8::MAX {
            if i % 2 == 0 { continue; }
            yield_!(i);
            if i == 7 { break; }
        }
        for _ in 0..=2 { yield_!(1); }
        for mut i in 1..=2 { i *= 3; yield_!(i); }
        let bytes = [7, 8];
        for at in 0..=bytes.len() { yield_!(at as u8); }
        for i in -128i8..=-127 { yield_!(i.unsigned_abs()); }
    }
    called (0), (252), (255)
}

both! {
    fn ranges_backwards(k: u8) -> u8 {
        for i in (0..k).rev() { yield_!(i); }
        for i in (0..=k).rev() {
            if i == 2 { continue; }
            let _turn = n(i.into());
            yield_!(i);
        }
        'outer: for i in (k..=5).rev() {
            for j in (0..i).rev() {
                if j == 1 { continue 'outer; }
                yield_!(i * 10 + j);
            }
        }
        for mut i in (1..3u8).rev() { i *= 3; yield_!(i); }
        let words = ["a", "bc"];
        for at in (0..words.len()).rev() { yield_!(words[at].len() as u8); }
        for _ in (254..=u8::MAX).rev() { yield_!(0); }
    }
    called (0), (4), (5)
}

both! {
    /// Bounds in the order of the text, also where the loop starts at the second.
    fn bounds_with_effects_backwards(k: i32) -> i32 {
        for i in (num(&n(1))..={ note(2); k }).rev() { yield_!(i); }
        for i in ({ yield_!(8); 0 }..{ yield_!(9); k }).rev() { yield_!(i); }
        let mut low = 0;
        for i in (low..k).rev() { low += 2; if i < low { break; } yield_!(i); }
    }
    called (0), (4)
}

both! {
    fn values_of_loops_that_count(k: i32) -> i32 {
        for c in 1..=k {
            for b in 1..c {
                for a in (1..=b).rev() {
                    let square = a * a + b * b;
                    if square == c * c { yield_!(a * 100 + b * 10 + c); }
                }
            }
            yield_!(c);
        }
    }
    called (0), (5)
}

both! {
    /// A counter is kept one step ahead; the step that overflows panics when the body comes to it, and no earlier.
    fn counters_overflow_where_they_are_stepped(mut k: u8) -> u8 {
        loop {
            yield_!(k);
            k += 1;
        }
    }
    called (253), (255)
}

both! {
    /// By more than one, down, and of a type with a sign.
    fn counters_underflow_where_they_are_stepped(mut k: i8) -> i8 {
        while k != 0 {
            yield_!(k);
            k -= 100;
        }
    }
    called (0), (100), (-1), (-128)
}

both! {
    /// By a parameter that does not change, and two counters at once.
    fn counters_step_by_parameters(mut k: u32, mut other: u64, by: u64) -> u64 {
        while u64::from(k) < other {
            yield_!(u64::from(k) * 100 + other);
            other -= by;
            k += 1;
        }
    }
    called (0, 9, 2), (9, 0, 2), (1, 3, 0), (0, 10, 11)
}

both! {
    /// The same counter twice in one turn, and one with another step in front of the yield.
    fn counters_that_are_stepped_twice(mut k: u32) -> u32 {
        while k < 20 {
            k += 3;
            yield_!(k);
            k += 1;
            k -= 2;
        }
    }
    called (0), (19), (20)
}

both! {
    /// A parameter that changes is no constant step.
    fn counters_whose_step_changes(mut k: u32, mut by: u32) -> u32 {
        while k < 20 {
            by += 1;
            yield_!(k);
            k += by;
        }
    }
    called (0, 1)
}

both! {
    /// Each loop of the body has its counters where they belong.
    fn counters_of_two_loops(mut k: u32) -> u32 {
        while k > 3 {
            yield_!(k);
            k -= 1;
        }
        while k < 6 {
            yield_!(k);
            k += 1;
        }
    }
    called (5), (0), (9)
}
