//! Assignments with a yield in them: the right side is evaluated first, then the place.

use super::builder::{Builder, Dest};
use super::exprs::take;
use crate::resolve::{LocalKind, TempKind, direct_local};
use crate::syntax::{expr_yields, is_destructuring};
use syn::spanned::Spanned;
use syn::{Expr, ExprAssign, ExprBinary};

impl Builder<'_> {
    /// `place = value`
    ///
    /// Input: `a[i()] = v()` with yields · Output: `let value = v(); let operand = i(); a[operand] = value`
    pub fn lower_assign(&mut self, mut it: ExprAssign) {
        self.scoped(|this| {
            let value = take(&mut it.right);
            let value = this.right_side(value, expr_yields(&it.left));
            *it.right = match is_destructuring(&it) {
                true => this.left_out_first(value),
                false => value,
            };
            let place = take(&mut it.left);
            *it.left = this.reduce(place);
            this.coerced(&it);
            let whole = direct_local(&it.left);
            this.assign(Dest::Discard, Expr::Assign(it));
            let left_in = whole.filter(|local| this.long_lived.is_left_in(*local));
            left_in
                .into_iter()
                .for_each(|local| this.assigned_anew(local));
        });
    }

    /// The value of branches or of a loop is expected to have the type that is written of the variable.
    fn coerced(&mut self, it: &ExprAssign) {
        let (target, value) = (direct_local(&it.left), direct_local(&it.right));
        let (Some(target), Some(value)) = (target, value) else {
            return;
        };
        let ty = self.locals.get(target).ty.clone();
        let decl = self.locals.get_mut(value);
        if decl.kind == LocalKind::Temp(TempKind::Value) {
            decl.ty = ty;
        }
    }

    /// What the left side leaves out of a value is dropped before anything is assigned, though the value is in a temporary by
    /// now.
    ///
    /// Input: `(x, ..) = value` · Output: `(x, ..) = { value }`
    fn left_out_first(&self, value: Expr) -> Expr {
        let is_temp =
            direct_local(&value).is_some_and(|local| self.locals.get(local).kind.is_temp());
        match is_temp {
            true => syn::parse_quote_spanned!(value.span()=> { #value }),
            false => value,
        }
    }

    /// `place += value`
    pub fn lower_compound_assign(&mut self, mut it: ExprBinary) {
        self.scoped(|this| {
            let value = take(&mut it.right);
            *it.right = this.right_side(value, true);
            let place = take(&mut it.left);
            *it.left = this.reduce(place);
            this.assign(Dest::Discard, Expr::Binary(it));
        });
    }

    fn right_side(&mut self, value: Expr, kept: bool) -> Expr {
        if kept && !matches!(value, Expr::Lit(_)) {
            self.value_in_temp(value, TempKind::Value)
        } else {
            self.reduce(value)
        }
    }
}
