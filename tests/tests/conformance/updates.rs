//! Struct literals that take over the rest of their fields from a variable: what they spell out stays behind in it.

use crate::both::*;

/// Fields that own something beside one that is copied.
#[derive(Debug)]
pub struct Parts {
    pub first: D,
    pub second: D,
    pub count: i32,
}

fn parts(count: i32) -> Parts {
    Parts {
        first: D("first"),
        second: D("second"),
        count,
    }
}

fn counted(parts: Parts) -> i32 {
    note(parts.count);
    op(parts.count)
}

both! {
    /// The last use of a parameter was E0507; the field that is left in it is dropped with it.
    fn rest_of_a_parameter(base: Parts) -> i32 {
        let _before = D("before");
        yield_!(1);
        let next = Parts { second: D("new"), count: base.count + 1, ..base };
        let _after = d("after");
        yield_!(op(next.count));
        note(len(&next.first));
    }
    called (parts(1))
}

both! {
    /// In one branch only, with parts of the variable in the literal.
    fn rest_in_a_branch(base: Parts, flag: bool) -> i32 {
        yield_!(op(1));
        if flag {
            let next = Parts { second: base.first, first: D("new"), ..base };
            note(len(&next.first));
        }
        let _after = d("after");
        yield_!(op(2));
    }
    called (parts(1), true), (parts(2), false)
}

both! {
    /// Both branches take something else.
    fn rest_in_either_branch(base: Parts) -> i32 {
        yield_!(op(1));
        let next = if base.count > 1 {
            Parts { first: D("new"), ..base }
        } else {
            note(3);
            Parts { second: D("new"), ..base }
        };
        note(4);
        yield_!(op(next.count));
    }
    called (parts(1)), (parts(2))
}

both! {
    /// The variable gets another value behind it: what was left in it is dropped there.
    fn rest_of_a_variable_that_is_assigned(k: i32) -> i32 {
        let mut state = parts(k);
        for turn in 0..3 {
            let next = Parts { first: D("new"), count: state.count + turn, ..state };
            yield_!(next.count);
            state = next;
            note(turn);
        }
        yield_!(state.count);
    }
    called (2)
}

both! {
    /// The same where no yield stands between them.
    fn rest_of_a_variable_that_is_made_anew(base: Parts) -> i32 {
        let mut base = base;
        yield_!(op(0));
        for turn in 0..2 {
            note(counted(Parts { first: D("new"), ..base }));
            base = parts(turn);
            note(turn);
        }
        yield_!(base.count);
    }
    called (parts(2))
}

both! {
    /// As the item, and as an argument of the item.
    fn rest_in_an_item(base: Parts, other: Parts) -> i32 {
        yield_!(op(0));
        yield_!(counted(Parts { first: D("new"), ..base }));
        note(1);
        yield_!(Parts { second: D("new"), count: 3, ..other }.count);
        note(2);
    }
    called (parts(1), parts(2))
}

both! {
    /// A yield stands in one of the fields.
    fn rest_behind_a_yield(k: i32) -> i32 {
        for turn in 0..k {
            let base = parts(turn);
            let _held = d("held");
            yield_!(op(0));
            if turn == 1 {
                let next = Parts { first: { yield_!(9); D("new") }, ..base };
                yield_!(next.count);
            }
            note(turn);
        }
    }
    called (2), (3)
}

both! {
    /// Bound by a pattern, and matched at once.
    fn rest_of_a_part(option: Option<Parts>) -> i32 {
        if let Some(base) = option {
            let _held = d("held");
            yield_!(op(0));
            let Parts { first, count, .. } = Parts { second: D("new"), ..base };
            note(len(&first));
            yield_!(count);
        }
        note(1);
    }
    called (Some(parts(3))), (None)
}

both! {
    /// Types that the body never spells out, and that only rustc knows.
    fn rest_of_a_generic_struct[<T: std::fmt::Debug, U: std::fmt::Debug>](base: Pair<T, U>, new: T) -> String {
        yield_!(String::new());
        let next = Pair { left: new, ..base };
        yield_!(format!("{next:?}"));
        note(1);
    }
    called (Pair { left: D("a"), right: vec![D("b")] }, D("c"))
}

#[derive(Debug)]
pub struct Pair<T, U> {
    left: T,
    right: U,
}

