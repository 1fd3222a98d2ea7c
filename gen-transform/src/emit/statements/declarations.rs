//! `let`: variables, patterns, and what is bound under another name first.

use super::BlockWriter;
use crate::analyse::Storage;
use crate::emit::mentions::rewrite_pat;
use crate::emit::opened::Later;
use crate::emit::spans::mutable;
use crate::emit::{Context, finished};
use crate::resolve::{LocalId, LocalKind, TempKind, is_plain_binding, replace_idents};
use crate::syntax::is_refutable;
use proc_macro2::{Ident, Span};
use quote::{format_ident, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Expr, Macro, Pat, PatIdent, Type};

impl BlockWriter<'_, '_> {
    /// `let pat = init;`, its slots filled afterwards.
    ///
    /// Output: `let x = x_slot.insert(init);` · `let (a, b) = init; let a = a_slot.insert(a); *b_slot = Some(b);`
    pub fn declare(
        &mut self,
        attrs: &[Attribute],
        pat: &Pat,
        (init, diverge): (Option<Expr>, Option<Expr>),
        (declared, later): (&[LocalId], &Later),
    ) {
        match (is_plain_binding(pat), init) {
            (Some(local), init) if diverge.is_none() => {
                self.declare_plain(attrs, local, pat, init);
            }
            (_, None) => self.declare_deferred(declared),
            (_, Some(init)) => self.destructure(attrs, pat, (init, diverge), (declared, later)),
        }
    }

