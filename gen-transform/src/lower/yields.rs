//! `yield_!` and `yield_from!`.

use super::builder::{Builder, Dest};
use super::loops::arm;
use crate::ir::{Stmt, Terminator};
use proc_macro2::{Ident, Span};
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{Expr, Macro};

impl Builder<'_> {
    /// `yield_!(value)`: suspends, and evaluates to what is sent in.
    pub fn lower_yield(&mut self, mac: &Macro, dest: Dest) {
        let span = mac.path.span();
        let value: Expr = syn::parse2(mac.tokens.clone()).unwrap_or_else(|_| syn::parse_quote!(()));
        let value = self.reduce(value);
        let value = self.opaque(value);
        let received = match dest {
            _ if self.generator.output.is_iterator() => None,
            Dest::Local(local) => Some(local),
            Dest::Discard => Some(self.temp("received", span)),
        };
        self.yield_value(value, span, received);
        if received.is_none() {
            self.assign_unit(dest);
        }
    }

    /// `yield_from!(source)`: a loop that hands out what the source yields, sends on what is sent in, and evaluates to
    /// the source's return value.
    ///
    /// Output: `let mut source = delegate(source); loop { match source.resume(sent) { Yielded(item) => sent = yield item, Complete(value) => break value } }`
    pub fn lower_yield_from(&mut self, mac: &Macro, dest: Dest) {
        let span = mac.path.span();
        let Ok(value) = syn::parse2::<Expr>(mac.tokens.clone()) else {
            return;
        };
        self.push_scope(None);
        let value_span = value.span();
        let value = self.head(value);
        let value = self.opaque(value);
        let source = self.temp("source", span);
        let delegate = quote_spanned!(value_span=> ::gen_core::delegate_to!);
        self.push(Stmt::Init {
            local: source,
            value: syn::parse_quote!(#delegate(#value)),
        });
        let sent = self.temp("sent", span);
        let none = quote_spanned!(span=> ::core::option::Option::None);
        if !self.generator.output.is_iterator() {
            self.push(Stmt::Init {
                local: sent,
                value: syn::parse_quote!(#none),
            });
        }
        let (header, body, done) = (self.new_block(), self.new_block(), self.new_block());
        self.goto(header);
        self.start(header);
        self.delegate_step(source, sent, span, (body, done), dest);
        self.start(body);
        self.delegate_yield(sent, span);
        self.goto(header);
        self.start(done);
        if let Dest::Local(local) = dest {
            let completed = self.completed(local);
            self.push(Stmt::Init {
                local,
                value: completed,
            });
        }
        self.pop_scope();
    }

    /// `match source.resume(sent) { Yielded(item) => body, Complete(value) => done }`
    fn delegate_step(
        &mut self,
        source: crate::resolve::LocalId,
        sent: crate::resolve::LocalId,
        span: Span,
        (body, done): (crate::ir::BlockId, crate::ir::BlockId),
        dest: Dest,
    ) {
        let source = self.locals.mention_expr(source, span);
        let argument: Expr = if self.generator.output.is_iterator() {
            syn::parse_quote!(::core::option::Option::Some(()))
        } else {
            let sent = self.locals.mention_expr(sent, span);
            syn::parse_quote!(::core::option::Option::take(&mut #sent))
        };
        let item = self.delegated("item", span);
        let completed: Ident = self.delegated("completed", span);
        let completed: syn::Pat = match dest {
            Dest::Local(_) => syn::parse_quote!(#completed),
            Dest::Discard => syn::parse_quote!(_),
        };
        self.terminate(Terminator::Match {
            scrutinee: syn::parse_quote!(::gen_core::__private::Delegate::advance(&mut #source, #argument)),
            arms: vec![
                arm(syn::parse_quote!(::gen_core::GeneratorState::Yielded(#item)), body),
                arm(syn::parse_quote!(::gen_core::GeneratorState::Complete(#completed)), done),
            ],
        });
    }

    /// A hygienic binding for a value that the delegate hands over.
    fn delegated(&mut self, what: &str, span: Span) -> Ident {
        let local = self.temp(what, span);
        self.locals.binding(local)
    }

    fn delegate_yield(&mut self, sent: crate::resolve::LocalId, span: Span) {
        let item = self.newest("item");
        let value = self.locals.mention_expr(item, span);
        if self.generator.output.is_iterator() {
            return self.yield_value(value, span, None);
        }
        let received = self.temp("received", span);
        self.yield_value(value, span, Some(received));
        let received = self.locals.mention_expr(received, span);
        self.push(Stmt::Init {
            local: sent,
            value: syn::parse_quote!(::core::option::Option::Some(#received)),
        });
    }

    fn completed(&mut self, _dest: crate::resolve::LocalId) -> Expr {
        let completed = self.newest("completed");
        self.locals.mention_expr(completed, Span::mixed_site())
    }

    /// The newest value without a name that is called `what`.
    fn newest(&self, what: &str) -> crate::resolve::LocalId {
        let found = self
            .locals
            .ids()
            .filter(|id| self.locals.get(*id).ident == what)
            .last();
        found.expect("BUG: declared by delegate_step")
    }
}
