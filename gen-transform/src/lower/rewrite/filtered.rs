//! Loops that go over a list by the number of the item, and leave out items by a test.
//!
//! The test is asked once for each item, as by the adapter. A closure that is one holds nothing of its own, so it is made anew.

use super::aliases::Renew;
use super::remade::{captured, defines_macros};
use super::roots::{Root, Roots};
use crate::analyse::moved;
use crate::lower::builder::Builder;
use crate::resolve::{LocalId, direct_local};
use crate::syntax::unparen;
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprMethodCall, Stmt};

/// What a loop goes over.
///
/// Input: `x.list.iter_mut().filter(|item| item.on)` · Output: `x.list.iter_mut()` with one test
pub struct Filtered {
    pub list: Expr,
    /// In the order in which they are asked.
    tests: Vec<Test>,
}

struct Test {
    test: Expr,
    /// Whether the loop ends with the first item that does not pass.
    ends: bool,
}

impl Roots<'_> {
    /// Of an iterator over a list, also with tests behind it.
    pub fn of_filtered(self, iterator: &Expr) -> Option<(Root, Filtered)> {
        let tested = match unparen(iterator) {
            Expr::MethodCall(it) => self.test(it).map(|test| (it, test)),
            _ => None,
        };
        let Some((call, test)) = tested else {
            let list = iterator.clone();
            let tests = Vec::new();
            return Some((self.of_iterator(iterator)?, Filtered { list, tests }));
        };
        let (root, mut filtered) = self.of_filtered(&call.receiver)?;
        filtered.tests.push(test);
        Some((root, filtered))
    }

    /// Input: `list.filter(test)`
    fn test(self, call: &ExprMethodCall) -> Option<Test> {
        let ends = call.method == "take_while";
        let test = call.args.first()?;
        if call.args.len() != 1 || !(ends || call.method == "filter") {
            return None;
        }
        let test = match unparen(test) {
            Expr::Closure(it) => {
                let mut it = it.clone();
                // A copy that is taken is the same as what it is taken from, as long as neither is changed.
                let taken = it.capture.take().is_some();
                let mut captured = captured(&it).into_keys();
                let plain = !taken || captured.all(|local| self.is_copied(local));
                let simple = it.asyncness.is_none() && !defines_macros(&it);
                (plain && simple).then_some(Expr::Closure(it))?
            }
            // A function.
            path @ Expr::Path(_) if direct_local(path).is_none() => path.clone(),
            _ => return None,
        };
        Some(Test { test, ends })
    }

    fn is_copied(self, local: LocalId) -> bool {
        self.is_unchanged(local) && !moved::is_moved(self.locals, local)
    }
}

impl Filtered {
    /// What stands in front of the loop's body.
    ///
    /// Output: `match passes(list, index, test) { Some(true) => {} Some(false) => continue, None => break }`
    pub fn statements(&self, builder: &mut Builder<'_>, index: LocalId) -> Vec<Stmt> {
        let tests = self.tests.iter().map(|Test { test, ends }| {
            let span = test.span();
            let mut list = self.list.clone();
            Renew(builder).visit_expr_mut(&mut list);
            let at = builder.locals.mention_expr(index, span);
            let failed = match ends {
                true => quote_spanned!(span=> break),
                false => quote_spanned!(span=> continue),
            };
            let passes = quote_spanned!(span=> ::gen_core::__private::passes(#list, #at, #test));
            syn::parse_quote_spanned! {span=>
                match #passes {
                    ::core::option::Option::Some(true) => {}
                    ::core::option::Option::Some(false) => #failed,
                    ::core::option::Option::None => break,
                }
            }
        });
        tests.collect()
    }
}
