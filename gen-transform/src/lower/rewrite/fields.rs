//! Patterns that leave fields in a struct that lives over a yield.

use crate::analyse::{is_unknown, types};
use crate::lower::builder::Builder;
use crate::resolve::{LocalId, direct_local};
use crate::syntax::{binds_by_reference, leaves_parts, takes_struct_apart, unparen};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Index, Member, Pat, PatStruct, Stmt, Token, UnOp};

/// Takes the fields out one by one where a pattern leaves some in a struct whose fields are not all known, or in what a
/// pointer of an unknown type points to.
///
/// Input: `let P { a, .. } = p;`, `let P { a, .. } = *p;`, `let P { a, b: _ } = *p;` · Output: `let a = p.a;`
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
        let init = it.init.as_ref()?;
        let (whole, place) = self.matched(&init.expr)?;
        let takes_fields = init.diverge.is_none()
            && !binds_by_reference(&it.pat)
            && self.builder.long_lived.contains(whole)
            && self.leaves_fields(&it.pat, place);
        if !takes_fields {
            return None;
        }
        let bound = fields(&it.pat)?.into_iter();
        let bound = bound.filter(|(_, pat)| !matches!(pat, Pat::Wild(_)));
        let lets = bound.map(|(member, pat)| {
            let value = self.builder.locals.mention_expr(whole, member.span());
            syn::parse_quote!(let #pat = #value.#member;)
        });
        Some(lets.collect())
    }

    /// Whether a pattern leaves fields behind that cannot have names.
    fn leaves_fields(&self, pat: &Pat, place: Place) -> bool {
        let of_known = |it: &PatStruct| self.builder.shapes.fields(&it.path).is_some();
        match (pat, place) {
            (_, Place::Pointee) => leaves_parts(pat),
            (Pat::Struct(it), Place::Struct) => it.rest.is_some() && !of_known(it),
            _ => false,
        }
    }

    /// The variable that a pattern takes fields of, and what it gives. Only of what a `*` gives it is known that it is the
    /// struct itself, whatever the variable is.
    fn matched(&self, value: &Expr) -> Option<(LocalId, Place)> {
        let locals = &self.builder.locals;
        match unparen(value) {
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => {
                let whole = direct_local(&it.expr)?;
                let place = match is_unknown(locals, whole) {
                    true if types::is_box(locals.get(whole)) => Place::Struct,
                    true => Place::Pointee,
                    false => Place::Unknown,
                };
                Some((whole, place))
            }
            value => {
                let whole = direct_local(value)?;
                let place = match types::is_struct(locals.get(whole)) {
                    true => Place::Struct,
                    false => Place::Unknown,
                };
                Some((whole, place))
            }
        }
    }
}

/// What a pattern that leaves fields behind is matched against.
#[derive(Clone, Copy)]
enum Place {
    /// A variable that holds a struct, itself or in a box: what is left in it and spelt out has a name there.
    Struct,
    /// What a pointer of some kind points to: what is left in it stays there.
    Pointee,
    /// Perhaps a reference, of which patterns take references.
    Unknown,
}

/// The fields of a struct or tuple that a pattern spells out, by their names or numbers.
///
/// Input: `P { a, b: (c, d), .. }`, `(a, (c, d), _)` · Output: `a: a`, `b: (c, d)`; `0: a`, `1: (c, d)`, `2: _`
fn fields(pat: &Pat) -> Option<Vec<(Member, Pat)>> {
    let in_order = |elems: &Punctuated<Pat, Token![,]>| {
        let elems: Vec<&Pat> = elems.iter().collect();
        let (last, front) = elems.split_last()?;
        let is_rest = |elem: &Pat| matches!(elem, Pat::Rest(_));
        let spelled = match is_rest(last) {
            true => front,
            false => &elems,
        };
        let numbered = |(index, elem): (usize, &&Pat)| {
            let (index, span) = (index as u32, elem.span());
            (Member::Unnamed(Index { index, span }), (*elem).clone())
        };
        let counted = !spelled.iter().any(|elem| is_rest(elem));
        counted.then(|| spelled.iter().enumerate().map(numbered).collect())
    };
    match pat {
        Pat::Struct(it) => {
            let fields = it.fields.iter();
            Some(
                fields
                    .map(|it| (it.member.clone(), (*it.pat).clone()))
                    .collect(),
            )
        }
        Pat::TupleStruct(it) if takes_struct_apart(pat) => in_order(&it.elems),
        Pat::Tuple(it) => in_order(&it.elems),
        _ => None,
    }
}
