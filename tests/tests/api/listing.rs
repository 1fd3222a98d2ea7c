//! The interface as text.

use crate::sources::{Sources, is_hidden, is_public, name_of};
use syn::punctuated::Punctuated;
use syn::{Attribute, Fields, FieldsNamed, File, ImplItem, Item, ItemImpl, TraitItem};

/// What of the attributes is part of the interface.
const ATTRIBUTES: [&str; 6] = [
    "derive",
    "cfg",
    "must_use",
    "non_exhaustive",
    "deprecated",
    "track_caller",
];

pub fn listing(sources: &Sources) -> String {
    let mut text: String = sources
        .macros
        .iter()
        .map(|name| format!("pub macro {name};\n"))
        .collect();
    for item in sources.public_items() {
        text += &shown(item);
        let name = name_of(item).expect("it was found by name").to_string();
        for it in sources.impls_of(&name) {
            text += &shown_impl(it);
        }
    }
    text
}

fn printed(item: Item) -> String {
    let file = File {
        shebang: None,
        attrs: Vec::new(),
        items: vec![item],
    };
    // An empty body stands for one that is left out, a field of that name for the private ones.
    prettyplease::unparse(&file)
        .replace(" {}", ";")
        .replace("    __private: (),\n", "    ..\n")
        .replace(" {\n        default\n    }", " { .. }")
}

fn shown(item: &Item) -> String {
    let mut item = item.clone();
    match &mut item {
        Item::Struct(it) => {
            keep_attributes(&mut it.attrs);
            hide_private_fields(&mut it.fields);
        }
        Item::Enum(it) => {
            keep_attributes(&mut it.attrs);
            it.variants
                .iter_mut()
                .for_each(|variant| keep_attributes(&mut variant.attrs));
        }
        Item::Trait(it) => {
            keep_attributes(&mut it.attrs);
            it.items.retain(|item| !is_hidden(attributes(item)));
            it.items.iter_mut().for_each(shorten);
        }
        Item::Fn(it) => {
            keep_attributes(&mut it.attrs);
            it.block.stmts.clear();
        }
        _ => {}
    }
    printed(item)
}

fn attributes(item: &TraitItem) -> &[Attribute] {
    match item {
        TraitItem::Fn(it) => &it.attrs,
        TraitItem::Type(it) => &it.attrs,
        TraitItem::Const(it) => &it.attrs,
        _ => &[],
    }
}

fn shorten(item: &mut TraitItem) {
    match item {
        TraitItem::Fn(it) => {
            keep_attributes(&mut it.attrs);
            // That there is a default is part of the interface, what it does is not.
            if let Some(block) = &mut it.default {
                let marker = syn::parse_quote!(default);
                block.stmts = vec![syn::Stmt::Expr(marker, None)];
            }
        }
        TraitItem::Type(it) => keep_attributes(&mut it.attrs),
        TraitItem::Const(it) => keep_attributes(&mut it.attrs),
        _ => {}
    }
}

fn hide_private_fields(fields: &mut Fields) {
    let Fields::Named(FieldsNamed { named, .. }) = fields else {
        return;
    };
    let (mut shown, hidden): (Vec<_>, Vec<_>) = std::mem::replace(named, Punctuated::new())
        .into_iter()
        .partition(|field| is_public(&field.vis));
    shown
        .iter_mut()
        .for_each(|field| keep_attributes(&mut field.attrs));
    if !hidden.is_empty() {
        let rest: FieldsNamed = syn::parse_quote!({ __private: () });
        shown.extend(rest.named);
    }
    named.extend(shown);
}

/// The methods of a type, and only the head of an implementation of a trait.
fn shown_impl(item: &ItemImpl) -> String {
    let mut it = item.clone();
    keep_attributes(&mut it.attrs);
    let of_trait = it.trait_.is_some();
    let items = std::mem::take(&mut it.items);
    if of_trait {
        let mut text = printed(Item::Impl(it)).replace(";\n", "\n");
        if text.ends_with(",\n") {
            text.truncate(text.len() - 2);
            text.push('\n');
        }
        return text;
    }
    it.items = items.into_iter().filter_map(public_method).collect();
    match it.items.is_empty() {
        true => String::new(),
        false => printed(Item::Impl(it)),
    }
}

fn public_method(item: ImplItem) -> Option<ImplItem> {
    match item {
        ImplItem::Fn(mut it) if is_public(&it.vis) && !is_hidden(&it.attrs) => {
            keep_attributes(&mut it.attrs);
            it.block.stmts.clear();
            Some(ImplItem::Fn(it))
        }
        ImplItem::Const(mut it) if is_public(&it.vis) && !is_hidden(&it.attrs) => {
            keep_attributes(&mut it.attrs);
            Some(ImplItem::Const(it))
        }
        _ => None,
    }
}

fn keep_attributes(attrs: &mut Vec<Attribute>) {
    attrs.retain(|attr| ATTRIBUTES.iter().any(|name| attr.path().is_ident(name)));
}
