//! The names that items declare, and those that code mentions.

use super::groups::items;
use crate::resolve::decode;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprCall, ExprPath, Ident, Item, ItemFn, UseTree};

/// The names that an item declares; those of `macro_rules!` are in sight by other rules.
pub fn declared(item: &Item) -> Vec<String> {
    let ident = match item {
        Item::Const(it) if it.ident != "_" => &it.ident,
        Item::Enum(it) => &it.ident,
        Item::Fn(it) => &it.sig.ident,
        Item::Mod(it) => &it.ident,
        Item::Static(it) => &it.ident,
        Item::Struct(it) => &it.ident,
        Item::Trait(it) => &it.ident,
        Item::TraitAlias(it) => &it.ident,
        Item::Type(it) => &it.ident,
        Item::Union(it) => &it.ident,
        Item::Use(it) => return imported(&it.tree),
        Item::Macro(it) if it.ident.is_none() => return statics(it.mac.tokens.clone()),
        _ => return Vec::new(),
    };
    vec![ident.to_string()]
}

/// The same, with those of `macro_rules!`.
pub fn provided(item: &Item) -> Vec<String> {
    match item {
        Item::Macro(syn::ItemMacro {
            ident: Some(ident), ..
        }) => vec![ident.to_string()],
        other => declared(other),
    }
}

/// The names that a `use` brings in sight.
fn imported(tree: &UseTree) -> Vec<String> {
    let name = |ident: &Ident| vec![ident.to_string()];
    match tree {
        UseTree::Path(it) => match &*it.tree {
            UseTree::Name(name_) if name_.ident == "self" => name(&it.ident),
            UseTree::Group(group) => {
                let of_self =
                    |tree: &UseTree| matches!(tree, UseTree::Name(it) if it.ident == "self");
                let mut found: Vec<String> = group
                    .items
                    .iter()
                    .filter(|tree| !of_self(tree))
                    .flat_map(imported)
                    .collect();
                if group.items.iter().any(of_self) {
                    found.push(it.ident.to_string());
                }
                found
            }
            inner => imported(inner),
        },
        UseTree::Name(it) => name(&it.ident),
        UseTree::Rename(it) if it.rename == "_" => Vec::new(),
        UseTree::Rename(it) => name(&it.rename),
        UseTree::Glob(_) => Vec::new(),
        UseTree::Group(it) => it.items.iter().flat_map(imported).collect(),
    }
}

/// The statics that `thread_local!` declares.
fn statics(tokens: TokenStream) -> Vec<String> {
    let mut tokens = tokens.into_iter();
    let mut found = Vec::new();
    while let Some(token) = tokens.next() {
        if let TokenTree::Ident(keyword) = &token
            && keyword == "static"
            && let Some(TokenTree::Ident(name)) = tokens.next()
        {
            found.push(name.to_string());
        }
    }
    found
}

/// Whether an item is a glob import from something else than what is `local`.
pub fn globs_from_outside(item: &Item, local: &BTreeSet<String>) -> bool {
    let Item::Use(it) = item else { return false };
    let root = root(&it.tree).map(Ident::to_string);
    is_glob(item) && root.is_none_or(|root| !local.contains(&root))
}

fn is_glob(item: &Item) -> bool {
    matches!(item, Item::Use(it) if has_glob(&it.tree))
}

fn has_glob(tree: &UseTree) -> bool {
    match tree {
        UseTree::Path(it) => has_glob(&it.tree),
        UseTree::Group(it) => it.items.iter().any(has_glob),
        UseTree::Glob(_) => true,
        UseTree::Name(_) | UseTree::Rename(_) => false,
    }
}

/// The first name of a path that is imported.
fn root(tree: &UseTree) -> Option<&Ident> {
    match tree {
        UseTree::Path(it) => Some(&it.ident),
        UseTree::Name(it) => Some(&it.ident),
        UseTree::Rename(it) => Some(&it.ident),
        UseTree::Glob(_) | UseTree::Group(_) => None,
    }
}

/// All identifiers among the tokens.
pub fn idents(tokens: TokenStream) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                found.insert(ident.to_string());
            }
            TokenTree::Group(group) => found.extend(idents(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}

/// Whether a function has a variable of its own that outlives its calls.
pub fn contains_static(it: &ItemFn) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_item_static(&mut self, _: &syn::ItemStatic) {
            self.0 = true;
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            self.0 |= mac
                .path
                .segments
                .last()
                .is_some_and(|last| last.ident == "thread_local");
        }
    }
    let mut find = Find(false);
    find.visit_item_fn(it);
    find.0
}

/// The functions of a block that are more than called somewhere in it: each has a type of its own.
///
/// Input: `{ fn double(n: i32) -> i32 { 2 * n } list.map(double) }` · Output: `double`
pub fn functions_as_values(block: &Block) -> BTreeSet<String> {
    struct Find {
        functions: Vec<String>,
        found: BTreeSet<String>,
    }
    impl Visit<'_> for Find {
        fn visit_expr_call(&mut self, it: &ExprCall) {
            if !matches!(&*it.func, Expr::Path(_)) {
                self.visit_expr(&it.func);
            }
            it.args.iter().for_each(|arg| self.visit_expr(arg));
        }
        fn visit_expr_path(&mut self, it: &ExprPath) {
            let name = it
                .path
                .segments
                .first()
                .map(|first| first.ident.to_string());
            self.found
                .extend(name.filter(|name| self.functions.contains(name)));
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            crate::syntax::each_macro_arg(mac, &mut |arg| self.visit_expr(arg));
        }
        fn visit_item(&mut self, _: &Item) {}
    }
    let functions = items(block).filter(|item| matches!(item, Item::Fn(_)));
    let mut find = Find {
        functions: functions.flat_map(declared).collect(),
        found: BTreeSet::new(),
    };
    if !find.functions.is_empty() {
        find.visit_block(block);
    }
    find.found
}

/// The names of items that code mentions and that no block in it declares.
#[derive(Default)]
pub struct Mentions {
    pub found: BTreeSet<String>,
    hidden: Vec<String>,
    /// How many blocks around may have any name from a glob import.
    globs: usize,
}

impl Mentions {
    fn name(&mut self, ident: &Ident) {
        let name = ident.to_string();
        if self.globs == 0 && decode(ident).is_none() && !self.hidden.contains(&name) {
            self.found.insert(name);
        }
    }
}

impl Visit<'_> for Mentions {
    fn visit_block(&mut self, block: &Block) {
        let (outer, globs) = (self.hidden.len(), self.globs);
        self.hidden.extend(items(block).flat_map(declared));
        self.globs += items(block).filter(|item| is_glob(item)).count();
        visit::visit_block(self, block);
        self.hidden.truncate(outer);
        self.globs = globs;
    }
    fn visit_path(&mut self, path: &syn::Path) {
        if let (None, Some(first)) = (path.leading_colon, path.segments.first()) {
            self.name(&first.ident);
        }
        visit::visit_path(self, path);
    }
    fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
        self.name(&pat.ident);
        visit::visit_pat_ident(self, pat);
    }
    fn visit_item_use(&mut self, it: &syn::ItemUse) {
        if let Some(root) = root(&it.tree) {
            self.name(root);
        }
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        crate::syntax::each_macro_arg(mac, &mut |arg| self.visit_expr(arg));
    }
    fn visit_attribute(&mut self, _: &syn::Attribute) {}
    fn visit_visibility(&mut self, _: &syn::Visibility) {}
}
