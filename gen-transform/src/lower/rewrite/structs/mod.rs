//! Structs of which a field is moved become one local a field.
//!
//! rustc knows of each field whether it has been moved out; a frame knows it of locals. So where a field of a struct is moved
//! and its fields are known, the struct is taken apart in front of that statement, and each field goes its own way over the
//! yields that follow. A type with a `Drop` of its own cannot be taken apart; that syntax does not show, so rustc is
//! asked (`gen_core::__private::Whole`).

mod borrowed;
mod literal;
mod mentions;
mod parts;
mod updates;

pub use borrowed::moved_beside_borrowed;
pub use updates::spell_out as spell_out_updates;

use super::uses::{FieldUse, Uses};
use crate::lower::builder::Builder;
use crate::resolve::{LocalId, LocalKind, Locals, bindings, decode, visit_idents};
use crate::syntax::{member_name, stmt_yields};
use literal::{Field, Literal};
use mentions::{Mentions, pattern_fields};
use parts::Parts;
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, ExprForLoop, Stmt};

/// Takes apart the structs in `body`.
///
/// Input: `let p = P { a, b }; drop(p.a); yield_!(p.b);` ·
/// Output: `let p = P { a, b }; let P { a: p_a, b: p_b } = Whole(p).apart(); drop(p_a); yield_!(p_b);`
pub fn take_apart(builder: &mut Builder<'_>, body: &mut Block, params: &[LocalId]) {
    borrowed::name_literals(builder, body);
    let mut blocks = Blocks { builder };
    for param in params {
        if let Some(tuple) = Literal::of_local(*param, &blocks.builder.locals) {
            blocks.split(&tuple, &mut body.stmts, 0);
        }
    }
    blocks.visit_block_mut(body);
}

struct Blocks<'a, 'b> {
    builder: &'a mut Builder<'b>,
}

impl VisitMut for Blocks<'_, '_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let mut index = 0;
        while index < block.stmts.len() {
            if let Some(literal) = Literal::of(&block.stmts[index], &self.builder.locals) {
                self.split(&literal, &mut block.stmts, index + 1);
            }
            index += 1;
        }
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_expr_for_loop_mut(&mut self, it: &mut ExprForLoop) {
        if let Some(item) = Literal::of_item(it, &self.builder.locals) {
            self.split(&item, &mut it.body.stmts, 0);
        }
        visit_mut::visit_expr_for_loop_mut(self, it);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
}

impl Blocks<'_, '_> {
    /// Takes `literal` apart in front of the first of `stmts` that moves a field, if there is one and all the rest can
    /// do with the fields; and its fields in the same way.
    fn split(&mut self, literal: &Literal, stmts: &mut Vec<Stmt>, from: usize) {
        let Some((at, span)) = self.place(literal, &stmts[from..]) else {
            return;
        };
        let mut rest = stmts.split_off(from + at);
        let parts = Parts::declare(literal, self.builder);
        stmts.push(parts.stmt(self.builder, span));
        stmts.append(Mentions::new(self.builder, &parts).replace(&mut rest));
        for part in parts.locals() {
            if let Some(inner) = Literal::of_local(part, &self.builder.locals) {
                self.split(&inner, stmts, from + at + 1);
            }
        }
    }

    /// The statement of `rest` in front of which `literal` has to be taken apart, and what moves a field there.
    fn place(&self, literal: &Literal, rest: &[Stmt]) -> Option<(usize, Span)> {
        let is_part = matches!(
            self.builder.locals.get(literal.local).kind,
            LocalKind::Part(_)
        );
        // A part has the scope of the whole, and a yield in it.
        if !is_part && !rest.iter().any(stmt_yields) {
            return None;
        }
        let uses = rest.iter().map(|stmt| Uses::of(literal.local, stmt));
        let mut uses: Vec<Uses> = uses.collect();
        note_opened(literal, rest, &mut uses);
        let moves = moves(literal, &uses, &self.builder.locals);
        let (first, span) = moves.first().map(|(at, use_)| (*at, use_.span))?;
        let after = &uses[first..];
        // A tuple that is declared and of which only the fields are named is a matter of `tuples`.
        let inner = moves.iter().any(|(_, use_)| use_.path.len() > 1);
        let by_type = |(_, field): &(String, Field)| matches!(field, Field::Type(_));
        let declared = literal.path.is_none() && !literal.fields.iter().any(by_type);
        let named = uses[..first].iter().any(|uses| uses.whole);
        let taken = named || after.iter().any(|uses| uses.taken || uses.replaced);
        let only_fields = declared && !is_part && !inner && !taken;
        let by_field = !only_fields && !after.iter().any(|uses| uses.whole);
        by_field.then_some((first, span))
    }
}

/// Adds to `uses` what a pattern moves that leaves other fields behind for the statements that follow. Where the whole gets another
/// value, that is what may be used there.
///
/// Input: `let (a, _) = t; f(&t.1)`: `t.0`
fn note_opened(literal: &Literal, stmts: &[Stmt], uses: &mut [Uses]) {
    if uses.iter().any(|uses| uses.replaced) {
        return;
    }
    let names = |stmt: &Stmt| {
        let mut found = false;
        visit_idents(stmt.to_token_stream(), &mut |ident| {
            found |= decode(ident).is_some_and(|name| name.local == literal.local);
        });
        found
    };
    for at in 0..uses.len() {
        if uses[at].opened.is_empty() || !stmts[at + 1..].iter().any(names) {
            continue;
        }
        for pat in std::mem::take(&mut uses[at].opened) {
            let fields = pattern_fields(&pat, literal.fields.len()).into_iter();
            let taken = fields.filter(|(_, pat)| !bindings(pat).is_empty());
            uses[at].moved.extend(taken.map(|(member, pat)| FieldUse {
                path: vec![member_name(&member)],
                span: pat.span(),
                dropped: false,
            }));
        }
    }
}

/// Those of `uses` that move a field of which a use by value is no copy.
fn moves<'u>(literal: &Literal, uses: &'u [Uses], locals: &Locals) -> Vec<(usize, &'u FieldUse)> {
    let restored = |path: &[String]| {
        let field = |uses: &Uses| matches!(path, [field] if uses.assigned.contains(field));
        uses.iter().any(|uses| uses.replaced || field(uses))
    };
    let all = uses.iter().enumerate();
    let all = all.flat_map(|(at, uses)| uses.moved.iter().map(move |use_| (at, use_)));
    all.filter(|(_, use_)| {
        let certain = use_.dropped || restored(&use_.path);
        literal.owns(&use_.path, certain, locals)
    })
    .collect()
}
