//! Macro calls: arguments, patterns, and what string literals capture.

use super::Resolver;
use crate::resolve::scope::Key;
use crate::resolve::tokens::{self, CAPTURED};
use crate::syntax::{MacroArg, MacroCall, format_captures, is_text, yield_kind, yielded};
use proc_macro2::{Ident, Span};
use quote::quote;
use syn::ext::IdentExt;
use syn::visit_mut::VisitMut;
use syn::{Expr, Lit, Macro};

impl Resolver {
    pub fn macro_call(&mut self, mac: &mut Macro) {
        if yield_kind(mac).is_some() {
            return self.yielded(mac);
        }
        match MacroCall::parse(mac) {
            // It names no variables: it is the text that counts.
            None if is_text(mac) => {}
            Some(mut call) => {
                self.macros.note_known(mac);
                self.known_macro(&mut call);
                call.write_to(mac);
            }
            None => self.unknown_macro(mac),
        }
    }

    /// `yield_!()` yields `()`; anything else is one expression, as `check` has made sure.
    fn yielded(&mut self, mac: &mut Macro) {
        if let Some(mut value) = yielded(mac) {
            self.visit_expr_mut(&mut value);
            mac.tokens = quote!(#value);
        }
    }

    fn known_macro(&mut self, call: &mut MacroCall) {
        for arg in &mut call.args {
            self.visit_expr_mut(&mut arg.value);
        }
        if let Some(len) = &mut call.repeat {
            self.visit_expr_mut(len);
        }
        if let Some((pat, guard)) = &mut call.pattern {
            self.scoped(|this| {
                this.declare(pat, false);
                if let Some(guard) = guard {
                    this.visit_expr_mut(guard);
                }
            });
        }
        self.explicit_captures(call);
    }

    /// Adds `name = name` for each local that a format string captures.
    ///
    /// Input: `"{x}: {}", y` · Output: `"{x}: {}", y, __local0_4 = __local0_4`
    fn explicit_captures(&mut self, call: &mut MacroCall) {
        let Some(Expr::Lit(literal)) = call
            .format_at()
            .and_then(|at| call.args.get(at))
            .map(|arg| &arg.value)
        else {
            return;
        };
        let Lit::Str(text) = &literal.lit else {
            return;
        };
        let span = text.span();
        for name in format_captures(&text.value()) {
            let explicit = call
                .args
                .iter()
                .any(|arg| arg.name.as_ref().is_some_and(|known| known.unraw() == name));
            if !explicit && let Some(mention) = self.captured(&name, span) {
                let value = syn::parse_quote!(#mention);
                call.args.push(MacroArg {
                    name: Some(mention),
                    value,
                });
            }
        }
    }

    fn captured(&mut self, name: &str, span: Span) -> Option<Ident> {
        let local = self.variable(&Key::new(name.to_string(), span))?;
        Some(self.locals.mention(local, span))
    }

    /// Encodes what an unknown macro mentions, by name and in string literals.
    fn unknown_macro(&mut self, mac: &mut Macro) {
        self.macros.note_call(mac);
        let (carried, mut captured) = self.carry_definitions(mac);
        let mut literals = Vec::new();
        tokens::string_literals(&mac.tokens, &mut literals);
        mac.tokens = tokens::encode_macro_tokens(
            std::mem::take(&mut mac.tokens),
            &self.scopes,
            &mut self.locals,
        );
        for literal in literals {
            for name in format_captures(&literal.to_string()) {
                let mention = self.captured(&name, literal.span());
                captured.extend(mention.map(|ident| quote!(#ident)));
            }
        }
        if !captured.is_empty() {
            let marker = Ident::new(CAPTURED, Span::mixed_site());
            mac.tokens.extend(quote!(#marker(#captured)));
        }
        mac.tokens.extend(carried);
    }
}
