//! Closures and async blocks, and what they capture.

use super::{Access, Rewrite};
use crate::analyse::types::is_mut_reference;
use crate::analyse::{Context as Use, Storage};
use crate::emit::Context;
use crate::emit::spans::{mutable, respan};
use crate::ir::Stmt;
use crate::resolve::{LocalId, MentionId, Name, captured, decode, visit_idents};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprClosure};

impl Rewrite<'_, '_> {
    /// The locals in `tokens` that are not plain variables here, in order, and where each is mentioned last.
    pub fn slots_in(&self, tokens: TokenStream) -> Vec<(Name, Span)> {
        let mut found: Vec<(Name, Span)> = Vec::new();
        visit_idents(tokens, &mut |ident| {
            if let Some(name) = decode(ident).filter(|name| name.mention.is_some())
                && !self.access.plain.contains(&name.local)
                && matches!(
                    self.cx.layout.storage(name.local),
                    Storage::Slot { .. } | Storage::Kept | Storage::Bare
                )
            {
                found.retain(|(known, _)| known.local != name.local);
                found.push((name, ident.span()));
            }
        });
        found
    }

    /// A closure or async block that captures by `move`: what it mentions is moved or copied into variables first.
    ///
    /// Input: `move |c| s.push(c)` · Output: `{ let mut s = take(s_slot); move |c| s.push(c) }`
    pub fn move_capture(&mut self, expr: &mut Expr) {
        let captured = self.slots_in(expr.to_token_stream());
        let whole = self.captured_by_field(expr.to_token_stream());
        let mut inner = self.access.clone();
        let mut bindings = TokenStream::new();
        for (name, span) in &captured {
            let variable = self.cx.names.variable(name.local);
            let value = self.captured_value(*name, *span);
            let variable = mutable(variable);
            bindings.extend(quote!(let #variable = #value;));
            inner.plain.insert(name.local);
        }
        let mut rewrite = Rewrite {
            cx: self.cx,
            access: &inner,
            jump: self.jump,
            in_closure: self.in_closure,
            in_argument: self.in_argument,
        };
        match &mut *expr {
            Expr::Closure(it) => {
                rewrite.closure_parts(it);
                capture_whole(it, whole);
            }
            other => visit_mut::visit_expr_mut(&mut rewrite, other),
        }
        if !captured.is_empty() {
            *expr = syn::parse_quote!({ #bindings #expr });
        }
    }

    /// A closure without a `move` that moves all it captures, or may as well: a copy borrowed from the variable that is made
    /// here would not outlive it.
    ///
    /// Input: `|c| c + d` · Output: `{ let mut d = take(d_slot); move |c| c + d }`
    pub fn all_captured(&mut self, expr: &mut Expr) {
        if let Expr::Closure(it) = expr {
            it.capture = Some(syn::Token![move](it.or1_token.span));
        }
        self.move_capture(expr);
    }

    /// A closure that borrows. What every mention looks up anew it borrows by a reference that is made where it is made: rustc
    /// would have a closure that looks something up change that.
    ///
    /// Input: `|| num(&x)` · Output: `{ x = get(x_slot); || num(&(*x)) }`
    pub fn borrowing_capture(&mut self, expr: &mut Expr) {
        let lent = self.lent_to(expr);
        let mut inner = self.access.clone();
        inner.inline.retain(|local| !lent.contains(local));
        let mut rewrite = Rewrite {
            cx: self.cx,
            access: &inner,
            jump: self.jump,
            in_closure: self.in_closure,
            in_argument: self.in_argument,
        };
        if let Expr::Closure(it) = expr {
            rewrite.copy_capture(it);
        }
        if lent.is_empty() {
            return;
        }
        let references = lent.iter().map(|local| {
            let variable = self.cx.names.variable(*local);
            let reference = self.cx.reference(*local, variable.span());
            quote!(#variable = #reference;)
        });
        *expr = syn::parse_quote!({ #(#references)* #expr });
        self.access.lent.borrow_mut().extend(lent);
    }

    /// The locals that are looked up anew and that a closure leaves in their place.
    fn lent_to(&self, closure: &Expr) -> Vec<LocalId> {
        if self.in_closure || self.access.inline.is_empty() {
            return Vec::new();
        }
        let in_place = |mention: &MentionId| {
            let info = self.cx.layout.mention(*mention);
            info.is_some_and(|info| !info.captures && info.context != Use::Assign)
        };
        let mut captured = captured(closure.to_token_stream());
        captured.retain(|(local, mentions)| {
            self.access.inline.contains(local)
                && !self.access.plain.contains(local)
                && mentions.iter().all(in_place)
        });
        captured.into_iter().map(|(local, _)| local).collect()
    }

    /// A closure, the references that it needs at hand. If it borrows nothing but plain values that never change, it has copies
    /// of them instead, and may live over a yield.
    ///
    /// Input: `|x| x > limit` · Output: `move |x| x > limit`
    fn copy_capture(&mut self, it: &mut ExprClosure) {
        let copies = self.cx.layout.copies_captures(self.cx.body, it);
        let outer = std::mem::replace(&mut self.in_closure, true);
        self.closure_parts(it);
        self.in_closure = outer;
        if copies {
            it.capture = Some(syn::Token![move](it.or1_token.span));
        }
    }

    fn closure_parts(&mut self, it: &mut ExprClosure) {
        it.inputs
            .iter_mut()
            .for_each(|input| self.visit_pat_mut(input));
        self.closure_body(&mut it.body);
    }

    /// Whether a closure without a `move` moves what it captures nevertheless, or may as well: by-value uses and `&mut`s, of
    /// locals that are not used any more. It gets them where it is made, not where it is called.
    pub fn moves_all(&self, it: &ExprClosure) -> bool {
        let captured = captured(it.to_token_stream());
        let moved = |(local, mentions): &(LocalId, Vec<MentionId>)| {
            let own = self.cx.is_slot(*local) || self.cx.layout.storage(*local) == Storage::Block;
            own && is_moved(self.cx, self.access, *local, mentions)
        };
        // Variables of the block alone it may borrow as it is.
        let of_frame = |capture: &&(LocalId, _)| self.cx.is_slot(capture.0);
        captured.iter().filter(of_frame).any(moved)
            && captured.iter().all(|capture| {
                moved(capture) || self.cx.layout.is_unchanging_value(self.cx.body, capture.0)
            })
    }

    /// The variables that are gone with the closure, of which it uses fields.
    fn captured_by_field(&self, tokens: TokenStream) -> Vec<Ident> {
        let mut by_field = BTreeSet::new();
        used_by_field(tokens.clone(), &mut by_field);
        if by_field.is_empty() {
            return Vec::new();
        }
        let mut captured = captured(tokens);
        captured.retain(|(local, mentions)| {
            by_field.contains(local)
                && !self.access.plain.contains(local)
                && !mentions.iter().any(|mention| self.live_after(*mention))
                && (self.cx.is_slot(*local) || self.is_variable_of_block(*local))
        });
        let locals = captured.into_iter().map(|(local, _)| local);
        locals
            .map(|local| self.cx.names.variable(local).clone())
            .collect()
    }

    /// Whether a local is a variable of a basic block, and not of a statement in it.
    fn is_variable_of_block(&self, local: LocalId) -> bool {
        let dead = |stmt: &Stmt| matches!(stmt, Stmt::StorageDead(dead) if *dead == local);
        let mut blocks = self.cx.body.blocks.iter();
        self.cx.layout.storage(local) == Storage::Block
            && blocks.any(|block| block.stmts.iter().any(dead))
    }

    fn captured_value(&self, name: Name, span: Span) -> TokenStream {
        let variable = respan(self.cx.names.variable(name.local), span);
        let live = name.mention.is_none_or(|mention| self.live_after(mention));
        let info = name
            .mention
            .and_then(|mention| self.cx.layout.mention(mention));
        match self.cx.layout.storage(name.local) {
            // Inside another closure it may be captured any number of times, where its type allows that.
            Storage::Slot { .. } | Storage::Kept
                if !live && info.is_some_and(|info| info.in_closure) =>
            {
                self.cx.read(name.local, span)
            }
            Storage::Slot { .. } | Storage::Kept if !live => self.cx.take(name.local, span),
            Storage::Slot { .. } | Storage::Kept if self.access.inline.contains(&name.local) => {
                self.cx.get_value(name.local, span)
            }
            Storage::Bare => self.bare_value(name.local, &variable),
            _ => quote_spanned!(span=> *#variable),
        }
    }
}

/// Makes a closure capture these variables as a whole: a field of one would leave the rest behind, in a variable that ends
/// where the closure has been made.
///
/// Input: `move || guard.0` · Output: `move || { let _ = &guard; guard.0 }`
fn capture_whole(it: &mut ExprClosure, variables: Vec<Ident>) {
    if !variables.is_empty() {
        let body = &it.body;
        *it.body = syn::parse_quote!({ #(let _ = &#variables;)* #body });
    }
}

/// The locals of which fields are used.
fn used_by_field(tokens: TokenStream, found: &mut BTreeSet<LocalId>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => used_by_field(group.stream(), found),
            TokenTree::Ident(ident) => {
                let dot = matches!(trees.get(at + 1), Some(TokenTree::Punct(punct)) if punct.as_char() == '.');
                found.extend(decode(ident).filter(|_| dot).map(|name| name.local));
            }
            _ => {}
        }
    }
}

/// Whether a closure without a `move` that mentions a local so moves it, or may as well: by-value uses and `&mut`s, of a local
/// that is not used any more.
pub fn is_moved(cx: &Context<'_>, access: &Access, local: LocalId, mentions: &[MentionId]) -> bool {
    let by_value = |mention: &MentionId| {
        let info = cx.layout.mention(*mention);
        info.is_some_and(|info| matches!(info.context, Use::Value | Use::MoveCapture))
    };
    let live = |mention: &MentionId| cx.layout.live_after.contains(mention.index());
    !access.plain.contains(&local)
        && !mentions.iter().any(live)
        && (mentions.iter().any(by_value) || is_mut_reference(&cx.body.locals, local))
}