/// Boxed, borrowed and empty fields.
pub struct Mixed {
    call: Box<dyn Fn(i32) -> i32>,
    name: &'static str,
    list: Vec<D>,
}

both! {
    /// What the fields are coerced to is known from the literal.
    fn rest_beside_a_coercion(base: Mixed) -> i32 {
        yield_!(1);
        let next = Mixed { call: Box::new(|x| x + 1), ..base };
        yield_!((next.call)(op(2)));
        let last = Mixed { name: "last", list: Vec::new(), ..next };
        yield_!((last.call)(last.name.len() as i32));
        note(last.list.len() as i32);
    }
    called (Mixed { call: Box::new(|x| x), name: "first", list: vec![D("a")] })
}

both! {
    /// Copies: the variable is used again.
    fn rest_that_is_copied(base: Point) -> i32 {
        yield_!(base.x);
        let next = Point { x: op(7), ..base };
        yield_!(next.x + next.y);
        let last = Point { y: 8, ..base };
        yield_!(last.x + last.y + base.y);
    }
    called (Point { x: 1, y: 2 })
}

#[derive(Clone, Copy)]
pub struct Point {
    x: i32,
    y: i32,
}

both! {
    /// The body spells the fields out elsewhere, where the variable is a parameter (E0277).
    fn rest_of_a_known_shape(base: Parts) -> i32 {
        yield_!(1);
        let next = &Parts { first: D("new"), ..base };
        note(next.count);
        let last = Parts { second: D("other"), count: next.count, first: D("last") };
        yield_!(last.count);
    }
    called (parts(1))
}

both! {
    /// What the other fields look at in macros was looked up anew for each mention, and borrowed twice (E0499).
    fn rest_beside_looks_in_macros(base: Named) -> String {
        yield_!(format!("{base:?}"));
        let mut state = Named { size: base.size + 1, ..base };
        for k in 0..2 {
            yield_!(state.name.clone());
            state = Named { name: format!("{}-{}{}", state.name, state.size, state.tags.len()), ..state };
            yield_!(format!("{state:?}"));
            state = Named { size: sum!(state.size, state.tags.len() as i32), ..state };
        }
        yield_!(format!("{state:?}"));
    }
    called (Named { name: String::from("a"), size: 1, tags: vec![2] })
}

macro_rules! sum {
    ($a:expr, $b:expr) => {
        $a + $b
    };
}
use sum;

#[derive(Debug)]
pub struct Named {
    name: String,
    size: i32,
    tags: Vec<i32>,
}

fn made(k: i32) -> Parts {
    Parts {
        first: D("first"),
        second: D("second"),
        count: op(k),
    }
}

fn renewed(part: D) -> D {
    op(part.0.len() as i32);
    D("renewed")
}

both! {
    /// The literal that replaces a variable may use up its fields (E0507).
    fn fields_move_into_what_replaces_them(k: i32) -> i32 {
        let mut state = made(k);
        yield_!(state.count);
        for k in 0..2 {
            state = Parts { first: renewed(state.first), count: state.count + op(k), ..state };
            yield_!(state.count);
            state = Parts { first: state.second, second: state.first, ..state };
            note(state.first.0.len() as i32);
            yield_!(state.count + 1);
        }
        state = Parts { count: { let held = state.second; op(held.0.len() as i32) }, second: D("more"), ..state };
        yield_!(state.count);
    }
    called (3)
}

both! {
    /// The same of a variable whose fields the body knows.
    fn known_fields_move_into_what_replaces_them(k: i32) -> i32 {
        let last = n(60);
        let mut state = Parts { first: D("first"), second: D("second"), count: op(k) };
        for k in 0..3 {
            state = Parts { first: renewed(state.first), count: state.count + op(k), ..state };
            yield_!(state.count);
            state = Parts { second: D("other"), ..state };
            yield_!(state.second.0.len() as i32);
        }
        yield_!(num(&last));
    }
    called (3)
}

impl Default for Named {
    fn default() -> Self {
        Named {
            name: String::from("default"),
            size: op(1),
            tags: vec![3],
        }
    }
}

both! {
    /// What `default` gives was taken for something whose type is not known yet, of which no field could be moved (E0507).
    fn fields_of_a_default() -> String {
        let named = Named::default();
        yield_!(named.size.to_string());
        for tag in named.tags {
            yield_!(tag.to_string());
        }
        yield_!(named.name);
    }
    called ()
}

