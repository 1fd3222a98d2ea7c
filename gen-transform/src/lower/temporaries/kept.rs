//! What a method is called on, where the temporaries of the expression live on.
//!
//! A method that takes it by value leaves nothing behind; one that looks at it leaves it to the end of the statement. Names tell
//! of some methods, and of others rustc is asked where the call is. Where it cannot be asked, the value ends with the call: were it kept,
//! a method that takes it could not be called.

use super::owners::owner_of_place;
use super::{has_index, is_guard, is_in_guard, is_made_on_the_spot, is_place, is_promotable};
use crate::analyse::open::is_open;
use crate::analyse::receivers::{can_be_asked, can_be_repeated, looks};
use crate::analyse::scalars::is_scalar_decl;
use crate::analyse::types::{is_constructor, is_owned, owns_all};
use crate::analyse::views_own;
use crate::methods::{self, is_consuming};
use crate::resolve::{LocalId, Locals, TempKind, direct_local};
use crate::syntax::{MacroCall, MacroGrammar, calls_std_variant, unparen, values};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprMethodCall, Token, UnOp};

/// The kind of the temporary that a method is called on, or on a part of, if it has to be kept.
///
/// Input: `cell.borrow()`, `Steps(3)`, `made(1)`, `made(1).name` in a call of a method that looks at it
pub fn kept_receiver(locals: &Locals, it: &ExprMethodCall) -> Option<TempKind> {
    let method = it.method.to_string();
    match unparen(&it.receiver) {
        part @ (Expr::Field(_) | Expr::Index(_)) if !is_in_guard(part) => {
            let looked_at = owner_of_place(part, false).filter(|_| looks(it) || compares(it));
            looked_at.or_else(|| calls_part_of_made(locals, it).then_some(TempKind::Made))
        }
        made if is_made_on_the_spot(made) => {
            let looks = can_be_repeated(it) || !is_consuming(&method);
            (looks && !views_own(locals, made, true)).then_some(TempKind::Made)
        }
        guard if is_guard(guard) => is_guard_receiver(guard, &method).then_some(TempKind::Guard),
        value if is_value(value) && owns(locals, value) => {
            let asked = can_be_asked(it) && (!is_open(locals, value) || names_type(value));
            (looks(it) || asked).then_some(TempKind::Made)
        }
        _ => None,
    }
}

/// Whether a function is called by the name of the type that it makes: what is still to be inferred of that are its arguments, and
/// rustc can be asked all the same.
///
/// Input: `Steps::new()`, `Self::with_capacity(3)`; not `Default::default()`
fn names_type(value: &Expr) -> bool {
    let Expr::Call(it) = value else { return false };
    let Expr::Path(callee) = &*it.func else {
        return false;
    };
    let mut segments = callee.path.segments.iter().rev().skip(1);
    let of = segments.next().map(|of| of.ident.to_string());
    of.is_some_and(|of| of.starts_with(char::is_uppercase) && of != "Default")
}

/// Whether a method of which nothing is known is called on a part of what is made on the spot. Of an element it takes nothing but a
/// copy; of a field rustc is asked.
///
/// Input: `made(1).names[0].shown()`, `made(1).name.shown()`
fn calls_part_of_made(locals: &Locals, it: &ExprMethodCall) -> bool {
    let mut part = (*it.receiver).clone();
    let is_element = has_index(&part);
    let asked = |root: &Expr| is_element || (can_be_asked(it) && !is_open(locals, root));
    made_with_part(locals, &mut part).is_some_and(|root| asked(root))
}

/// Whether a method compares what it is called on with something else: of a part rustc is not asked whether it moves.
///
/// Input: `made(1).name.cmp(&other)`
fn compares(it: &ExprMethodCall) -> bool {
    let refers = matches!(it.args.first(), Some(Expr::Reference(_)));
    refers && it.args.len() == 1 && methods::compares(&it.method.to_string())
}

/// Whether an expression is one that makes a value, which rustc does not promote to a static one.
fn is_value(expr: &Expr) -> bool {
    let makes = matches!(
        expr,
        Expr::Call(_) | Expr::MethodCall(_) | Expr::Array(_) | Expr::Macro(_)
    );
    makes && !is_promotable(expr)
}

/// What the value of a field or an element is copied or moved out of, if that is made on the spot and does not borrow.
///
/// Input: `made(1).by`, `[made(1), made(2)][i].by` · Output: `made(1)`, `[made(1), made(2)]`
pub fn made_with_part<'e>(locals: &Locals, value: &'e mut Expr) -> Option<&'e mut Expr> {
    let root = Some(is_part(value))
        .filter(|part| *part)
        .map(|_| root_mut(value))?;
    is_made(locals, root).then_some(root)
}

