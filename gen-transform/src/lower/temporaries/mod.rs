//! Temporaries that have to outlive a yield.
//!
//! rustc keeps a temporary to the end of its statement; where a yield stands before that end, the temporary has to be a
//! local of the frame. Which expressions make one is visible for the operand of `&`, and for the well-known methods
//! that return a guard.

mod extended;
mod kept;
mod owners;
mod places;
mod receivers;

pub use crate::analyse::types::is_constructor;
use crate::methods;
use crate::resolve::{Locals, captured};
use crate::syntax::{MacroCall, MacroGrammar, calls_std_variant, is_comparison, is_lazy, unparen};

pub use kept::{is_made, is_part_of_made, kept_receiver, made_with_part};
pub use owners::{owner, owner_mut};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, ExprMethodCall, Token, UnOp};

/// Whether `expr` denotes a place and not a value.
pub fn is_place(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Path(_) => true,
        Expr::Field(it) => is_place(&it.base),
        Expr::Index(_) => true,
        Expr::Unary(it) => matches!(it.op, UnOp::Deref(_)),
        _ => false,
    }
}

/// Whether a reference to the value is promoted to a static one.
pub fn is_promotable(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Closure(_) => !mentions_local(expr),
        Expr::Unary(it) => !matches!(it.op, UnOp::Deref(_)) && is_promotable(&it.expr),
        Expr::Array(it) => it.elems.iter().all(is_promotable),
        Expr::Tuple(it) => it.elems.iter().all(is_promotable),
        Expr::Repeat(it) => is_promotable(&it.expr),
        Expr::Reference(it) => it.mutability.is_none() && is_promotable(&it.expr),
        Expr::Binary(it) => {
            is_promotable(&it.left)
                && is_promotable(&it.right)
                && !mentions_local(&it.left)
                && !mentions_local(&it.right)
        }
        Expr::Call(it) => calls_std_variant(&it.func) && it.args.iter().all(is_promotable),
        Expr::Range(it) => it
            .start
            .iter()
            .chain(&it.end)
            .all(|bound| is_promotable(bound) && !mentions_local(bound)),
        _ => false,
    }
}

/// Whether a constant is, or holds, a variant or a unit struct: nothing has to be dropped before something is put there.
///
/// Input: `None`, `[None, None]`
pub fn holds_empty_variant(constant: &Expr) -> bool {
    match unparen(constant) {
        Expr::Path(it) => it.path.segments.last().is_some_and(|last| {
            let name = last.ident.to_string();
            name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
        }),
        Expr::Array(it) => it.elems.iter().any(holds_empty_variant),
        Expr::Tuple(it) => it.elems.iter().any(holds_empty_variant),
        Expr::Repeat(it) => holds_empty_variant(&it.expr),
        Expr::Call(it) => calls_std_variant(&it.func) && it.args.iter().any(holds_empty_variant),
        _ => false,
    }
}

/// Whether a local is named in the expression that it does not bind itself.
pub fn mentions_local(expr: &Expr) -> bool {
    !captured(expr.to_token_stream()).is_empty()
}

/// Whether the operand of a `&` is a value that becomes a temporary.
pub fn is_liftable_rvalue(expr: &Expr) -> bool {
    let rvalue = !is_place(expr)
        && (!is_promotable(expr)
            || (mentions_local(expr) && !matches!(unparen(expr), Expr::Path(_))));
    rvalue
        && !matches!(unparen(expr), Expr::Reference(_) | Expr::Closure(_) | Expr::Verbatim(_) | Expr::Tuple(syn::ExprTuple { .. }) if is_promotable(expr) && !mentions_local(expr))
}

/// Whether the expression is a call that returns a guard, or a value that is made on the spot.
pub fn is_guard(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::MethodCall(it) => returns_guard(it, is_guard),
        other => is_made_on_the_spot(other),
    }
}

/// Whether a place is an element, or a part of one.
pub fn has_index(place: &Expr) -> bool {
    match unparen(place) {
        Expr::Index(_) => true,
        Expr::Field(it) => has_index(&it.base),
        _ => false,
    }
}

/// Whether the expression is a struct that is made on the spot.
pub fn is_made_on_the_spot(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Struct(_) => true,
        Expr::Call(it) => is_constructor(&it.func) && !calls_std_variant(&it.func),
        _ => false,
    }
}

