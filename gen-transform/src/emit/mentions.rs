//! Mentions of locals in yield-free code: from encoded names to variables, places behind references, and takes.

use super::Context;
use crate::analyse::{Context as Use, Storage};
use crate::resolve::{CAPTURED, LocalId, MentionId, Name, decode};
use crate::syntax::MacroCall;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Macro, Pat, PatIdent};

/// How the code at hand reaches the locals that are not plain variables.
#[derive(Default, Clone)]
pub struct Access {
    /// Locals that are real variables here: checked out, captured by a `move` closure, or bound by the condition around.
    pub plain: BTreeSet<LocalId>,
    /// Locals that every mention looks up anew, because the code moves them out and assigns them again.
    pub inline: BTreeSet<LocalId>,
}

/// Rewrites the mentions in a piece of yield-free code.
pub struct Rewrite<'a, 'b> {
    cx: &'a Context<'b>,
    access: &'a Access,
    jump: &'a mut dyn FnMut(crate::ir::BlockId) -> TokenStream,
}

impl<'a, 'b> Rewrite<'a, 'b> {
    pub fn new(
        cx: &'a Context<'b>,
        access: &'a Access,
        jump: &'a mut dyn FnMut(crate::ir::BlockId) -> TokenStream,
    ) -> Self {
        Rewrite { cx, access, jump }
    }

