//! Ways out of a body: the end, `return`, `?`.

use crate::both::*;

both! {
    /// `return` from every kind of place.
    fn returns_from_everywhere(k: i32) -> i32 {
        let _a = d("a");
        if k == 0 {
            return;
        }
        for i in 0..2 {
            match k {
                1 if i == 1 => return,
                _ => yield_!(i),
            }
        }
        let _b = { if k == 2 { return } d("b") };
        yield_!(10);
        let f = || { if k == 3 { return 5; } 6 };
        yield_!(f());
        loop {
            if k == 4 {
                return;
            }
            break;
        }
        return yield_!(20);
    }
    called (0), (1), (2), (3), (4)
}

both! {
    /// The body's value is the unit value of its last expression.
    fn tails_of_type_unit(k: i32) -> i32 {
        match k {
            0 => yield_!(0),
            1 => note(1),
            2 => for x in 0..2 { yield_!(x) },
            3 => { yield_!(3); }
            4 => while op(k) < 0 {},
            _ => if k > 5 { yield_!(6) },
        }
    }
    called (0), (1), (2), (3), (4), (5), (6)
}

both! {
    /// The tail is a call; the last statement before it a jump in a branch.
    fn tail_is_a_call(k: i32) -> i32 {
        let x = n(k);
        yield_!(k);
        if k > 1 {
            return drop(x);
        }
        note(eat(x))
    }
    called (1), (2)
}

both! {
    /// The tail is a yield that stands in a value.
    fn tail_is_a_yield(k: i32) -> i32 {
        let _x = d("x");
        yield_!(k);
        {
            let _y = d("y");
            yield_!({ let z = d("z"); len(&z) })
        }
    }
    called (1)
}

#[cfg(not(rustc_gen))]
mod question_mark {
    use super::*;
    use crate::trace::{Plan, record};

    #[derive(Debug, PartialEq)]
    struct Wrong(String);

    impl From<std::num::ParseIntError> for Wrong {
        fn from(error: std::num::ParseIntError) -> Self {
            Self(error.to_string())
        }
    }

    #[generator]
    fn parsed<'a>(text: &'a str) -> Result<i32, Wrong> {
        let _guard = D("guard");
        for part in text.split(',') {
            let x: i32 = part.parse()?;
            yield_!(Ok(x));
        }
        if text.len() > 5 {
            Err(Wrong("too long".into()))?;
        }
        yield_!(Ok(-1));
    }

    fn all<I: Iterator>(items: I) -> String
    where
        I::Item: std::fmt::Debug,
    {
        let log_all = || {
            let mut items = items;
            for item in items.by_ref() {
                ev!("{item:?}");
            }
            ev!("{:?}", items.next().is_some());
        };
        record(Plan::default(), log_all).trace
    }

    #[test]
    fn an_error_is_converted_and_is_the_last_item() {
        assert_eq!(
            all(parsed("1,2")),
            "Ok(1) Ok(2) -guard Ok(-1) false".replace("-guard Ok(-1)", "Ok(-1) -guard")
        );
        assert_eq!(
            all(parsed("1,x,3")),
            "Ok(1) -guard Err(Wrong(\"invalid digit found in string\")) false"
        );
        assert_eq!(
            all(parsed("1,2,30")),
            "Ok(1) Ok(2) Ok(30) -guard Err(Wrong(\"too long\")) false"
        );
    }

    #[generator]
    fn looked_up(list: &[Option<i32>]) -> Option<i32> {
        let _guard = D("guard");
        for x in list {
            let x = (*x)?;
            yield_!(Some(x));
        }
        yield_!(list.first().copied().flatten());
    }

    #[test]
    fn a_none_is_the_last_item() {
        assert_eq!(
            all(looked_up(&[Some(1), None, Some(2)])),
            "Some(1) -guard None false"
        );
        assert_eq!(all(looked_up(&[Some(1)])), "Some(1) Some(1) -guard false");
    }

    #[generator]
    fn asks_in_operands(list: Vec<Result<i32, String>>) -> Result<i32, String> {
        let mut items = list.into_iter();
        while let Some(first) = items.next() {
            let _held = D("held");
            let sum = first? + items.next().unwrap_or(Err("odd".into()))?;
            yield_!(Ok(sum));
        }
    }

    #[test]
    fn question_marks_in_operands() {
        assert_eq!(
            all(asks_in_operands(vec![Ok(1), Ok(2), Ok(3)])),
            "Ok(3) -held -held Err(\"odd\") false"
        );
        assert_eq!(
            all(asks_in_operands(vec![Err("first".into()), Ok(2)])),
            "-held Err(\"first\") false"
        );
    }

    #[generator]
    fn inside_closures(list: &[&str]) -> i32 {
        let parse = |text: &str| -> Result<i32, std::num::ParseIntError> {
            let x: i32 = text.parse()?;
            Ok(x + 1)
        };
        for text in list {
            yield_!(parse(text).unwrap_or(-1));
        }
    }

    #[test]
    fn a_question_mark_in_a_closure_is_the_closures() {
        assert_eq!(all(inside_closures(&["4", "x"])), "5 -1 false");
    }
}
