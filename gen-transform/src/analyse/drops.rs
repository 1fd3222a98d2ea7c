//! Values that certainly have no drop which could be noticed, as far as syntax tells.

use super::harmless::{is_harmless, is_harmless_value};
use super::method_calls::{hands_on, has_lent_items};
use super::scalars::is_scalar;
use super::types::{borrows_own, is_constructor};
use crate::methods;
use crate::resolve::{LocalDecl, Locals, direct_local};
use crate::syntax::{MacroCall, calls_std_variant, diverges, is_comparison, unparen};
use syn::{Block, Expr, ExprCall, Path, Stmt, Type, UnOp};

/// Whether a local certainly holds nothing whose drop could be noticed.
pub fn drops_nothing_decl(locals: &Locals, decl: &LocalDecl) -> bool {
    let drops_nothing = |init| drops_nothing(locals, init);
    super::scalars::is_scalar_decl(decl)
        || decl.by_ref
        || decl.harmless_part
        || decl.ty.as_ref().is_some_and(is_harmless)
        || decl.map_entry
        || super::collected::is_of_harmless_items(locals, decl)
        || (decl.ty.is_none() && decl.init.as_ref().is_some_and(drops_nothing))
        || decl
            .init
            .as_ref()
            .is_some_and(|init| views_own(locals, init))
}

/// Whether a struct borrows from what belongs to the generator, and holds nothing else that is dropped: it cannot be there over a
/// yield, and so has no drop of its own there.
///
/// Input: `Cursor { of: &list, at: 0 }`, of a variable `list` that is a collection
pub fn views_own(locals: &Locals, value: &Expr) -> bool {
    let parts: Vec<&Expr> = match unparen(value) {
        Expr::Struct(it) if it.rest.is_none() => {
            it.fields.iter().map(|field| &field.expr).collect()
        }
        Expr::Call(it) if is_constructor(&it.func) => it.args.iter().collect(),
        _ => return false,
    };
    let borrows = |part: &&Expr| borrows_own(locals, part) || views_own(locals, part);
    parts.iter().any(borrows) && parts.into_iter().all(|part| drops_no_part(locals, part))
}

/// Whether a part of a literal has no drop that could be noticed.
fn drops_no_part(locals: &Locals, part: &Expr) -> bool {
    let is_plain = |part: &Expr| drops_no_part(locals, part);
    match unparen(part) {
        Expr::Path(it) => match direct_local(part) {
            Some(local) => drops_nothing_decl(locals, locals.get(local)),
            None => is_variant(&it.path),
        },
        Expr::Unary(it) if !matches!(it.op, UnOp::Deref(_)) => is_plain(&it.expr),
        Expr::Binary(it) => is_plain(&it.left) && is_plain(&it.right),
        Expr::Tuple(it) => it.elems.iter().all(is_plain),
        Expr::Array(it) => it.elems.iter().all(is_plain),
        Expr::Call(it) if calls_std_variant(&it.func) => it.args.iter().all(is_plain),
        value => drops_nothing(locals, value) || views_own(locals, value),
    }
}

/// Input: `Mode::Fast`, `None`
fn is_variant(path: &Path) -> bool {
    let last = path.segments.last().map(|last| last.ident.to_string());
    let is_named =
        |name: &str| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    path.is_ident("None") || (path.segments.len() > 1 && last.is_some_and(|last| is_named(&last)))
}

fn is_shared_borrow(expr: &Expr) -> bool {
    matches!(unparen(expr), Expr::Reference(it) if it.mutability.is_none())
}

