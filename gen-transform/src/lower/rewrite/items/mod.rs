//! Items inside the body: functions, types, `use`, `macro_rules!`.
//!
//! The body is cut into blocks, but an item is in sight in its whole scope. Items of the outermost scope, and of inner
//! ones those that must exist once (types, impls, statics), are emitted in front of the generator: `scopes` says where, and
//! what keeps each name in sight where it was. What remains of an inner scope (`use`, `const`, `fn`, `macro_rules!`) may
//! stand several times and goes into each block of its scope.

mod groups;
mod names;
mod scopes;

use crate::ir::Sight;
use crate::lower::builder::Builder;
use crate::resolve::{LATE, Locals, rename};
use crate::syntax::names as named;
use groups::Group;
use quote::quote;
use scopes::Scopes;
use std::collections::BTreeSet;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Block, Item, Stmt};

/// Takes the items that are emitted once out of `body`.
pub fn hoist(builder: &mut Builder<'_>, body: &mut Block) {
    ThreadLocals.visit_block_mut(body);
    let groups = groups::find(body);
    let generics = builder.generator.item.as_ref().map(|it| &it.sig.generics);
    let scopes = Scopes::of(body, &groups, generics);
    let mut hoist = Hoist {
        locals: &builder.locals,
        scopes: &scopes,
        found: Vec::new(),
        groups: groups.iter(),
        depth: 0,
    };
    hoist.visit_block_mut(body);
    let outermost = hoist.found;
    builder.hoisted = scopes.all(outermost);
}

struct Hoist<'a> {
    locals: &'a Locals,
    scopes: &'a Scopes,
    found: Vec<Item>,
    /// The groups of the blocks that are still to come.
    groups: std::slice::Iter<'a, Group>,
    depth: usize,
}

impl Hoist<'_> {
    /// Leaves of the items of an inner block what may stand several times, and what brings the others in sight.
    fn inner(&mut self, block: &mut Block) {
        let group = groups::has_once(block)
            .then(|| self.groups.next())
            .flatten();
        let values = names::functions_as_values(block);
        block.stmts.retain_mut(|stmt| match stmt {
            Stmt::Item(item) if exists_once(item, &values) => false,
            Stmt::Item(item) if group.is_some_and(|group| group.copies(item)) => {
                *item = may_be_idle(item.clone());
                true
            }
            _ => true,
        });
        if let Some(group) = group {
            let views = self.scopes.views_in(group).into_iter().map(Stmt::Item);
            block.stmts.splice(0..0, views);
        }
    }
}

impl VisitMut for Hoist<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        if self.depth > 0 {
            self.inner(block);
        } else {
            for stmt in std::mem::take(&mut block.stmts) {
                match stmt {
                    Stmt::Item(item @ Item::Verbatim(_)) => {
                        self.found.extend(defined(self.locals, &item));
                        block.stmts.push(Stmt::Item(item));
                    }
                    Stmt::Item(item) => self.found.push(item),
                    other => block.stmts.push(other),
                }
            }
            let views = self.scopes.views_outside().into_iter().map(Stmt::Item);
            block.stmts.splice(0..0, views);
        }
        self.depth += 1;
        visit_mut::visit_block_mut(self, block);
        self.depth -= 1;
    }
    fn visit_item_mut(&mut self, _: &mut Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
}

/// `thread_local!` declares statics.
struct ThreadLocals;

impl VisitMut for ThreadLocals {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(it) = stmt
            && it
                .mac
                .path
                .segments
                .last()
                .is_some_and(|last| last.ident == "thread_local")
        {
            *stmt = Stmt::Item(Item::Macro(syn::ItemMacro {
                attrs: std::mem::take(&mut it.attrs),
                ident: None,
                mac: it.mac.clone(),
                semi_token: it.semi_token,
            }));
            return;
        }
        visit_mut::visit_stmt_mut(self, stmt);
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
    if named(tokens, LATE) {
        return None;
    }
    let original = rename(tokens.clone(), &mut |name, span| {
        let mut original = locals.get(name.local).ident.clone();
        original.set_span(span);
        Some(original)
    });
    Some(Item::Verbatim(
        quote!(#[allow(unused_macros, unused_macro_rules)] #original),
    ))
}

/// Whether two copies of the item would be two different things; `values` are the functions that are more than called.
fn exists_once(item: &Item, values: &BTreeSet<String>) -> bool {
    match item {
        Item::Use(_) | Item::Const(_) | Item::Type(_) | Item::Verbatim(_) => false,
        Item::Fn(it) => names::contains_static(it) || values.contains(&it.sig.ident.to_string()),
        Item::Macro(it) => it.ident.is_none(),
        _ => true,
    }
}

/// The item, of which nobody has to make use: another copy of it may be the one in use.
fn may_be_idle(mut item: Item) -> Item {
    let allow: Attribute = syn::parse_quote!(#[allow(unused)]);
    match &mut item {
        Item::Use(it) => it.attrs.push(allow),
        Item::Const(it) => it.attrs.push(allow),
        Item::Type(it) => it.attrs.push(allow),
        Item::Fn(it) => it.attrs.push(allow),
        Item::Macro(it) => it.attrs.push(allow),
        _ => {}
    }
    item
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

    /// Brings in sight what the names of inner items mean outside; nothing else is left of the items of the outermost block.
    pub fn enter_views(&mut self, stmts: &[Stmt]) {
        let is_view = |stmt: &&Stmt| matches!(stmt, Stmt::Item(Item::Use(_)));
        let views: Vec<Stmt> = stmts.iter().filter(is_view).cloned().collect();
        self.enter_items(&views);
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