    /// The expression for a mention.
    ///
    /// Output: `x` (a variable) · `(*x)` (in place) · `take(x_slot)` (a move)
    fn mention(&self, name: Name, span: Span) -> TokenStream {
        let variable = respan(self.cx.names.variable(name.local), span);
        match self.cx.layout.storage(name.local) {
            _ if self.access.plain.contains(&name.local) => quote!(#variable),
            Storage::Block | Storage::Scalar { .. } | Storage::Unused => quote!(#variable),
            Storage::Bare => quote_spanned!(at(span)=> (*#variable)),
            Storage::Slot { .. } | Storage::Kept => self.slot_mention(name, &variable, span),
        }
    }

    fn slot_mention(&self, name: Name, variable: &Ident, span: Span) -> TokenStream {
        let info = name
            .mention
            .and_then(|mention| self.cx.layout.mention(mention));
        let Some(info) = info else {
            return quote_spanned!(at(span)=> (*#variable));
        };
        let live = name.mention.is_some_and(|mention| self.live_after(mention));
        match info.context {
            Use::Value if info.in_closure && !live => self.cx.read(name.local, span),
            _ if info.moves || (info.takes && !live) => self.cx.take(name.local, span),
            _ if self.access.inline.contains(&name.local) => self.cx.get(name.local, span),
            _ => quote_spanned!(at(span)=> (*#variable)),
        }
    }

    fn live_after(&self, mention: MentionId) -> bool {
        self.cx.layout.live_after.contains(mention.index())
    }

    /// In the arms of a `match` that takes a variable's value, those that bind nothing put it back.
    ///
    /// Input: `match x { Some(y) => a, None => b }` · Output: `match x { Some(y) => a, whole @ None => { x = whole; b } }`
    fn put_back_in_arms(&mut self, it: &mut syn::ExprMatch) {
        let matched = super::terminators::Matched::of(self.cx, &it.expr, self.access);
        for arm in &mut it.arms {
            let (pat, _, kept) = matched.pattern(self.cx, &arm.pat);
            let (pat, whole) = matched.whole(self.cx, pat, kept);
            if kept {
                let body = &arm.body;
                *arm = syn::Arm {
                    pat,
                    body: syn::parse_quote!({ #whole #body }),
                    comma: Some(Default::default()),
                    ..arm.clone()
                };
            }
        }
    }

    /// The locals in `tokens` that are not plain variables here, in order.
    fn slots_in(&self, tokens: TokenStream) -> Vec<Name> {
        let mut found: Vec<Name> = Vec::new();
        crate::resolve::rename_tokens(tokens, &mut |ident| {
            if let Some(name) = decode(ident).filter(|name| name.mention.is_some())
                && !self.access.plain.contains(&name.local)
                && matches!(
                    self.cx.layout.storage(name.local),
                    Storage::Slot { .. } | Storage::Kept | Storage::Bare
                )
            {
                found.retain(|known| known.local != name.local);
                found.push(name);
            }
            None
        });
        found
    }

    /// A closure or async block that captures by `move`: what it mentions is moved or copied into variables first.
    ///
    /// Input: `move |c| s.push(c)` · Output: `{ let mut s = take(s_slot); move |c| s.push(c) }`
    fn move_capture(&mut self, expr: &mut Expr) {
        let captured = self.slots_in(expr.to_token_stream());
        let mut inner = self.access.clone();
        let mut bindings = TokenStream::new();
        for name in &captured {
            let variable = self.cx.names.variable(name.local);
            let value = self.captured_value(*name);
            bindings.extend(quote!(let mut #variable = #value;));
            inner.plain.insert(name.local);
        }
        let mut rewrite = Rewrite {
            cx: self.cx,
            access: &inner,
            jump: self.jump,
        };
        visit_mut::visit_expr_mut(&mut rewrite, expr);
        if !captured.is_empty() {
            *expr = syn::parse_quote!({ #bindings #expr });
        }
    }

    fn captured_value(&self, name: Name) -> TokenStream {
        let variable = self.cx.names.variable(name.local);
        let live = name.mention.is_none_or(|mention| self.live_after(mention));
        match self.cx.layout.storage(name.local) {
            Storage::Slot { .. } | Storage::Kept if !live => {
                self.cx.take(name.local, variable.span())
            }
            Storage::Slot { .. } | Storage::Kept if self.access.inline.contains(&name.local) => {
                self.cx.get_value(name.local, variable.span())
            }
            _ => quote!(*#variable),
        }
    }

    /// A macro of unknown grammar: what it mentions is a real variable of the same name while it runs.
    ///
    /// Input: `log!("{x}", y)` · Output: `{ let mut x = take(x_slot); let result = log!("{x}", y); *x_slot = Some(x); result }`
    fn unknown_macro(&mut self, mac: &mut Macro) -> Option<(TokenStream, TokenStream)> {
        let slots = self.slots_in(mac.tokens.clone());
        let aliases = self.capture_aliases(mac.tokens.clone());
        mac.tokens = variables(self.cx, strip_captured(mac.tokens.clone()));
        if slots.is_empty() && aliases.is_empty() {
            return None;
        }
        let (mut before, mut after) = (TokenStream::new(), TokenStream::new());
        for name in slots {
            let variable = self.cx.names.variable(name.local);
            match self.cx.layout.storage(name.local) {
                Storage::Bare => before.extend(quote!(let #variable = &mut *#variable;)),
                Storage::Kept => {
                    let (out, back) = (
                        self.cx.take(name.local, Span::mixed_site()),
                        self.cx.put(name.local, &quote!(#variable)),
                    );
                    before.extend(quote!(let mut #variable = #out;));
                    after.extend(quote!(#back;));
                }
                _ => {
                    let out = self.cx.take(name.local, Span::mixed_site());
                    before.extend(quote!(let mut #variable = #out;));
                    let place = self.cx.slot_place(name.local);
                    after.extend(quote!(#place = ::core::option::Option::Some(#variable);));
                }
            }
        }
        before.extend(aliases);
        Some((before, after))
    }

    /// Names that a string literal of an unknown macro captures, where the variable is called otherwise here.
    fn capture_aliases(&self, tokens: TokenStream) -> TokenStream {
        let mut aliases = TokenStream::new();
        for name in captured_names(tokens) {
            let original = &self.cx.body.locals.get(name.local).ident;
            let variable = self.cx.names.variable(name.local);
            if original != variable && original != "self" {
                aliases.extend(quote!(let #original = &#variable;));
            }
        }
        aliases
    }
}

impl VisitMut for Rewrite<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Path(path) => {
                if let Some(ident) = path.path.get_ident()
                    && let Some(name) = decode(ident)
                {
                    let tokens = self.mention(name, ident.span());
                    *expr = parse(tokens);
                }
            }
            Expr::Assign(it) if is_destructuring(&it.left) => {
                let mut assigned = destructured(it);
                self.visit_expr_mut(&mut assigned);
                *expr = assigned;
            }
            Expr::Assign(it) => {
                self.visit_expr_mut(&mut it.right);
                match self.uninit_target(&it.left) {
                    Some(local) => {
                        let value = &it.right;
                        *expr = parse(self.cx.put(local, &quote!(#value)));
                    }
                    None => self.visit_expr_mut(&mut it.left),
                }
            }
            Expr::Match(it) => {
                self.put_back_in_arms(it);
                visit_mut::visit_expr_match_mut(self, it);
                it.arms
                    .extend(exhaustive(it.arms.iter().map(|arm| &arm.pat)));
            }
            Expr::Closure(it) if it.capture.is_some() => self.move_capture(expr),
            Expr::Async(it) if it.capture.is_some() => self.move_capture(expr),
            Expr::Macro(it) => {
                if let Some(target) = crate::lower::goto_target(&it.mac) {
                    let jump = (self.jump)(target);
                    *expr = syn::parse_quote!({ #jump });
                } else if let Some((before, after)) = self.macro_call(&mut it.mac) {
                    let result = Ident::new("result", Span::mixed_site());
                    *expr = syn::parse_quote!({ #before let #result = #it; #after #result });
                }
            }
            other => visit_mut::visit_expr_mut(self, other),
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut syn::Stmt) {
        if let syn::Stmt::Macro(it) = stmt {
            if let Some(target) = crate::lower::goto_target(&it.mac) {
                let jump = (self.jump)(target);
                *stmt = syn::parse_quote!({ #jump });
            } else if let Some((before, after)) = self.macro_call(&mut it.mac) {
                *stmt = syn::parse_quote!({ #before #it #after });
            }
            return;
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        visit_mut::visit_local_mut(self, local);
        if let Some(init) = &mut local.init
            && init.diverge.is_none()
            && is_refutable(&local.pat)
        {
            let value = &init.expr;
            init.expr = syn::parse_quote!((#value));
            init.diverge = Some((
                Default::default(),
                syn::parse_quote!({ ::core::unreachable!() }),
            ));
        }
    }

    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        if let Some(name) = decode(&pat.ident) {
            pat.ident = respan(self.cx.names.variable(name.local), pat.ident.span());
        }
        visit_mut::visit_pat_ident_mut(self, pat);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_type_mut(&mut self, _: &mut syn::Type) {}
}

impl Rewrite<'_, '_> {
    /// Rewrites the arguments of a macro; for an unknown one, returns what has to stand before and after it.
    fn macro_call(&mut self, mac: &mut Macro) -> Option<(TokenStream, TokenStream)> {
        let Some(mut call) = MacroCall::parse(mac) else {
            return self.unknown_macro(mac);
        };
        for arg in &mut call.args {
            if let Some(name) = arg.name.as_ref().and_then(decode) {
                let original = &self.cx.body.locals.get(name.local).ident;
                arg.name = Some(original.clone());
            }
            self.visit_expr_mut(&mut arg.value);
        }
        if let Some((pat, guard)) = &mut call.pattern {
            self.visit_pat_mut(pat);
            guard
                .iter_mut()
                .for_each(|guard| self.visit_expr_mut(guard));
        }
        if let Some(len) = &mut call.repeat {
            self.visit_expr_mut(len);
        }
        call.write_to(mac);
        None
    }

    /// The local of an assignment to a slot that may be empty.
    fn uninit_target(&self, target: &Expr) -> Option<LocalId> {
        let Expr::Path(path) = target else {
            return None;
        };
        let name = decode(path.path.get_ident()?)?;
        let plain = self.access.plain.contains(&name.local);
        let surely = name
            .mention
            .is_some_and(|mention| self.cx.layout.surely_init.contains(mention.index()));
        let empty = match self.cx.layout.storage(name.local) {
            Storage::Slot { .. } => !surely || self.access.inline.contains(&name.local),
            // Where its type has no drop, a suspension has not kept it.
            Storage::Kept => true,
            Storage::Unused | Storage::Block | Storage::Scalar { .. } | Storage::Bare => false,
        };
        (empty && !plain).then_some(name.local)
    }
}

impl Context<'_> {
    /// The value of a local, taken out of where it is kept.
    pub fn take(&self, local: LocalId, span: Span) -> TokenStream {
        let slot = self.names.slot(local);
        if self.layout.storage(local) == Storage::Kept {
            let (kept, ty) = (self.kept(local), self.kept_type(local));
            return quote_spanned!(at(span)=> (&&#ty).take(#kept, &mut #slot));
        }
        let reference = self.slot_ref(local);
        quote_spanned!(at(span)=> ::gen_core::__private::take(#reference))
    }

    /// The place of a local, looked up.
    pub fn get(&self, local: LocalId, span: Span) -> TokenStream {
        let reference = self.get_value(local, span);
        quote_spanned!(at(span)=> (#reference))
    }

    /// `*get(slot)`
    pub fn get_value(&self, local: LocalId, span: Span) -> TokenStream {
        let reference = self.reference(local);
        quote_spanned!(at(span)=> *#reference)
    }

    /// A `&mut` to the value of a local.
    pub fn reference(&self, local: LocalId) -> TokenStream {
        let slot = self.names.slot(local);
        if self.layout.storage(local) == Storage::Kept {
            let (kept, ty) = (self.kept(local), self.kept_type(local));
            return quote!((&&#ty).get(#kept, &mut #slot));
        }
        let reference = self.slot_ref(local);
        quote!(::gen_core::__private::get(#reference))
    }

    /// The value of a local in a closure, where the type alone tells a copy from a move.
    fn read(&self, local: LocalId, span: Span) -> TokenStream {
        if self.layout.storage(local) == Storage::Kept {
            return self.take(local, span);
        }
        let reference = self.slot_ref(local);
        quote_spanned!(at(span)=> (&&::gen_core::__private::Probe::of_slot(#reference)).read(#reference))
    }

    /// Gives `value` to a local, whatever it held before being dropped.
    pub fn put(&self, local: LocalId, value: &TokenStream) -> TokenStream {
        let slot = self.names.slot(local);
        if self.layout.storage(local) == Storage::Kept {
            let (kept, ty) = (self.kept(local), self.kept_type(local));
            let fresh = Ident::new("fresh", Span::mixed_site());
            return quote!({ let #fresh = #value; (&&#ty.of(&#fresh)).place(#fresh, #kept, &mut #slot); });
        }
        let place = self.slot_place(local);
        quote!(#place = ::core::option::Option::Some(#value))
    }

    /// Whether a mention takes its local's value away.
    pub fn takes(&self, mention: &Expr) -> bool {
        let Expr::Path(path) = crate::syntax::unparen(mention) else {
            return false;
        };
        let Some(mention) = path
            .path
            .get_ident()
            .and_then(decode)
            .and_then(|name| name.mention)
        else {
            return false;
        };
        let live = self.layout.live_after.contains(mention.index());
        self.layout
            .mention(mention)
            .is_some_and(|info| !info.in_closure && (info.moves || (info.takes && !live)))
    }

    /// A `&mut` to the `Option` of a slot.
    pub fn slot_ref(&self, local: LocalId) -> TokenStream {
        let slot = self.names.slot(local);
        if self.layout.storage(local) == (Storage::Slot { saved: true }) {
            quote!(#slot)
        } else {
            quote!(&mut #slot)
        }
    }

    /// The `Option` of a slot as a place.
    pub fn slot_place(&self, local: LocalId) -> TokenStream {
        let slot = self.names.slot(local);
        if self.layout.storage(local) == (Storage::Slot { saved: true }) {
            quote!(*#slot)
        } else {
            quote!(#slot)
        }
    }

    /// The field, and the variable, that stand for the type of a local whose type decides where it is kept.
    pub fn kept_type(&self, local: LocalId) -> Ident {
        quote::format_ident!("{}_type", self.names.slot(local), span = Span::mixed_site())
    }

    /// The field for a local that is in the frame only if its type may have a drop.
    pub fn kept(&self, local: LocalId) -> Ident {
        quote::format_ident!("{}_kept", self.names.slot(local), span = Span::mixed_site())
    }
}

/// The place of the user's token, with the hygiene of a macro: errors land there, lints do not.
fn at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// The variable names for all encoded names in `tokens`.
pub fn variables(cx: &Context<'_>, tokens: TokenStream) -> TokenStream {
    crate::resolve::rename_tokens(tokens, &mut |ident| {
        let name = decode(ident)?;
        let variable = respan(cx.names.variable(name.local), ident.span());
        Some(quote!(#variable))
    })
}

/// `tokens` without the marker of captured names.
pub fn strip_captured(tokens: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Ident(ident) if ident == CAPTURED => {
                trees.next();
            }
            TokenTree::Group(group) => {
                let mut stripped = Group::new(group.delimiter(), strip_captured(group.stream()));
                stripped.set_span(group.span());
                out.extend([TokenTree::Group(stripped)]);
            }
            other => out.extend([other]),
        }
    }
    out
}

/// The names in the marker of captured names.
fn captured_names(tokens: TokenStream) -> Vec<Name> {
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        if matches!(&tree, TokenTree::Ident(ident) if *ident == CAPTURED)
            && let Some(TokenTree::Group(group)) = trees.next()
        {
            let idents = group.stream().into_iter().filter_map(|tree| match tree {
                TokenTree::Ident(ident) => decode(&ident),
                _ => None,
            });
            return idents.collect();
        }
    }
    Vec::new()
}

/// Whether a pattern may be one that not every value matches.
pub fn is_refutable(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(it) => it.subpat.as_ref().is_some_and(|(_, sub)| is_refutable(sub)),
        Pat::Type(it) => is_refutable(&it.pat),
        Pat::Paren(it) => is_refutable(&it.pat),
        Pat::Reference(it) => is_refutable(&it.pat),
        Pat::Tuple(it) => it.elems.iter().any(is_refutable),
        Pat::Wild(_) | Pat::Rest(_) => false,
        _ => true,
    }
}

/// A last arm for a `match` that the plain body has been checked to be exhaustive: behind a reference rustc sees less,
/// and what is missing is reported once.
pub fn exhaustive<'p>(mut pats: impl Iterator<Item = &'p Pat>) -> Option<syn::Arm> {
    let has_last = pats.any(|pat| !is_refutable(pat));
    (!has_last).then(|| syn::parse_quote!(_ => ::core::unreachable!(),))
}

fn is_destructuring(target: &Expr) -> bool {
    match target {
        Expr::Tuple(_) | Expr::Array(_) | Expr::Struct(_) => true,
        // `Some(x) = value`; whatever else is called is no pattern, which rustc will say.
        Expr::Call(it) => matches!(*it.func, Expr::Path(_)),
        _ => false,
    }
}

/// A destructuring assignment as what Rust defines it to be: a `let` and one assignment after the other.
///
/// Input: `(a, s.b) = value` · Output: `{ let (part0, part1) = value; a = part0; s.b = part1; }`
fn destructured(it: &syn::ExprAssign) -> Expr {
    struct Targets(Vec<Expr>);
    impl VisitMut for Targets {
        fn visit_expr_mut(&mut self, target: &mut Expr) {
            match target {
                Expr::Tuple(it) => it
                    .elems
                    .iter_mut()
                    .for_each(|elem| self.visit_expr_mut(elem)),
                Expr::Array(it) => it
                    .elems
                    .iter_mut()
                    .for_each(|elem| self.visit_expr_mut(elem)),
                Expr::Call(it) if matches!(*it.func, Expr::Path(_)) => {
                    it.args.iter_mut().for_each(|arg| self.visit_expr_mut(arg))
                }
                Expr::Struct(it) => it
                    .fields
                    .iter_mut()
                    .for_each(|field| self.visit_expr_mut(&mut field.expr)),
                Expr::Infer(_) | Expr::Range(_) => {}
                place => {
                    let part = part_ident(self.0.len());
                    self.0
                        .push(std::mem::replace(place, syn::parse_quote!(#part)));
                }
            }
        }
    }
    let (mut pattern, value) = ((*it.left).clone(), &it.right);
    let mut targets = Targets(Vec::new());
    targets.visit_expr_mut(&mut pattern);
    let assigned = targets.0.iter().enumerate().map(|(index, target)| {
        let part = part_ident(index);
        quote!(#target = #part;)
    });
    syn::parse_quote!({ let #pattern = #value; #(#assigned)* })
}

fn part_ident(index: usize) -> Ident {
    quote::format_ident!("part{}", index, span = Span::mixed_site())
}

/// `ident` on another span, its hygiene kept for names of our own.
fn respan(ident: &Ident, span: Span) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().located_at(span));
    ident
}

fn parse(tokens: TokenStream) -> Expr {
    syn::parse2(tokens).expect("BUG: a mention is an expression")
}

/// Rewrites the names bound by a pattern.
pub fn rewrite_pat(cx: &Context<'_>, pat: &Pat) -> Pat {
    let mut pat = pat.clone();
    let access = Access::default();
    let mut jump = |_| TokenStream::new();
    Rewrite::new(cx, &access, &mut jump).visit_pat_mut(&mut pat);
    pat
}