/// Whether the value of `init` certainly has no drop that could be noticed.
pub fn drops_nothing(locals: &Locals, init: &Expr) -> bool {
    match unparen(init) {
        Expr::Reference(_) | Expr::Lit(_) | Expr::Range(_) => true,
        Expr::Cast(it) => is_copy_type(&it.ty),
        Expr::Array(it) => it.elems.iter().all(is_shared_borrow),
        Expr::Macro(it) if it.mac.path.is_ident("vec") => {
            let args = MacroCall::parse(&it.mac).map(|call| call.args);
            args.is_some_and(|args| {
                !args.is_empty() && args.iter().all(|arg| is_shared_borrow(&arg.value))
            })
        }
        Expr::Closure(it) => it.capture.is_none() && !super::closures::may_move(locals, it),
        Expr::Binary(it) => is_comparison(&it.op),
        Expr::Block(it) => it.label.is_none() && tail_drops_nothing(locals, &it.block),
        Expr::Call(it) => is_item_by_number(it),
        Expr::If(it) => {
            let otherwise = it.else_branch.as_ref();
            tail_drops_nothing(locals, &it.then_branch)
                && otherwise.is_some_and(|(_, it)| drops_nothing(locals, it))
        }
        Expr::Match(it) => it.arms.iter().all(|arm| drops_nothing(locals, &arm.body)),
        never if diverges(never) => true,
        Expr::MethodCall(it) => {
            methods::gives_number(&it.method.to_string())
                || is_view_without_drop(locals, init)
                || is_harmless_value(locals, init)
        }
        _ => false,
    }
}

/// Whether a call gives a reference to an item of a list, as the lowering writes it.
///
/// Input: `::gen_core::__private::nth(x.list.iter(), index)`
pub fn is_item_by_number(call: &ExprCall) -> bool {
    let Expr::Path(callee) = &*call.func else {
        return false;
    };
    let last = callee.path.segments.last();
    callee.path.leading_colon.is_some() && last.is_some_and(|last| last.ident == "nth")
}

/// Whether a written type is certainly one of copies; what coerces to another, `Box<dyn Trait>`, may own something.
fn is_copy_type(ty: &Type) -> bool {
    let by_form = matches!(ty, Type::Ptr(_) | Type::BareFn(_))
        || matches!(ty, Type::Reference(it) if it.mutability.is_none());
    by_form || is_scalar(ty)
}

fn tail_drops_nothing(locals: &Locals, block: &Block) -> bool {
    match block.stmts.last() {
        Some(Stmt::Expr(tail, None)) => drops_nothing(locals, tail),
        _ => crate::syntax::block_diverges(block),
    }
}

/// Whether a value is a view of a place that has no drop, though its type is none that is copied.
///
/// Input: `x.iter().enumerate()`, `x.get_mut(0)`
fn is_view_without_drop(locals: &Locals, expr: &Expr) -> bool {
    let Expr::MethodCall(it) = unparen(expr) else {
        return false;
    };
    let method = it.method.to_string();
    if !hands_on(it) {
        return methods::is_view_by_name(&method) && looks_at_place(&it.receiver);
    }
    let holds = methods::holds_argument(&method);
    is_view_without_drop(locals, &it.receiver)
        && (!methods::keeps_items(&method) || has_lent_items(expr))
        && (!holds || it.args.iter().all(|arg| is_without_drop(locals, arg)))
}

/// Whether an adapter that holds this has nothing to drop. A closure that it calls again and again takes nothing out of the
/// function, unless it has a `move`.
fn is_without_drop(locals: &Locals, held: &Expr) -> bool {
    match unparen(held) {
        Expr::Closure(it) => it.capture.is_none(),
        Expr::Path(_) => direct_local(held).is_none_or(|local| {
            let decl = locals.get(local);
            decl.by_ref || decl.ty.as_ref().is_some_and(is_harmless)
        }),
        other => drops_nothing(locals, other),
    }
}

/// Whether an expression is a place, or a chain of views of one.
fn looks_at_place(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::MethodCall(it) => {
            methods::is_view(&it.method.to_string()) && looks_at_place(&it.receiver)
        }
        place => is_place(place),
    }
}

fn is_place(expr: &Expr) -> bool {
    crate::lower::is_place(expr)
}
