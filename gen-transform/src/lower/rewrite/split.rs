//! `&mut` parameters that are borrowed in one field over a yield and used in another: they become one reference a field.
//!
//! rustc sees that `for x in &self.a { self.b += x; yield_!(..) }` borrows two different fields. In a frame the two
//! borrows have to be two references from the start.

use crate::lower::builder::Builder;
use crate::resolve::{LocalDecl, LocalId, LocalKind, TempKind, bindings, decode, direct_local};
use crate::syntax::{block_yields, member_name, unparen, yield_kind, yielded};
use std::collections::{BTreeMap, BTreeSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Block, Expr, ExprClosure, ExprForLoop, ExprIf, ExprWhile, Item, Macro, Member, Pat, Stmt, Type,
};

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
        let rest = Rest {
            block: body,
            from: 0,
        };
        split(builder, rest, *param, &uses.fields);
    }
}

/// Does the same with the variables of patterns of which a field is lent to the consumer, and that are used on: they are `&mut`,
/// for of anything else a field cannot be lent.
///
/// Input: `while let Some(node) = link { yield_!(&mut node.value); link = node.next.as_deref_mut(); }` ·
/// Output: `while let Some(node) = link { let (next, value) = { let whole = node; (&mut whole.next, &mut whole.value) }; ..`
pub fn split_lenders(builder: &mut Builder<'_>, body: &mut Block) {
    let mut find = FindLent(BTreeSet::new());
    find.visit_block(body);
    if !find.0.is_empty() {
        let lent = find.0;
        Lenders { builder, lent }.visit_block_mut(body);
    }
}

/// Finds the variables of which a yield hands out a field by `&mut`.
struct FindLent(BTreeSet<LocalId>);

impl Visit<'_> for FindLent {
    fn visit_macro(&mut self, mac: &Macro) {
        let borrowed = mac.tokens.clone().into_iter().next();
        let borrows = borrowed.is_some_and(|first| first.to_string() == "&");
        if borrows && yield_kind(mac).is_some() {
            self.0.extend(lent(mac));
        }
        crate::syntax::each_macro_arg(mac, &mut |expr| self.visit_expr(expr));
    }
}

/// The variable of which a yield hands out a field.
///
/// Input: `yield_!(&mut x.a)`
fn lent(mac: &Macro) -> Option<LocalId> {
    let item = yielded(mac)?;
    let Expr::Reference(it) = unparen(&item) else {
        return None;
    };
    match unparen(&it.expr) {
        Expr::Field(field) if it.mutability.is_some() => direct_local(&field.base),
        _ => None,
    }
}

struct Lenders<'a, 'b> {
    builder: &'a mut Builder<'b>,
    /// Those of which a field is handed out somewhere.
    lent: BTreeSet<LocalId>,
}

impl Lenders<'_, '_> {
    /// Splits what a pattern binds for the rest of a block.
    fn bound(&mut self, pat: &Pat, block: &mut Block, from: usize) {
        let bound = bindings(pat).into_iter();
        for local in bound
            .filter(|local| self.lent.contains(local))
            .collect::<Vec<_>>()
        {
            let mut uses = Uses::of(local);
            block.stmts[from..]
                .iter()
                .for_each(|stmt| uses.visit_stmt(stmt));
            if !uses.whole && uses.lent && uses.fields.len() > 1 {
                split(
                    self.builder,
                    Rest {
                        block: &mut *block,
                        from,
                    },
                    local,
                    &uses.fields,
                );
            }
        }
    }
}

impl VisitMut for Lenders<'_, '_> {
    fn visit_expr_while_mut(&mut self, it: &mut ExprWhile) {
        if let Expr::Let(cond) = &*it.cond {
            self.bound(&cond.pat, &mut it.body, 0);
        }
        visit_mut::visit_expr_while_mut(self, it);
    }
    fn visit_expr_if_mut(&mut self, it: &mut ExprIf) {
        if let Expr::Let(cond) = &*it.cond {
            self.bound(&cond.pat, &mut it.then_branch, 0);
        }
        visit_mut::visit_expr_if_mut(self, it);
    }
    fn visit_expr_for_loop_mut(&mut self, it: &mut ExprForLoop) {
        self.bound(&it.pat, &mut it.body, 0);
        visit_mut::visit_expr_for_loop_mut(self, it);
    }
    fn visit_block_mut(&mut self, block: &mut Block) {
        for at in (0..block.stmts.len()).rev() {
            if let Stmt::Local(it) = &block.stmts[at] {
                let pat = it.pat.clone();
                self.bound(&pat, block, at + 1);
            }
        }
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_expr_closure_mut(&mut self, _: &mut ExprClosure) {}
    fn visit_item_mut(&mut self, _: &mut Item) {}
}

/// The statements of a block from one on.
struct Rest<'b> {
    block: &'b mut Block,
    from: usize,
}

fn split(builder: &mut Builder<'_>, rest: Rest<'_>, param: LocalId, fields: &BTreeSet<String>) {
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

/// How a parameter is used.
struct Uses {
    param: LocalId,
    fields: BTreeSet<String>,
    /// Whether it is used other than by its fields.
    whole: bool,
    /// Whether a loop with a yield goes over something in one of its fields.
    borrowed_in_loop: bool,
    /// Whether one of its fields is handed out by `&mut`.
    lent: bool,
}

impl Uses {
    fn of(param: LocalId) -> Uses {
        Uses {
            param,
            fields: BTreeSet::new(),
            whole: false,
            borrowed_in_loop: false,
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
        self.lent |= yield_kind(mac).is_some() && lent(mac) == Some(self.param);
        if !crate::syntax::each_macro_arg(mac, &mut |expr| self.visit_expr(expr)) {
            crate::resolve::visit_idents(mac.tokens.clone(), &mut |ident| {
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
        crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
    }
}
