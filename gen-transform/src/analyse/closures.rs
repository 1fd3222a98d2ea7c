//! What a closure may own although it is not `move`.

use super::drops::drops_nothing_decl;
use super::open::is_none;
use super::scalars::Scalar;
use crate::methods::{self, is_consuming};
use crate::resolve::{
    LocalId, Locals, decode, direct_local, direct_mention, is_plain_binding, visit_idents,
};
use crate::syntax::{calls_std_variant, diverges, is_comparison, is_compound, unparen, values};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure, Local, Pat, Stmt, Type, UnOp};

/// Whether a closure uses a local around it by value: if that is no copy, the closure owns it.
pub fn may_move(locals: &Locals, it: &ExprClosure) -> bool {
    let mut find = Find {
        plain: super::scalars::scalars(locals),
        bound: Vec::new(),
        found: false,
    };
    it.inputs.iter().for_each(|input| find.visit_pat(input));
    find.visit_expr(&it.body);
    find.found
}

/// Whether a closure may as well be dropped by its last call: because it moves what it captured when it is called, and so can
/// be called once only; or because, if that is copied, nothing in it has a drop that could be noticed.
///
/// Without a `move` it owns exactly what it moves. With one it owns the rest, too.
pub fn ends_with_its_call(locals: &Locals, it: &ExprClosure) -> bool {
    if it.capture.is_none() {
        return may_move(locals, it);
    }
    let (mut mentioned, mut bound) = (BTreeSet::new(), BTreeSet::new());
    visit_idents(it.to_token_stream(), &mut |ident| {
        if let Some(name) = decode(ident) {
            match name.mention {
                Some(_) => mentioned.insert(name.local),
                None => bound.insert(name.local),
            };
        }
    });
    let mut moved = Moved::default();
    moved.value(&it.body);
    let mut captured = mentioned.difference(&bound);
    captured.clone().any(|local| moved.0.contains(local))
        && captured.all(|local| moved.0.contains(local) || has_no_drop(locals, *local))
}

/// Whether a value is such a closure, or an `Option` of one, by itself or in the variable that it is taken from.
///
/// Input: `once`, `once.take()` and `once.take().unwrap()`, of a variable `let mut once = Some(move || text);`
pub fn hands_on_once(locals: &Locals, value: &Expr) -> bool {
    match unparen(value) {
        Expr::Closure(it) => ends_with_its_call(locals, it),
        Expr::Call(it) if calls_std_variant(&it.func) => {
            it.args.iter().all(|arg| hands_on_once(locals, arg))
        }
        Expr::MethodCall(it) if it.args.is_empty() => {
            let method = it.method.to_string();
            let handed = methods::passes_value_on(&method) || method == "take";
            handed && hands_on_once(locals, &it.receiver)
        }
        value => direct_local(value)
            .and_then(|local| locals.get(local).init.as_ref())
            .filter(|init| direct_local(init).is_none())
            .is_some_and(|init| {
                let mut some = values(init);
                some.retain(|value| !is_none(value) && !diverges(value));
                !some.is_empty() && some.iter().all(|value| hands_on_once(locals, value))
            }),
    }
}

fn has_no_drop(locals: &Locals, local: LocalId) -> bool {
    let decl = locals.get(local);
    let reference = matches!(&decl.ty, Some(Type::Reference(_)));
    reference || drops_nothing_decl(locals, decl)
}

/// The locals whose value code certainly uses: moves, or copies.
#[derive(Default)]
struct Moved(BTreeSet<LocalId>);

impl Moved {
    /// Where a value stands, and not a place.
    fn value(&mut self, expr: &Expr) {
        match unparen(expr) {
            Expr::Path(_) => self.0.extend(direct_mention(expr).map(|name| name.local)),
            Expr::Block(it) => self.visit_block(&it.block),
            other => self.visit_expr(other),
        }
    }
}

impl Visit<'_> for Moved {
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Call(it) => {
                self.visit_expr(&it.func);
                it.args.iter().for_each(|arg| self.value(arg));
            }
            Expr::MethodCall(it) => {
                self.visit_expr(&it.receiver);
                it.args.iter().for_each(|arg| self.value(arg));
            }
            Expr::Tuple(it) => it.elems.iter().for_each(|elem| self.value(elem)),
            Expr::Array(it) => it.elems.iter().for_each(|elem| self.value(elem)),
            Expr::Struct(it) => it.fields.iter().for_each(|field| self.value(&field.expr)),
            Expr::Assign(it) => {
                self.visit_expr(&it.left);
                self.value(&it.right);
            }
            Expr::Return(it) => it.expr.iter().for_each(|value| self.value(value)),
            Expr::Binary(it) if is_comparison(&it.op) => visit::visit_expr_binary(self, it),
            Expr::Binary(it) => {
                if !is_compound(&it.op) {
                    self.value(&it.left);
                }
                self.value(&it.right);
            }
            Expr::Unary(it) if !matches!(it.op, UnOp::Deref(_)) => self.value(&it.expr),
            // What runs somewhere else, or only where it is.
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
            other => visit::visit_expr(self, other),
        }
    }

    fn visit_block(&mut self, block: &syn::Block) {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Expr(value, None) => self.value(value),
                Stmt::Local(Local {
                    pat,
                    init: Some(init),
                    ..
                }) if takes_all(pat) => self.value(&init.expr),
                other => self.visit_stmt(other),
            }
        }
    }

    fn visit_macro(&mut self, _: &syn::Macro) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Whether a pattern takes a value with all its parts: if all of them are copied, nothing in the value has a drop.
///
/// Input: `x`, `(x, (y, z))`
fn takes_all(pat: &Pat) -> bool {
    match pat {
        Pat::Paren(it) => takes_all(&it.pat),
        Pat::Tuple(it) => it.elems.iter().all(takes_all),
        pat => is_plain_binding(pat).is_some(),
    }
}

struct Find {
    /// Which locals are numbers and the like.
    plain: Vec<Option<Scalar>>,
    bound: Vec<LocalId>,
    found: bool,
}

impl Find {
    /// An operand that is looked at, or copied.
    fn place(&mut self, expr: &Expr) {
        if direct_mention(expr).is_none() {
            self.visit_expr(expr);
        }
    }
}

impl Visit<'_> for Find {
    fn visit_expr(&mut self, expr: &Expr) {
        match unparen(expr) {
            Expr::Path(_) => {
                let name = direct_mention(expr);
                self.found |= name.is_some_and(|name| {
                    let plain = self.plain[name.local.index()].is_some();
                    !plain && !self.bound.contains(&name.local)
                });
            }
            Expr::Reference(it) => self.place(&it.expr),
            Expr::Field(it) => self.place(&it.base),
            Expr::Unary(it) => self.place(&it.expr),
            Expr::Cast(it) => self.place(&it.expr),
            Expr::Index(it) => {
                self.place(&it.expr);
                self.place(&it.index);
            }
            Expr::Binary(it) => {
                self.place(&it.left);
                self.place(&it.right);
            }
            Expr::Assign(it) => {
                self.place(&it.left);
                self.visit_expr(&it.right);
            }
            Expr::Call(it) => {
                self.place(&it.func);
                it.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::MethodCall(it) if !is_consuming(&it.method.to_string()) => {
                self.place(&it.receiver);
                it.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            other => visit::visit_expr(self, other),
        }
    }
    fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
        self.bound.extend(decode(&pat.ident).map(|name| name.local));
        visit::visit_pat_ident(self, pat);
    }
    fn visit_macro(&mut self, _: &syn::Macro) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}
