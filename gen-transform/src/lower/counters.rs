//! `for` over a range of integers: a counter and a bound, as one would write them by hand.
//!
//! A range that is kept over a yield is a struct in the frame, advanced by a call; a counter is a plain value that lives
//! in a register while the generator runs, and a bound that cannot change needs no place of its own.

use super::builder::{Builder, Dest};
use crate::analyse::scalars::{self, Scalar};
use crate::ir::{BlockId, Stmt, Terminator};
use crate::resolve::{LocalId, TempKind, bindings, direct_local, is_plain_binding};
use crate::syntax::unparen;
use proc_macro2::Span;
use quote::quote;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprBinary, ExprForLoop, ExprRange, Pat, RangeLimits, Token};

impl Builder<'_> {
    /// Lowers a loop that counts through `range`: its head without the yields.
    ///
    /// ```text
    /// Input:   for i in start..end { body }
    /// Output:  i = start; end = end;
    ///          header:  if i < end { body; goto latch } else { goto after }
    ///          latch:   i += 1; goto header
    /// ```
    pub fn lower_counted(&mut self, it: ExprForLoop, head: &Expr, range: ExprRange) {
        if is_changed(&it.pat) || range.end.is_none() {
            return self.lower_counted_ahead(it, head, range);
        }
        let span = head.span();
        let counter = match is_plain_binding(&it.pat) {
            Some(local) => {
                self.declare(local);
                local
            }
            None => self.counter(TempKind::Next, head),
        };
        let end = self.start_counting(counter, head, range);
        let (header, latch) = (self.new_block(), self.new_block());
        let label = it.label.as_ref();
        self.with_loop_at((header, latch), label, Dest::Discard, |this, after| {
            this.stop_at(counter, end, after, span);
            this.lower_block(it.body, Dest::Discard);
            this.goto(latch);
            this.start_if_targeted(latch);
            this.count(counter, span);
            this.goto(header);
        });
    }

    /// The same for a loop whose variable the body may change, or that ends where the type does: it counts before its body.
    ///
    /// ```text
    /// Input:   for mut i in start..end { body }
    /// Output:  next = start; end = end;
    ///          header:  if next < end { let mut i = next; next += 1; body; goto header } else { goto after }
    /// ```
    fn lower_counted_ahead(&mut self, it: ExprForLoop, head: &Expr, range: ExprRange) {
        let span = head.span();
        let next = self.counter(TempKind::Next, head);
        let end = self.start_counting(next, head, range);
        let header = self.new_block();
        let label = it.label.as_ref();
        self.with_loop_at((header, header), label, Dest::Discard, |this, after| {
            this.push_scope(None);
            this.stop_at(next, end, after, span);
            for local in bindings(&it.pat) {
                this.declare(local);
                let pat = (*it.pat).clone();
                this.bind(pat, next, span);
            }
            this.count(next, span);
            this.lower_block(it.body, Dest::Discard);
            this.pop_scope();
            this.goto(header);
        });
    }

    /// The range, if it is one of integers and nothing but numbers comes of its pattern.
    pub fn counted(&self, pat: &Pat, head: &Expr) -> Option<ExprRange> {
        let Expr::Range(range) = unparen(head) else {
            return None;
        };
        let binds_number = matches!(pat, Pat::Wild(_)) || is_plain_binding(pat).is_some();
        let half_open = matches!(range.limits, RangeLimits::HalfOpen(_));
        let known = scalars::scalars(&self.locals);
        let counts = matches!(scalars::items_of(head, &known), Some(Scalar::Int(_)));
        (binds_number && half_open && counts).then(|| range.clone())
    }

    /// Whether syntax shows that both bounds are of one type, or of none yet.
    fn is_typed(&self, range: &ExprRange) -> bool {
        let known = scalars::scalars(&self.locals);
        let of = |bound: &Expr| scalars::of_expr(bound, &known);
        let Some(end) = &range.end else { return true };
        match (range.start.as_deref().and_then(of), of(end)) {
            (Some(Scalar::Int(Some(start))), Some(Scalar::Int(Some(end)))) => start == end,
            (Some(Scalar::Int(_)), Some(Scalar::Int(_))) => true,
            _ => false,
        }
    }

    /// Gives the counter its start, and returns the bound, which is not copied where it is a literal or a variable that
    /// cannot be assigned.
    fn start_counting(&mut self, counter: LocalId, head: &Expr, range: ExprRange) -> Option<Expr> {
        if !self.is_typed(&range) {
            return self.start_of_range(counter, head, range);
        }
        let start = range.start.expect("BUG: a loop counts from a start");
        let value = self.opaque(*start);
        self.push(Stmt::Init {
            local: counter,
            value,
        });
        let end = *range.end?;
        if self.is_constant(&end) {
            return Some(end);
        }
        let (local, value) = (self.counter(TempKind::End, head), self.opaque(end));
        self.push(Stmt::Init { local, value });
        Some(self.locals.mention_expr(local, head.span()))
    }

    /// The same where only rustc knows whether the bounds are of one type: it says so of the range.
    ///
    /// Output: `let range = start..end; counter = range.start; end = range.end;`
    fn start_of_range(&mut self, counter: LocalId, head: &Expr, range: ExprRange) -> Option<Expr> {
        let constant = range.end.filter(|end| self.is_constant(end));
        let end = match constant {
            Some(_) => None,
            None => Some(self.counter(TempKind::End, head)),
        };
        let value = self.opaque(head.clone());
        self.scoped(|this| {
            let range = this.temp(TempKind::Range, head.span());
            this.push(Stmt::Init {
                local: range,
                value,
            });
            let parts = [(Some(counter), quote!(start)), (end, quote!(end))];
            for (local, field) in parts {
                let Some(local) = local else { continue };
                let range = this.locals.mention_expr(range, head.span());
                let value = syn::parse_quote!(#range.#field);
                this.push(Stmt::Init { local, value });
            }
        });
        let end = end.map(|end| self.locals.mention_expr(end, head.span()));
        end.or(constant.map(|end| *end))
    }

    /// A local of the type of the range's items.
    fn counter(&mut self, kind: TempKind, range: &Expr) -> LocalId {
        let local = self.temp(kind, range.span());
        self.locals.get_mut(local).item_of = Some(range.clone());
        local
    }

    /// Whether a bound has the same value in each turn: a literal, a constant, or a variable that is not `mut`.
    fn is_constant(&self, bound: &Expr) -> bool {
        let known = scalars::scalars(&self.locals);
        match direct_local(bound) {
            Some(local) => {
                let decl = self.locals.get(local);
                !decl.mutable && !decl.kind.is_temp() && known[local.index()].is_some()
            }
            None => matches!(unparen(bound), Expr::Lit(_) | Expr::Path(_)),
        }
    }

    /// Goes on if `counter < end`, and to `after` if not.
    fn stop_at(&mut self, counter: LocalId, end: Option<Expr>, after: BlockId, span: Span) {
        let Some(end) = end else { return };
        let body = self.new_block();
        let span = Span::mixed_site().located_at(span);
        let counter = self.locals.mention_expr(counter, span);
        self.terminate(Terminator::If {
            cond: binary(counter, BinOp::Lt(Token![<](span)), end),
            then: body,
            otherwise: after,
        });
        self.start(body);
    }

    /// `let pat = counter;`
    fn bind(&mut self, pat: Pat, counter: LocalId, span: Span) {
        let init = self.locals.mention_expr(counter, span);
        self.push(Stmt::Let {
            attrs: Vec::new(),
            pat,
            init: Some(init),
            diverge: None,
        });
    }

    /// `counter += 1;`
    fn count(&mut self, counter: LocalId, span: Span) {
        let span = Span::mixed_site().located_at(span);
        let counter = self.locals.mention_expr(counter, span);
        let one = Expr::Lit(syn::ExprLit {
            attrs: Vec::new(),
            lit: syn::LitInt::new("1", span).into(),
        });
        let counted = binary(counter, BinOp::AddAssign(Token![+=](span)), one);
        self.push(Stmt::Eval(syn::Stmt::Expr(counted, Some(Token![;](span)))));
    }
}

/// Whether the body of a loop may change what the pattern binds.
fn is_changed(pat: &Pat) -> bool {
    matches!(pat, Pat::Ident(it) if it.mutability.is_some())
}

fn binary(left: Expr, op: BinOp, right: Expr) -> Expr {
    Expr::Binary(ExprBinary {
        attrs: Vec::new(),
        left: Box::new(left),
        op,
        right: Box::new(right),
    })
}
