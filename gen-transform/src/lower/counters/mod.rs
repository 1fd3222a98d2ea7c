//! `for` over a range of integers: a variable that counts, as one would write it by hand.
//!
//! A range that is kept over a yield is a struct in the frame, advanced by a call. A variable that counts is a plain value
//! that lives in a register while the generator runs; it is the user's own where the body cannot change it, and a bound
//! that cannot change needs no place of its own.

mod bounds;
mod steps;

use crate::analyse::scalars::{self, Scalar};
use crate::lower::builder::{Builder, Dest};
use crate::resolve::{LocalId, TempKind, bindings, is_plain_binding};
use crate::syntax::unparen;
use steps::Order;
use syn::spanned::Spanned;
use syn::{Expr, ExprForLoop, Pat, RangeLimits};

/// A range that a loop counts through.
pub struct Counted {
    start: Expr,
    end: Option<Expr>,
    /// Whether the end is counted, too.
    closed: bool,
    /// Whether the loop starts at the end: `(start..end).rev()`.
    down: bool,
    /// The range as written.
    range: Expr,
}

impl Builder<'_> {
    /// The range that a loop with this head counts through, if it is one of integers and its pattern binds one.
    pub fn counted(&self, pat: &Pat, head: &Expr) -> Option<Counted> {
        let (range, down) = match unparen(head) {
            Expr::MethodCall(it) if it.method == "rev" && it.args.is_empty() => {
                (unparen(&it.receiver), true)
            }
            range => (range, false),
        };
        let Expr::Range(it) = range else { return None };
        let known = scalars::scalars(&self.locals);
        let counts = matches!(scalars::items_of(range, &known), Some(Scalar::Int(_)));
        let binds_number = matches!(pat, Pat::Wild(_)) || is_plain_binding(pat).is_some();
        let closed = matches!(it.limits, RangeLimits::Closed(_));
        // One that starts as a plain number may be counted ahead of the body, see `lower_counted_ahead`.
        let plain = !closed && !down;
        let ahead = is_changed(pat) || it.end.is_none();
        (counts && binds_number && (plain || !ahead)).then_some(Counted {
            start: (**it.start.as_ref()?).clone(),
            end: it.end.as_deref().cloned(),
            closed,
            down,
            range: range.clone(),
        })
    }

    /// Lowers a loop that counts.
    pub fn lower_counted(&mut self, it: ExprForLoop, counted: Counted) {
        if is_changed(&it.pat) || counted.end.is_none() {
            return self.lower_counted_ahead(it, counted);
        }
        let counter = match is_plain_binding(&it.pat) {
            Some(local) => {
                self.declare(local);
                local
            }
            None => self.counter(TempKind::Next, &counted.range),
        };
        match (counted.closed, counted.down) {
            (true, _) => self.lower_closed(it, counter, counted),
            (false, true) => self.lower_down(it, counter, counted),
            (false, false) => self.lower_up(it, counter, counted),
        }
    }

    /// ```text
    /// Input:   for i in start..end { body }
    /// Output:  i = start; end = end;
    ///          header:  if i < end { body; goto latch } else { goto after }
    ///          latch:   i += 1; goto header
    /// ```
    fn lower_up(&mut self, it: ExprForLoop, counter: LocalId, counted: Counted) {
        let span = counted.range.span();
        let bound = self.bounds(counter, counted);
        let (header, latch) = (self.new_block(), self.new_block());
        let label = it.label.as_ref();
        self.with_loop_at((header, latch), label, Dest::Discard, |this, after| {
            this.go_on_if(Order::up(counter, bound, span), after);
            this.lower_block(it.body, Dest::Discard);
            this.goto(latch);
            this.start_if_targeted(latch);
            this.count(counter, false, span);
            this.goto(header);
        });
    }

    /// ```text
    /// Input:   for i in (start..end).rev() { body }
    /// Output:  start = start; i = end;
    ///          header:  if start < i { i -= 1; body; goto header } else { goto after }
    /// ```
    fn lower_down(&mut self, it: ExprForLoop, counter: LocalId, counted: Counted) {
        let span = counted.range.span();
        let bound = self.bounds(counter, counted);
        let header = self.new_block();
        let label = it.label.as_ref();
        self.with_loop_at((header, header), label, Dest::Discard, |this, after| {
            this.go_on_if(Order::up(counter, bound, span).turned(true), after);
            this.count(counter, true, span);
            this.lower_block(it.body, Dest::Discard);
            this.goto(header);
        });
    }

    /// The last number may be that of the type: it is compared before it is counted.
    ///
    /// ```text
    /// Input:   for i in start..=end { body }
    /// Output:  i = start; end = end;
    ///          if i <= end { goto header } else { goto after }
    ///          header:  body; goto latch
    ///          latch:   if i < end { i += 1; goto header } else { goto after }
    /// ```
    fn lower_closed(&mut self, it: ExprForLoop, counter: LocalId, counted: Counted) {
        let (span, down) = (counted.range.span(), counted.down);
        let bound = self.bounds(counter, counted);
        let order = Order::up(counter, bound, span).turned(down);
        let (start, header, latch) = (self.new_block(), self.new_block(), self.new_block());
        let label = it.label.as_ref();
        self.with_loop_at((start, latch), label, Dest::Discard, |this, after| {
            this.go_on_if(order.clone().or_equal(), after);
            this.goto(header);
            this.start(header);
            this.lower_block(it.body, Dest::Discard);
            this.goto(latch);
            this.start_if_targeted(latch);
            if this.reachable() {
                this.go_on_if(order, after);
                this.count(counter, down, span);
            }
            this.goto(header);
        });
    }

    /// A loop whose variable the body may change, or that ends where the type does, counts before its body.
    ///
    /// ```text
    /// Input:   for mut i in start..end { body }
    /// Output:  next = start; end = end;
    ///          header:  if next < end { let mut i = next; next += 1; body; goto header } else { goto after }
    /// ```
    fn lower_counted_ahead(&mut self, it: ExprForLoop, counted: Counted) {
        let (span, ends) = (counted.range.span(), counted.end.is_some());
        let next = self.counter(TempKind::Next, &counted.range);
        let bound = self.bounds(next, counted);
        let header = self.new_block();
        let label = it.label.as_ref();
        self.with_loop_at((header, header), label, Dest::Discard, |this, after| {
            this.push_scope(None);
            if ends {
                this.go_on_if(Order::up(next, bound, span), after);
            }
            for local in bindings(&it.pat) {
                this.declare(local);
                let pat = (*it.pat).clone();
                this.bind(pat, next, span);
            }
            this.count(next, false, span);
            this.lower_block(it.body, Dest::Discard);
            this.pop_scope();
            this.goto(header);
        });
    }
}

/// Whether the body of a loop may change what the pattern binds.
fn is_changed(pat: &Pat) -> bool {
    matches!(pat, Pat::Ident(it) if it.mutability.is_some())
}
