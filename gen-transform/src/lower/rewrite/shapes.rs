//! The fields of structs and variants, as far as the body itself spells them out.
//!
//! A macro does not see the definition of a type. A literal without `..`, a pattern without `..` and a struct that is
//! defined in the body name all fields, and a call of a tuple struct or variant says how many there are.

use crate::lower::temporaries::is_constructor;
use quote::ToTokens;
use std::collections::BTreeMap;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Fields, Index, Item, Member, Pat, PatStruct, Path};

/// The fields of each path that has been spelt out, in order.
#[derive(Default, Debug)]
pub struct Shapes {
    known: BTreeMap<String, Vec<Member>>,
}

impl Shapes {
    /// What `body` and the items hoisted from it spell out.
    pub fn of<'i>(body: &Block, items: impl Iterator<Item = &'i Item>) -> Shapes {
        let mut shapes = Shapes::default();
        // A definition has the fields in the order in which they are dropped, so it goes first.
        items.for_each(|item| shapes.visit_item(item));
        shapes.visit_block(body);
        shapes
    }

    /// The fields of the struct or variant at `path`.
    pub fn fields(&self, path: &Path) -> Option<&[Member]> {
        self.known.get(&key(path)).map(Vec::as_slice)
    }

    /// The fields at `path` besides those that are `named`.
    pub fn missing<'m>(
        &self,
        path: &Path,
        named: impl Iterator<Item = &'m Member>,
    ) -> Option<Vec<Member>> {
        let mut missing = self.fields(path)?.to_vec();
        named.for_each(|named| missing.retain(|field| field != named));
        Some(missing)
    }

    /// Names the fields that `pat` leaves out by `..`.
    ///
    /// Input: `Pair { a, .. }` · Output: `Pair { a, b: _ }`
    pub fn spell_out(&self, pat: &mut PatStruct) {
        if pat.rest.is_none() {
            return;
        }
        let named = pat.fields.iter().map(|field| &field.member);
        let Some(missing) = self.missing(&pat.path, named) else {
            return;
        };
        for member in missing {
            pat.fields.push(syn::FieldPat {
                attrs: Vec::new(),
                member,
                colon_token: Some(Default::default()),
                pat: Box::new(syn::parse_quote!(_)),
            });
        }
        pat.rest = None;
    }

    fn learn(&mut self, path: &Path, fields: impl Iterator<Item = Member>) {
        let entry = self.known.entry(key(path));
        entry.or_insert_with(|| fields.collect());
    }

    fn learn_count(&mut self, path: &Path, count: usize) {
        self.learn(path, (0..count).map(|index| Index::from(index).into()));
    }
}

fn key(path: &Path) -> String {
    without_arguments(path).to_token_stream().to_string()
}

/// A path as it may stand where its generic arguments are inferred.
pub fn without_arguments(path: &Path) -> Path {
    let mut path = path.clone();
    if let Some(last) = path.segments.last_mut() {
        last.arguments = syn::PathArguments::None;
    }
    path
}

impl Visit<'_> for Shapes {
    fn visit_item_struct(&mut self, item: &syn::ItemStruct) {
        let path = item.ident.clone().into();
        match &item.fields {
            Fields::Named(fields) => {
                let names = fields.named.iter().filter_map(|field| field.ident.clone());
                self.learn(&path, names.map(Member::Named));
            }
            Fields::Unnamed(fields) => self.learn_count(&path, fields.unnamed.len()),
            Fields::Unit => {}
        }
    }

    fn visit_expr_struct(&mut self, it: &syn::ExprStruct) {
        if it.dot2_token.is_none() {
            let members = it.fields.iter().map(|field| field.member.clone());
            self.learn(&it.path, members);
        }
        visit::visit_expr_struct(self, it);
    }

    fn visit_expr_call(&mut self, it: &syn::ExprCall) {
        if let Expr::Path(callee) = &*it.func
            && is_constructor(&it.func)
        {
            self.learn_count(&callee.path, it.args.len());
        }
        visit::visit_expr_call(self, it);
    }

    fn visit_pat_struct(&mut self, pat: &PatStruct) {
        if pat.rest.is_none() {
            let members = pat.fields.iter().map(|field| field.member.clone());
            self.learn(&pat.path, members);
        }
        visit::visit_pat_struct(self, pat);
    }

    fn visit_pat_tuple_struct(&mut self, pat: &syn::PatTupleStruct) {
        if !pat.elems.iter().any(|elem| matches!(elem, Pat::Rest(_))) {
            self.learn_count(&pat.path, pat.elems.len());
        }
        visit::visit_pat_tuple_struct(self, pat);
    }
}
