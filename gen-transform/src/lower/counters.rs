//! `for` over a range of integers: a counter and a bound, as one would write them by hand.
//!
//! A range that is kept over a yield is a struct in the frame, advanced by a call; a counter is a plain value that lives
//! in a register while the generator runs, and a bound that cannot change needs no place of its own.

use super::builder::{Builder, Dest};
use crate::analyse::scalars::{self, Scalar};
use crate::ir::{Stmt, Terminator};
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
    /// Output:  next = start; end = end;
    ///          header:  if next < end { let i = next; next += 1; body; goto header } else { goto after }
    /// ```
    pub fn lower_counted(&mut self, it: ExprForLoop, head: &Expr, range: ExprRange) {
        let span = head.span();
        let (next, end) = match self.is_typed(&range) {
            true => self.start_and_bound(head, range),
            false => self.parts_of_range(head, range),
        };
        self.with_loop(it.label.as_ref(), Dest::Discard, |this, header, after| {
            this.push_scope(None);
            if let Some(end) = end {
                this.stop_at(next, end, after, span);
            }
            this.count(next, &it.pat, span);
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

    /// The counter and its bound, which is not copied where it is a literal or a variable that cannot be assigned.
    fn start_and_bound(&mut self, head: &Expr, range: ExprRange) -> (LocalId, Option<Expr>) {
        let start = range.start.expect("BUG: a loop counts from a start");
        let next = self.counter_from(TempKind::Next, head, *start);
        let end = range.end.map(|end| match self.is_constant(&end) {
            true => *end,
            false => {
                let end = self.counter_from(TempKind::End, head, *end);
                self.locals.mention_expr(end, head.span())
            }
        });
        (next, end)
    }

    fn counter_from(&mut self, kind: TempKind, range: &Expr, value: Expr) -> LocalId {
        let (local, value) = (self.counter(kind, range), self.opaque(value));
        self.push(Stmt::Init { local, value });
        local
    }

    /// The same where only rustc knows whether the bounds are of one type: it says so of the range.
    ///
    /// Output: `let range = start..end; next = range.start; end = range.end;`
    fn parts_of_range(&mut self, head: &Expr, range: ExprRange) -> (LocalId, Option<Expr>) {
        let next = self.counter(TempKind::Next, head);
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
            let parts = [(Some(next), quote!(start)), (end, quote!(end))];
            for (local, field) in parts {
                let Some(local) = local else { continue };
                let range = this.locals.mention_expr(range, head.span());
                let value = syn::parse_quote!(#range.#field);
                this.push(Stmt::Init { local, value });
            }
        });
        let end = end.map(|end| self.locals.mention_expr(end, head.span()));
        (next, end.or(constant.map(|end| *end)))
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

    /// Goes on if `next < end`, and to `after` if not.
    fn stop_at(&mut self, next: LocalId, end: Expr, after: crate::ir::BlockId, span: Span) {
        let body = self.new_block();
        let span = Span::mixed_site().located_at(span);
        let next = self.locals.mention_expr(next, span);
        self.terminate(Terminator::If {
            cond: binary(next, BinOp::Lt(Token![<](span)), end),
            then: body,
            otherwise: after,
        });
        self.start(body);
    }

    /// `let i = next; next += 1;`
    fn count(&mut self, next: LocalId, pat: &Pat, span: Span) {
        let span = Span::mixed_site().located_at(span);
        for local in bindings(pat) {
            let value = self.locals.mention_expr(next, span);
            self.declare(local);
            self.push(Stmt::Let {
                attrs: Vec::new(),
                pat: pat.clone(),
                init: Some(value),
                diverge: None,
            });
        }
        let next = self.locals.mention_expr(next, span);
        let one = Expr::Lit(syn::ExprLit {
            attrs: Vec::new(),
            lit: syn::LitInt::new("1", span).into(),
        });
        let counted = binary(next, BinOp::AddAssign(Token![+=](span)), one);
        self.push(Stmt::Eval(syn::Stmt::Expr(counted, Some(Token![;](span)))));
    }
}

fn binary(left: Expr, op: BinOp, right: Expr) -> Expr {
    Expr::Binary(ExprBinary {
        attrs: Vec::new(),
        left: Box::new(left),
        op,
        right: Box::new(right),
    })
}
