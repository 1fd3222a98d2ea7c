//! Loops of the state machine are none that the user's code may jump in.
//!
//! What a macro of unknown grammar expands to may hold a `break` or a `continue` without a label, which means a loop of the
//! user. Where the state machine has a loop around it, that would be another one. Inside a labelled block rustc rejects such a jump.

use super::Structurer;
use super::jumps::lifetime;
use crate::ir::{BasicBlock, Stmt as IrStmt, Terminator};
use crate::syntax::{known_macro, yield_kind};
use proc_macro2::TokenStream;
use quote::quote;
use syn::visit::Visit;
use syn::{ExprClosure, Item, Macro};

impl Structurer<'_, '_> {
    /// The body of a loop, so that no macro in it jumps in that loop.
    ///
    /// Input: `skip!(x); ..` · Output: `'body3: { skip!(x); .. }`
    pub fn fenced(
        &mut self,
        label: &str,
        body: impl FnOnce(&mut Self) -> TokenStream,
    ) -> TokenStream {
        let outside = std::mem::replace(&mut self.has_macros, false);
        let body = body(self);
        if !std::mem::replace(&mut self.has_macros, outside) {
            return body;
        }
        let label = lifetime(label);
        quote!(#label: { #body })
    }

    /// Notes whether a block that is being written calls a macro of unknown grammar.
    pub fn note_macros(&mut self, block: &BasicBlock) {
        let may_call = self.cx.body.macros.any_called();
        self.has_macros = self.has_macros || (may_call && calls_unknown_macro(block));
    }
}

fn calls_unknown_macro(block: &BasicBlock) -> bool {
    let mut find = Find(false);
    for stmt in &block.stmts {
        match stmt {
            IrStmt::Let { init, diverge, .. } => {
                init.iter().for_each(|init| find.visit_expr(init));
                diverge.iter().for_each(|diverge| find.visit_expr(diverge));
            }
            IrStmt::Init { value, .. } => find.visit_expr(value),
            IrStmt::Eval(stmt) => find.visit_stmt(stmt),
            IrStmt::StorageDead(_) => {}
        }
    }
    match &block.terminator {
        Terminator::If { cond, .. } => find.visit_expr(cond),
        Terminator::Match { scrutinee, arms } => {
            find.visit_expr(scrutinee);
            let guards = arms.iter().filter_map(|arm| arm.guard.as_ref());
            guards.for_each(|guard| find.visit_expr(guard));
        }
        Terminator::Yield { value, .. } => find.visit_expr(value),
        Terminator::Goto(_)
        | Terminator::Finish(_)
        | Terminator::Return
        | Terminator::Unreachable => {}
    }
    find.0
}

struct Find(bool);

impl Visit<'_> for Find {
    fn visit_macro(&mut self, mac: &Macro) {
        let is_ours = crate::lower::goto_target(mac).is_some() || yield_kind(mac).is_some();
        self.0 |= !is_ours && known_macro(mac).is_none();
        crate::syntax::each_macro_arg(mac, &mut |arg| self.visit_expr(arg));
    }
    fn visit_expr_closure(&mut self, _: &ExprClosure) {}
    fn visit_item(&mut self, _: &Item) {}
}
