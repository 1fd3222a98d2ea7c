//! Patterns whose bindings are moves or copies, which only types tell.
//!
//! Out of a struct with a `Drop` a pattern can only copy. A struct of which all that is bound is copied stays whole, to be dropped
//! with what it is a part of. Any other is taken apart. And out of a variable that stays in its place a part is copied, or something is left behind.

use super::Context;
use super::mentions::rewrite_pat;
use super::spans::at;
use crate::analyse::Storage;
use crate::resolve::{LocalId, LocalKind, decode};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, FieldPat, Macro, Pat, PatIdent, Token};

/// What is bound behind a pattern, in statements.
#[derive(Default)]
pub struct Later {
    opened: Vec<Opened>,
    left: Option<Pat>,
}

/// A struct that a pattern has bound as a whole, and the pattern for its fields.
struct Opened {
    rest: LocalId,
    pat: Pat,
}

impl Later {
    /// Takes out of `pat` what it binds of structs that may have a `Drop`.
    ///
    /// Input: `Some(rest @ N(k))` · Output: `Some(rest @ N(_))`
    pub fn opened(cx: &Context<'_>, pat: &mut Pat) -> Later {
        let mut split = Split {
            cx,
            opened: Vec::new(),
        };
        split.visit_pat_mut(pat);
        Later {
            opened: split.opened,
            left: None,
        }
    }

    /// Lets `pat` borrow what it binds of a variable that it leaves something in.
    ///
    /// Input: `E::A { x, .. }` · Output: `E::A { x: ref mut x, .. }`
    pub fn left(cx: &Context<'_>, pat: &mut Pat) -> Later {
        let bound = pat.clone();
        ByRef { cx, mutable: true }.visit_pat_mut(pat);
        Later {
            opened: Vec::new(),
            left: Some(bound),
        }
    }

    /// The variables that are bound in this way.
    pub fn locals(&self, cx: &Context<'_>) -> Vec<LocalId> {
        let opened = self.opened.iter().map(|it| &it.pat);
        opened
            .chain(&self.left)
            .flat_map(|pat| cx.body.locals.user_bindings(pat))
            .collect()
    }

    /// The structs, which need no other statement to be stored.
    pub fn rests(&self) -> Vec<LocalId> {
        self.opened.iter().map(|it| it.rest).collect()
    }

