//! Comparing a counter with its bound, and counting.

use super::bounds::Bound;
use crate::ir::{BlockId, Stmt, Terminator};
use crate::lower::builder::Builder;
use crate::resolve::{LocalId, direct_local};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprBinary, Pat, Token};

impl Builder<'_> {
    /// Goes on if the condition holds, and to `after` if not.
    pub fn go_on_if(&mut self, order: Order, after: BlockId) {
        let body = self.new_block();
        let cond = self.compare(order);
        self.terminate(Terminator::If {
            cond,
            then: body,
            otherwise: after,
        });
        self.start(body);
    }

    fn compare(&mut self, order: Order) -> Expr {
        let span = Span::mixed_site().located_at(order.span);
        let counter = self.locals.mention_expr(order.counter, span);
        let bound = match order.bound {
            Bound::Local(local) => self.locals.mention_expr(local, span),
            Bound::Constant(bound) => match direct_local(&bound) {
                Some(local) => self.locals.mention_expr(local, bound.span()),
                None => bound,
            },
            Bound::None => unreachable!("BUG: a range without an end is not compared"),
        };
        let op = match order.or_equal {
            true => BinOp::Le(Token![<=](span)),
            false => BinOp::Lt(Token![<](span)),
        };
        match order.down {
            true => binary(bound, op, counter),
            false => binary(counter, op, bound),
        }
    }

    /// `let pat = counter;`
    pub fn bind(&mut self, pat: Pat, counter: LocalId, span: Span) {
        let init = self.locals.mention_expr(counter, span);
        self.push(Stmt::Let {
            attrs: Vec::new(),
            pat,
            init: Some(init),
            diverge: None,
        });
    }

    /// `counter += 1;` or `counter -= 1;`
    pub fn count(&mut self, counter: LocalId, down: bool, span: Span) {
        let span = Span::mixed_site().located_at(span);
        let counter = self.locals.mention_expr(counter, span);
        let one = Expr::Lit(syn::ExprLit {
            attrs: Vec::new(),
            lit: syn::LitInt::new("1", span).into(),
        });
        let op = match down {
            true => BinOp::SubAssign(Token![-=](span)),
            false => BinOp::AddAssign(Token![+=](span)),
        };
        let counted = binary(counter, op, one);
        self.push(Stmt::Eval(syn::Stmt::Expr(counted, Some(Token![;](span)))));
    }
}

/// That the counter has not come to its bound.
#[derive(Clone)]
pub struct Order {
    counter: LocalId,
    bound: Bound,
    down: bool,
    or_equal: bool,
    span: Span,
}

impl Order {
    /// `counter < bound`
    pub fn up(counter: LocalId, bound: Bound, span: Span) -> Order {
        Order {
            counter,
            bound,
            down: false,
            or_equal: false,
            span,
        }
    }

    /// `bound < counter`, if the counter goes down.
    pub fn turned(self, down: bool) -> Order {
        Order { down, ..self }
    }

    /// `counter <= bound`
    pub fn or_equal(self) -> Order {
        Order {
            or_equal: true,
            ..self
        }
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
