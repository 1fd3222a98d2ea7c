//! Tuples that are only used field by field become one local a field.
//!
//! A field can then be moved out while the others live on over a yield. (Structs are left whole: one with a `Drop` of its
//! own must not be taken apart, and syntax does not show which have one.)

use super::formatted::{each_mention, replace_fields};
use crate::analyse::types::is_constructor;
use crate::lower::builder::{Builder, Dest};
use crate::lower::temporaries::is_without_temporaries;
use crate::resolve::{
    LocalDecl, LocalId, LocalKind, TempKind, decode, direct_local, is_plain_binding,
};
use crate::syntax::{stmt_yields, unparen};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Index, Local, Macro, Member, Stmt};

/// The fields of each tuple that has been taken apart.
pub type Fields = BTreeMap<LocalId, Vec<LocalId>>;

/// Takes apart the tuples in `body`: rewrites the mentions, returns the fields.
///
/// Input: `let t = (a, b); f(t.0); g(&t.1)` · Output: `t_0`, `t_1` as locals, `f(t_0); g(&t_1)`
pub fn take_apart(builder: &mut Builder<'_>, body: &mut Block) -> Fields {
    let mut candidates = Candidates::default();
    candidates.visit_block(body);
    let mut fields = Fields::new();
    for (local, elements) in candidates.tuples {
        if !candidates.whole.contains(&local) {
            let parts = elements
                .iter()
                .enumerate()
                .map(|(index, element)| part(builder, local, index, element));
            fields.insert(local, parts.collect());
        }
    }
    if !fields.is_empty() {
        Mentions {
            builder,
            fields: &fields,
        }
        .visit_block_mut(body);
    }
    fields
}

fn part(builder: &mut Builder<'_>, tuple: LocalId, index: usize, element: &Expr) -> LocalId {
    let decl = builder.locals.get(tuple).clone();
    builder.locals.add(LocalDecl {
        ident: decl.part_ident(&index.to_string()),
        kind: LocalKind::Temp(TempKind::Field),
        init: Some(element.clone()),
        ..decl
    })
}

#[derive(Default)]
struct Candidates {
    tuples: BTreeMap<LocalId, Vec<Expr>>,
    /// Locals that are mentioned as a whole somewhere.
    whole: BTreeSet<LocalId>,
}

impl Candidates {
    fn declared(&mut self, local: &Local) {
        if let (Some(id), Some(init)) = (is_plain_binding(&local.pat), &local.init)
            && let Expr::Tuple(tuple) = &*init.expr
            && matches!(local.pat, syn::Pat::Ident(_))
            && !tuple.elems.is_empty()
        {
            self.tuples
                .insert(id, tuple.elems.iter().cloned().collect());
        }
    }
}

impl Visit<'_> for Candidates {
    /// A tuple that no yield follows in its block is an ordinary variable.
    fn visit_block(&mut self, block: &Block) {
        let last = block.stmts.iter().rposition(stmt_yields);
        let until = last.map_or(0, |last| last + 1);
        for stmt in &block.stmts[..until] {
            if let Stmt::Local(local) = stmt {
                self.declared(local);
            }
        }
        visit::visit_block(self, block);
    }
    fn visit_expr_field(&mut self, field: &syn::ExprField) {
        let direct = matches!(
            (&*field.base, &field.member),
            (Expr::Path(_), Member::Unnamed(_))
        );
        if !direct {
            visit::visit_expr_field(self, field);
        }
    }
    fn visit_ident(&mut self, ident: &syn::Ident) {
        if let Some(name) = decode(ident)
            && name.mention.is_some()
        {
            self.whole.insert(name.local);
        }
    }
    fn visit_macro(&mut self, mac: &Macro) {
        if !crate::syntax::each_macro_arg(mac, &mut |arg| self.visit_expr(arg)) {
            each_mention(mac, &mut |name, field| {
                if name.mention.is_some() && !matches!(field, Some(Member::Unnamed(_))) {
                    self.whole.insert(name.local);
                }
            });
        }
    }
}

struct Mentions<'a, 'b> {
    builder: &'a mut Builder<'b>,
    fields: &'a Fields,
}

impl VisitMut for Mentions<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Field(field) = expr
            && let (Expr::Path(base), Member::Unnamed(index)) = (&*field.base, &field.member)
            && let Some(name) = base.path.get_ident().and_then(decode)
            && let Some(part) = self
                .fields
                .get(&name.local)
                .and_then(|parts| parts.get(index.index as usize))
        {
            *expr = self.builder.locals.mention_expr(*part, field.span());
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if !crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr)) {
            replace_fields(mac, &mut |local, member, span| {
                let Member::Unnamed(index) = member else {
                    return None;
                };
                let part = self.fields.get(&local)?.get(index.index as usize)?;
                Some(self.builder.locals.mention(*part, span).into_token_stream())
            });
        }
    }
}

impl Builder<'_> {
    /// `let t = (a, b);` of a tuple that has been taken apart; whether it was one.
    ///
    /// The fields are declared last first, so that they are dropped first first, as a tuple drops them.
    pub fn lower_tuple_parts(&mut self, local: &Local) -> bool {
        let Some(parts) = is_plain_binding(&local.pat)
            .and_then(|id| self.tuples.get(&id))
            .cloned()
        else {
            return false;
        };
        let Some(init) = &local.init else {
            return false;
        };
        let init = self.extend_temporaries((*init.expr).clone(), &local.pat);
        for part in parts.iter().rev() {
            self.declare(*part);
        }
        self.scoped(|this| {
            // What has been evaluated before a yield in a later field is pending until all of them are there.
            let Expr::Tuple(tuple) = this.reduce(init) else {
                return;
            };
            let mut earlier = tuple.elems.iter().rev().skip(1);
            let at_once =
                earlier.any(|element| !is_without_temporaries(element)) || is_left_by_panic(&tuple);
            if at_once {
                return this.bind_parts(&parts, tuple);
            }
            for (part, element) in parts.iter().zip(tuple.elems) {
                this.lower_into(element, Dest::Local(*part));
            }
        });
        true
    }

    /// All fields in one statement, at whose end the temporaries of all of them are dropped, and out of which a panic drops them
    /// last one first.
    ///
    /// Output: `let value = (a(), b()); let t_0 = value.0; let t_1 = value.1;`
    fn bind_parts(&mut self, parts: &[LocalId], tuple: syn::ExprTuple) {
        let span = tuple.span();
        let whole = self.value_in_temp(Expr::Tuple(tuple), TempKind::Value);
        let Some(whole) = direct_local(&whole) else {
            return;
        };
        for (index, part) in parts.iter().enumerate() {
            let (whole, index) = (self.locals.mention_expr(whole, span), Index::from(index));
            self.assign(Dest::Local(*part), syn::parse_quote!(#whole.#index));
        }
    }
}

/// Whether several fields may be there when the evaluation of a later one panics.
fn is_left_by_panic(tuple: &syn::ExprTuple) -> bool {
    let values = |element: &&Expr| !matches!(element, Expr::Lit(_));
    let mut later = tuple.elems.iter().filter(values).skip(2);
    later.any(|element| !is_infallible(element))
}

/// Whether the evaluation certainly does not panic.
fn is_infallible(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Lit(_) | Expr::Path(_) | Expr::Closure(_) => true,
        Expr::Reference(it) => is_infallible(&it.expr),
        Expr::Tuple(it) => it.elems.iter().all(is_infallible),
        Expr::Array(it) => it.elems.iter().all(is_infallible),
        Expr::Call(it) => is_constructor(&it.func) && it.args.iter().all(is_infallible),
        _ => false,
    }
}
