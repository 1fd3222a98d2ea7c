//! Where the items stand that exist once, and what keeps each name in sight where it was.
//!
//! In front of the generator there is one scope inside the other, and so every name in them is in sight of the whole body.
//! Where a name means something else in another place, it gets a second name at its definition, by which a `use` brings
//! it in sight again.
//!
//! ```text
//! use W as __W_outer;                                 what `W` means outside the block
//! {
//!     struct W(i32); use W as __W_0;                  the items of the block
//!     { machine }                                     with `use __W_outer as W` in sight, and in the block `use __W_0 as W`
//! }
//! ```

use super::groups::{self, Group};
use super::may_be_idle;
use super::names::{Mentions, declared};
use proc_macro2::Span;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Block, Generics, Ident, Item};

/// The scopes in front of the generator.
pub struct Scopes {
    /// The scopes of the groups, each inside the one before it.
    inner: Vec<Vec<Item>>,
    /// The names that mean something else outside the groups that have them.
    outside: BTreeSet<String>,
    /// Of each group, the names that other scopes have, too.
    renamed: Vec<BTreeSet<String>>,
}

impl Scopes {
    /// The scopes for the groups of `body`, whose function has `generics`.
    pub fn of(body: &Block, groups: &[Group], generics: Option<&Generics>) -> Scopes {
        let exposed: Vec<BTreeSet<String>> = groups.iter().map(Group::exposed).collect();
        let all: BTreeSet<String> = exposed.iter().flatten().cloned().collect();
        let mut outside = mentioned_outside(body, &all);
        for param in generics.iter().flat_map(|generics| &generics.params) {
            if let syn::GenericParam::Type(syn::TypeParam { ident, .. })
            | syn::GenericParam::Const(syn::ConstParam { ident, .. }) = param
            {
                outside.remove(&ident.to_string());
            }
        }
        let top: BTreeSet<String> = groups::items(body).flat_map(declared).collect();
        let renamed = groups.iter().map(|group| {
            let others = exposed
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != group.index);
            let others: BTreeSet<&String> = others.flat_map(|(_, names)| names).collect();
            let ambiguous = |name: &String| outside.contains(name) || others.contains(name);
            group.once_names().into_iter().filter(ambiguous).collect()
        });
        let mut scopes = Scopes {
            renamed: renamed.collect(),
            inner: vec![Vec::new()],
            outside,
        };
        let mut last = if scopes.shares_outermost() {
            top
        } else {
            BTreeSet::new()
        };
        for group in groups {
            scopes.place(group, &exposed[group.index], &mut last);
        }
        scopes
    }

    /// Puts the items of a group into a scope of their own, or into the last one if that has none of its names.
    fn place(&mut self, group: &Group, exposed: &BTreeSet<String>, last: &mut BTreeSet<String>) {
        let views = self.views_of_items(group, exposed);
        let mut names = exposed.clone();
        names.extend(views.iter().flat_map(declared));
        if !names.is_disjoint(last) {
            self.inner.push(Vec::new());
            last.clear();
        }
        last.extend(names);
        let second = self.renamed[group.index].iter();
        let second: Vec<Item> = second
            .map(|name| second_name(name, Some(group.index)))
            .collect();
        if let Some(scope) = self.inner.last_mut() {
            scope.extend(views);
            scope.extend(group.needed.iter().cloned().map(may_be_idle));
            scope.extend(group.once.iter().map(|item| with_uses(item, &group.uses)));
            scope.extend(second);
        }
    }

    /// What brings in sight of the items of a group the names that a scope around them has, and that mean something else.
    fn views_of_items(&self, group: &Group, exposed: &BTreeSet<String>) -> Vec<Item> {
        let mut mentions = Mentions::default();
        let items = group.once.iter().chain(&group.needed);
        items.for_each(|item| mentions.visit_item(item));
        let foreign = mentions
            .found
            .iter()
            .filter(|name| !exposed.contains(*name));
        let view = |name: &String| {
            let mut around = group.around.iter().rev();
            let owner = around.find(|index| self.renamed[**index].contains(name));
            let meant = owner.is_some() || self.outside.contains(name);
            meant.then(|| first_name(name, owner.copied()))
        };
        foreign.filter_map(view).collect()
    }

    /// What brings the items of a group in sight of the block they stood in.
    pub fn views_in(&self, group: &Group) -> Vec<Item> {
        let renamed = self.renamed[group.index].iter();
        renamed
            .map(|name| first_name(name, Some(group.index)))
            .collect()
    }

    /// What brings in sight of the body what the names of inner items mean outside.
    pub fn views_outside(&self) -> Vec<Item> {
        let outside = self.outside.iter();
        outside.map(|name| first_name(name, None)).collect()
    }

    /// Whether the first groups may stand among the items of the body's own block.
    fn shares_outermost(&self) -> bool {
        self.outside.is_empty()
    }

    /// All scopes: that of the body's own `items`, with second names for what inner scopes hide, and those inside it.
    pub fn all(mut self, mut items: Vec<Item>) -> Vec<Vec<Item>> {
        if self.shares_outermost() {
            items.extend(self.inner.remove(0));
        }
        items.extend(self.outside.iter().map(|name| second_name(name, None)));
        self.inner.insert(0, items);
        self.inner
    }
}

/// Those of `names` that `body` mentions outside the blocks that declare them.
fn mentioned_outside(body: &Block, names: &BTreeSet<String>) -> BTreeSet<String> {
    let mut mentions = Mentions::default();
    for stmt in &body.stmts {
        // The items of the body itself stand outside all scopes.
        if !matches!(stmt, syn::Stmt::Item(_)) {
            visit::visit_stmt(&mut mentions, stmt);
        }
    }
    mentions.found.intersection(names).cloned().collect()
}

/// An impl may call methods of traits that only a `use` brings in sight, and which nothing else should see.
///
/// Output: `const _: () = { use std::fmt; impl fmt::Display for W { .. } };`
fn with_uses(item: &Item, uses: &[Item]) -> Item {
    if !matches!(item, Item::Impl(_)) || uses.is_empty() {
        return item.clone();
    }
    let uses = uses.iter().cloned().map(may_be_idle);
    syn::parse_quote!(#[allow(non_local_definitions)] const _: () = { #(#uses)* #item };)
}

/// `use W as __W_0;`
fn second_name(name: &str, owner: Option<usize>) -> Item {
    let (name, second) = both_names(name, owner);
    syn::parse_quote!(#[allow(unused)] use #name as #second;)
}

/// `use __W_0 as W;`
fn first_name(name: &str, owner: Option<usize>) -> Item {
    let (name, second) = both_names(name, owner);
    syn::parse_quote!(#[allow(unused)] use #second as #name;)
}

fn both_names(name: &str, owner: Option<usize>) -> (Ident, Ident) {
    let span = Span::call_site();
    let first = syn::parse_str(name).unwrap_or_else(|_| Ident::new("_", span));
    let owner = owner.map_or_else(|| "outer".to_string(), |index| index.to_string());
    let second = format!("__{}_{owner}", name.trim_start_matches("r#"));
    (first, Ident::new(&second, span))
}
