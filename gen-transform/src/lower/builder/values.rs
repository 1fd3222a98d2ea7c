//! Where values go.

use super::Builder;
use crate::ir::Stmt;
use crate::resolve::LocalId;
use proc_macro2::Span;
use syn::Expr;

/// Where the value of an expression goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dest {
    /// Nowhere: it is dropped.
    Discard,
    /// Into a declared local.
    Local(LocalId),
}

impl Builder<'_> {
    /// Gives a yield-free value to `dest`.
    pub fn assign(&mut self, dest: Dest, value: Expr) {
        let value = self.opaque(value);
        match dest {
            Dest::Local(local) => self.push(Stmt::Init { local, value }),
            Dest::Discard => {
                self.push(Stmt::Eval(syn::Stmt::Expr(value, Some(Default::default()))))
            }
        }
    }

    /// Gives `()` to `dest`.
    pub fn assign_unit(&mut self, dest: Dest) {
        self.assign_unit_at(dest, Span::call_site());
    }

    /// Gives `()` to `dest`: that of a block which has no value at its end and so stands for it in messages.
    pub fn assign_unit_at(&mut self, dest: Dest, span: Span) {
        if let Dest::Local(local) = dest {
            let value = Expr::Tuple(syn::ExprTuple {
                attrs: Vec::new(),
                paren_token: syn::token::Paren(span),
                elems: Default::default(),
            });
            self.push(Stmt::Init { local, value });
        }
    }
}
