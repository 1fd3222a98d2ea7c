//! Assignments: to slots that may be empty, and to several places at once.

use super::Rewrite;
use crate::analyse::Storage;
use crate::resolve::{LocalId, direct_mention};
use proc_macro2::{Ident, Span};
use quote::{format_ident, quote};
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprAssign};

impl Rewrite<'_, '_> {
    /// An assignment, if it becomes another expression.
    ///
    /// Input: `x = value` · Output: `*x = value` (in place), `*x_slot = Some(value)` (where `x` may be empty)
    pub fn assignment(&mut self, it: &mut ExprAssign) -> Option<Expr> {
        if is_destructuring(&it.left) {
            let mut assigned = destructured(it);
            self.visit_expr_mut(&mut assigned);
            return Some(assigned);
        }
        self.visit_expr_mut(&mut it.right);
        let Some(local) = self.uninit_target(&it.left) else {
            self.visit_expr_mut(&mut it.left);
            return None;
        };
        let value = &it.right;
        let put = self.cx.put(local, &quote!(#value));
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

fn is_destructuring(target: &Expr) -> bool {
    match target {
        Expr::Tuple(_) | Expr::Array(_) | Expr::Struct(_) => true,
        // `Some(x) = value`; whatever else is called is no pattern, which rustc will say.
        Expr::Call(it) => matches!(*it.func, Expr::Path(_)),
        _ => false,
    }
}

/// A destructuring assignment as what Rust defines it to be: a `let` and one assignment after the other.
///
/// Input: `(a, s.b) = value` · Output: `{ let (part0, part1) = value; a = part0; s.b = part1; }`
fn destructured(it: &ExprAssign) -> Expr {
    let (mut pattern, value) = ((*it.left).clone(), &it.right);
    let mut targets = Targets(Vec::new());
    targets.visit_expr_mut(&mut pattern);
    let assigned = targets.0.iter().enumerate().map(|(index, target)| {
        let part = part_ident(index);
        quote!(#target = #part;)
    });
    syn::parse_quote!({ let #pattern = #value; #(#assigned)* })
}

/// The places that a destructuring assignment assigns to, cut out of it.
struct Targets(Vec<Expr>);

impl VisitMut for Targets {
    fn visit_expr_mut(&mut self, target: &mut Expr) {
        let mut visit = |elem: &mut Expr| self.visit_expr_mut(elem);
        match target {
            Expr::Tuple(it) => it.elems.iter_mut().for_each(visit),
            Expr::Array(it) => it.elems.iter_mut().for_each(visit),
            Expr::Call(it) if matches!(*it.func, Expr::Path(_)) => {
                it.args.iter_mut().for_each(visit)
            }
            Expr::Struct(it) => it
                .fields
                .iter_mut()
                .for_each(|field| visit(&mut field.expr)),
            Expr::Infer(_) | Expr::Range(_) => {}
            place => {
                let part = part_ident(self.0.len());
                self.0
                    .push(std::mem::replace(place, syn::parse_quote!(#part)));
            }
        }
    }
}

fn part_ident(index: usize) -> Ident {
    format_ident!("part{}", index, span = Span::mixed_site())
}
