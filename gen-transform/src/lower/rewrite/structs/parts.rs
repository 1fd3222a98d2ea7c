//! The locals that take the place of a struct.

use super::literal::{Field, Literal};
use crate::analyse::open::is_open;
use crate::lower::builder::Builder;
use crate::lower::is_without_temporaries;
use crate::lower::rewrite::shapes::{Shapes, without_arguments};
use crate::resolve::{LocalDecl, LocalId, LocalKind, TempKind};
use crate::syntax::member_name;
use proc_macro2::{Ident, Span};
use quote::{quote, quote_spanned};
use syn::{Expr, Index, Member, Path, Stmt};

/// The locals that a struct has become.
pub struct Parts {
    pub whole: LocalId,
    /// Without its generic arguments, which are inferred. `None` for a tuple.
    path: Option<Path>,
    fields: Vec<(Member, LocalId)>,
}

impl Parts {
    /// A local for each field of `literal`.
    pub fn declare(literal: &Literal, builder: &mut Builder<'_>) -> Parts {
        let decl = builder.locals.get(literal.local).clone();
        let fields = members(literal, &builder.shapes).into_iter();
        let fields = fields.map(|member| {
            let field = member_name(&member);
            let (init, ty) = match literal.field(&field).cloned() {
                Some(Field::Value(value)) => (Some(value), None),
                Some(Field::Type(ty)) => (None, Some(ty)),
                None => (None, None),
            };
            let open = |value| is_open(&builder.locals, value);
            let inferred_late = decl.inferred_late || init.as_ref().is_some_and(open);
            let part = builder.locals.add(LocalDecl {
                ident: decl.part_ident(&field),
                inferred_late,
                mutable: true,
                kind: LocalKind::Part(literal.local),
                ty,
                init,
                never_copied: false,
                items_never_copied: false,
                ..decl.clone()
            });
            (member, part)
        });
        Parts {
            whole: literal.local,
            fields: fields.collect(),
            path: literal.path.as_ref().map(without_arguments),
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.fields.len()
    }

    /// The locals.
    pub fn locals(&self) -> impl Iterator<Item = LocalId> {
        self.fields.iter().map(|(_, local)| *local)
    }

    /// The local that `member` has become.
    pub fn get(&self, member: &Member) -> Option<LocalId> {
        let found = self.fields.iter().find(|(other, _)| other == member);
        found.map(|(_, local)| *local)
    }

    /// `let P { a: mut p_a, b: mut p_b } = Whole(p).apart();`
    pub fn stmt(&self, builder: &mut Builder<'_>, span: Span) -> Stmt {
        let fields = self.fields.iter();
        let bindings = fields.map(|(_, part)| builder.locals.binding(*part));
        let bindings: Vec<Ident> = bindings.collect();
        let whole = builder.locals.mention_expr(self.whole, span);
        let Some(path) = &self.path else {
            return syn::parse_quote!(let (#(mut #bindings,)*) = #whole;);
        };
        let members = self.fields.iter().map(|(member, _)| member);
        let at = Span::mixed_site().located_at(span);
        let apart = quote_spanned!(at=> ::gen_core::__private::Whole(#whole).apart());
        syn::parse_quote! {
            let #path { #(#members: mut #bindings),* } = #apart;
        }
    }

    /// Gives each field a new value: what it held is dropped when all of the new ones are there, one field after the other.
    ///
    /// Input: `p = value` · Output: `{ let P { a: a_new, b: b_new } = value; p_a = a_new; p_b = b_new; }`
    ///
    /// The temporaries of the value, if there are any, go behind what the fields held.
    ///
    /// Output: `match value { P { a: a_new, b: b_new } => { p_a = a_new; p_b = b_new; } }`
    pub fn assigned(&self, builder: &mut Builder<'_>, value: &Expr, span: Span) -> Expr {
        let (mut bound, mut assigned) = (Vec::new(), Vec::new());
        for (member, part) in &self.fields {
            let new = builder.locals.add_temp(TempKind::Field, span);
            let binding = builder.locals.binding(new);
            let new = builder.locals.mention_expr(new, span);
            let part = builder.locals.mention_expr(*part, span);
            bound.push(match self.path {
                Some(_) => quote!(#member: #binding),
                None => quote!(#binding),
            });
            assigned.push(quote!(#part = #new;));
        }
        let pat = match &self.path {
            Some(path) => quote!(#path { #(#bound),* }),
            None => quote!((#(#bound,)*)),
        };
        match is_without_temporaries(value) {
            true => syn::parse_quote_spanned!(span=> { let #pat = #value; #(#assigned)* }),
            false => syn::parse_quote_spanned!(span=> match (#value) { #pat => { #(#assigned)* } }),
        }
    }

    /// The struct put together again, to be moved as a whole.
    pub fn together(&self, builder: &mut Builder<'_>, span: Span) -> Expr {
        let fields = self.fields.iter();
        let values = fields.map(|(_, part)| builder.locals.mention_expr(*part, span));
        let values: Vec<Expr> = values.collect();
        let Some(path) = &self.path else {
            return syn::parse_quote!((#(#values,)*));
        };
        let members = self.fields.iter().map(|(member, _)| member);
        syn::parse_quote!(#path { #(#members: #values),* })
    }
}

/// The fields of `literal`, in the order in which they are dropped.
fn members(literal: &Literal, shapes: &Shapes) -> Vec<Member> {
    match &literal.path {
        Some(path) => shapes
            .fields(path)
            .map_or_else(Vec::new, <[Member]>::to_vec),
        None => (0..literal.fields.len())
            .map(|index| Index::from(index).into())
            .collect(),
    }
}
