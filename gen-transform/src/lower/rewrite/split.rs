//! `&mut` parameters that are borrowed in one field over a yield and used in another: they become one reference a field.
//!
//! rustc sees that `for x in &self.a { self.b += x; yield_!(..) }` borrows two different fields. In a frame the two
//! borrows have to be two references from the start.

use super::formatted::{each_mention, replace_fields};
use super::lenders::lent;
use crate::lower::builder::Builder;
use crate::methods;
use crate::resolve::{LocalDecl, LocalId, LocalKind, TempKind, decode, direct_local};
use crate::syntax::{block_yields, member_name, unparen, yield_kind};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprForLoop, Local, Macro, Member, Type};

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
        if uses.whole || !uses.borrowed || uses.fields.len() < 2 {
            continue;
        }
        let rest = Rest {
            block: body,
            from: 0,
        };
        split(builder, rest, *param, &uses.fields);
    }
}

/// The statements of a block from one on.
pub struct Rest<'b> {
    pub block: &'b mut Block,
    pub from: usize,
}

/// Makes one reference a field of a variable, for the statements in which it is in sight.
pub fn split(builder: &mut Builder<'_>, rest: Rest<'_>, param: LocalId, fields: &BTreeSet<String>) {
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
    let mut rewrite = Rewrite {
        builder: &mut *builder,
        param,
        parts: &parts,
    };
    let stmts = &mut rest.block.stmts;
    stmts[rest.from..]
        .iter_mut()
        .for_each(|stmt| rewrite.visit_stmt_mut(stmt));
    let whole = builder.locals.mention_expr(param, span);
    let members: Vec<Member> = fields
        .iter()
        .map(|field| syn::parse_str(field).expect("BUG: a field has a name"))
        .collect();
    let known = members.iter().cloned().zip(parts.values().copied());
    builder.locals.get_mut(param).fields = known.collect();
    let bindings = parts.values().map(|part| builder.locals.binding(*part));
    let split: syn::Stmt = syn::parse_quote! {
        let (#(#bindings),*) = { let whole = { #whole }; (#(&mut whole.#members),*) };
    };
    stmts.insert(rest.from, split);
}

/// How a `&mut` is used.
pub struct Uses {
    param: LocalId,
    pub fields: BTreeSet<String>,
    /// Whether it is used other than by its fields.
    pub whole: bool,
    /// Whether a loop with a yield goes over something in one of its fields, or a variable is an iterator over that.
    pub borrowed: bool,
    /// Whether one of its fields is handed out by `&mut`.
    pub lent: bool,
}

impl Uses {
    pub fn of(param: LocalId) -> Uses {
        Uses {
            param,
            fields: BTreeSet::new(),
            whole: false,
            borrowed: false,
            lent: false,
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
        self.borrowed |= block_yields(&it.body) && self.looks_at_field(&it.expr);
        visit::visit_expr_for_loop(self, it);
    }
    fn visit_local(&mut self, it: &Local) {
        if let Some(init) = &it.init
            && let Expr::MethodCall(call) = unparen(&init.expr)
        {
            let method = call.method.to_string();
            let iterates = methods::gives_iterator(&method) || method == "drain";
            self.borrowed |= iterates && self.looks_at_field(&call.receiver);
        }
        visit::visit_local(self, it);
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
        self.lent |= yield_kind(mac).is_some() && lent(mac) == Some(self.param);
        if !crate::syntax::each_macro_arg(mac, &mut |expr| self.visit_expr(expr)) {
            each_mention(mac, &mut |name, field| match field {
                _ if name.local != self.param || name.mention.is_none() => {}
                None => self.whole = true,
                Some(field) => drop(self.fields.insert(member_name(&field))),
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
                let span = field.span();
                let mention = self.builder.locals.mention_expr(*part, span);
                *expr = syn::parse_quote_spanned!(span=> (*#mention));
            }
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if !crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr)) {
            replace_fields(mac, &mut |local, member, span| {
                let part = self.parts.get(&member_name(member))?;
                let mention = || self.builder.locals.mention(*part, span);
                (local == self.param).then(mention).map(|it| quote!((*#it)))
            });
        }
    }
}
