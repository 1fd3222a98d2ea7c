//! What stands in the code of a block.

use crate::ir::{BasicBlock, BlockId, Stmt, Terminator};
use crate::lower::goto_target;
use crate::resolve::{LocalId, Name, bindings, condition_bindings, decode, visit_idents};
use crate::syntax::{MacroCall, yield_kind};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Expr, Ident, Macro};

/// What the statements and the terminator of a block contain.
#[derive(Default)]
pub struct Code {
    /// The targets of the `goto!`s.
    pub gotos: BTreeSet<BlockId>,
    /// Bindings and mentions of locals.
    pub names: Vec<Name>,
    /// The first thing that must not be there.
    pub violation: Option<String>,
    /// How many closures and async blocks are around.
    closures: usize,
}

impl Code {
    /// Reads `block`.
    pub fn of(block: &BasicBlock) -> Code {
        let mut code = Code::default();
        for stmt in &block.stmts {
            code.stmt(stmt);
        }
        match &block.terminator {
            Terminator::If { cond, .. } => code.visit_expr(cond),
            Terminator::Match { scrutinee, arms } => {
                code.visit_expr(scrutinee);
                for arm in arms {
                    code.visit_pat(&arm.pat);
                    arm.guard.iter().for_each(|guard| code.visit_expr(guard));
                }
            }
            Terminator::Yield { value, .. } => code.visit_expr(value),
            Terminator::Goto(_)
            | Terminator::Finish(_)
            | Terminator::Return
            | Terminator::Unreachable => {}
        }
        code
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Let {
                pat, init, diverge, ..
            } => {
                self.visit_pat(pat);
                init.iter().for_each(|init| self.visit_expr(init));
                diverge.iter().for_each(|diverge| self.visit_expr(diverge));
            }
            Stmt::Init { value, .. } => self.visit_expr(value),
            Stmt::Eval(stmt) => self.visit_stmt(stmt),
            Stmt::StorageDead(_) => {}
        }
    }

    fn forbid(&mut self, what: &str, code: impl ToTokens) {
        self.violation
            .get_or_insert_with(|| format!("{what}: {}", code.to_token_stream()));
    }
}

impl Visit<'_> for Code {
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Closure(_) | Expr::Async(_) => {
                self.closures += 1;
                visit::visit_expr(self, expr);
                self.closures -= 1;
            }
            Expr::Const(_) => {}
            Expr::Return(_) | Expr::Try(_) if self.closures == 0 => {
                self.forbid("a jump that leaves it", expr)
            }
            other => visit::visit_expr(self, other),
        }
    }

    fn visit_ident(&mut self, ident: &Ident) {
        self.names.extend(decode(ident));
    }

    fn visit_macro(&mut self, mac: &Macro) {
        if let Some(target) = goto_target(mac) {
            self.gotos.insert(target);
        } else if yield_kind(mac).is_some() {
            self.forbid("a yield", mac);
        } else if let Some(call) = MacroCall::parse(mac) {
            call.args.iter().for_each(|arg| self.visit_expr(&arg.value));
            call.repeat.iter().for_each(|len| self.visit_expr(len));
            if let Some((pat, guard)) = &call.pattern {
                self.visit_pat(pat);
                guard.iter().for_each(|guard| self.visit_expr(guard));
            }
        } else {
            visit_idents(mac.tokens.clone(), &mut |ident| {
                self.visit_ident(ident);
            });
        }
    }

    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_type(&mut self, _: &syn::Type) {}
}

/// Whether `stmt` gives `local` a value, or declares it anew.
pub fn initialises(stmt: &Stmt, local: LocalId) -> bool {
    match stmt {
        Stmt::Let { pat, .. } => bindings(pat).contains(&local),
        Stmt::Init { local: it, .. } => *it == local,
        Stmt::Eval(_) | Stmt::StorageDead(_) => false,
    }
}

/// The locals that a terminator initialises on the way out.
pub fn bound_by(terminator: &Terminator) -> Vec<LocalId> {
    match terminator {
        Terminator::If { cond, .. } => condition_bindings(cond),
        Terminator::Match { arms, .. } => arms.iter().flat_map(|arm| bindings(&arm.pat)).collect(),
        Terminator::Yield { .. }
        | Terminator::Goto(_)
        | Terminator::Finish(_)
        | Terminator::Return
        | Terminator::Unreachable => Vec::new(),
    }
}