    /// The patterns of the statements that bind, and their values.
    ///
    /// Output: `(mut x, y)`, `((&&&&Probe::of_field(x)).out(x), (&&&&Probe::of_field(y)).out(y))`
    pub fn lets(&self, cx: &Context<'_>) -> Vec<(Pat, TokenStream)> {
        let opened = self.opened.iter();
        let opened = opened.map(|it| (tuple_of(cx, &it.pat), it.value(cx)));
        let left = self.left.iter().map(|pat| {
            let values = variables(cx, pat).into_iter().map(|it| out(&it, "out"));
            (tuple_of(cx, pat), quote!((#(#values,)*)))
        });
        opened.chain(left).collect()
    }

    /// A guard, which looks at what is not bound yet.
    ///
    /// Input: `k > 3` · Output: `match probe.look(&rest) { N(k) => { let k = probe.bound(&k); *k > 3 }, _ => unreachable!() }`
    pub fn seen_in(&self, cx: &Context<'_>, mut guard: Expr) -> Expr {
        let mentioned = |pat: &Pat| {
            let names = variables(cx, pat);
            let mut found = false;
            crate::resolve::visit_idents(guard.to_token_stream(), &mut |ident| {
                found |= names.contains(ident);
            });
            found
        };
        let opened = self.opened.iter().filter(|it| mentioned(&it.pat));
        let opened: Vec<&Opened> = opened.collect();
        let pats = opened.iter().map(|it| &it.pat).chain(&self.left);
        let names: Vec<Ident> = pats.flat_map(|pat| variables(cx, pat)).collect();
        Dereference(names).visit_expr_mut(&mut guard);
        for it in opened {
            guard = it.looked_at(cx, &guard);
        }
        guard
    }
}

impl Opened {
    /// The pattern that looks at the fields.
    fn seen(&self, cx: &Context<'_>) -> Pat {
        let mut pat = self.pat.clone();
        ByRef { cx, mutable: false }.visit_pat_mut(&mut pat);
        rewrite_pat(cx, &pat)
    }

    /// The guard of an arm, with places for the variables that are not bound yet.
    fn looked_at(&self, cx: &Context<'_>, guard: &Expr) -> Expr {
        let (rest, names) = (cx.names.variable(self.rest), variables(cx, &self.pat));
        let mut pat = self.pat.clone();
        super::terminators::LeaveOut(cx).visit_pat_mut(&mut pat);
        let pat = rewrite_pat(cx, &pat);
        let probe = quote!((&&&::gen_core::__private::Probe::of_struct(&#rest)));
        syn::parse_quote! {
            match #probe.look(&#rest) {
                #pat => { #(let #names = #probe.bound(&#names);)* #guard }
                _ => ::core::unreachable!(),
            }
        }
    }

    /// The fields, and the struct or what is left of it put where it is kept.
    ///
    /// Output: `{ let probe = Probe::of_struct(&rest); if probe.is_guard() { let parts = match *probe.look(&rest) { N(ref k) =>
    /// (probe.part(k).copied(),) }; *rest_slot = Some(rest); parts } else { probe.open(); match rest { N(k) => (k,) } } }`
    fn value(&self, cx: &Context<'_>) -> TokenStream {
        let is_kept = cx.layout.storage(self.rest) != Storage::Block;
        if is_kept && hides_own_parts(cx, &self.pat) {
            return self.value_with_hidden_parts(cx);
        }
        let (rest, seen, names) = (
            cx.names.variable(self.rest),
            self.seen(cx),
            variables(cx, &self.pat),
        );
        let [probe, parts] = ["probe", "parts"].map(|name| Ident::new(name, Span::mixed_site()));
        let put = cx.put(self.rest, &quote!(#rest));
        let taken = self.taken(cx, &names);
        quote! {{
            let #probe = ::gen_core::__private::Probe::of_struct(&#rest);
            if #probe.is_guard() {
                let #parts = match *(&&&#probe).look(&#rest) {
                    #seen => (#((&&&#probe).part(#names).copied(),)*),
                    _ => ::core::unreachable!(),
                };
                #put;
                #parts
            } else {
                #probe.open();
                match #rest { #taken, _ => ::core::unreachable!() }
            }
        }}
    }

    /// The same where not all that is left of the struct can have a name: it stays whole, with or without a `Drop`, and of each field
    /// the type decides whether it is copied, or something is left in its place. Of a reference the pattern binds references.
    ///
    /// Output: `{ let probe = Probe::of_struct(&rest); if probe.is_reference() { match rest { P { x, .. } => (x,) } } else {
    /// let mut whole = rest; let parts = match *probe.whole(&mut whole) { P { x: ref mut x, .. } => { let x = probe.left(x);
    /// ((&&&&Probe::of_field(x)).out_of_moved(x),) } }; *rest_slot = Some(whole); parts } }`
    fn value_with_hidden_parts(&self, cx: &Context<'_>) -> TokenStream {
        let (rest, names) = (cx.names.variable(self.rest), variables(cx, &self.pat));
        let mut pat = self.pat.clone();
        ByRef { cx, mutable: true }.visit_pat_mut(&mut pat);
        let pat = rewrite_pat(cx, &pat);
        let values = names.iter().map(|it| out(it, "out_of_moved"));
        let [probe, whole, parts] =
            ["probe", "whole", "parts"].map(|name| Ident::new(name, Span::mixed_site()));
        let asked = quote!((&&&#probe));
        let put = cx.put(self.rest, &quote!(#whole));
        let taken = self.taken(cx, &names);
        quote! {{
            let #probe = ::gen_core::__private::Probe::of_struct(&#rest);
            if #asked.is_reference() {
                match #rest { #taken, _ => ::core::unreachable!() }
            } else {
                let mut #whole = #rest;
                let #parts = match *#asked.whole(&mut #whole) {
                    #pat => { #(let #names = #asked.left(#names);)* (#(#values,)*) }
                    _ => ::core::unreachable!(),
                };
                #put;
                #parts
            }
        }}
    }

    /// The arm of a struct that has no `Drop` itself, but may be made of some that have.
    fn taken(&self, cx: &Context<'_>, names: &[Ident]) -> TokenStream {
        let mut pat = self.pat.clone();
        let inner = Later::opened(cx, &mut pat);
        let mut parts = crate::resolve::bindings(&pat);
        parts.retain(|local| {
            cx.body.locals.get(*local).kind == LocalKind::Rest && !inner.rests().contains(local)
        });
        let puts = parts.iter().map(|part| {
            let variable = cx.names.variable(*part);
            cx.put(*part, &quote!(#variable))
        });
        let lets = inner.lets(cx).into_iter().map(|(pat, value)| {
            let pat = rewrite_pat(cx, &pat);
            quote!(let #pat = #value;)
        });
        let pat = rewrite_pat(cx, &pat);
        quote!(#pat => { #(#puts;)* #(#lets)* (#(#names,)*) })
    }
}

/// What a reference to a field gives of it.
///
/// Output: `(&&&&Probe::of_field(x)).out(x)`
fn out(field: &Ident, method: &str) -> TokenStream {
    let span = at(field.span());
    let method = Ident::new(method, span);
    quote_spanned!(span=> (&&&&::gen_core::__private::Probe::of_field(#field)).#method(#field))
}

/// Whether a pattern leaves out parts that have no name, in what it takes apart itself.
fn hides_own_parts(cx: &Context<'_>, pat: &Pat) -> bool {
    struct Find<'a, 'b>(&'a Context<'b>, bool);
    impl VisitMut for Find<'_, '_> {
        fn visit_pat_mut(&mut self, pat: &mut Pat) {
            let opened = |it: &PatIdent| {
                decode(&it.ident).is_some_and(|it| self.0.body.locals.get(it.local).opened)
            };
            if !matches!(&*pat, Pat::Ident(it) if opened(it)) {
                visit_mut::visit_pat_mut(self, pat);
            }
        }
        fn visit_pat_rest_mut(&mut self, _: &mut syn::PatRest) {
            self.1 = true;
        }
        fn visit_expr_mut(&mut self, _: &mut Expr) {}
    }
    let mut find = Find(cx, false);
    find.visit_pat_mut(&mut pat.clone());
    find.1
}

/// `(mut x, y)`: what the user's pattern binds.
fn tuple_of(cx: &Context<'_>, pat: &Pat) -> Pat {
    let bound = bound_idents(cx, pat);
    syn::parse_quote!((#(#bound,)*))
}

fn bound_idents(cx: &Context<'_>, pat: &Pat) -> Vec<PatIdent> {
    struct Collect<'a, 'b>(&'a Context<'b>, Vec<PatIdent>);
    impl VisitMut for Collect<'_, '_> {
        fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
            let known = |other: &PatIdent| other.ident == pat.ident;
            if decode(&pat.ident).is_some_and(|it| !is_rest(self.0, it.local))
                && !self.1.iter().any(known)
            {
                self.1.push(PatIdent {
                    subpat: None,
                    ..pat.clone()
                });
            }
            visit_mut::visit_pat_ident_mut(self, pat);
        }
    }
    let mut collect = Collect(cx, Vec::new());
    collect.visit_pat_mut(&mut pat.clone());
    collect.1
}

/// The variables that the user's pattern binds.
fn variables(cx: &Context<'_>, pat: &Pat) -> Vec<Ident> {
    let bound = bound_idents(cx, pat).into_iter();
    let locals = bound.filter_map(|it| decode(&it.ident));
    locals
        .map(|it| cx.names.variable(it.local).clone())
        .collect()
}

fn is_rest(cx: &Context<'_>, local: LocalId) -> bool {
    cx.body.locals.get(local).kind == LocalKind::Rest
}

/// Takes the patterns of the structs out that are bound as a whole.
struct Split<'a, 'b> {
    cx: &'a Context<'b>,
    opened: Vec<Opened>,
}

impl VisitMut for Split<'_, '_> {
    fn visit_pat_ident_mut(&mut self, it: &mut PatIdent) {
        let local = decode(&it.ident).map(|name| name.local);
        let opened = local.filter(|local| self.cx.body.locals.get(*local).opened);
        match (opened, &mut it.subpat) {
            (Some(rest), Some((_, sub))) => {
                let pat = (**sub).clone();
                self.opened.push(Opened { rest, pat });
                Blank.visit_pat_mut(sub);
            }
            _ => visit_mut::visit_pat_ident_mut(self, it),
        }
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// Lets a pattern bind nothing.
struct Blank;

impl VisitMut for Blank {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        let Pat::Ident(it) = pat else {
            return visit_mut::visit_pat_mut(self, pat);
        };
        if decode(&it.ident).is_some() {
            let sub = it.subpat.take().map(|(_, sub)| *sub);
            *pat = sub.unwrap_or_else(|| syn::parse_quote!(_));
            self.visit_pat_mut(pat);
        }
    }
    fn visit_field_pat_mut(&mut self, it: &mut FieldPat) {
        it.colon_token = Some(Default::default());
        self.visit_pat_mut(&mut it.pat);
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// Lets a pattern borrow what it binds for the user, and nothing else.
struct ByRef<'a, 'b> {
    cx: &'a Context<'b>,
    mutable: bool,
}

impl VisitMut for ByRef<'_, '_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        super::terminators::LeaveOut(self.cx).visit_pat_mut(pat);
        if let Pat::Ident(it) = pat
            && decode(&it.ident).is_some()
        {
            it.by_ref = Some(Token![ref](it.ident.span()));
            it.mutability = self.mutable.then(|| Token![mut](it.ident.span()));
        }
        visit_mut::visit_pat_mut(self, pat);
    }
    fn visit_field_pat_mut(&mut self, it: &mut FieldPat) {
        it.colon_token = Some(Default::default());
        self.visit_pat_mut(&mut it.pat);
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// Input: `k` · Output: `(*k)`
struct Dereference(Vec<Ident>);

impl VisitMut for Dereference {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Path(path) = expr
            && let Some(ident) = path.path.get_ident()
            && self.0.contains(ident)
        {
            *expr = syn::parse_quote_spanned!(path.span()=> (*#path));
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
    }
}