/// Whether what a field or an element is copied out of is the guard of a lock.
///
/// Input: `cell.borrow()` in `cell.borrow()[0]`
pub fn is_locked(base: &Expr) -> bool {
    matches!(unparen(base), Expr::MethodCall(it) if returns_guard(it, is_locked))
}

/// Whether an expression denotes a part of what a lock guards.
///
/// Input: `cell.borrow().items[0]`
pub fn is_in_guard(expr: &Expr) -> bool {
    let of = |base: &Expr| is_locked(base) || is_in_guard(base);
    match unparen(expr) {
        Expr::Field(it) => of(&it.base),
        Expr::Index(it) => of(&it.expr),
        _ => false,
    }
}

fn returns_guard(it: &ExprMethodCall, is_guard: fn(&Expr) -> bool) -> bool {
    let name = it.method.to_string();
    let guard = methods::is_guard(&name) && it.args.is_empty();
    guard || (methods::unwraps(&name) && is_guard(&it.receiver))
}

/// Whether a method is called on a value that is made on the spot: it may take that, or look at it.
///
/// Input: `Parser { text }.parsed()`
pub fn calls_made_on_the_spot(expr: &Expr) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_expr_method_call(&mut self, it: &ExprMethodCall) {
            let receiver = unparen(&it.receiver);
            self.0 |= !matches!(receiver, Expr::MethodCall(_)) && is_guard(receiver);
            visit::visit_expr_method_call(self, it);
        }
        fn visit_macro(&mut self, _: &syn::Macro) {}
        fn visit_item(&mut self, _: &syn::Item) {}
    }
    let mut find = Find(false);
    find.visit_expr(expr);
    find.0
}

/// Whether the operand of `*` is a temporary: what is reached through it borrows it. A reference into what a lock guards is none that
/// has to be kept beside the guard.
pub fn is_dereferenced_value(operand: &Expr) -> bool {
    is_guard(operand)
        || match unparen(operand) {
            Expr::Call(_) => true,
            Expr::MethodCall(_) => !refers_to_locked(operand),
            _ => false,
        }
}

/// Whether a value is a reference to a part of what a lock guards.
///
/// Input: `cell.borrow().last().unwrap()`
fn refers_to_locked(value: &Expr) -> bool {
    let Expr::MethodCall(it) = unparen(value) else {
        return false;
    };
    let (method, of) = (it.method.to_string(), &it.receiver);
    let is_view = methods::is_view(&method) && !methods::gives_iterator(&method);
    let is_in_lock = |of: &Expr| is_locked(of) || is_in_guard(of) || refers_to_locked(of);
    (is_view && is_in_lock(of))
        || (methods::gives_item(&method) && iterates_over_locked(of))
        || (methods::unwraps(&method) && refers_to_locked(of))
}

/// Whether a value is an iterator over references to parts of what a lock guards.
///
/// Input: `cell.borrow().iter().rev()`
fn iterates_over_locked(value: &Expr) -> bool {
    let Expr::MethodCall(it) = unparen(value) else {
        return false;
    };
    let (method, of) = (it.method.to_string(), &it.receiver);
    let is_view = methods::is_view(&method) && methods::gives_iterator(&method);
    let is_in_lock = |of: &Expr| is_locked(of) || is_in_guard(of) || refers_to_locked(of);
    (is_view && is_in_lock(of)) || (methods::passes_items(&method) && iterates_over_locked(of))
}

/// Whether a temporary with a visible owner stands in the expression, where it is evaluated.
pub fn has_liftable(locals: &Locals, expr: &Expr) -> bool {
    let mut find = FindLiftable {
        locals,
        found: false,
    };
    find.visit_expr(expr);
    find.found
}

struct FindLiftable<'a> {
    locals: &'a Locals,
    found: bool,
}

impl FindLiftable<'_> {
    fn operand(&mut self, expr: &Expr) {
        self.found |= is_part_of_made(self.locals, expr);
    }
}

