//! Macro calls: std's by their grammar, unknown ones by the names in their tokens.

use super::Walk;
use crate::analyse::flow::Context;
use crate::analyse::looks::looks;
use crate::lower::goto_target;
use crate::resolve::{bindings, decode, visit_idents, without_carried};
use crate::syntax::{MacroCall, is_panic};
use proc_macro2::TokenStream;
use syn::Macro;

impl Walk<'_> {
    pub fn macro_call(&mut self, mac: &Macro) {
        if let Some(target) = goto_target(mac) {
            return self.goto_block(target);
        }
        match MacroCall::parse(mac) {
            Some(call) => self.known_macro(&call),
            None => self.token_mentions(mac.tokens.clone()),
        }
        if is_panic(mac) {
            self.at = None;
        }
    }

    fn known_macro(&mut self, call: &MacroCall) {
        for (index, arg) in call.args.iter().enumerate() {
            match &call.pattern {
                Some((pat, guard)) => {
                    self.matched(&arg.value, [pat].into_iter());
                    self.branch(|this| {
                        this.init_all(bindings(pat));
                        guard.iter().for_each(|guard| this.expr(guard));
                    });
                }
                None if call.by_value(index) => self.expr(&arg.value),
                None => self.place(&arg.value, Context::Place),
            }
        }
        call.repeat.iter().for_each(|len| self.expr(len));
    }

    fn token_mentions(&mut self, tokens: TokenStream) {
        let (given, carried) = without_carried(tokens);
        let looks = looks(given.clone());
        visit_idents(given, &mut |ident| {
            let mention = decode(ident).and_then(|name| name.mention);
            let look = mention.and_then(|mention| looks.get(&mention));
            let context = look.map_or(Context::Token, |look| Context::Look(*look));
            self.mention_ident(ident, context);
        });
        visit_idents(carried, &mut |ident| {
            self.mention_ident(ident, Context::Defined);
        });
    }
}
