//! Values that certainly have no drop which could be noticed, as far as syntax tells.

use super::harmless::{is_harmless, is_harmless_value, written_type};
use super::method_calls::{hands_on, has_lent_items};
use super::scalars::{is_scalar, is_scalar_decl};
use super::std_types;
use super::types::{borrows_own, is_constructor};
use crate::methods;
use crate::resolve::{LocalDecl, Locals, direct_local};
use crate::syntax::{MacroCall, calls_std_variant, diverges, is_comparison, unparen};
use syn::{Block, Expr, ExprCall, Macro, Path, Stmt, Type};

/// Whether a local certainly holds nothing whose drop could be noticed.
pub fn drops_nothing_decl(locals: &Locals, decl: &LocalDecl) -> bool {
    let drops_nothing = |init| drops_nothing(locals, init);
    is_scalar_decl(decl)
        || decl.by_ref
        || decl.harmless_part
        || decl.ty.as_ref().is_some_and(is_harmless)
        || decl.map_entry
        || super::collected::is_of_harmless_items(locals, decl)
        || (decl.ty.is_none() && decl.init.as_ref().is_some_and(drops_nothing))
        || decl
            .init
            .as_ref()
            .is_some_and(|init| views_own(locals, init, !decl.mutable))
}

/// Whether a struct borrows from what belongs to the generator, and holds nothing else that is dropped: it cannot be there over a
/// yield, and so has no drop of its own there. `for_good` if nothing is put into its fields later.
///
/// Input: `Cursor { of: &list, at: 0, mode: Mode::Fast }`, of a variable `list` that is a collection
pub fn views_own(locals: &Locals, value: &Expr, for_good: bool) -> bool {
    let parts: Vec<&Expr> = match unparen(value) {
        Expr::Struct(it) if it.rest.is_none() => {
            it.fields.iter().map(|field| &field.expr).collect()
        }
        Expr::Call(it) if is_constructor(&it.func) => it.args.iter().collect(),
        _ => return false,
    };
    let borrows = |part: &&Expr| borrows_own(locals, part) || views_own(locals, part, for_good);
    let is_plain = |part: &Expr| drops_no_value(locals, part, for_good);
    parts.iter().any(borrows) && parts.into_iter().all(is_plain)
}

/// Whether a part of a literal is a value without a drop that could be noticed.
fn drops_no_value(locals: &Locals, part: &Expr, for_good: bool) -> bool {
    let is_plain = |part: &Expr| drops_no_value(locals, part, for_good);
    match unparen(part) {
        Expr::Path(it) if direct_local(part).is_none() => for_good && is_variant(&it.path),
        Expr::Tuple(it) => it.elems.iter().all(is_plain),
        value => views_own(locals, value, for_good) || drops_no_part(locals, value),
    }
}

/// Whether a part of a literal has no drop that could be noticed, whatever of its type is put there later. Of a variable that is a
/// literal itself nothing is asked: there is no end to such chains.
fn drops_no_part(locals: &Locals, part: &Expr) -> bool {
    match unparen(part) {
        Expr::Path(_) => direct_local(part).is_some_and(|local| {
            let decl = locals.get(local);
            !is_literal(decl) && drops_nothing_decl(locals, decl)
        }),
        number @ (Expr::Unary(_) | Expr::Binary(_)) => is_number(locals, number),
        Expr::MethodCall(it) if it.method == "clone" => {
            let of = written_type(locals, &it.receiver);
            of.is_some_and(|ty| is_harmless(ty) && !matches!(ty, Type::Reference(_)))
        }
        value => makes_text(value) || drops_nothing(locals, value),
    }
}

/// Input: `n.to_string()`, `String::from("a")`, `format!("{n}")`
fn makes_text(value: &Expr) -> bool {
    match value {
        Expr::MethodCall(it) => it.method == "to_string",
        Expr::Macro(it) => it.mac.path.is_ident("format"),
        Expr::Call(it) => match &*it.func {
            Expr::Path(callee) => {
                let of = callee.path.segments.iter().rev().nth(1);
                of.is_some_and(|of| of.ident == "String")
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether a value is reckoned of numbers.
fn is_number(locals: &Locals, value: &Expr) -> bool {
    match unparen(value) {
        Expr::Unary(it) => is_number(locals, &it.expr),
        Expr::Binary(it) => is_number(locals, &it.left) && is_number(locals, &it.right),
        Expr::Path(_) => direct_local(value).is_some_and(|local| is_scalar_decl(locals.get(local))),
        Expr::MethodCall(it) => methods::gives_number(&it.method.to_string()),
        value => matches!(value, Expr::Lit(_) | Expr::Cast(_)),
    }
}

fn is_literal(decl: &LocalDecl) -> bool {
    let makes = |init: &Expr| {
        matches!(
            unparen(init),
            Expr::Tuple(_) | Expr::Array(_) | Expr::Macro(_) | Expr::Call(_) | Expr::Struct(_)
        )
    };
    decl.ty.is_none() && decl.init.as_ref().is_some_and(makes)
}

/// Input: `vec![(&root, 0)]`
fn lists_no_drop(locals: &Locals, mac: &Macro) -> bool {
    let Some(call) = MacroCall::parse(mac).filter(|_| mac.path.is_ident("vec")) else {
        return false;
    };
    let mut args = call.args.iter();
    !call.args.is_empty() && args.all(|arg| drops_no_part(locals, &arg.value))
}

/// Input: `Some(&root)`, `VecDeque::from([(&root, 0)])`
fn holds_no_drop(locals: &Locals, it: &ExprCall) -> bool {
    let Expr::Path(callee) = &*it.func else {
        return false;
    };
    let mut segments = callee.path.segments.iter().rev();
    let is_from = segments.next().is_some_and(|last| last.ident == "from");
    let of = segments.next().filter(|_| is_from);
    let holds = match of {
        Some(of) => std_types::is_collection(&of.ident),
        None => calls_std_variant(&it.func),
    };
    let mut args = it.args.iter();
    holds && !it.args.is_empty() && args.all(|arg| drops_no_part(locals, arg))
}

/// Input: `Mode::Fast`, `None`
fn is_variant(path: &Path) -> bool {
    let last = path.segments.last().map(|last| last.ident.to_string());
    let is_named =
        |name: &str| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    path.is_ident("None") || (path.segments.len() > 1 && last.is_some_and(|last| is_named(&last)))
}

/// Whether the value of `init` certainly has no drop that could be noticed.
pub fn drops_nothing(locals: &Locals, init: &Expr) -> bool {
    match unparen(init) {
        Expr::Reference(_) | Expr::Lit(_) | Expr::Range(_) => true,
        Expr::Cast(it) => is_copy_type(&it.ty),
        Expr::Tuple(it) => it.elems.iter().all(|elem| drops_no_part(locals, elem)),
        Expr::Array(it) => it.elems.iter().all(|elem| drops_no_part(locals, elem)),
        Expr::Macro(it) => lists_no_drop(locals, &it.mac),
        Expr::Closure(it) => it.capture.is_none() && !super::closures::may_move(locals, it),
        Expr::Binary(it) => is_comparison(&it.op),
        Expr::Block(it) => it.label.is_none() && tail_drops_nothing(locals, &it.block),
        Expr::Call(it) => is_item_by_number(it) || holds_no_drop(locals, it),
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
