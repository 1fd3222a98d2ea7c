//! Where a loop that counts starts and ends.

use super::Counted;
use crate::analyse::scalars::{self, Scalar};
use crate::ir::Stmt;
use crate::lower::builder::Builder;
use crate::resolve::{LocalId, TempKind, direct_local};
use crate::syntax::unparen;
use proc_macro2::TokenStream;
use quote::quote;
use syn::Expr;
use syn::spanned::Spanned;

impl Builder<'_> {
    /// Evaluates both bounds, gives the counter the one where it starts, and returns the other.
    pub fn bounds(&mut self, counter: LocalId, counted: Counted) -> Bound {
        let other = match counted.down {
            true => Some(&counted.start),
            false => counted.end.as_ref(),
        };
        let constant = other.filter(|other| self.is_constant(other)).cloned();
        let bound = match (constant, other) {
            (Some(constant), _) => Bound::Constant(constant),
            (None, Some(_)) => Bound::Local(self.counter(TempKind::End, &counted.range)),
            (None, None) => Bound::None,
        };
        let kept = match bound {
            Bound::Local(local) => Some(local),
            Bound::Constant(_) | Bound::None => None,
        };
        let (start, end) = match counted.down {
            true => (kept, Some(counter)),
            false => (Some(counter), kept),
        };
        if self.is_typed(&counted) {
            self.init_of(start, counted.start);
            counted
                .end
                .into_iter()
                .for_each(|value| self.init_of(end, value));
        } else {
            self.init_of_range(start, end, counted);
        }
        bound
    }

    fn init_of(&mut self, local: Option<LocalId>, value: Expr) {
        let Some(local) = local else { return };
        let value = self.opaque(value);
        self.push(Stmt::Init { local, value });
    }

    /// The same where only rustc knows whether the bounds are of one type: it says so of the range.
    ///
    /// Output: `let range = a..b; start = range.start; end = range.end;`
    fn init_of_range(&mut self, start: Option<LocalId>, end: Option<LocalId>, counted: Counted) {
        let span = counted.range.span();
        let parts: [TokenStream; 2] = match counted.closed {
            true => [quote!(start()), quote!(end())],
            false => [quote!(start), quote!(end)],
        };
        let deref = counted.closed.then(|| quote!(*));
        self.scoped(|this| {
            let range = this.temp(TempKind::Range, span);
            this.init_of(Some(range), counted.range);
            for (local, part) in [start, end].into_iter().zip(parts) {
                let range = this.locals.mention_expr(range, span);
                this.init_of(local, syn::parse_quote!(#deref #range.#part));
            }
        });
    }

    /// A local of the type of the range's items.
    pub fn counter(&mut self, kind: TempKind, range: &Expr) -> LocalId {
        let local = self.temp(kind, range.span());
        self.locals.get_mut(local).item_of = Some(range.clone());
        local
    }

    /// Whether syntax shows that both bounds are of one type, or of none yet.
    fn is_typed(&self, counted: &Counted) -> bool {
        let known = scalars::scalars(&self.locals);
        let of = |bound: &Expr| scalars::of_expr(bound, &known);
        let Some(end) = &counted.end else { return true };
        match (of(&counted.start), of(end)) {
            (Some(Scalar::Int(Some(start))), Some(Scalar::Int(Some(end)))) => start == end,
            (Some(Scalar::Int(_)), Some(Scalar::Int(_))) => true,
            _ => false,
        }
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
}

/// Where a loop that counts ends.
#[derive(Clone)]
#[allow(clippy::large_enum_variant, reason = "one a loop")]
pub enum Bound {
    /// At a value that can be written again in each turn.
    Constant(Expr),
    /// At what this local holds.
    Local(LocalId),
    /// Nowhere.
    None,
}
