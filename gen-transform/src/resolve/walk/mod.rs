//! The walk that resolves names: scopes are pushed and popped as Rust does it, each name is encoded where it stands.

mod bound;
mod declarations;
mod declared;
mod definitions;
mod expressions;
mod macros;
mod types;

pub use declared::take_declared;

use super::scope::{Key, Scopes};
use super::{LocalId, Locals, bindings};
use crate::input::GeneratorFn;
use crate::syntax::{LocalMacros, unparen};
use std::collections::BTreeSet;
use syn::visit_mut::VisitMut;
use syn::{BinOp, Block, Expr, Item, Local, Macro, Pat, Stmt, Type};

#[derive(Default)]
pub struct Resolver {
    pub locals: Locals,
    scopes: Scopes,
    /// The bindings of the pattern being declared, so that the alternatives of an or-pattern share theirs.
    pattern: Vec<(Key, LocalId)>,
    /// Whether the body has captures, which names that nothing declares are rather than variables of a macro.
    captures: bool,
    /// The names that macros may have declared.
    candidates: Vec<declared::Candidate>,
    /// The `macro_rules!` in sight, innermost last, how many there have been, and the names that several have.
    definitions: Vec<definitions::Definition>,
    definitions_seen: usize,
    defined_again: BTreeSet<String>,
    /// The `macro_rules!` of the body.
    pub macros: LocalMacros,
    /// The macros called so far that stand outside of the body.
    called_outside: BTreeSet<String>,
    /// The names that a macro in a pattern may bind.
    used_names: BTreeSet<String>,
    /// Whether an upper-case name in the pattern being declared is a binding (`let N = 5;`), too.
    upper_binds: bool,
}

impl Resolver {
    /// With no name in sight.
    pub fn of(generator: &GeneratorFn) -> Resolver {
        Resolver {
            captures: generator.item.is_none(),
            ..Resolver::default()
        }
    }

    /// Resolves the body in the scope of the parameters.
    pub fn resolve_body(&mut self, body: &mut Block) {
        self.defined_again = definitions::defined_again(body);
        self.used_names = bound::used_names(body);
        self.visit_block_mut(body);
    }

    /// Runs `within` in a scope of its own.
    fn scoped(&mut self, within: impl FnOnce(&mut Self)) {
        let (depth, definitions) = (self.scopes.depth(), self.definitions.len());
        within(self);
        self.scopes.truncate(depth);
        self.definitions.truncate(definitions);
    }

    /// Items of a block are in sight in all of it and take over a local's name.
    fn hide_items(&mut self, block: &Block) {
        for stmt in &block.stmts {
            let Stmt::Item(item) = stmt else { continue };
            let ident = match item {
                Item::Fn(it) => &it.sig.ident,
                Item::Const(it) => &it.ident,
                Item::Static(it) => &it.ident,
                _ => continue,
            };
            self.scopes.hide(Key::of(ident));
        }
    }
}

impl VisitMut for Resolver {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.scoped(|this| {
            this.hide_items(block);
            let mut candidates = Vec::new();
            for stmt in &mut block.stmts {
                this.visit_stmt_mut(stmt);
                candidates.push(this.candidates(stmt));
            }
            for (stmt, candidates) in block.stmts.iter_mut().zip(candidates) {
                this.note_declared(stmt, candidates);
            }
        });
    }

    fn visit_local_mut(&mut self, local: &mut Local) {
        self.local(local);
    }

    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        self.pattern(pat);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        self.expr(expr);
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        self.macro_call(mac);
    }

    fn visit_type_mut(&mut self, _: &mut Type) {}
    fn visit_item_mut(&mut self, item: &mut Item) {
        self.define(item);
    }
}

/// The locals that an expression's `let` conditions bind (`if let A(x) = a && let B(y) = b`).
pub fn condition_bindings(cond: &Expr) -> Vec<LocalId> {
    match unparen(cond) {
        Expr::Let(it) => bindings(&it.pat),
        Expr::Binary(it) if matches!(it.op, BinOp::And(_)) => {
            let mut found = condition_bindings(&it.left);
            found.extend(condition_bindings(&it.right));
            found
        }
        _ => Vec::new(),
    }
}
