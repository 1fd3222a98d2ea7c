//! What is said of a struct, said of its parts.

use super::parts::Parts;
use crate::lower::builder::Builder;
use crate::lower::rewrite::formatted::replace_fields;
use crate::resolve::direct_local;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Macro, Member, Pat, Stmt, Token};

/// Replaces what is said of the struct by what is meant of its parts.
pub struct Mentions<'a, 'b> {
    builder: &'a mut Builder<'b>,
    parts: &'a Parts,
}

impl<'a, 'b> Mentions<'a, 'b> {
    pub fn new(builder: &'a mut Builder<'b>, parts: &'a Parts) -> Self {
        Mentions { builder, parts }
    }

    /// Replaces it in the statements of one block.
    pub fn replace<'s>(&mut self, stmts: &'s mut Vec<Stmt>) -> &'s mut Vec<Stmt> {
        self.by_field(stmts);
        stmts.iter_mut().for_each(|stmt| self.visit_stmt_mut(stmt));
        stmts
    }

    /// A pattern on the whole becomes one `let` for each field.
    ///
    /// Input: `let P { a, .. } = p;` · Output: `let a = p_a;`
    fn by_field(&mut self, stmts: &mut Vec<Stmt>) {
        for stmt in std::mem::take(stmts) {
            match &stmt {
                Stmt::Local(it) if self.takes_apart(it) => stmts.extend(self.lets(&it.pat)),
                _ => stmts.push(stmt),
            }
        }
    }

    fn is_whole(&self, expr: &Expr) -> bool {
        direct_local(expr) == Some(self.parts.whole)
    }

    fn takes_apart(&self, it: &syn::Local) -> bool {
        let by_field = matches!(it.pat, Pat::Struct(_) | Pat::TupleStruct(_) | Pat::Tuple(_));
        let init = it.init.as_ref();
        by_field && init.is_some_and(|init| self.is_whole(&init.expr))
    }

    fn lets(&mut self, pat: &Pat) -> Vec<Stmt> {
        let mut lets = Vec::new();
        for (member, pat) in pattern_fields(pat, self.parts.count()) {
            if let (Some(part), false) = (self.parts.get(&member), matches!(pat, Pat::Wild(_))) {
                let value = self.builder.locals.mention_expr(part, pat.span());
                lets.push(syn::parse_quote!(let #pat = #value;));
            }
        }
        lets
    }
}

/// The patterns in `pat`, on something with `count` fields, with the fields they stand for.
pub fn pattern_fields(pat: &Pat, count: usize) -> Vec<(Member, &Pat)> {
    match pat {
        Pat::Struct(it) => {
            let fields = it.fields.iter();
            fields
                .map(|field| (field.member.clone(), &*field.pat))
                .collect()
        }
        Pat::TupleStruct(it) => tuple_fields(&it.elems, count),
        Pat::Tuple(it) => tuple_fields(&it.elems, count),
        _ => Vec::new(),
    }
}

/// The same for a tuple or tuple struct; `..` stands for as many fields as are missing.
fn tuple_fields(elems: &Punctuated<Pat, Token![,]>, count: usize) -> Vec<(Member, &Pat)> {
    let is_rest = |elem: &Pat| matches!(elem, Pat::Rest(_));
    let rest = elems.iter().position(is_rest).unwrap_or(count);
    let skipped = (count + 1).saturating_sub(elems.len());
    let elems = elems.iter().enumerate();
    let elems = elems.filter(|(_, elem)| !is_rest(elem));
    let fields = elems.map(|(at, elem)| {
        let index = if at < rest { at } else { at + skipped - 1 };
        (syn::Index::from(index).into(), elem)
    });
    fields.collect()
}

impl VisitMut for Mentions<'_, '_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.replace(&mut block.stmts);
    }
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Assign(it) if self.is_whole(&it.left) => {
                self.visit_expr_mut(&mut it.right);
                *expr = self
                    .parts
                    .assigned(self.builder, &it.right, it.eq_token.span());
            }
            Expr::Field(field) if self.is_whole(&field.base) => {
                if let Some(part) = self.parts.get(&field.member) {
                    *expr = self.builder.locals.mention_expr(part, field.span());
                }
            }
            whole if self.is_whole(whole) => {
                *whole = self.parts.together(self.builder, whole.span());
            }
            other => visit_mut::visit_expr_mut(self, other),
        }
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if !crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr)) {
            replace_fields(mac, &mut |local, member, span| {
                let part = self.parts.get(member)?;
                let ours = local == self.parts.whole;
                ours.then(|| self.builder.locals.mention(part, span).into_token_stream())
            });
        }
    }
}