fn turned(first: D, count: i32) -> Parts {
    Parts {
        first,
        second: D("turned"),
        count: op(count),
    }
}

both! {
    /// So may whatever else replaces it, a literal of all fields or a call (E0277).
    fn fields_move_into_another_value(k: i32) -> i32 {
        let mut state = made(k);
        yield_!(state.count);
        for k in 0..2 {
            state = Parts { first: renewed(state.second), second: state.first, count: state.count + k };
            yield_!(state.count);
            state = turned(state.second, state.count);
            yield_!(state.count);
        }
        let mut pair = (D("left"), D("right"));
        yield_!(pair.0.0.len() as i32);
        pair = (pair.1, renewed(pair.0));
        yield_!(pair.1.0.len() as i32);
    }
    called (3)
}

enum Phase {
    First(i32),
    Second(D),
    Last,
}

impl Phase {
    fn next(self) -> Phase {
        match self {
            Phase::First(k) => Phase::Second(made(k).second),
            Phase::Second(part) => Phase::First(op(part.0.len() as i32)),
            Phase::Last => Phase::Last,
        }
    }
    fn number(&self) -> i32 {
        match self {
            Phase::First(k) => *k,
            Phase::Second(part) => part.0.len() as i32,
            Phase::Last => -1,
        }
    }
}

struct Process {
    phase: Phase,
    steps: i32,
    log: Vec<i32>,
}

fn process(phase: Phase) -> Process {
    Process {
        phase,
        steps: op(0),
        log: vec![],
    }
}

fn stepped(phase: Phase, by: i32) -> Phase {
    op(by);
    phase.next()
}

both! {
    /// A field is moved out, and gets another value before the next yield (E0277).
    fn fields_replaced_by_what_they_become(k: i32) -> i32 {
        let mut process: Process = crate::updates::process(Phase::First(k));
        let other = n(60);
        for _ in 0..4 {
            yield_!(process.phase.number());
            process.phase = process.phase.next();
            yield_!(process.phase.number());
            process.phase = stepped(process.phase, process.steps);
            process.steps += 1;
        }
        yield_!(process.steps + num(&other));
    }
    called (3)
}

both! {
    /// The same in several statements, with another use of the variable between them.
    fn fields_away_for_some_statements(k: i32) -> i32 {
        let mut process: Process = crate::updates::process(Phase::First(k));
        for _ in 0..3 {
            yield_!(process.phase.number());
            let phase = process.phase;
            process.log.push(phase.number());
            let steps = process.steps;
            process.phase = Phase::Last;
            process.steps = steps + op(1);
            yield_!(phase.number());
            let (kept, count) = (process.phase, process.steps);
            process.steps = count + 1;
            process.phase = match kept {
                Phase::Last => stepped(phase, count),
                other => other,
            };
        }
        yield_!(process.log.len() as i32);
    }
    called (3)
}

both! {
    /// Matched where it is, in an expression.
    fn fields_matched_and_replaced(k: i32) -> i32 {
        let mut process: Process = crate::updates::process(Phase::First(k));
        while process.steps < 3 {
            yield_!(process.phase.number());
            process.phase = match process.phase {
                Phase::First(k) => Phase::Second(made(k).first),
                Phase::Second(part) => {
                    process.steps += op(1);
                    process.log.push(part.0.len() as i32);
                    Phase::First(process.steps)
                }
                Phase::Last => Phase::Last,
            };
        }
        yield_!(process.log.len() as i32);
    }
    called (3)
}

both! {
    /// Only on some ways: what stays behind then is what it was before, an empty collection or an error.
    fn fields_replaced_on_some_ways(flag: bool) -> i32 {
        let mut process: Process = crate::updates::process(Phase::First(1));
        process.log.push(op(4));
        yield_!(0);
        if flag {
            let log = process.log;
            yield_!(log.len() as i32);
            process.log = log;
        } else {
            drop(process.log);
            process.log = vec![op(5), 6];
        }
        yield_!(process.log.len() as i32);
        let first = &process.steps;
        process.phase = Phase::Last;
        process.log = sorted(process.log);
        yield_!(*first + process.log[0]);
    }
    called (true), (false)
}

fn sorted(mut list: Vec<i32>) -> Vec<i32> {
    list.sort_unstable();
    list
}
