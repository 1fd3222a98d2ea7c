//! Assignments: to slots that may be empty, and to several places at once.

use super::Rewrite;
use crate::analyse::Storage;
use crate::lower::is_without_temporaries;
use crate::resolve::{LocalId, direct_mention};
use crate::syntax::{is_destructuring, visit_targets};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprAssign};

impl Rewrite<'_, '_> {
    /// An assignment, if it becomes another expression.
    ///
    /// Input: `x = value` · Output: `*x = value` (in place), `*x_slot = Some(value)` (where `x` may be empty)
    pub fn assignment(&mut self, it: &mut ExprAssign) -> Option<Expr> {
        if is_destructuring(it) {
            let mut assigned = destructured(it);
            self.visit_expr_mut(&mut assigned);
            return Some(assigned);
        }
        let ends = is_without_temporaries(&it.right);
        self.visit_expr_mut(&mut it.right);
        let Some(local) = self.uninit_target(&it.left) else {
            self.visit_expr_mut(&mut it.left);
            return None;
        };
        let value = match ends {
            true => self.cx.annotated(local, (*it.right).clone()),
            false => self.cx.expected(local, (*it.right).clone()),
        };
        let put = match ends {
            true => self.cx.put(local, &quote!(#value)),
            false => self.cx.replace(local, &value),
        };
        Some(syn::parse_quote!(#put))
    }

    /// The local of an assignment to a slot that may be empty.
    fn uninit_target(&self, target: &Expr) -> Option<LocalId> {
        let name = direct_mention(target)?;
        let plain = self.access.plain.contains(&name.local);
        let surely = name
            .mention
            .is_some_and(|mention| self.cx.layout.surely_init.contains(mention.index()));
        let empty = match self.cx.layout.storage(name.local) {
            Storage::Slot { .. } => !surely || self.access.inline.contains(&name.local),
            // Where its type has no drop, a suspension has not kept it.
            Storage::Kept => true,
            Storage::Unused | Storage::Block | Storage::Scalar { .. } | Storage::Bare => false,
        };
        (empty && !plain).then_some(name.local)
    }
}

/// A destructuring assignment as what Rust defines it to be: a `let` and one assignment after the other.
///
/// Input: `(a, s.b) = value` · Output: `{ let (part0, part1) = value; a = part0; s.b = part1; }`
fn destructured(it: &ExprAssign) -> Expr {
    let (mut pattern, value) = ((*it.left).clone(), &it.right);
    let mut assigned = TokenStream::new();
    let mut count = 0usize;
    visit_targets(&mut pattern, &mut |target| {
        let part = format_ident!("part{}", count, span = Span::mixed_site());
        count += 1;
        let place = std::mem::replace(target, syn::parse_quote!(#part));
        assigned.extend(quote!(#place = #part;));
    });
    syn::parse_quote!({ let #pattern = #value; #assigned })
}