impl Visit<'_> for FindLiftable<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Closure(_)
            | Expr::Async(_)
            | Expr::Const(_)
            | Expr::Block(_)
            | Expr::Unsafe(_) => return,
            // Each branch is a scope of its own for temporaries, and so is a condition.
            Expr::If(_) | Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => return,
            Expr::Match(it) => return self.visit_expr(&it.expr),
            Expr::Binary(it) if is_lazy(&it.op) => return,
            Expr::Binary(it) => {
                for operand in [&it.left, &it.right] {
                    self.operand(operand);
                    self.found |= is_comparison(&it.op) && is_made(self.locals, operand);
                }
            }
            Expr::Range(it) => {
                let bounds = it.start.iter().chain(&it.end);
                bounds.for_each(|bound| self.operand(bound));
            }
            Expr::Call(it) => it.args.iter().for_each(|arg| self.operand(arg)),
            Expr::Tuple(it) => it.elems.iter().for_each(|elem| self.operand(elem)),
            Expr::Array(it) => it.elems.iter().for_each(|elem| self.operand(elem)),
            Expr::Struct(it) => it.fields.iter().for_each(|field| self.operand(&field.expr)),
            Expr::Cast(it) => self.operand(&it.expr),
            Expr::Reference(it) if owner(it).is_some() => self.found = true,
            Expr::MethodCall(it) => {
                self.found |= kept_receiver(self.locals, it).is_some();
                it.args.iter().for_each(|arg| self.operand(arg));
            }
            Expr::Unary(it)
                if matches!(it.op, UnOp::Deref(_)) && is_dereferenced_value(&it.expr) =>
            {
                self.found = true
            }
            Expr::Field(it) if is_locked(&it.base) => self.found = true,
            Expr::Index(it) if is_locked(&it.expr) => self.found = true,
            _ => {}
        }
        if !self.found {
            visit::visit_expr(self, expr);
        }
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        // The arguments of other macros have a block of their own, or a reference to them is all that is left.
        let call = MacroCall::parse(mac).filter(|call| call.grammar == MacroGrammar::Vec);
        for arg in call.into_iter().flat_map(|call| call.args) {
            self.operand(&arg.value);
            self.visit_expr(&arg.value);
        }
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Whether the evaluation of an expression certainly leaves no temporary behind that is dropped with its statement.
pub fn is_without_temporaries(expr: &Expr) -> bool {
    let all = |exprs: &Punctuated<Expr, Token![,]>| exprs.iter().all(is_without_temporaries);
    match unparen(expr) {
        Expr::Lit(_) | Expr::Path(_) | Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => true,
        // A block of its own.
        Expr::Macro(it) if it.mac.path.is_ident("format") => true,
        Expr::Macro(it) => MacroCall::parse(&it.mac).is_some_and(|call| {
            let built = call.grammar == MacroGrammar::Vec;
            built
                && call
                    .args
                    .iter()
                    .all(|arg| is_without_temporaries(&arg.value))
        }),
        Expr::Array(it) => all(&it.elems),
        Expr::Tuple(it) => all(&it.elems),
        Expr::Call(it) => is_place(&it.func) && all(&it.args),
        Expr::MethodCall(it) => is_untouched(&it.receiver) && all(&it.args),
        Expr::Field(it) => is_untouched(&it.base),
        Expr::Index(it) => is_untouched(&it.expr) && is_without_temporaries(&it.index),
        Expr::Reference(it) => {
            owner(it).is_none() && (is_untouched(&it.expr) || is_promotable(&it.expr))
        }
        Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => is_untouched(&it.expr),
        Expr::Unary(it) => is_without_temporaries(&it.expr),
        Expr::Binary(it) => is_without_temporaries(&it.left) && is_without_temporaries(&it.right),
        Expr::Cast(it) => is_without_temporaries(&it.expr),
        Expr::Repeat(it) => is_without_temporaries(&it.expr),
        Expr::Struct(it) => {
            let fields = it.fields.iter().map(|field| &field.expr);
            fields.chain(it.rest.as_deref()).all(is_without_temporaries)
        }
        _ => false,
    }
}

/// Whether an operand that is only looked at is a place, of which no temporary has to be made.
fn is_untouched(operand: &Expr) -> bool {
    is_place(operand) && is_without_temporaries(operand) || matches!(unparen(operand), Expr::Lit(_))
}
