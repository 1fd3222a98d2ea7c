//! Items inside the body: functions, types, `use`, `macro_rules!`.
//!
//! The body is cut into blocks, but an item is in sight in its whole scope. Items of the outermost scope, and of inner
//! ones those that must exist once (types, impls, statics), are emitted in front of the generator. What remains of an
//! inner scope (`use`, `const`, `fn`, `macro_rules!`) may stand several times and goes into each block of its scope.

use super::builder::Builder;
use crate::ir::Sight;
use crate::resolve::{Locals, decode, rename_tokens};
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Item, Stmt};

/// Takes the items that are emitted once out of `body`.
pub fn hoist(builder: &mut Builder<'_>, body: &mut Block) {
    let mut hoist = Hoist {
        locals: &builder.locals,
        found: Vec::new(),
        depth: 0,
    };
    hoist.visit_block_mut(body);
    builder.hoisted = hoist.found;
}

struct Hoist<'a> {
    locals: &'a Locals,
    found: Vec<Item>,
    depth: usize,
}

impl VisitMut for Hoist<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let outermost = self.depth == 0;
        self.depth += 1;
        for stmt in std::mem::take(&mut block.stmts) {
            match stmt {
                Stmt::Item(item @ Item::Verbatim(_)) => {
                    if outermost {
                        self.found.extend(defined(self.locals, &item));
                    }
                    block.stmts.push(Stmt::Item(item));
                }
                Stmt::Item(item) if outermost || exists_once(&item) => self.found.push(item),
                mut other => {
                    visit_mut::visit_stmt_mut(self, &mut other);
                    block.stmts.push(other);
                }
            }
        }
        self.depth -= 1;
    }
    fn visit_item_mut(&mut self, _: &mut Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
}

/// A copy of a `macro_rules!` that stays where it is, for the calls of it that do not carry it: those in types, patterns and
/// items, which name no variable.
fn defined(locals: &Locals, item: &Item) -> Option<Item> {
    let Item::Verbatim(tokens) = item else {
        return None;
    };
    let original = rename_tokens(tokens.clone(), &mut |ident| {
        let name = decode(ident)?;
        let mut original = locals.get(name.local).ident.clone();
        original.set_span(ident.span());
        Some(original)
    });
    Some(Item::Verbatim(
        quote!(#[allow(unused_macros, unused_macro_rules)] #original),
    ))
}

/// Whether two copies of the item would be two different things.
fn exists_once(item: &Item) -> bool {
    !matches!(
        item,
        Item::Use(_) | Item::Const(_) | Item::Fn(_) | Item::Macro(_) | Item::Type(_)
    )
}

impl Builder<'_> {
    /// Brings the items among `stmts` in sight; returns what was in sight before, for `leave_items`.
    pub fn enter_items(&mut self, stmts: &[Stmt]) -> Sight {
        let outer = self.items.clone();
        let added = stmts.iter().filter_map(|stmt| match stmt {
            Stmt::Item(item @ Item::Verbatim(_)) => defined(&self.locals, item),
            Stmt::Item(item) => Some(item.clone()),
            _ => None,
        });
        let added: Vec<Item> = added.collect();
        if !added.is_empty() {
            self.change_items(outer.within(added));
        }
        outer
    }

    /// Ends the sight of inner items.
    pub fn leave_items(&mut self, outer: Sight) {
        if outer != self.items {
            self.change_items(outer);
        }
    }

    fn change_items(&mut self, items: Sight) {
        self.items = items;
        if self.reachable() {
            let next = self.new_block();
            self.goto(next);
            self.start(next);
        }
    }
}
