//! Where values go.

use super::Builder;
use crate::ir::Stmt;
use crate::resolve::LocalId;
use crate::syntax::filled;
use proc_macro2::{Ident, Span};
use syn::{Expr, Type};

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
            let value = self.returned_nothing(local).unwrap_or_else(|| unit(span));
            self.push(Stmt::Init { local, value });
        }
    }

    /// What stands for `()` as the return value where that is declared to be something else: in the plain body rustc says
    /// so, and here nothing. Where it is another name of `()`, the type decides.
    fn returned_nothing(&self, local: LocalId) -> Option<Expr> {
        let ty = self.generator.output.ret.as_ref()?;
        (Some(local) == self.ret && !is_unit(ty)).then(
            || syn::parse_quote!((&&::gen_core::__private::Probe::<#ty>::unknown()).no_value()),
        )
    }

    /// The value of a `return`, as the plain body has it: of a wrong one rustc says the same in both, and says it once.
    ///
    /// Output: `{ let value: T = { value }; value }`
    pub fn returned(&self, value: &Expr) -> Expr {
        match &self.generator.output.ret {
            Some(ty) if self.ret.is_some() => returned(ty, value),
            _ => value.clone(),
        }
    }
}

fn unit(span: Span) -> Expr {
    Expr::Tuple(syn::ExprTuple {
        attrs: Vec::new(),
        paren_token: syn::token::Paren(span),
        elems: Default::default(),
    })
}

fn is_unit(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(it) if it.elems.is_empty())
}

/// Output: `{ let value: T = { value }; value }`
pub fn returned(ty: &Type, value: &Expr) -> Expr {
    let name = Ident::new("value", Span::mixed_site());
    filled(
        syn::parse_quote!({ let #name: #ty = { __hole }; #name }),
        value,
    )
}
