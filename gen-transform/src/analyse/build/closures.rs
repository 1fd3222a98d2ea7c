//! Closures and async blocks, inside which nobody knows when and how often they run.

use super::Walk;
use crate::analyse::flow::Context;
use crate::resolve::{bindings, decode, visit_idents};
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::{ExprAsync, ExprClosure};

impl Walk<'_> {
    pub fn closure(&mut self, it: &ExprClosure) {
        if it.capture.is_some() {
            return self.captures(it.to_token_stream());
        }
        self.deferred(|this| {
            it.inputs
                .iter()
                .for_each(|input| this.init_all(bindings(input)));
            this.expr(&it.body);
        });
    }

    pub fn async_block(&mut self, it: &ExprAsync) {
        if it.capture.is_some() {
            return self.captures(it.to_token_stream());
        }
        self.deferred(|this| this.block_stmts(&it.block));
    }

    /// What a `move` closure or async block mentions of the locals around it is captured here.
    fn captures(&mut self, tokens: TokenStream) {
        let mut own = BTreeSet::new();
        visit_idents(tokens.clone(), &mut |ident| {
            own.extend(
                decode(ident)
                    .filter(|name| name.mention.is_none())
                    .map(|name| name.local),
            );
        });
        visit_idents(tokens, &mut |ident| {
            if decode(ident).is_some_and(|name| !own.contains(&name.local)) {
                self.mention_ident(ident, Context::MoveCapture);
            }
        });
    }

    /// What borrows what it captures: it may run now or later, any number of times.
    fn deferred(&mut self, within: impl FnOnce(&mut Self)) {
        let (header, after) = (self.join(), self.join());
        self.go(header);
        self.go(after);
        self.at = Some(header);
        let outermost = self.closures == 0;
        if outermost {
            self.behind_closure = Some(after);
        }
        self.closures += 1;
        let loops = std::mem::take(&mut self.loops);
        within(self);
        self.loops = loops;
        self.go(header);
        self.go(after);
        self.closures -= 1;
        if outermost {
            self.behind_closure = None;
        }
        self.at = Some(after);
    }
}
