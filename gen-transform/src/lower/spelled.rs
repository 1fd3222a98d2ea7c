//! `..` in patterns on tuples, tuple structs and variants whose number of fields is known.

use super::builder::Builder;
use super::shapes::Shapes;
use crate::resolve::{LocalId, Locals, bindings, direct_local};
use crate::syntax::unparen;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat, PatTupleStruct, Token, Type};

/// Writes `_` for each field that such a `..` stands for, so that each can have a name.
///
/// Input: `let (a, .., d) = (w, x, y, z);` · Output: `let (a, _, _, d) = (w, x, y, z);`
pub fn spell_out(builder: &Builder<'_>, body: &mut Block) {
    let (locals, shapes) = (&builder.locals, &builder.shapes);
    SpellOut { locals, shapes }.visit_block_mut(body);
}

struct SpellOut<'a> {
    locals: &'a Locals,
    shapes: &'a Shapes,
}

impl SpellOut<'_> {
    fn matched<'p>(&self, scrutinee: &Expr, pats: impl Iterator<Item = &'p mut Pat>) {
        let Some(count) = count(scrutinee, self.locals) else {
            return;
        };
        for pat in pats {
            if let Pat::Tuple(it) = pat {
                fill(&mut it.elems, count);
            }
        }
    }
}

/// How many fields the tuple has that `expr` is.
fn count(expr: &Expr, locals: &Locals) -> Option<usize> {
    match unparen(expr) {
        Expr::Tuple(it) => Some(it.elems.len()),
        variable => count_of_local(direct_local(variable)?, locals),
    }
}

fn count_of_local(local: LocalId, locals: &Locals) -> Option<usize> {
    let decl = locals.get(local);
    let earlier = |init: &Expr| direct_local(init).is_none_or(|source| source < local);
    match (&decl.ty, &decl.init) {
        (Some(Type::Tuple(it)), _) => Some(it.elems.len()),
        (None, Some(init)) if earlier(init) => count(init, locals),
        _ => None,
    }
}

/// Input: `a, ..` · Output: `a, _, _`
fn fill(elems: &mut Punctuated<Pat, Token![,]>, count: usize) {
    let is_rest = |elem: &Pat| matches!(elem, Pat::Rest(_));
    let known = elems.len().checked_sub(1).filter(|named| *named <= count);
    let (Some(at), Some(named)) = (elems.iter().position(is_rest), known) else {
        return;
    };
    let mut all: Vec<Pat> = std::mem::take(elems).into_iter().collect();
    let left_out = (named..count).map(|_| syn::parse_quote!(_));
    all.splice(at..=at, left_out);
    *elems = all.into_iter().collect();
    if count == 1 {
        elems.push_punct(Default::default());
    }
}

impl VisitMut for SpellOut<'_> {
    fn visit_local_mut(&mut self, it: &mut syn::Local) {
        if let Some(init) = &it.init {
            self.matched(&init.expr, std::iter::once(&mut it.pat));
        }
        visit_mut::visit_local_mut(self, it);
    }
    fn visit_expr_let_mut(&mut self, it: &mut syn::ExprLet) {
        self.matched(&it.expr, std::iter::once(&mut *it.pat));
        visit_mut::visit_expr_let_mut(self, it);
    }
    fn visit_expr_match_mut(&mut self, it: &mut syn::ExprMatch) {
        self.matched(&it.expr, it.arms.iter_mut().map(|arm| &mut arm.pat));
        visit_mut::visit_expr_match_mut(self, it);
    }
    fn visit_pat_tuple_struct_mut(&mut self, it: &mut PatTupleStruct) {
        let binds = !bindings(&Pat::TupleStruct(it.clone())).is_empty();
        if let Some(fields) = self.shapes.fields(&it.path).filter(|_| binds) {
            fill(&mut it.elems, fields.len());
        }
        visit_mut::visit_pat_tuple_struct_mut(self, it);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
