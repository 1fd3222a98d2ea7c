//! Variables that some arms of a `match` take apart, and others only copy out of: in those they stay what they are.

use crate::both::*;
use crate::opened::Tagged;

enum State {
    Start,
    Count(i32),
    Held(N),
    Tagged(Tagged),
    Two { a: N, b: N },
    End,
}

fn started(k: i32) -> State {
    if k == 0 {
        State::Start
    } else {
        State::Held(n(op(k)))
    }
}

both! {
    /// An arm that copies and leaves the variable, beside one that takes its part and assigns anew.
    fn arm_that_copies_beside_one_that_takes(k: i32) -> i32 {
        let first = n(60);
        let mut state = State::Count(k);
        let last = n(61);
        for i in 0..6 {
            match state {
                State::Count(k) if op(k) > 2 => {
                    yield_!(k);
                    state = State::Two { a: n(2), b: n(k) };
                }
                State::Count(k) => {
                    yield_!(k);
                    if i < 5 {
                        state = State::Held(n(op(9)));
                    }
                }
                State::Held(held) => {
                    yield_!(num(&held));
                    state = State::Count(op(i + 1));
                }
                State::Two { a, b } => {
                    yield_!(num(&b));
                    drop(a);
                    yield_!(7);
                    state = State::End;
                }
                _ => yield_!(99),
            }
        }
        yield_!(num(&first) + num(&last));
    }
    called (0), (3)
}

both! {
    /// The same where the arm that takes leaves the loop or the function.
    fn arm_that_takes_and_leaves(k: i32) -> i32 {
        let state = if k == 0 { State::Count(3) } else { State::Held(n(4)) };
        yield_!(0);
        let state: State = state;
        for i in 0..3 {
            match state {
                State::Count(k) => yield_!(op(k + i)),
                State::Held(held) => {
                    yield_!(num(&held));
                    op(5);
                    return;
                }
                State::Two { a, b: _b } => {
                    drop(a);
                    break;
                }
                _ => {}
            }
        }
        yield_!(100);
    }
    called (0), (1)
}

both! {
    /// What the variable holds first is not spelled out; what it is given later is.
    fn what_an_assignment_says_of_the_type(k: i32) -> i32 {
        let mut state = started(k);
        for i in 0..6 {
            match state {
                State::Start => {
                    yield_!(0);
                    state = State::Held(n(i));
                }
                State::Count(k) => {
                    yield_!(op(k + i));
                    if i > 3 {
                        break;
                    }
                }
                State::Held(held) => {
                    yield_!(num(&held));
                    state = State::Count(num(&held));
                }
                _ => return,
            }
        }
        yield_!(8);
    }
    called (0), (1)
}

both! {
    /// Nothing yields in the arms.
    fn arms_that_divide_without_a_yield(k: i32) -> i32 {
        let mut state = State::Count(k);
        if k == 1 {
            state = State::Held(n(4));
        }
        let mut total = 0;
        for i in 0..4 {
            let k = match state {
                State::Count(k) => op(k),
                State::Held(held) => {
                    state = State::End;
                    op(num(&held))
                }
                _ => 1000,
            };
            match state {
                State::Count(k) => total += k,
                State::Held(held) => {
                    drop(held);
                    return;
                }
                _ => total += 100,
            }
            yield_!(total + i + k);
        }
    }
    called (0), (1)
}

both! {
    /// Copies out of a part that has a drop of its own: the part stays in the variable.
    fn part_with_a_drop_beside_one_that_is_taken() -> i32 {
        let mut state = State::Tagged(Tagged(op(3)));
        let last = n(62);
        for i in 0..4 {
            match state {
                State::Tagged(Tagged(k)) => {
                    yield_!(op(k));
                    if i == 1 {
                        state = State::Two { a: n(5), b: n(6) };
                    }
                }
                State::Two { a, b } => {
                    yield_!(num(&a));
                    state = State::Count(op(num(&b)));
                }
                State::Count(k) => yield_!(k),
                _ => {}
            }
        }
        yield_!(num(&last));
    }
    called ()
}

both! {
    /// A variable that refers to the value is no such variable: its parts are borrowed.
    fn states_behind_references(first: &mut State, second: &mut State) -> i32 {
        let mut state = first;
        let mut other = Some(second);
        for i in 0..5 {
            match state {
                State::Start => {
                    yield_!(0);
                    *state = State::Count(i);
                }
                State::Count(k) => {
                    *k += 1;
                    yield_!(op(*k));
                    if let (Some(next), 1..) = (other.take(), i) {
                        state = next;
                    }
                }
                _ => return,
            }
            yield_!(i);
        }
    }
    called (&mut State::Start, &mut State::Count(4))
}
