//! What never has a value, by its name: macros that panic, functions that do not return.

use crate::emit::spans::at;
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{Expr, ExprMacro, StmtMacro};

/// An expression of which the type tells that it never has a value. There is no code behind it, so a macro of the user's that has
/// such a name and returns must not compile.
///
/// Input: `panic!("..")` · Output: `match panic!("..") { ref never => never_returns(never) }`
pub fn certain(expr: &Expr) -> Expr {
    let span = at(expr.span());
    let certain = quote_spanned!(span=> match #expr { ref never => ::gen_core::__private::never_returns(never) });
    syn::parse_quote!(#certain)
}

/// A statement as an expression, without its attributes.
pub fn expr(stmt: &StmtMacro) -> Expr {
    Expr::Macro(ExprMacro {
        attrs: Vec::new(),
        mac: stmt.mac.clone(),
    })
}
