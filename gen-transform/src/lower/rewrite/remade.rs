//! Closures that hold nothing but references, of which one is a `&mut` that is used again behind them.
//!
//! The frame cannot hold both. But making such a closure does nothing, and it has no state of its own: so it is made anew where it
//! is called.

use super::roots::{Root, Roots};
use crate::lower::builder::Builder;
use crate::resolve::{
    DEFINES, LocalDecl, LocalId, MentionId, Name, decode, direct_local, is_plain_binding,
    visit_idents,
};
use crate::syntax::unparen;
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprClosure, ExprMethodCall, Pat, Stmt, Type};

impl Roots<'_> {
    /// Of a closure: everything that it captures is a reference, and it is no `move` closure, which would take these.
    ///
    /// Input: `|k| { *x += k; x.len() }` · Output: `x`
    pub fn of_closure(self, it: &ExprClosure) -> Option<Root> {
        if it.capture.is_some() || it.asyncness.is_some() || defines_macros(it) {
            return None;
        }
        let mut found: Option<Root> = None;
        for (local, mention) in captured(it) {
            let name = Name {
                local,
                mention: Some(mention),
            };
            let root = match self.rebound.contains(&local) {
                true => Root::Rebound,
                false if self.is_by_mut(local) => Root::Captured(name),
                false if is_shared_reference(self.locals.get(local)) => continue,
                false => return None,
            };
            found = Some(match found {
                Some(other) => Root::Both(other.into(), root.into()),
                None => root,
            });
        }
        found
    }
}

fn is_shared_reference(decl: &LocalDecl) -> bool {
    decl.shared || matches!(&decl.ty, Some(Type::Reference(it)) if it.mutability.is_none())
}

pub fn defines_macros(it: &ExprClosure) -> bool {
    let mut found = false;
    visit_idents(it.to_token_stream(), &mut |ident| found |= ident == DEFINES);
    found
}

/// The variables that a closure captures, each with its last mention in it.
pub fn captured(it: &ExprClosure) -> BTreeMap<LocalId, MentionId> {
    let (mut mentioned, mut own) = (BTreeMap::new(), BTreeSet::new());
    visit_idents(it.to_token_stream(), &mut |ident| {
        let Some(name) = decode(ident) else { return };
        match name.mention {
            Some(mention) => drop(mentioned.insert(name.local, mention)),
            None => drop(own.insert(name.local)),
        }
    });
    mentioned.retain(|local, _| !own.contains(local));
    mentioned
}

/// The name of a closure that can be made anew wherever `stmts` mention it: each copy has its types by itself if it is called there,
/// or handed to a method.
pub fn is_called(pat: &Pat, closure: &ExprClosure, stmts: &[Stmt]) -> bool {
    let Some(local) = is_plain_binding(pat) else {
        return false;
    };
    let mut find = Calls { local, calls: 0 };
    let mut mentions = 0;
    for stmt in stmts {
        find.visit_stmt(stmt);
        visit_idents(stmt.to_token_stream(), &mut |ident| {
            mentions += usize::from(decode(ident).is_some_and(|name| name.local == local));
        });
    }
    let typed = closure
        .inputs
        .iter()
        .all(|input| matches!(input, Pat::Type(_)));
    typed || find.calls == mentions
}

/// Counts the mentions of a closure that tell the types of its parameters.
struct Calls {
    local: LocalId,
    calls: usize,
}

impl Calls {
    fn count(&mut self, expr: &Expr) {
        let closure = match unparen(expr) {
            Expr::Reference(it) => &it.expr,
            other => other,
        };
        self.calls += usize::from(direct_local(closure) == Some(self.local));
    }

    /// The same in the arguments of an unknown macro: a name in front of parentheses.
    fn count_in(&mut self, tokens: TokenStream) {
        let mut named = false;
        for tree in tokens {
            if let TokenTree::Group(group) = &tree {
                let called = named && group.delimiter() == Delimiter::Parenthesis;
                self.calls += usize::from(called);
                self.count_in(group.stream());
            }
            let name = match &tree {
                TokenTree::Ident(ident) => decode(ident),
                _ => None,
            };
            named = name.is_some_and(|name| name.local == self.local);
        }
    }
}

impl Visit<'_> for Calls {
    fn visit_expr_call(&mut self, it: &ExprCall) {
        self.count(&it.func);
        visit::visit_expr_call(self, it);
    }
    fn visit_expr_method_call(&mut self, it: &ExprMethodCall) {
        it.args.iter().for_each(|arg| self.count(arg));
        visit::visit_expr_method_call(self, it);
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        if !crate::syntax::each_macro_arg(mac, &mut |arg| self.visit_expr(arg)) {
            self.count_in(mac.tokens.clone());
        }
    }
}

/// The closure once more, with variables and mentions of its own.
pub fn anew(builder: &mut Builder<'_>, closure: &ExprClosure) -> Expr {
    let mut own = BTreeMap::new();
    let tokens = renamed(closure.to_token_stream(), &mut |ident| {
        let name = decode(ident)?;
        let locals = &mut builder.locals;
        if name.mention.is_none() {
            let of = locals.get(name.local).clone();
            let copy = *own.entry(name.local).or_insert_with(|| locals.add(of));
            return Some(locals.binding(copy));
        }
        let local = own.get(&name.local).copied().unwrap_or(name.local);
        Some(locals.mention(local, ident.span()))
    });
    syn::parse2(tokens).expect("BUG: a closure with other names is one")
}

/// The tokens with other identifiers, also in what marks the arguments of macros.
pub fn renamed(
    tokens: TokenStream,
    rename: &mut dyn FnMut(&Ident) -> Option<Ident>,
) -> TokenStream {
    let renamed = tokens.into_iter().map(|tree| match tree {
        TokenTree::Ident(ident) => rename(&ident).unwrap_or(ident).into(),
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), renamed(group.stream(), rename));
            inner.set_span(group.span());
            inner.into()
        }
        other => other,
    });
    renamed.collect()
}
