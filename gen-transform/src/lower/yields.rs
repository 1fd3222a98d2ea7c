//! `yield_!` and `yield_from!`.

use super::builder::{Builder, Dest};
use super::loops::arm;
use super::recursion::{call_expr, self_call};
use crate::ir::{BlockId, Stmt, Terminator};
use crate::resolve::{LocalId, TempKind};
use crate::syntax::{YieldKind, yield_kind, yielded};
use proc_macro2::{Ident, Span};
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{Expr, Macro};

/// The variable of a run that holds what was sent in.
pub fn sent_ident() -> Ident {
    Ident::new("sent", Span::mixed_site())
}

/// The variable of a run that holds what the callee of a recursive generator has returned.
pub fn returned_ident() -> Ident {
    Ident::new("callee_value", Span::mixed_site())
}

/// `()` from the first span to the end of the second, as the plain body's call stands: rustc says the same of a wrong type in both,
/// and says it once.
fn unit_between(first: Span, end: Span) -> Expr {
    let at = |span| Span::mixed_site().located_at(span);
    let whole = quote_spanned!(at(first)=> ((),));
    let first = quote_spanned!(at(end)=> 0);
    syn::parse_quote!(#whole.#first)
}

impl Builder<'_> {
    /// `yield_!(value)`: suspends, and evaluates to what is sent in.
    pub fn lower_yield(&mut self, mac: &Macro, dest: Dest) {
        let span = mac.path.span();
        let value = yielded(mac).unwrap_or_else(|| syn::parse_quote!(()));
        let value = self.item_value(value);
        self.yield_value(value, span);
        let end = mac.delimiter.span().join();
        if self.generator.output.is_iterator() {
            if let Dest::Local(_) = dest {
                self.assign(dest, unit_between(span, end));
            }
        } else {
            self.receive(&sent_ident(), (span, end), dest);
        }
    }

    /// Suspends for a condition that is a yield of an iterator, and returns the `()` that it is not allowed to be.
    ///
    /// Input: `yield_!(1)` in `if yield_!(1) { .. }`
    pub fn yielded_condition(&mut self, cond: &Expr) -> Option<Expr> {
        let Expr::Macro(it) = cond else { return None };
        let is_unit =
            yield_kind(&it.mac) == Some(YieldKind::Yield) && self.generator.output.is_iterator();
        if !is_unit {
            return None;
        }
        self.lower_yield(&it.mac, Dest::Discard);
        Some(unit_between(
            it.mac.path.span(),
            it.mac.delimiter.span().join(),
        ))
    }

    /// The first statement after a suspension: what `from` holds goes to `dest`. The value stands from the first span to
    /// the end of the second.
    fn receive(&mut self, from: &Ident, (span, end): (Span, Span), dest: Dest) {
        let at = Span::mixed_site().located_at(span);
        let from = Ident::new(&from.to_string(), at);
        // In a block like the plain body's, so that rustc says the same of a wrong type in both, and says it once.
        // Of a field nothing is expected: the value is taken as what it is, and coerced then.
        let received = quote_spanned!(at=> ::gen_core::__private::received(&mut #from));
        let whole = quote_spanned!(span=> (#received,));
        let first = quote_spanned!(end=> 0);
        let value = syn::parse_quote_spanned!(at=> { #whole.#first });
        self.assign(dest, value);
    }

    /// The value of an item. What is borrowed for its evaluation dies before the suspension, also where a yield stands in
    /// the middle of it.
    fn item_value(&mut self, value: Expr) -> Expr {
        if !self.splits(&value) {
            return self.opaque(value);
        }
        let span = value.span();
        let item = self.temp(TempKind::Item, span);
        self.scoped(|this| this.lower_into(value, Dest::Local(item)));
        self.locals.mention_expr(item, span)
    }

    /// `yield_from!(source)`: a loop that hands out what the source yields, sends on what is sent in, and evaluates to
    /// the source's return value.
    ///
    /// Output: `let mut source = (&&&Source::of(&given)).delegate(given); loop { match source.advance(answer) { Yielded(item) => answer = Some(yield item), Complete(value) => break value } }`
    pub fn lower_yield_from(&mut self, mac: &Macro, dest: Dest) {
        let span = mac.path.span();
        let Some(value) = yielded(mac) else {
            return;
        };
        if let Some(arguments) = self_call(self.generator, &value) {
            return self.lower_self_call(arguments, span, dest);
        }
        self.push_scope(None);
        let source = self.delegate_source(value);
        let answer = self.first_answer(span);
        let (header, body, done) = (self.new_block(), self.new_block(), self.new_block());
        self.goto(header);
        self.start(header);
        let at = self.locals.get(source).ident.span();
        let item = self.locals.add_temp(TempKind::Item, at);
        let completed = self.locals.add_temp(TempKind::Completed, at);
        self.delegate_step(source, answer, (item, body), (completed, done));
        self.start(body);
        self.scoped(|this| this.delegate_yield(item, answer));
        self.goto(header);
        self.start(done);
        self.scoped(|this| {
            this.declare(completed);
            let value = this.locals.mention_expr(completed, span);
            this.assign(dest, value);
        });
        self.pop_scope();
    }

    /// Evaluates the operand and makes the delegate of it.
    fn delegate_source(&mut self, value: Expr) -> LocalId {
        let at = Span::mixed_site().located_at(value.span());
        let value = self.head(value);
        let value = self.opaque(value);
        let borrows = match &value {
            Expr::Reference(it) => it.mutability.is_none(),
            other => matches!(other, Expr::MethodCall(_)),
        };
        let given = self.temp(TempKind::Given, at);
        let source = self.temp(TempKind::Source, at);
        if borrows {
            // For the check of borrows that are held over a yield.
            self.locals.get_mut(source).init = Some(value.clone());
        }
        self.push(Stmt::Init {
            local: given,
            value,
        });
        let looked_at = self.locals.mention_expr(given, at);
        let moved = self.locals.mention_expr(given, at);
        let resume = self.generator.output.resume_type();
        let probe =
            quote_spanned!(at=> ::gen_core::__private::Source::<#resume, _>::of(&#looked_at));
        let delegate = quote_spanned!(at=> (&&&#probe).delegate(#moved));
        self.push(Stmt::Init {
            local: source,
            value: syn::parse_quote!(#delegate),
        });
        source
    }

    /// The local that holds what goes to the delegate next; nothing at first. None where nothing is sent.
    fn first_answer(&mut self, span: Span) -> Option<LocalId> {
        if self.generator.output.is_iterator() {
            return None;
        }
        let answer = self.temp(TempKind::Answer, span);
        self.push(Stmt::Init {
            local: answer,
            value: syn::parse_quote!(::core::option::Option::None),
        });
        Some(answer)
    }

    /// `match source.advance(answer) { Yielded(item) => body, Complete(value) => done }`
    fn delegate_step(
        &mut self,
        source: LocalId,
        answer: Option<LocalId>,
        (item, body): (LocalId, BlockId),
        (completed, done): (LocalId, BlockId),
    ) {
        let span = self.locals.get(source).ident.span();
        let source = self.locals.mention_expr(source, span);
        let argument: Expr = match answer {
            None => syn::parse_quote!(::core::option::Option::Some(())),
            Some(answer) => {
                let answer = self.locals.mention_expr(answer, span);
                syn::parse_quote!(::core::option::Option::take(&mut #answer))
            }
        };
        let resume = self.generator.output.resume_type();
        let (item, completed) = (self.locals.binding(item), self.locals.binding(completed));
        self.terminate(Terminator::Match {
            scrutinee: syn::parse_quote_spanned!(span=> ::gen_core::__private::Delegate::<#resume>::advance(&mut #source, #argument)),
            arms: vec![
                arm(
                    syn::parse_quote!(::gen_core::GeneratorState::Yielded(#item)),
                    body,
                ),
                arm(
                    syn::parse_quote!(::gen_core::GeneratorState::Complete(#completed)),
                    done,
                ),
            ],
        });
    }

    /// `answer = Some(yield item)`
    fn delegate_yield(&mut self, item: LocalId, answer: Option<LocalId>) {
        let span = self.locals.get(item).ident.span();
        self.declare(item);
        let value = self.locals.mention_expr(item, span);
        self.yield_value(value, span);
        if let Some(answer) = answer {
            let sent = sent_ident();
            self.push(Stmt::Init {
                local: answer,
                value: syn::parse_quote!(::core::option::Option::take(&mut #sent)),
            });
        }
    }

    /// `yield_from!(same_fn(arguments))`: suspends with the frame of the callee, and goes on when that has ended.
    fn lower_self_call(&mut self, arguments: Vec<Expr>, span: Span, dest: Dest) {
        let call = self.reduce(call_expr(arguments));
        let call = self.opaque_operands(call);
        self.yield_value(call, span);
        if self.ret.is_some() {
            self.receive(&returned_ident(), (span, span), dest);
        } else {
            self.assign_unit(dest);
        }
    }

    /// Makes the operands of a call yield-free code, not the call itself.
    fn opaque_operands(&mut self, call: Expr) -> Expr {
        let Expr::Call(mut call) = call else {
            return call;
        };
        for argument in &mut call.args {
            let operand = super::exprs::take(argument);
            *argument = self.opaque(operand);
        }
        Expr::Call(call)
    }
}

/// Where the value of an expression stands: that of a yield stands where the plain body's call has its arguments, so that
/// rustc says the same of it in both, and says it once.
pub fn value_span(expr: &Expr) -> Span {
    match expr {
        Expr::Macro(it) if yield_kind(&it.mac) == Some(YieldKind::Yield) => {
            it.mac.delimiter.span().join()
        }
        other => other.span(),
    }
}
