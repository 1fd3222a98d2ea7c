//! `&mut` parameters that are borrowed in one field over a yield and used in another: they become one reference a field.
//!
//! rustc sees that `for x in &self.a { self.b += x; yield_!(..) }` borrows two different fields. In a frame the two
//! borrows have to be two references from the start.

use super::builder::Builder;
use crate::resolve::{LocalDecl, LocalId, LocalKind, TempKind, decode, direct_local};
use crate::syntax::{block_yields, member_name, unparen};
use std::collections::{BTreeMap, BTreeSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprForLoop, Macro, Member, Type};

/// Splits the parameters that need it: rewrites the body, and puts the split in front of it.
///
/// Input: `self.a .. self.b` · Output: `let (a, b) = { let whole = self; (&mut whole.a, &mut whole.b) }; (*a) .. (*b)`
pub fn split_parameters(builder: &mut Builder<'_>, body: &mut Block, params: &[LocalId]) {
    for param in params {
        let by_mut = matches!(&builder.locals.get(*param).ty, Some(Type::Reference(it)) if it.mutability.is_some());
        if !by_mut {
            continue;
        }
        let mut uses = Uses::of(*param);
        uses.visit_block(body);
        if uses.whole || !uses.borrowed_in_loop || uses.fields.len() < 2 {
            continue;
        }
        split(builder, body, *param, &uses.fields);
    }
}

fn split(builder: &mut Builder<'_>, body: &mut Block, param: LocalId, fields: &BTreeSet<String>) {
    let decl = builder.locals.get(param).clone();
    let span = decl.ident.span();
    let mut parts = BTreeMap::new();
    for field in fields {
        let part = LocalDecl {
            ident: decl.part_ident(field),
            kind: LocalKind::Temp(TempKind::Field),
            ty: Some(syn::parse_quote!(&mut _)),
            mutable: false,
            ..decl.clone()
        };
        parts.insert(field.clone(), builder.locals.add(part));
    }
    Rewrite {
        builder,
        param,
        parts: &parts,
    }
    .visit_block_mut(body);
    let whole = builder.locals.mention_expr(param, span);
    let bindings = parts.values().map(|part| builder.locals.binding(*part));
    let members = fields
        .iter()
        .map(|field| syn::parse_str::<Member>(field).expect("BUG: a field has a name"));
    let split: syn::Stmt = syn::parse_quote! {
        let (#(#bindings),*) = { let whole = #whole; (#(&mut whole.#members),*) };
    };
    body.stmts.insert(0, split);
}

/// How a parameter is used.
struct Uses {
    param: LocalId,
    fields: BTreeSet<String>,
    /// Whether it is used other than by its fields.
    whole: bool,
    /// Whether a loop with a yield goes over something in one of its fields.
    borrowed_in_loop: bool,
}

impl Uses {
    fn of(param: LocalId) -> Uses {
        Uses {
            param,
            fields: BTreeSet::new(),
            whole: false,
            borrowed_in_loop: false,
        }
    }

    fn is_param(&self, expr: &Expr) -> bool {
        direct_local(expr) == Some(self.param)
    }

    /// Whether `head` looks at a field of the parameter: `&self.a`, `self.a.iter()`, `self.a.chars().rev()`.
    fn looks_at_field(&self, head: &Expr) -> bool {
        match unparen(head) {
            Expr::Reference(it) => self.looks_at_field(&it.expr),
            Expr::MethodCall(it) => self.looks_at_field(&it.receiver),
            Expr::Field(it) => self.is_param(&it.base) || self.looks_at_field(&it.base),
            Expr::Index(it) => self.looks_at_field(&it.expr),
            _ => false,
        }
    }
}

impl Visit<'_> for Uses {
    fn visit_expr_for_loop(&mut self, it: &ExprForLoop) {
        self.borrowed_in_loop |= block_yields(&it.body) && self.looks_at_field(&it.expr);
        visit::visit_expr_for_loop(self, it);
    }
    fn visit_expr_field(&mut self, it: &syn::ExprField) {
        if self.is_param(&it.base) {
            self.fields.insert(member_name(&it.member));
        } else {
            visit::visit_expr_field(self, it);
        }
    }
    fn visit_ident(&mut self, ident: &syn::Ident) {
        self.whole |=
            decode(ident).is_some_and(|name| name.local == self.param && name.mention.is_some());
    }
    fn visit_macro(&mut self, mac: &Macro) {
        let mut mac = mac.clone();
        if !super::exits::visit_macro_args(&mut mac, &mut |expr| self.visit_expr(expr)) {
            crate::resolve::visit_idents(mac.tokens, &mut |ident| {
                self.visit_ident(ident);
            });
        }
    }
}

struct Rewrite<'a, 'b> {
    builder: &'a mut Builder<'b>,
    param: LocalId,
    parts: &'a BTreeMap<String, LocalId>,
}

impl VisitMut for Rewrite<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Field(field) = expr
            && direct_local(&field.base) == Some(self.param)
        {
            let member = member_name(&field.member);
            if let Some(part) = self.parts.get(&member) {
                let mention = self.builder.locals.mention_expr(*part, field.span());
                *expr = syn::parse_quote!((*#mention));
            }
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        super::exits::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
    }
}
