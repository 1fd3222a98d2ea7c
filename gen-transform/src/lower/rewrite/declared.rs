//! Macros that declare variables.

use crate::lower::builder::Builder;
use crate::resolve::{DECLARES, take_declared};
use proc_macro2::Span;
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Ident, Item, Stmt};

/// Makes a `let` of each macro statement that declares variables, so that they are locals like any other.
///
/// Input: `let_pair!(a, b);` · Output: `let (a, b) = let_pair!(a, b __declares(a, b));`, which is written as
/// `{ let_pair!(a, b); (a, b) }`
pub fn declare(builder: &Builder<'_>, body: &mut Block) {
    Declare { builder }.visit_block_mut(body);
}

struct Declare<'a, 'b> {
    builder: &'a Builder<'b>,
}

impl VisitMut for Declare<'_, '_> {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        let Stmt::Macro(it) = stmt else {
            return visit_mut::visit_stmt_mut(self, stmt);
        };
        let declared = take_declared(it);
        if declared.is_empty() {
            return visit_mut::visit_stmt_mut(self, stmt);
        }
        let locals = &self.builder.locals;
        let bindings = declared.iter().map(|local| locals.binding(*local));
        let bindings: Vec<Ident> = bindings.collect();
        // Inside, the names are the macro's.
        let values = declared.iter().map(|local| &locals.get(*local).ident);
        let marker = Ident::new(DECLARES, Span::mixed_site());
        it.mac.tokens.extend(quote!(#marker(#(#values,)*)));
        let (attrs, mac) = (&it.attrs, &it.mac);
        *stmt = syn::parse_quote!(let (#(#bindings,)*) = #(#attrs)* #mac;);
    }
    fn visit_item_mut(&mut self, _: &mut Item) {}
}