/// Whether an operand is such a field or element.
pub fn is_part_of_made(locals: &Locals, operand: &Expr) -> bool {
    is_part(operand) && made_with_part(locals, &mut operand.clone()).is_some()
}

/// Whether an expression makes a value on the spot that does not borrow.
pub fn is_made(locals: &Locals, expr: &Expr) -> bool {
    let makes = match unparen(expr) {
        Expr::Tuple(_) | Expr::Struct(_) => true,
        other => is_value(other),
    };
    makes && owns(locals, expr)
}

fn is_part(expr: &Expr) -> bool {
    matches!(unparen(expr), Expr::Field(_) | Expr::Index(_))
}

fn root_mut(value: &mut Expr) -> &mut Expr {
    match value {
        Expr::Field(it) => root_mut(&mut it.base),
        Expr::Index(it) => root_mut(&mut it.expr),
        Expr::Paren(it) => root_mut(&mut it.expr),
        other => other,
    }
}

/// Whether the receiver of a method call is a guard that lives to the end of the statement.
fn is_guard_receiver(receiver: &Expr, method: &str) -> bool {
    // `lock().unwrap()` and `lock().map(..)` take the `Result`; whatever else is called, the guard is borrowed for it.
    is_guard(receiver) && !(is_wrapped(receiver) && is_consuming(method))
}

/// Whether a guard is still in the `Result` or `Option` that it was returned in.
///
/// Input: `cell.lock()`, `cell.lock().ok()`
fn is_wrapped(guard: &Expr) -> bool {
    let Expr::MethodCall(it) = unparen(guard) else {
        return false;
    };
    let method = it.method.to_string();
    methods::is_fallible_guard(&method) || (method == "ok" && is_wrapped(&it.receiver))
}

/// Whether a value certainly borrows nothing that belongs to the generator, as far as syntax tells: it may stay in the frame.
///
/// Input: `made(3, "name")`, `vec![made(1)].into_iter()`
fn owns(locals: &Locals, value: &Expr) -> bool {
    let all = |exprs: &Punctuated<Expr, Token![,]>| exprs.iter().all(|it| owns(locals, it));
    match unparen(value) {
        Expr::Lit(_) => true,
        Expr::Path(_) => direct_local(value).is_none_or(|local| is_owner(locals, local)),
        // What a function makes of a reference to a temporary is most often a value of its own.
        Expr::Reference(it) => !is_place(&it.expr) && owns(locals, &it.expr),
        Expr::Unary(it) => !matches!(it.op, UnOp::Deref(_)) && owns(locals, &it.expr),
        Expr::Binary(it) => owns(locals, &it.left) && owns(locals, &it.right),
        Expr::Cast(it) => owns(locals, &it.expr),
        Expr::Tuple(it) => all(&it.elems),
        Expr::Array(it) => all(&it.elems),
        Expr::Struct(it) => {
            let mut fields = it.fields.iter();
            it.rest.is_none() && fields.all(|field| owns(locals, &field.expr))
        }
        Expr::Call(it) => {
            let named = is_constructor(&it.func) || calls_std_variant(&it.func);
            (named || is_function(&it.func)) && all(&it.args)
        }
        Expr::Field(it) => owns(locals, &it.base),
        Expr::Index(it) => owns(locals, &it.expr),
        Expr::MethodCall(it) if methods::gives_number(&it.method.to_string()) => true,
        Expr::MethodCall(it) => {
            let source = direct_local(&it.receiver).map(|local| is_owned(locals.get(local)));
            let owned = source.unwrap_or_else(|| owns(locals, &it.receiver));
            owned && is_consuming(&it.method.to_string()) && all(&it.args)
        }
        Expr::Macro(it) => MacroCall::parse(&it.mac).is_some_and(|call| match call.grammar {
            MacroGrammar::Vec => call.args.iter().all(|arg| owns(locals, &arg.value)),
            _ => it.mac.path.is_ident("format"),
        }),
        branching @ (Expr::Block(_) | Expr::Unsafe(_) | Expr::If(_) | Expr::Match(_)) => {
            let is_part = |it: &Expr| !std::ptr::eq(it, branching);
            let owned = |it: &Expr| is_part(it) && owns(locals, it);
            values(branching).into_iter().all(owned)
        }
        _ => false,
    }
}

/// The same of a local: by its written type, or by the value that it is declared with.
fn is_owner(locals: &Locals, local: LocalId) -> bool {
    let decl = locals.get(local);
    let owned = |init: &Expr| owns(locals, init) && !is_open(locals, init);
    is_scalar_decl(decl) || owns_all(locals, local) || decl.init.as_ref().is_some_and(owned)
}

/// Whether a callee is the name of a function, and no variable.
fn is_function(func: &Expr) -> bool {
    matches!(func, Expr::Path(_)) && direct_local(func).is_none()
}
