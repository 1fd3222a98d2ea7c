//! Basic blocks, and the ways out of them.

use super::Structurer;
use super::node::Node;
use crate::emit::statements::BlockWriter;
use crate::emit::{machine, mentions};
use crate::ir::{Arm, BlockId, Terminator};
use crate::syntax::is_refutable;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Pat};

impl Structurer<'_, '_> {
    pub fn block(&mut self, id: Node, next: Option<&str>) -> TokenStream {
        let cx = self.cx;
        let block = cx.body.block(id.block);
        self.note_macros(block);
        let mut in_sight = std::mem::take(&mut self.in_sight);
        in_sight.extend(self.references.of(id.block));
        let mut writer = BlockWriter::new(cx, id.block, in_sight);
        for stmt in &block.stmts {
            writer.stmt(stmt, &mut |target| {
                self.jump_out(id, self.target(id, target))
            });
        }
        let code = self.terminator(id, writer, next);
        let scopes = block.items.scopes().iter().rev();
        scopes.fold(code, |code, items| quote!({ #(#items)* #code }))
    }

    fn terminator(
        &mut self,
        id: Node,
        mut writer: BlockWriter<'_, '_>,
        next: Option<&str>,
    ) -> TokenStream {
        let cx = self.cx;
        let code = match &cx.body.block(id.block).terminator {
            Terminator::Goto(target) => self.go_on(id, *target, &writer, next),
            Terminator::If {
                cond,
                then,
                otherwise,
            } => self.if_else(id, &mut writer, (cond, *then, *otherwise), next),
            Terminator::Match { scrutinee, arms } => {
                self.match_arms(id, &mut writer, (scrutinee, arms), next)
            }
            Terminator::Yield {
                value,
                suspend,
                resume,
                ..
            } => {
                let value = writer.operand(value, &[], &mut |target| {
                    self.jump_out(id, self.target(id, target))
                });
                let number = self.number(self.entered(*resume));
                machine::suspend(cx, &value, *suspend, &number)
            }
            Terminator::Finish(local) => machine::finish(cx, *local),
            Terminator::Return => machine::ended(cx),
            Terminator::Unreachable => quote!(::core::unreachable!();),
        };
        writer.finish(code)
    }

    /// The jump from the end of a block: what is written there sees the references that the block has made.
    fn go_on(
        &mut self,
        from: Node,
        to: BlockId,
        writer: &BlockWriter<'_, '_>,
        next: Option<&str>,
    ) -> TokenStream {
        self.in_sight = writer.references();
        let code = self.jump(Some(from), self.target(from, to), next);
        self.in_sight.clear();
        code
    }

    fn if_else(
        &mut self,
        id: Node,
        writer: &mut BlockWriter<'_, '_>,
        (cond, then, otherwise): (&Expr, BlockId, BlockId),
        next: Option<&str>,
    ) -> TokenStream {
        let (cond, stored) = writer.condition(self.cx, (cond, then), &mut |target| {
            self.jump_out(id, self.target(id, target))
        });
        let then = self.go_on(id, then, writer, next);
        let otherwise = self.go_on(id, otherwise, writer, next);
        let otherwise = (!otherwise.is_empty()).then(|| quote!(else { #otherwise }));
        quote!(if #cond { #stored #then } #otherwise)
    }

    fn match_arms(
        &mut self,
        id: Node,
        writer: &mut BlockWriter<'_, '_>,
        (scrutinee, arms): (&Expr, &[Arm]),
        next: Option<&str>,
    ) -> TokenStream {
        let (scrutinee, parts) = writer.arms(self.cx, scrutinee, arms, &mut |target| {
            self.jump_out(id, self.target(id, target))
        });
        let mut written = TokenStream::new();
        for (arm, parts) in arms.iter().zip(parts) {
            let jump = self.go_on(id, arm.target, writer, next);
            let (head, stored) = (parts.head, parts.stored);
            written.extend(quote!(#head => { #stored #jump }));
        }
        let last =
            mentions::exhaustive(arms.iter().map(|arm| &arm.pat)).filter(|_| !is_advance(arms));
        quote!(match #scrutinee { #written #last })
    }
}

/// Whether the arms are those of our own `match`es, which are exhaustive: loops and delegation. A loop whose pattern may not
/// match is none: that is reported in the plain body.
pub fn is_advance(arms: &[Arm]) -> bool {
    let is_absolute = |pat: &Pat| match pat {
        Pat::TupleStruct(it) => {
            let any = it.elems.iter().any(is_refutable);
            it.path.leading_colon.is_some() && !any
        }
        Pat::Path(it) => it.path.leading_colon.is_some(),
        _ => false,
    };
    arms.iter().all(|arm| is_absolute(&arm.pat))
}
