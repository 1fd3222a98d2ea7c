//! The body as written, with each yield a call: what rustc type-checks first and internal iteration runs.

use super::frame::is_saved;
use super::machine::frame_ident;
use super::mentions::strip_captured;
use super::{Context, delegate};
use crate::analyse::Storage;
use crate::resolve::{LocalId, LocalKind, bindings, condition_bindings, decode};
use crate::syntax::{MacroCall, YieldKind, yield_kind};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Macro, Stmt};

/// The closure.
///
/// Output: `|frame, sink| { let n = frame.n_slot; let () = { body }; None }`
pub fn closure(cx: &Context<'_>) -> TokenStream {
    let (frame, sink, output) = (frame_ident(), sink_ident(), result_type(cx));
    let body = body(cx);
    quote!(#[inline(always)] |#frame, #sink| #output { #body })
}

/// The body in the scope of its arguments.
pub fn body(cx: &Context<'_>) -> TokenStream {
    let mut body = cx.body.plain.clone();
    Plain {
        cx,
        in_closure: 0,
        untied: BTreeSet::new(),
    }
    .visit_block_mut(&mut body);
    let arguments: TokenStream = cx
        .body
        .params
        .iter()
        .map(|local| argument(cx, *local))
        .collect();
    let inside = if cx.generator.output.full {
        quote!(#body)
    } else {
        quote!(let _: () = #body; #[allow(unreachable_code)] { ::gen_core::__private::Ending::Plain })
    };
    let inside = restore(cx, inside);
    quote!(#arguments #inside)
}

fn result_type(cx: &Context<'_>) -> TokenStream {
    let output = &cx.generator.output;
    let ty = if output.full {
        &output.ret
    } else {
        &output.item
    };
    let ty = ty
        .as_ref()
        .map_or_else(|| quote!(_), ToTokens::to_token_stream);
    if output.full {
        quote!(-> #ty)
    } else {
        quote!(-> ::gen_core::__private::Ending<#ty>)
    }
}

pub fn sink_ident() -> Ident {
    Ident::new("sink", Span::mixed_site())
}

/// `let mut n = frame.n_slot;`, and the pattern of a parameter that has one.
fn argument(cx: &Context<'_>, local: LocalId) -> TokenStream {
    let (frame, slot) = (frame_ident(), cx.names.slot(local));
    let decl = cx.body.locals.get(local);
    let value = match cx.layout.storage(local) {
        Storage::Scalar { .. } => quote!(#frame.#slot),
        // The closure of an anonymous generator has the frame by reference.
        _ if cx.generator.item.is_none() => quote!(::gen_core::__private::take(&mut #frame.#slot)),
        _ => quote!(::gen_core::__private::argument(#frame.#slot)),
    };
    let pattern = cx
        .body
        .param_patterns
        .iter()
        .find(|(id, _)| *id == local)
        .map(|(_, pat)| {
            let binding = cx.body.locals.binding(local);
            quote!(let #pat = #binding;)
        });
    let mutable = (decl.mutable && pattern.is_none()).then(|| quote!(mut));
    // Whether a captured variable has to be `mut` cannot be seen.
    let allowed = (cx.generator.item.is_none()).then(|| quote!(#[allow(unused_mut)]));
    let binding = cx.body.locals.binding(local);
    // A parameter's own scope starts before its pattern's, so it is dropped after what the pattern binds.
    let unused = (decl.ident == "self").then(|| quote!(#[allow(unused_variables)]));
    restore(
        cx,
        quote!(#unused #allowed let #mutable #binding = #value; #pattern),
    )
}

/// The place of the user's token, with the hygiene of a macro.
fn at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// The user's names for all encoded ones.
fn restore(cx: &Context<'_>, tokens: TokenStream) -> TokenStream {
    crate::resolve::rename_tokens(strip_captured(tokens), &mut |ident| {
        let name = decode(ident)?;
        let decl = cx.body.locals.get(name.local);
        let original = if decl.ident == "self" {
            cx.names.variable(name.local)
        } else {
            &decl.ident
        };
        let mut original = original.clone();
        original.set_span(original.span().located_at(ident.span()));
        Some(quote!(#original))
    })
}

struct Plain<'a, 'b> {
    cx: &'a Context<'b>,
    in_closure: usize,
    /// Locals whose type may contain that of a closure: two closures never have the same type, so these are not tied.
    untied: BTreeSet<LocalId>,
}

impl Plain<'_, '_> {
    /// `yield_!(value)`
    ///
    /// Output: `{ let item: T = value; sink(item) }`
    fn yielded(&mut self, mac: &Macro) -> Expr {
        let at = at(mac.path.span());
        let (mut sink, item) = (sink_ident(), Ident::new("item", at));
        sink.set_span(at);
        let mut value: Expr =
            syn::parse2(mac.tokens.clone()).unwrap_or_else(|_| syn::parse_quote!(()));
        self.visit_expr_mut(&mut value);
        let ty = self
            .cx
            .generator
            .output
            .item
            .as_ref()
            .map(|ty| quote!(: #ty));
        syn::parse_quote_spanned!(at=> { let #item #ty = #value; #sink(#item) })
    }

    /// `yield_from!(source)`
    fn delegated(&mut self, mac: &Macro) -> Expr {
        let Ok(mut value) = syn::parse2::<Expr>(mac.tokens.clone()) else {
            return syn::parse_quote!(());
        };
        self.visit_expr_mut(&mut value);
        delegate::recursed(self.cx, &value).unwrap_or_else(|| delegate::delegated(self.cx, &value))
    }

    /// `value?`
    fn try_operator(&self, it: &syn::ExprTry) -> Expr {
        let value = &it.expr;
        let span = it.question_token.span();
        let branch = quote_spanned!(span=> ::gen_core::__private::branch);
        let from = crate::lower::from_residual(self.cx.generator, span);
        let (v, r) = (
            Ident::new("value", Span::mixed_site()),
            Ident::new("residual", Span::mixed_site()),
        );
        let residual = if self.cx.generator.output.full {
            quote!(#from(#r))
        } else {
            quote!(::gen_core::__private::Ending::LastItem(#from(#r)))
        };
        syn::parse_quote!(match #branch(#value) {
            ::core::ops::ControlFlow::Continue(#v) => #v,
            ::core::ops::ControlFlow::Break(#r) => return #residual,
        })
    }

    /// `return` of an iterator, whose plain body returns what is still to be handed out.
    fn returned(&self, it: &syn::ExprReturn) -> Expr {
        match &it.expr {
            Some(value) => {
                let span = at(it.return_token.span);
                syn::parse_quote_spanned!(span=> { let _: () = #value; return ::gen_core::__private::Ending::Plain })
            }
            None => {
                syn::parse_quote_spanned!(at(it.return_token.span)=> return ::gen_core::__private::Ending::Plain)
            }
        }
    }

    /// Code that is never run and only tells rustc that the field of a saved local has the local's type.
    ///
    /// Output: `loop { break; frame.x_slot = Some(x); }`
    fn ties(&self, locals: &[LocalId]) -> Option<Stmt> {
        // Of two bindings of one name (`if let Some(x) = a && let Some(x) = x`) only the last is in sight.
        let name = |local: &LocalId| self.cx.body.locals.get(*local).ident.to_string();
        let in_sight = |(at, local): &(usize, &LocalId)| {
            locals[at + 1..]
                .iter()
                .all(|later| name(later) != name(local))
        };
        let visible = locals.iter().enumerate().filter(in_sight);
        let ties: Vec<TokenStream> = visible.filter_map(|(_, local)| self.tie(*local)).collect();
        if ties.is_empty() {
            return None;
        }
        let silent = super::silent();
        Some(syn::parse_quote! {
            #silent
            loop { break; #(#ties)* }
        })
    }

    fn tie(&self, local: LocalId) -> Option<TokenStream> {
        let storage = self.cx.layout.storage(local);
        if self.untied.contains(&local)
            // What a kept local leaves in the frame is not always its value.
            || !is_saved(storage)
            || storage == Storage::Kept
            || self.cx.body.locals.get(local).kind != LocalKind::User
        {
            return None;
        }
        let (frame, slot, binding) = (
            frame_ident(),
            self.cx.names.slot(local),
            self.cx.body.locals.binding(local),
        );
        let span = at(binding.span());
        Some(match storage {
            Storage::Scalar { .. } | Storage::Bare => {
                quote_spanned!(span=> #frame.#slot = #binding;)
            }
            Storage::Slot { .. } | Storage::Kept | Storage::Unused | Storage::Block => {
                quote_spanned!(span=> #frame.#slot = ::core::option::Option::Some(#binding);)
            }
        })
    }

    /// Notes that `locals` are made from `source`.
    fn made_from(&mut self, locals: &[LocalId], source: &Expr) {
        if locals.is_empty() {
            return;
        }
        let mut find = FindClosure {
            untied: &self.untied,
            found: false,
        };
        find.visit_expr(source);
        if find.found {
            self.untied.extend(locals);
        }
    }

    /// Whether an encoded name is the local that the user calls `member`, so that the field is a shorthand again.
    fn is_called(&self, encoded: &Ident, member: &Ident) -> bool {
        decode(encoded).is_some_and(|name| self.cx.body.locals.get(name.local).ident == *member)
    }

    fn tie_at_start(&self, block: &mut Block, locals: &[LocalId]) {
        if let Some(tie) = self.ties(locals) {
            block.stmts.insert(0, tie);
        }
    }
}

/// Finds what has a type of its own at each place: closures, async blocks, and what is made from them.
struct FindClosure<'a> {
    untied: &'a BTreeSet<LocalId>,
    found: bool,
}

impl Visit<'_> for FindClosure<'_> {
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {
        self.found = true;
    }
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {
        self.found = true;
    }
    fn visit_ident(&mut self, ident: &Ident) {
        self.found |= decode(ident).is_some_and(|name| self.untied.contains(&name.local));
    }
    fn visit_macro(&mut self, mac: &Macro) {
        crate::resolve::rename_tokens(mac.tokens.clone(), &mut |ident| {
            self.visit_ident(ident);
            None
        });
    }
}

impl VisitMut for Plain<'_, '_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        for mut stmt in std::mem::take(&mut block.stmts) {
            if let Stmt::Local(syn::Local {
                pat,
                init: Some(init),
                ..
            }) = &stmt
            {
                self.made_from(&bindings(pat), &init.expr);
            }
            self.visit_stmt_mut(&mut stmt);
            let tie = match &stmt {
                Stmt::Local(local) if self.in_closure == 0 => self.ties(&bindings(&local.pat)),
                _ => None,
            };
            block.stmts.push(stmt);
            block.stmts.extend(tie);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match &*expr {
            Expr::ForLoop(it) => self.made_from(&bindings(&it.pat), &it.expr),
            Expr::Let(it) => self.made_from(&bindings(&it.pat), &it.expr),
            Expr::Assign(it) => {
                if let Expr::Path(path) = &*it.left
                    && let Some(name) = path.path.get_ident().and_then(decode)
                {
                    self.made_from(&[name.local], &it.right);
                }
            }
            Expr::Match(it) => {
                let bound: Vec<LocalId> =
                    it.arms.iter().flat_map(|arm| bindings(&arm.pat)).collect();
                self.made_from(&bound, &it.expr);
            }
            _ => {}
        }
        match expr {
            Expr::Closure(_) | Expr::Async(_) => {
                self.in_closure += 1;
                visit_mut::visit_expr_mut(self, expr);
                self.in_closure -= 1;
                return;
            }
            Expr::Macro(it) if yield_kind(&it.mac) == Some(YieldKind::Yield) => {
                *expr = self.yielded(&it.mac);
                return;
            }
            Expr::Macro(it) if yield_kind(&it.mac) == Some(YieldKind::From) => {
                *expr = self.delegated(&it.mac);
                return;
            }
            _ => visit_mut::visit_expr_mut(self, expr),
        }
        if self.in_closure > 0 {
            return;
        }
        match expr {
            Expr::Try(it) => *expr = self.try_operator(it),
            Expr::Return(it) if !self.cx.generator.output.full => *expr = self.returned(it),
            Expr::If(it) => {
                let bound = condition_bindings(&it.cond);
                self.tie_at_start(&mut it.then_branch, &bound);
            }
            Expr::While(it) => {
                let bound = condition_bindings(&it.cond);
                self.tie_at_start(&mut it.body, &bound);
            }
            Expr::ForLoop(it) => {
                let bound = bindings(&it.pat);
                self.tie_at_start(&mut it.body, &bound);
            }
            Expr::Match(it) => {
                for arm in &mut it.arms {
                    if let Some(tie) = self.ties(&bindings(&arm.pat)) {
                        let body = &arm.body;
                        arm.body = syn::parse_quote!({ #tie #body });
                        arm.comma = None;
                    }
                }
            }
            _ => {}
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(it) = stmt
            && yield_kind(&it.mac).is_some()
        {
            let mut expr = Expr::Macro(syn::ExprMacro {
                attrs: it.attrs.clone(),
                mac: it.mac.clone(),
            });
            self.visit_expr_mut(&mut expr);
            let (attrs, semi) = (&it.attrs, &it.semi_token);
            *stmt = match attrs[..] {
                [] => Stmt::Expr(expr, *semi),
                // `#[cfg]` and the like stay on the statement.
                _ => syn::parse_quote!(#(#attrs)* { #expr } #semi),
            };
            return;
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let Some(mut call) = MacroCall::parse(mac) else {
            return;
        };
        // Captures stay inline, as the user wrote them.
        call.args
            .retain(|arg| arg.name.as_ref().and_then(decode).is_none());
        call.args
            .iter_mut()
            .for_each(|arg| self.visit_expr_mut(&mut arg.value));
        call.repeat
            .iter_mut()
            .for_each(|len| self.visit_expr_mut(len));
        if let Some((_, Some(guard))) = &mut call.pattern {
            self.visit_expr_mut(guard);
        }
        call.write_to(mac);
    }

    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        visit_mut::visit_field_value_mut(self, field);
        if let (syn::Member::Named(member), Expr::Path(path)) = (&field.member, &field.expr)
            && path
                .path
                .get_ident()
                .is_some_and(|ident| self.is_called(ident, member))
        {
            field.colon_token = None;
        }
    }

    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        visit_mut::visit_field_pat_mut(self, field);
        if let (syn::Member::Named(member), syn::Pat::Ident(pat)) = (&field.member, &*field.pat)
            && self.is_called(&pat.ident, member)
        {
            field.colon_token = None;
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
