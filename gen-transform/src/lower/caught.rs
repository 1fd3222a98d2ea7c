//! Macros of unknown grammar that may jump: `ensure!(x)` for `if !x { return; }`.
//!
//! Where such a jump would lead is not where it is written in the state machine, and nobody sees it before rustc has expanded the
//! macro. So the call is caught: it stands in loops of its own, and in a closure if it may return, and what has come of it is matched
//! on (`emit/caught.rs`).

use super::builder::{Builder, Dest, Leave};
use super::exits::Exits;
use crate::resolve::{DECLARES, JUMPS, label_name};
use crate::syntax::{known_macro, names, yield_kind};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Expr, ExprMacro, Lifetime, Macro, Stmt, StmtMacro};

/// The jumps of a call that are caught.
struct Catch {
    returns: bool,
    /// The loops that it may go on with or leave, by their labels; the innermost one first, which needs none.
    loops: Vec<Option<Lifetime>>,
}

impl Exits<'_, '_> {
    /// A call for its value.
    pub fn caught_value(&mut self, it: &ExprMacro) -> Option<Expr> {
        let attrs = &it.attrs;
        let matched = self.caught(&it.mac, false)?;
        Some(match attrs[..] {
            [] => matched,
            _ => syn::parse_quote!(#(#attrs)* { #matched }),
        })
    }

    /// A call as the last thing in a block.
    pub fn caught_tail(&mut self, it: &StmtMacro) -> Option<Stmt> {
        let attrs = &it.attrs;
        let matched = self.caught(&it.mac, false)?;
        Some(Stmt::Expr(syn::parse_quote!(#(#attrs)* #matched), None))
    }

    /// A call as a statement.
    pub fn caught_stmt(&mut self, it: &StmtMacro) -> Option<Stmt> {
        let attrs = &it.attrs;
        let matched = self.caught(&it.mac, true)?;
        Some(syn::parse_quote!(#(#attrs)* #matched))
    }

    /// Input: `or_continue!(x)`
    /// Output: `match or_continue!(x __jumps(..)) { Called::Value(value) => value, Called::Break(0) => goto!(3), .. }`
    fn caught(&mut self, mac: &Macro, is_stmt: bool) -> Option<Expr> {
        let catch = self.catch(mac)?;
        let mut mac = mac.clone();
        let (mark, notes) = (Ident::new(JUMPS, Span::mixed_site()), catch.notes(is_stmt));
        mac.tokens.extend(quote!(#mark(#notes)));
        let mut arms = self.loop_arms(&catch);
        if catch.returns {
            let goto = self.exit(0, Leave::Return);
            arms.push((quote!(Return), quote!(#goto)));
        }
        // The last one is whatever is left.
        let (_, last) = arms.pop()?;
        let arms = arms
            .iter()
            .map(|(pattern, jump)| quote!(::gen_core::__private::Called::#pattern => #jump,));
        let value = Ident::new("value", Span::mixed_site());
        Some(syn::parse_quote!(match #mac {
            ::gen_core::__private::Called::Value(#value) => #value,
            #(#arms)*
            _ => #last
        }))
    }

    /// What is caught of a call; `None` if nothing has to be.
    fn catch(&self, mac: &Macro) -> Option<Catch> {
        let is_known = yield_kind(mac).is_some() || known_macro(mac).is_some();
        if is_known || names(&mac.tokens, DECLARES) {
            return None;
        }
        let jumps = self.builder.macros.jumps(mac);
        let is_target = |label: Option<&Lifetime>| self.builder.jump_target(label, false).is_some();
        let mut loops = Vec::new();
        if jumps.loops && self.loops == 0 && is_target(None) {
            loops.push(None);
        }
        let own = |label: &Lifetime| self.labels.contains(&label_name(label));
        let outer = |label: &Lifetime| !own(label) && is_target(Some(label));
        loops.extend(jumps.labels.into_iter().filter(outer).map(Some));
        let returns = jumps.returns && !self.builder.generator.output.full;
        (returns || !loops.is_empty()).then_some(Catch { returns, loops })
    }

    /// Where `break` and `continue` lead to, with the patterns of these.
    fn loop_arms(&mut self, catch: &Catch) -> Vec<(TokenStream, TokenStream)> {
        let mut arms = Vec::new();
        for (index, label) in catch.loops.iter().enumerate() {
            let number = Literal::usize_unsuffixed(index);
            if let Some((depth, target)) = self.builder.jump_target(label.as_ref(), false) {
                let jump = match target.dest {
                    Dest::Discard => self.exit(depth, Leave::To(target.break_to)),
                    // A `break` without a value would be of another type, unless that of the loop is `()`.
                    Dest::Local(_) => {
                        quote!(::core::unreachable!(
                            "a macro leaves a loop that has a value"
                        ))
                    }
                };
                arms.push((quote!(Break(#number)), jump));
            }
            if let Some((depth, target)) = self.builder.jump_target(label.as_ref(), true)
                && let Some(header) = target.continue_to
            {
                let goto = self.exit(depth, Leave::To(header));
                arms.push((quote!(Continue(#number)), quote!(#goto)));
            }
        }
        arms
    }
}

impl Builder<'_> {
    /// The `else` block of a `let`. What a caught call has come to is of a type that has values, before edition 2024.
    ///
    /// Input: `{ skip!() }` · Output: `{ { match skip!() { .. } }; unreachable!() }`
    pub fn diverging(&mut self, block: Expr) -> Expr {
        let block = self.opaque(block);
        match names(&block.to_token_stream(), JUMPS) {
            true => syn::parse_quote!({ #block; ::core::unreachable!() }),
            false => block,
        }
    }
}

impl Catch {
    /// What the emitter has to know of it.
    ///
    /// Output: `stmt returns _ 'outer`
    fn notes(&self, is_stmt: bool) -> TokenStream {
        let stmt = is_stmt.then(|| quote!(stmt));
        let returns = self.returns.then(|| quote!(returns));
        let loops = self.loops.iter().map(|label| match label {
            Some(label) => quote!(#label),
            None => quote!(_),
        });
        quote!(#stmt #returns #(#loops)*)
    }
}
