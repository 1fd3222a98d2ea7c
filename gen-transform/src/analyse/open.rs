//! Values whose type is decided later in the function than where they are made.

use super::std_types;
use crate::methods;
use crate::resolve::{Locals, direct_local};
use crate::syntax::{MacroCall, is_comparison, is_std_variant, unparen, values};
use quote::ToTokens;
use syn::{Block, Expr, ExprCall, ExprMethodCall, Path, Stmt, Type};

/// Whether the type of a value is complete only later in the function, so that it cannot be asked for its kind: a
/// closure's, and what is still to be inferred. None of these is a reference.
pub fn is_open(locals: &Locals, value: &Expr) -> bool {
    match unparen(value) {
        Expr::Closure(_) | Expr::Async(_) | Expr::Block(_) | Expr::Macro(_) => true,
        Expr::If(it) => {
            let otherwise = it.else_branch.as_ref();
            tail_is_open(locals, &it.then_branch)
                || otherwise.is_some_and(|(_, it)| branch_is_open(locals, it))
        }
        Expr::Match(it) => it.arms.iter().any(|arm| branch_is_open(locals, &arm.body)),
        Expr::Unsafe(it) => tail_is_open(locals, &it.block),
        Expr::Loop(_) => values(value).into_iter().any(|broken_with| {
            matches!(broken_with, Expr::Loop(_)) || is_open(locals, broken_with)
        }),
        Expr::Path(_) => is_none(value) || is_open_local(locals, value),
        // What a block is may be a reference, and the others show it as little.
        Expr::Array(it) => it.elems.iter().any(|elem| {
            !matches!(unparen(elem), Expr::Block(_) | Expr::Macro(_)) && is_open(locals, elem)
        }),
        Expr::Repeat(it) => is_open(locals, &it.expr),
        Expr::Const(it) => tail_is_open(locals, &it.block),
        Expr::Cast(it) => is_open(locals, &it.expr),
        Expr::Binary(it) => {
            !is_comparison(&it.op) && (is_open(locals, &it.left) || is_open(locals, &it.right))
        }
        Expr::Unary(it) => is_open(locals, &it.expr),
        Expr::Call(it) => is_open_value_of(locals, it),
        Expr::Tuple(it) => it.elems.iter().any(|elem| is_open(locals, elem)),
        Expr::MethodCall(it) => is_open_result(locals, it),
        Expr::Try(it) => is_open(locals, &it.expr),
        _ => false,
    }
}

/// What a variant or a function gives.
fn is_open_value_of(locals: &Locals, it: &ExprCall) -> bool {
    let Expr::Path(callee) = &*it.func else {
        return false;
    };
    let path = &callee.path;
    if is_std_variant(path) {
        return it.args.iter().all(|arg| is_open(locals, arg)) || !path.is_ident("Some");
    }
    if wraps_argument(path) {
        return it.args.iter().any(|arg| is_open(locals, arg));
    }
    let is_last = |name: &&str| path.segments.last().is_some_and(|it| it.ident == name);
    let makes = ["new", "default", "with_capacity"].iter().any(is_last);
    makes || it.args.iter().any(is_none)
}

/// Whether a function of std makes a value whose type is complete where that of its argument is.
///
/// Input: `Box::new`
fn wraps_argument(path: &Path) -> bool {
    let mut segments = path.segments.iter().rev();
    let is_new = segments.next().is_some_and(|last| last.ident == "new");
    let of = segments.next();
    is_new && of.is_some_and(|ty| std_types::is_wrapper(&ty.ident))
}

fn is_open_result(locals: &Locals, it: &ExprMethodCall) -> bool {
    match &*it.method.to_string() {
        method if methods::passes_value_on(method) => is_open(locals, &it.receiver),
        method if methods::chooses(method) => {
            is_open(locals, &it.receiver) && it.args.iter().all(gives_none)
        }
        method if methods::puts_in_option(method) => it.args.iter().all(gives_none),
        method if methods::gives_item(method) => has_open_items(locals, &it.receiver),
        method => it.turbofish.is_none() && methods::is_open(method),
    }
}

/// `None`, `Option::None`
pub fn is_none(value: &Expr) -> bool {
    matches!(unparen(value), Expr::Path(it) if it.path.segments.last().is_some_and(|last| last.ident == "None"))
}

/// `None`, `|_| None`
fn gives_none(arg: &Expr) -> bool {
    match unparen(arg) {
        Expr::Closure(it) => is_none(&it.body),
        arg => is_none(arg),
    }
}

/// Whether the type of the value of an arm or an `else` is complete only later.
fn branch_is_open(locals: &Locals, branch: &Expr) -> bool {
    match branch {
        Expr::Block(body) => tail_is_open(locals, &body.block),
        body => is_open(locals, body),
    }
}

/// Whether the type of a block's value is complete only later.
fn tail_is_open(locals: &Locals, block: &Block) -> bool {
    matches!(block.stmts.last(), Some(Stmt::Expr(tail, None)) if is_open(locals, tail))
}

/// The same for the items of an iterator: what its adapters give them is decided later.
///
/// Input: `words.map(|word| word.parse().unwrap())`
pub fn has_open_items(locals: &Locals, head: &Expr) -> bool {
    let gives_open = |arg: &Expr| matches!(unparen(arg), Expr::Closure(it) if branch_is_open(locals, unparen(&it.body)));
    match unparen(head) {
        Expr::MethodCall(it) => {
            let made = methods::makes_items(&it.method.to_string());
            (made && it.args.iter().any(gives_open)) || has_open_items(locals, &it.receiver)
        }
        Expr::Range(it) => {
            let mut bounds = it.start.iter().chain(&it.end);
            bounds.any(|bound| is_open(locals, bound))
        }
        Expr::Array(it) => it.elems.iter().any(|elem| is_open(locals, elem)),
        Expr::Macro(it) => MacroCall::parse(&it.mac)
            .is_some_and(|call| call.args.iter().any(|arg| is_open(locals, &arg.value))),
        variable => direct_local(variable)
            .map(|local| locals.get(local))
            .filter(|decl| decl.ty.as_ref().is_none_or(is_inferred))
            .and_then(|decl| decl.init.as_ref())
            .is_some_and(|init| direct_local(init).is_none() && has_open_items(locals, init)),
    }
}

/// Whether a part of a written type is left to be inferred.
pub fn is_inferred(ty: &Type) -> bool {
    ty.to_token_stream().to_string().contains('_')
}

fn is_open_local(locals: &Locals, path: &Expr) -> bool {
    direct_local(path).is_some_and(|local| locals.get(local).inferred_late)
}
