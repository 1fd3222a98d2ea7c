//! Patterns that borrow one field of a literal and move another.

use super::literal::is_literal_expr;
use super::mentions::pattern_fields;
use crate::lower::builder::Builder;
use crate::resolve::{TempKind, bindings};
use crate::syntax::binds_by_reference;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Local, Member, Pat, Stmt};

/// Gives a name to each literal in `body` that such a pattern is matched against, so that it becomes one local a field.
///
/// Input: `let (ref a, b) = (x, y);` · Output: `let temporary = (x, y); let (ref a, b) = temporary;`
pub fn name_literals(builder: &mut Builder<'_>, body: &mut Block) {
    Name { builder }.visit_block_mut(body);
}

/// The fields that a pattern moves, if it borrows others; none if it does both to one of them.
pub fn moved_beside_borrowed(pat: &Pat) -> Option<Vec<Member>> {
    let count = match pat {
        Pat::TupleStruct(it) => it.elems.len(),
        Pat::Tuple(it) => it.elems.len(),
        _ => 0,
    };
    let (borrowing, others): (Vec<_>, Vec<_>) = pattern_fields(pat, count)
        .into_iter()
        .partition(|(_, pat)| binds_by_reference(pat));
    if borrowing.iter().any(|(_, pat)| !is_reference(pat)) {
        return None;
    }
    let moved = others
        .into_iter()
        .filter(|(_, pat)| !bindings(pat).is_empty());
    Some(moved.map(|(member, _)| member).collect())
}

/// `ref x`
fn is_reference(pat: &Pat) -> bool {
    matches!(pat, Pat::Ident(it) if it.subpat.is_none())
}

struct Name<'a, 'b> {
    builder: &'a mut Builder<'b>,
}

impl Name<'_, '_> {
    fn is_mixed(&self, it: &Local) -> bool {
        let moves = || moved_beside_borrowed(&it.pat).is_some_and(|moved| !moved.is_empty());
        it.init.as_ref().is_some_and(|init| {
            init.diverge.is_none() && is_literal_expr(&init.expr, &self.builder.locals)
        }) && binds_by_reference(&it.pat)
            && moves()
    }

    fn named(&mut self, it: &mut Local) -> Option<Stmt> {
        let init = it.init.as_mut()?;
        let span = init.expr.span();
        let whole = self.builder.locals.add_temp(TempKind::Temporary, span);
        let binding = self.builder.locals.binding(whole);
        let mention = self.builder.locals.mention_expr(whole, span);
        let value = std::mem::replace(&mut *init.expr, mention);
        self.builder.locals.get_mut(whole).init = Some(value.clone());
        Some(syn::parse_quote!(let #binding = #value;))
    }
}

impl VisitMut for Name<'_, '_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        for mut stmt in std::mem::take(&mut block.stmts) {
            if let Stmt::Local(it) = &mut stmt
                && self.is_mixed(it)
            {
                block.stmts.extend(self.named(it));
            }
            block.stmts.push(stmt);
        }
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
}
