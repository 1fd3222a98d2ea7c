//! Where values go.

use super::Builder;
use crate::ir::Stmt;
use crate::resolve::LocalId;
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
        if let Dest::Local(local) = dest {
            self.push(Stmt::Init {
                local,
                value: syn::parse_quote!(()),
            });
        }
    }
}
