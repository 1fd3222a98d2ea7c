//! A name: the variable, its place, or its value.

use super::Rewrite;
use crate::analyse::{Context as Use, Storage};
use crate::emit::finished;
use crate::emit::spans::respan;
use crate::resolve::{LocalId, MentionId, Name};
use crate::syntax::{name_expr, unparen};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::Expr;

impl Rewrite<'_, '_> {
    /// The expression for a mention.
    ///
    /// Output: `x` (a variable) · `(*x)` (in place) · `take(x_slot)` (a move)
    pub fn mention(&self, name: Name, span: Span) -> Expr {
        let variable = respan(self.cx.names.variable(name.local), span);
        match self.cx.layout.storage(name.local) {
            _ if self.access.plain.contains(&name.local) => name_expr(variable),
            Storage::Block | Storage::Scalar { .. } | Storage::Unused => name_expr(variable),
            Storage::Bare => finished::operand(self.bare_mention(name, &variable)),
            Storage::Slot { .. } | Storage::Kept => {
                finished::operand(self.slot_mention(name, &variable, span))
            }
        }
    }

    /// A plain value in place, or a copy of it. A range is one, too, but it is not `Copy`.
    fn bare_mention(&self, name: Name, variable: &Ident) -> TokenStream {
        let at = variable.span();
        let info = name
            .mention
            .and_then(|mention| self.cx.layout.mention(mention));
        let taken = info.is_some_and(|info| info.moves || info.takes);
        match taken {
            true => {
                let value = self.bare_value(name.local, variable);
                quote_spanned!(at=> (#value))
            }
            false => quote_spanned!(at=> (*#variable)),
        }
    }

    /// The value of a variable that stays where it is.
    pub fn bare_value(&self, local: LocalId, variable: &Ident) -> TokenStream {
        let at = variable.span();
        let init = self.cx.body.locals.get(local).init.as_ref();
        match init.map(unparen) {
            Some(Expr::Range(_)) => quote_spanned!(at=> ::core::clone::Clone::clone(&*#variable)),
            _ => quote_spanned!(at=> *#variable),
        }
    }

    fn slot_mention(&self, name: Name, variable: &Ident, span: Span) -> TokenStream {
        let info = name
            .mention
            .and_then(|mention| self.cx.layout.mention(mention));
        let Some(info) = info else {
            return quote_spanned!(variable.span()=> (*#variable));
        };
        let live = name.mention.is_some_and(|mention| self.live_after(mention));
        match info.context {
            Use::Value if info.in_closure && !live => self.cx.read(name.local, span),
            _ if info.moves && live => self.cx.read(name.local, span),
            _ if info.moves || (info.takes && !live) => self.cx.take(name.local, span),
            _ if info.lends && !live => self.cx.lend(name.local, span),
            Use::Callee { once: true } if !live => self.cx.callable(name.local, span),
            Use::DerefMove { opens } if !live => self.cx.unboxed(name.local, opens, span),
            _ if self.access.inline.contains(&name.local) => self.cx.get(name.local, span),
            // All tokens on one span: rustc points to the macro as a whole where the tokens of an expression are of both.
            _ => quote_spanned!(variable.span()=> (*#variable)),
        }
    }

    /// Whether a mention is written as a reference that the type decides on, in the place of what a method is called on.
    pub fn is_lent(&self, name: Name) -> bool {
        let mention = name.mention.filter(|mention| !self.live_after(*mention));
        let info = mention.and_then(|mention| self.cx.layout.mention(mention));
        let plain = self.access.plain.contains(&name.local);
        self.cx.is_slot(name.local) && !plain && info.is_some_and(|info| info.lends)
    }

    pub fn live_after(&self, mention: MentionId) -> bool {
        self.cx.layout.live_after.contains(mention.index())
    }
}
