//! Assertions with a yield in them: what they do not always evaluate does not always yield.

use crate::both::*;

both! {
    /// It yielded, whether the assertion held or not.
    fn messages_of_assertions_that_yield(k: i32) -> i32 {
        assert!(k < 5, "{} is {k}", { yield_!(1); "it" });
        yield_!(2);
        assert!(
            { yield_!(3); op(k) } > 1 && num(&n(4)) == 4,
            "{1}, {0}",
            { yield_!(5); n(6).0 },
            { let held = n(7); yield_!(8); num(&held) }
        );
        for turn in 0..3 {
            std::assert!(turn != k, "{}", { if k == 2 { yield_!(9); break } 10 });
            yield_!(turn);
        }
        yield_!(11);
    }
    called (0), (2), (3), (9)
}

both! {
    /// The same of those that compare, which leave what they compare where it is.
    fn messages_of_comparisons_that_yield(k: &i32, text: &String) -> i32 {
        let held = n(*k);
        assert_eq!(*k, 1, "{}", { yield_!(1); held.0 });
        yield_!(2);
        assert_ne!(*text, *"no", "{text}, {}", { yield_!(3); word(4) });
        yield_!(held.0 + text.len() as i32);
        let nothing = assert_eq!(*text, *"yes", "{}", { let inner = n(5); yield_!(6); num(&inner) });
        yield_!(7);
        nothing
    }
    called
        { let text = String::from("yes"); } (&1, &text),
        { let text = String::from("yes"); } (&2, &text),
        { let text = String::from("no"); } (&1, &text),
        { let text = String::from("maybe"); } (&1, &text)
}

both! {
    /// In a build that makes none of them, those of debug builds yielded.
    fn assertions_of_debug_builds_that_yield(k: i32) -> i32 {
        debug_assert!({ yield_!(1); op(k) } > 0);
        debug_assert!(k > 1, "{k} {}", { yield_!(2); n(3).0 });
        yield_!(4);
        core::debug_assert_eq!({ yield_!(5); k }, 2);
        debug_assert_ne!({ yield_!(6); op(k) }, 3);
    }
    called (0), (1), (2), (3)
}
