//! Patterns that leave fields in a struct that lives over a yield.

use crate::analyse::{is_unknown, types};
use crate::lower::builder::Builder;
use crate::resolve::{LocalId, direct_local};
use crate::syntax::{binds_by_reference, unparen};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat, Stmt, UnOp};

/// Takes the fields out one by one where a pattern leaves some in a struct whose fields are not all known.
///
/// Input: `let P { a, .. } = p;`, `let P { a, .. } = *p;` · Output: `let a = p.a;`
pub fn take_out(builder: &mut Builder<'_>, body: &mut Block) {
    Fields { builder }.visit_block_mut(body);
}

struct Fields<'a, 'b> {
    builder: &'a mut Builder<'b>,
}

impl VisitMut for Fields<'_, '_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let mut split = Vec::new();
        for stmt in std::mem::take(&mut block.stmts) {
            match self.lets(&stmt) {
                Some(lets) => split.extend(lets),
                None => split.push(stmt),
            }
        }
        block.stmts = split;
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

impl Fields<'_, '_> {
    fn lets(&mut self, stmt: &Stmt) -> Option<Vec<Stmt>> {
        let Stmt::Local(it) = stmt else { return None };
        let Pat::Struct(pat) = &it.pat else {
            return None;
        };
        let init = it.init.as_ref()?;
        let (whole, has_fields) = self.matched(&init.expr)?;
        let left_open = pat.rest.is_some()
            && init.diverge.is_none()
            && !binds_by_reference(&it.pat)
            && self.builder.shapes.fields(&pat.path).is_none()
            && self.builder.long_lived.contains(whole)
            && has_fields;
        if !left_open {
            return None;
        }
        let fields = pat.fields.iter();
        let bound = fields.filter(|field| !matches!(*field.pat, Pat::Wild(_)));
        let lets = bound.map(|field| {
            let (member, pat) = (&field.member, &field.pat);
            let value = self.builder.locals.mention_expr(whole, member.span());
            syn::parse_quote!(let #pat = #value.#member;)
        });
        Some(lets.collect())
    }

    /// The variable that a pattern takes fields of, and whether it may give them one by one. Only of what a `*` gives it is known
    /// that it is the struct itself, whatever the variable is.
    fn matched(&self, value: &Expr) -> Option<(LocalId, bool)> {
        let locals = &self.builder.locals;
        match unparen(value) {
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => {
                let whole = direct_local(&it.expr)?;
                Some((whole, is_unknown(locals, whole)))
            }
            value => {
                let whole = direct_local(value)?;
                Some((whole, types::is_struct(locals.get(whole))))
            }
        }
    }
}
