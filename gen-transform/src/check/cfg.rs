//! `#[cfg]` where the macro would have to know whether it holds.
//!
//! A macro cannot ask. A `let` that may or may not be there changes what every later mention of the name means, and the
//! fields of a literal are evaluated one by one around a yield.

use crate::errors::Errors;
use crate::input::GeneratorFn;
use crate::syntax::expr_yields;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprStruct, Local};

/// Reports each `#[cfg]` that decides what a name or an operand is.
pub fn conditional(generator: &GeneratorFn, errors: &mut Errors) {
    Conditional(errors).visit_block(&generator.body);
}

struct Conditional<'a>(&'a mut Errors);

impl Visit<'_> for Conditional<'_> {
    fn visit_local(&mut self, local: &Local) {
        if let Some(attr) = cfg(&local.attrs) {
            self.0.error_on(
                attr,
                "`#[cfg]` cannot stand on a `let` of a generator: whether the variable exists decides what its name means \
                 later; write `let x = if cfg!(..) { a } else { b };`, or put the attribute on a block",
            );
        }
        visit::visit_local(self, local);
    }
    fn visit_expr_struct(&mut self, literal: &ExprStruct) {
        let attr = literal.fields.iter().find_map(|field| cfg(&field.attrs));
        if let Some(attr) = attr.filter(|_| expr_yields(&Expr::Struct(literal.clone()))) {
            self.0.error_on(
                attr,
                "`#[cfg]` cannot stand on a field of a literal with a `yield_!` in it: yield before the literal, in a `let`",
            );
        }
        visit::visit_expr_struct(self, literal);
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}

fn cfg(attrs: &[Attribute]) -> Option<&Attribute> {
    attrs.iter().find(|attr| attr.path().is_ident("cfg"))
}
