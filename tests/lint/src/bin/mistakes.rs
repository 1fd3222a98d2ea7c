//! What a user may get wrong in a generator. A comment with a tilde names the lint that has to report its line, or
//! the line above if it stands alone, once.
#![warn(missing_docs, unused, clippy::all, clippy::pedantic)]

use gen_core::generator;

#[generator]
fn variables(unused_parameter: u32) -> u32 {
    //~ unused_variables
    let unused = 1; //~ unused_variables
    yield_!(1);
    let unused_after_it = 2; //~ unused_variables
    let mut never_changed = 3; //~ unused_mut
    yield_!(never_changed);
    let mut overwritten = 4; //~ unused_assignments
    overwritten = 5;
    yield_!(overwritten);
    for index in 0..2 {
        //~ unused_variables
        yield_!(0);
    }
    let notSnake = 6; //~ non_snake_case
    yield_!(notSnake);
    yield_!(notSnake);
}

#[generator]
fn patterns(value: Option<(u32, u32)>) -> u32 {
    if let Some((left, right)) = value {
        //~ unused_variables
        yield_!(left);
    }
    match value {
        Some((left, _)) => yield_!(left),
        None => yield_!(0),
        _ => yield_!(1), //~ unreachable_patterns
    }
    if let whole = value {
        //~ irrefutable_let_patterns
        yield_!(whole.map_or(0, |pair| pair.0));
    }
}

#[generator]
fn reach(flag: bool) -> u32 {
    yield_!(1);
    if flag {
        return;
        yield_!(2); //~ unreachable_code
    }
    'never: loop {
        //~ unused_labels, clippy::never_loop
        yield_!(3);
        break;
    }
    while true {
        //~ while_true
        yield_!(4);
    }
}

#[generator]
fn expressions(text: &str) -> String {
    yield_!((text.to_owned())); //~ unused_parens
    text.to_owned() + "!"; //~ unused_must_use
    std::fs::read(text); //~ unused_must_use
    text; //~ path_statements
    if (text.is_empty()) {
        //~ unused_parens
        yield_!(String::new());
    }
    #[allow(unused_variables)]
    let allowed = text;
}

#[generator]
fn items() -> u32 {
    use std::fmt::Debug; //~ unused_imports
    const UNUSED: u32 = 1; //~ dead_code
    fn never_called() {} //~ dead_code
    yield_!(old()); //~ deprecated
    macro_rules! unused {
        //~ unused_macros
        () => {};
    }
    yield_!(2);
}

#[deprecated]
fn old() -> u32 {
    0
}

fn main() {
    variables(1); //~ unused_must_use
    let _ = (patterns(None), reach(true), expressions(""), items());
}
