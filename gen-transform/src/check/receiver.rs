//! What a method may do to `self`.

use super::walk::Walker;
use crate::syntax::{is_compound, unparen};
use syn::{Expr, Member};

impl Walker<'_> {
    /// `self.n = 1`, `self.n += 1` where `self` is `&self`.
    pub fn assigned_through_self(&mut self, expr: &Expr) {
        let place = match expr {
            Expr::Assign(it) => &it.left,
            Expr::Binary(it) if is_compound(&it.op) => &it.left,
            _ => return,
        };
        let Some(field) = field_of_self(place).filter(|_| self.has_shared_self()) else {
            return;
        };
        self.errors.error_on(
            place,
            format!(
                "`self.{field}` cannot be changed through `&self`: take `&mut self`, or count in a variable of the generator \
                 (`let mut {field} = self.{field};`)"
            ),
        );
    }

    fn has_shared_self(&self) -> bool {
        let mut receivers = self.generator.params.iter();
        let receiver = receivers.find_map(|param| param.receiver.as_ref());
        receiver.is_some_and(|it| {
            it.reference.is_some() && it.mutability.is_none() && it.colon_token.is_none()
        })
    }
}

/// The name of the field, where a place is one of `self` itself.
fn field_of_self(place: &Expr) -> Option<String> {
    match unparen(place) {
        Expr::Field(it) if is_self(&it.base) => match &it.member {
            Member::Named(name) => Some(name.to_string()),
            Member::Unnamed(_) => None,
        },
        _ => None,
    }
}

fn is_self(expr: &Expr) -> bool {
    matches!(unparen(expr), Expr::Path(it) if it.path.is_ident("self"))
}
