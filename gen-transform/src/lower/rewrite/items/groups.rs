//! The inner blocks that have items which exist once, and what those need of the items around them.

use super::exists_once;
use super::names::{self, declared, idents};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Block, Item, Stmt};

/// The items of one inner block that exist once.
pub struct Group {
    /// The position among the groups.
    pub index: usize,
    /// The groups of the blocks around it, outermost first.
    pub around: Vec<usize>,
    /// The items that exist once.
    pub once: Vec<Item>,
    /// Copies of items in sight that they need.
    pub needed: Vec<Item>,
    /// The `use`s in sight that only impls need.
    pub uses: Vec<Item>,
}

impl Group {
    /// Whether the group has a copy of `item`.
    pub fn copies(&self, item: &Item) -> bool {
        self.needed.contains(item) || self.uses.contains(item)
    }

    /// The names of the items that exist once.
    pub fn once_names(&self) -> BTreeSet<String> {
        self.once.iter().flat_map(declared).collect()
    }

    /// The names that are in sight where the group is.
    pub fn exposed(&self) -> BTreeSet<String> {
        let items = self.once.iter().chain(&self.needed);
        items.flat_map(declared).collect()
    }

    fn of(index: usize, around: &[usize], once: Vec<Item>, sight: &[Item]) -> Group {
        let mut needed = needed(&once, sight);
        // A body may call methods of a trait that it does not name.
        let has_body = |item: &Item| {
            matches!(
                item,
                Item::Fn(_) | Item::Trait(_) | Item::Static(_) | Item::Macro(_)
            )
        };
        let all = once.iter().chain(&needed).any(has_body);
        let has_impl = once.iter().any(|item| matches!(item, Item::Impl(_)));
        let mut uses = Vec::new();
        for item in sight.iter().filter(|item| matches!(item, Item::Use(_))) {
            if needed.contains(item) {
                continue;
            }
            if all {
                needed.push(item.clone());
            } else if has_impl {
                uses.push(item.clone());
            }
        }
        Group {
            index,
            around: around.to_vec(),
            once,
            needed,
            uses,
        }
    }
}

/// The items of `sight` that `once` names, and those that these name.
fn needed(once: &[Item], sight: &[Item]) -> Vec<Item> {
    let mut needed: Vec<Item> = Vec::new();
    let named_by = |item: &Item| match item {
        // What only an impl needs of the `use`s goes with it.
        Item::Impl(_) => {
            let mut named = idents(item.to_token_stream());
            let uses = sight.iter().filter(|item| matches!(item, Item::Use(_)));
            uses.flat_map(declared).for_each(|name| {
                named.remove(&name);
            });
            named
        }
        _ => idents(item.to_token_stream()),
    };
    let mut named: BTreeSet<String> = once.iter().flat_map(named_by).collect();
    let local: BTreeSet<String> = once.iter().flat_map(declared).collect();
    let has_type = once.iter().any(|item| !matches!(item, Item::Impl(_)));
    loop {
        let is_needed = |item: &&Item| {
            let globs = has_type && names::globs_from_outside(item, &local);
            globs
                || names::provided(item)
                    .iter()
                    .any(|name| named.contains(name))
        };
        let found = sight.iter().filter(|item| !needed.contains(item));
        let found: Vec<Item> = found.filter(is_needed).cloned().collect();
        if found.is_empty() {
            // In the order in which they stood: a `macro_rules!` is in sight behind its definition only.
            return sight
                .iter()
                .filter(|item| needed.contains(item))
                .cloned()
                .collect();
        }
        named.extend(found.iter().flat_map(|item| idents(item.to_token_stream())));
        needed.extend(found);
    }
}

/// Whether a block has an item that exists once.
pub fn has_once(block: &Block) -> bool {
    let values = names::functions_as_values(block);
    items(block).any(|item| exists_once(item, &values))
}

/// The items that stand in a block.
pub fn items(block: &Block) -> impl Iterator<Item = &Item> {
    block.stmts.iter().filter_map(|stmt| match stmt {
        Stmt::Item(item) => Some(item),
        _ => None,
    })
}

/// The groups of `body`, a block's before those inside it.
pub fn find(body: &Block) -> Vec<Group> {
    let mut find = Find::default();
    visit::visit_block(&mut find, body);
    find.groups
}

#[derive(Default)]
struct Find {
    groups: Vec<Group>,
    around: Vec<usize>,
    /// The items of the blocks around that may stand several times.
    sight: Vec<Item>,
}

impl Visit<'_> for Find {
    fn visit_block(&mut self, block: &Block) {
        let (sight, around) = (self.sight.clone(), self.around.len());
        let hidden: BTreeSet<String> = items(block).flat_map(names::provided).collect();
        let hides = |item: &Item| {
            names::provided(item)
                .iter()
                .any(|name| hidden.contains(name))
        };
        self.sight.retain(|item| !hides(item));
        let values = names::functions_as_values(block);
        let (once, several): (Vec<Item>, Vec<Item>) = items(block)
            .cloned()
            .partition(|item| exists_once(item, &values));
        self.sight.extend(several);
        if !once.is_empty() {
            let index = self.groups.len();
            self.groups
                .push(Group::of(index, &self.around, once, &self.sight));
            self.around.push(index);
        }
        visit::visit_block(self, block);
        self.sight = sight;
        self.around.truncate(around);
    }
    fn visit_item(&mut self, _: &Item) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
}
