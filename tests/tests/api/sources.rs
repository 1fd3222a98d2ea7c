//! The sources of gen-core: what is exported, and the items behind it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use syn::{Attribute, Ident, Item, ItemImpl, Type, UseTree, Visibility};

/// All items of the crate, and the names that its root exports.
pub struct Sources {
    pub items: Vec<Item>,
    pub exported: BTreeSet<String>,
    /// What is exported from the crate of the macros.
    pub macros: BTreeSet<String>,
}

pub fn read() -> Sources {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../gen-core/src");
    let root = items_of(&folder.join("lib.rs"));
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the sources are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|it| it == "rs"))
        .collect();
    paths.sort();
    let items = paths.iter().flat_map(|path| items_of(path)).collect();
    collect(&root, items)
}

fn items_of(path: &Path) -> Vec<Item> {
    let text = std::fs::read_to_string(path).expect("a source can be read");
    syn::parse_file(&text).expect("a source parses").items
}

/// The same of one text, with its modules written in it.
pub fn parsed(text: &str) -> Sources {
    let root = syn::parse_file(text).expect("the text parses").items;
    let modules = root.iter().filter_map(|item| match item {
        Item::Mod(it) => Some(it.content.clone()?.1),
        _ => None,
    });
    collect(&root, modules.flatten().collect())
}

fn collect(root: &[Item], items: Vec<Item>) -> Sources {
    let (mut exported, mut macros) = (BTreeSet::new(), BTreeSet::new());
    for item in root {
        if let Item::Use(it) = item
            && is_public(&it.vis)
            && let UseTree::Path(path) = &it.tree
        {
            let names = match path.ident == "gen_macro" {
                true => &mut macros,
                false => &mut exported,
            };
            add_names(&path.tree, names);
        }
    }
    Sources {
        items,
        exported,
        macros,
    }
}

fn add_names(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        UseTree::Rename(name) => drop(names.insert(name.rename.to_string())),
        UseTree::Group(group) => group.items.iter().for_each(|it| add_names(it, names)),
        UseTree::Path(path) => add_names(&path.tree, names),
        UseTree::Glob(_) => panic!("a glob hides what is exported"),
    }
}

impl Sources {
    /// The exported items, by name.
    pub fn public_items(&self) -> Vec<&Item> {
        let exported = |name: &str| {
            let is_it = |item: &&Item| name_of(item).is_some_and(|it| it == name);
            let item = self.items.iter().find(is_it);
            item.unwrap_or_else(|| panic!("`{name}` is exported, but not found"))
        };
        self.exported.iter().map(|name| exported(name)).collect()
    }

    /// The implementations that have to do with the exported item `name`: of it, or for it.
    pub fn impls_of(&self, name: &str) -> Vec<&ItemImpl> {
        let mut found = Vec::new();
        for item in &self.items {
            let Item::Impl(it) = item else { continue };
            let of_trait = it
                .trait_
                .as_ref()
                .and_then(|(_, path, _)| path.segments.last());
            let on = last_name(&it.self_ty);
            let on_it = on.as_deref() == Some(name);
            // Types that only expansions name are not part of the interface.
            let on_shared = on.as_ref().is_none_or(|on| on == "Box");
            if on_it || (on_shared && of_trait.is_some_and(|it| it.ident == name)) {
                found.push(it);
            }
        }
        found
    }
}

/// The name of an item that can be exported.
pub fn name_of(item: &Item) -> Option<&Ident> {
    match item {
        Item::Struct(it) => Some(&it.ident),
        Item::Enum(it) => Some(&it.ident),
        Item::Trait(it) => Some(&it.ident),
        Item::Fn(it) => Some(&it.sig.ident),
        Item::Type(it) => Some(&it.ident),
        Item::Const(it) => Some(&it.ident),
        _ => None,
    }
}

fn last_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(it) => Some(it.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

pub fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The lines of documentation on an item.
pub fn docs(attrs: &[Attribute]) -> String {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        syn::Meta::NameValue(it) if it.path.is_ident("doc") => match &it.value {
            syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub fn is_hidden(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| match &attr.meta {
        syn::Meta::List(it) => it.path.is_ident("doc") && it.tokens.to_string() == "hidden",
        _ => false,
    })
}