    /// `let (a, b);`
    fn declare_deferred(&mut self, declared: &[LocalId]) {
        for local in declared
            .iter()
            .filter(|local| self.cx.layout.storage(**local) == Storage::Block)
        {
            let variable = self.cx.names.variable(*local);
            let variable = mutable(variable);
            let ty = &self.cx.body.locals.get(*local).ty;
            let ty = ty.as_ref().map(|ty| quote!(: #ty));
            self.push(quote_spanned!(self.cx.declared_by_user(*local)=> let #variable #ty;));
        }
    }

    fn declare_plain(
        &mut self,
        attrs: &[Attribute],
        local: LocalId,
        pat: &Pat,
        init: Option<Expr>,
    ) {
        match (self.cx.layout.storage(local), init) {
            (Storage::Block | Storage::Unused, init) => {
                self.open_for(local);
                let pat = rewrite_pat(self.cx, pat);
                match init {
                    Some(init) => {
                        let declared = quote!(#(#attrs)* let #pat = #init;);
                        self.push(self.cx.as_declared(local, declared));
                    }
                    // As the user's own statement, behind which rustc suggests a value.
                    None => {
                        let at = self.cx.declared_by_user(local);
                        self.push(quote_spanned!(at=> #(#attrs)* let #pat;));
                    }
                }
            }
            (_, None) => {}
            (_, Some(init)) => {
                let value = match pat {
                    Pat::Type(it) => typed(&it.ty, &init),
                    _ => init,
                };
                self.init(local, &value);
            }
        }
    }

    /// A pattern that binds variables, some of which stand outside the braces that are open, and slots.
    fn destructure(
        &mut self,
        attrs: &[Attribute],
        pat: &Pat,
        (init, diverge): (Expr, Option<Expr>),
        (bound, later): (&[LocalId], &Later),
    ) {
        let declared = [bound, &later.locals(self.cx)].concat();
        let declared = declared.as_slice();
        let mut outside: BTreeSet<LocalId> = declared
            .iter()
            .copied()
            .filter(|local| self.declare_outside(*local))
            .collect();
        self.declare_rests(declared, &mut outside);
        for local in declared.iter().filter(|local| !outside.contains(local)) {
            self.open_for(*local);
        }
        let pat = immutable_where_moved(self.cx, &rewrite_pat(self.cx, pat), declared, &outside);
        self.push(match diverge {
            Some(diverge) => quote!(#(#attrs)* let #pat = (#init) else #diverge;),
            // What ends in a brace cannot stand in front of `else`.
            None if is_refutable(&pat) => {
                quote!(#(#attrs)* let #pat = (#init) else { ::core::unreachable!() };)
            }
            None => quote!(#(#attrs)* let #pat = #init;),
        });
        for (pat, value) in later.lets(self.cx) {
            let pat =
                immutable_where_moved(self.cx, &rewrite_pat(self.cx, &pat), declared, &outside);
            self.push(quote!(let #pat = #value;));
        }
        let rests = later.rests();
        for local in declared.iter().filter(|local| !rests.contains(local)) {
            if outside.contains(local) {
                let variable = self.cx.names.variable(*local);
                let bound = bound_name(variable);
                self.push(quote!(#variable = #bound;));
            }
            self.store_binding(*local);
        }
    }

    /// Declares the variables for what a pattern leaves behind in front of it: they are older than what it binds. The first
    /// part is the newest.
    ///
    /// Input: `let (x, rest) = pair;` · Output: `let rest; let (x, rest_bound) = pair; rest = rest_bound;`
    fn declare_rests(&mut self, declared: &[LocalId], outside: &mut BTreeSet<LocalId>) {
        for local in declared.iter().rev() {
            let is_rest = self.cx.body.locals.get(*local).kind == LocalKind::Rest;
            let in_block = self.cx.layout.storage(*local) == Storage::Block;
            if is_rest && in_block && outside.insert(*local) {
                let variable = self.cx.names.variable(*local);
                self.push(quote!(let #variable;));
                self.rests.insert(*local);
            }
        }
    }
}

impl Context<'_> {
    /// A value that is expected to have the type the user wrote for the variable.
    pub fn annotated(&self, local: LocalId, value: Expr) -> Expr {
        match self.written_type(local) {
            Some(ty) => typed(ty, &value),
            _ => match (Some(local) == self.body.ret, &self.generator.output.ret) {
                // In a block, as the value at the end of the plain body.
                (true, Some(ty)) => typed(ty, &syn::parse_quote!({ #value })),
                _ => value,
            },
        }
    }

    /// The same, where its temporaries live on.
    ///
    /// Output: `Expected::<T> { value: init }.value`
    pub fn expected(&self, local: LocalId, value: Expr) -> Expr {
        match self.written_type(local) {
            Some(ty) => finished::operand(
                quote!((::gen_core::__private::Expected::<#ty> { value: #value }.value)),
            ),
            None => value,
        }
    }

    /// The type the user wrote for a variable.
    fn written_type(&self, local: LocalId) -> Option<&Type> {
        let decl = self.body.locals.get(local);
        let typed_by_user = [LocalKind::User, LocalKind::Temp(TempKind::Value)];
        decl.ty
            .as_ref()
            .filter(|_| typed_by_user.contains(&decl.kind))
    }
}

/// `{ let value: T = init; value }`
fn typed(ty: &Type, init: &Expr) -> Expr {
    let value = Ident::new("value", Span::mixed_site());
    finished::block(quote!(let #value: #ty = #init; #value), Span::mixed_site())
}

/// The name a pattern binds where the variable of that name exists already.
pub fn bound_name(variable: &Ident) -> Ident {
    let text = variable.to_string();
    format_ident!(
        "{}_bound",
        text.trim_start_matches("r#"),
        span = variable.span()
    )
}

/// Bindings that only pass through a variable lose their `mut`, and those of plain values get a name of their own.
pub fn immutable_where_moved(
    cx: &Context<'_>,
    pat: &Pat,
    declared: &[LocalId],
    outside: &BTreeSet<LocalId>,
) -> Pat {
    struct Rename<'a, 'b>(&'a Context<'b>, &'a [LocalId], &'a BTreeSet<LocalId>);
    impl Rename<'_, '_> {
        fn bound(&self, ident: &Ident) -> Option<Ident> {
            let elsewhere = |local: &&LocalId| {
                let storage = self.0.layout.storage(**local);
                matches!(storage, Storage::Scalar { .. } | Storage::Bare) || self.2.contains(*local)
            };
            let mut named = self.1.iter().filter(elsewhere);
            let found = named.find(|local| self.0.names.variable(**local) == ident);
            found.map(|_| bound_name(ident))
        }
    }
    impl VisitMut for Rename<'_, '_> {
        fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
            if let Some(bound) = self.bound(&pat.ident) {
                pat.ident = bound;
                pat.mutability = None;
            }
            visit_mut::visit_pat_ident_mut(self, pat);
        }
        fn visit_macro_mut(&mut self, mac: &mut Macro) {
            mac.tokens = replace_idents(std::mem::take(&mut mac.tokens), &mut |ident, _| {
                Some(self.bound(ident)?.into())
            });
        }
        fn visit_expr_mut(&mut self, _: &mut Expr) {}
    }
    let mut pat = pat.clone();
    Rename(cx, declared, outside).visit_pat_mut(&mut pat);
    pat
}
