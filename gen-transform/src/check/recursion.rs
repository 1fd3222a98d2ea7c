//! A generator that runs itself: held by its own frame, its type would contain itself; and what it gives itself.

use super::walk::Walker;
use crate::input::Wrapper;
use crate::syntax::{YieldKind, block_yields, unparen};
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprForLoop, ExprMethodCall, ItemFn, Visibility};

impl Walker<'_> {
    /// `for x in same_fn(..) { yield_!(x) }`
    pub fn recursive_loop(&mut self, it: &ExprForLoop) {
        if block_yields(&it.body) {
            self.recursive_call(&it.expr);
        }
    }

    /// `yield_from!(same_fn(..))`
    pub fn recursive_delegation(&mut self, value: &Expr, kind: YieldKind) {
        if kind == YieldKind::From && self.place.belongs_to_body() {
            self.recursive_call(value);
            self.recursive_arguments(value);
        }
    }

    /// A call of a recursive generator to itself becomes a frame, which rustc does not check as a call.
    fn recursive_arguments(&mut self, value: &Expr) {
        let (Some(item), true) = (&self.generator.item, self.generator.args.recursive) else {
            return;
        };
        let value = unparen(value);
        let given = match value {
            Expr::Call(it) if calls_function(it, item) => it.args.len(),
            Expr::MethodCall(it) if item.sig.receiver().is_some() && calls_method(it, item) => {
                it.args.len() + 1
            }
            _ => return,
        };
        let of_self = usize::from(matches!(value, Expr::MethodCall(_)));
        let taken = item.sig.inputs.len();
        if given != taken {
            let name = &item.sig.ident;
            self.errors.error_on(
                value,
                format!(
                    "`{name}` takes {}, but {} given here",
                    counted(taken - of_self, ["argument", "arguments"]),
                    counted(given - of_self, ["is", "are"]),
                ),
            );
        }
    }

    fn recursive_call(&mut self, value: &Expr) {
        let (Some(item), false) = (&self.generator.item, self.generator.args.recursive) else {
            return;
        };
        if matches!(self.generator.output.wrapper, Wrapper::Boxed(_)) {
            return;
        }
        let value = unparen(value);
        let calls = match value {
            Expr::Call(it) => calls_function(it, item),
            Expr::MethodCall(it) => calls_method(it, item),
            _ => false,
        };
        if calls {
            let name = &item.sig.ident;
            self.errors.error_on(
                value,
                format!(
                    "`{name}` runs itself here, so its type would contain itself without end: write `#[generator(recursive)]`, \
                     or box the items of each level with the return type `Box<dyn Iterator<Item = ..> + '_>`"
                ),
            );
        }
    }
}

/// `1 argument`, `2 arguments`
fn counted(count: usize, [one, more]: [&str; 2]) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// `same_fn(..)` and `Self::same_fn(..)`, where nothing else can be meant.
fn calls_function(call: &ExprCall, item: &ItemFn) -> bool {
    let Expr::Path(callee) = &*call.func else {
        return false;
    };
    let path = &callee.path;
    let name = &item.sig.ident;
    if path.segments.len() == 1 && path.segments[0].ident == *name {
        // In an `impl` the bare name is a function outside of it.
        return item.sig.receiver().is_none()
            && !mentions(item, &["Self", "self"])
            && !rebinds(item);
    }
    let through_self = path.segments.len() == 2
        && path.segments[0].ident == "Self"
        && path.segments[1].ident == *name;
    through_self && is_inherent(item)
}

/// `self.same_fn(..)`
fn calls_method(call: &ExprMethodCall, item: &ItemFn) -> bool {
    let through_self =
        matches!(unparen(&call.receiver), Expr::Path(it) if it.path.is_ident("self"));
    through_self && call.method == item.sig.ident && is_inherent(item)
}

/// Whether the function is surely not one of a trait, whose name an inherent method may have, too.
fn is_inherent(item: &ItemFn) -> bool {
    !matches!(item.vis, Visibility::Inherited)
}

/// Whether the body binds or declares the function's own name.
fn rebinds(item: &ItemFn) -> bool {
    struct Find<'a>(&'a syn::Ident, bool);
    impl<'ast> Visit<'ast> for Find<'_> {
        fn visit_pat_ident(&mut self, it: &'ast syn::PatIdent) {
            self.1 |= it.ident == *self.0;
            visit::visit_pat_ident(self, it);
        }
        fn visit_item_fn(&mut self, it: &'ast ItemFn) {
            self.1 |= it.sig.ident == *self.0;
        }
        fn visit_item_use(&mut self, _: &'ast syn::ItemUse) {
            self.1 = true;
        }
    }
    let mut find = Find(&item.sig.ident, false);
    find.visit_block(&item.block);
    item.sig
        .inputs
        .iter()
        .for_each(|input| find.visit_fn_arg(input));
    find.1
}

/// Whether one of `names` stands in the function.
fn mentions(item: &ItemFn, names: &[&str]) -> bool {
    struct Find<'a>(&'a [&'a str], bool);
    impl<'ast> Visit<'ast> for Find<'_> {
        fn visit_ident(&mut self, ident: &'ast proc_macro2::Ident) {
            self.1 |= self.0.iter().any(|name| ident == name);
        }
    }
    let mut find = Find(names, false);
    find.visit_item_fn(item);
    find.1
}
