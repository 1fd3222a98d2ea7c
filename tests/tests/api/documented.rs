//! What the documentation of the interface lacks.

use crate::sources::{Sources, docs, is_hidden, is_public, name_of};
use quote::ToTokens;
use syn::{Attribute, Block, Fields, ImplItem, Item, ReturnType, Signature, TraitItem};

/// One line for each thing that is missing.
pub fn missing(sources: &Sources) -> Vec<String> {
    let mut missing = Missing(Vec::new());
    for item in sources.public_items() {
        let name = name_of(item).expect("it was found by name").to_string();
        missing.item(&name, item);
        for it in sources.impls_of(&name) {
            for method in it.items.iter().filter(|_| it.trait_.is_none()) {
                missing.method(&name, method);
            }
        }
    }
    missing.0
}

struct Missing(Vec<String>);

impl Missing {
    fn add(&mut self, name: &str, what: &str) {
        self.0.push(format!("{name}: no {what}"));
    }

    fn documented(&mut self, name: &str, attrs: &[Attribute]) {
        if docs(attrs).trim().is_empty() {
            self.add(name, "documentation");
        }
    }

    fn with_example(&mut self, name: &str, attrs: &[Attribute]) {
        self.documented(name, attrs);
        let docs = docs(attrs);
        // An example may stand where it belongs to, as a link.
        let has_one = docs.contains("```") || docs.contains("See [`");
        if !(docs.contains("# Examples") && has_one) {
            self.add(name, "example");
        }
    }

    fn function(
        &mut self,
        name: &str,
        attrs: &[Attribute],
        signature: &Signature,
        body: Option<&Block>,
    ) {
        self.with_example(name, attrs);
        let docs = docs(attrs);
        if returns_result(signature) && !docs.contains("# Errors") {
            self.add(name, "`# Errors`");
        }
        if body.is_some_and(can_panic) && !docs.contains("# Panics") {
            self.add(name, "`# Panics`");
        }
    }

    fn item(&mut self, name: &str, item: &Item) {
        match item {
            Item::Struct(it) => {
                self.with_example(name, &it.attrs);
                self.fields(name, &it.fields);
            }
            Item::Enum(it) => {
                self.with_example(name, &it.attrs);
                for variant in &it.variants {
                    self.documented(&format!("{name}::{}", variant.ident), &variant.attrs);
                }
            }
            Item::Trait(it) => {
                self.with_example(name, &it.attrs);
                it.items.iter().for_each(|item| self.of_trait(name, item));
            }
            Item::Fn(it) => self.function(name, &it.attrs, &it.sig, Some(&it.block)),
            _ => {}
        }
    }

    fn fields(&mut self, name: &str, fields: &Fields) {
        for field in fields.iter().filter(|field| is_public(&field.vis)) {
            let of = field.ident.to_token_stream();
            self.documented(&format!("{name}::{of}"), &field.attrs);
        }
    }

    fn of_trait(&mut self, name: &str, item: &TraitItem) {
        match item {
            TraitItem::Fn(it) if !is_hidden(&it.attrs) => {
                let name = format!("{name}::{}", it.sig.ident);
                self.function(&name, &it.attrs, &it.sig, it.default.as_ref());
            }
            TraitItem::Type(it) => self.documented(&format!("{name}::{}", it.ident), &it.attrs),
            _ => {}
        }
    }

    fn method(&mut self, name: &str, item: &ImplItem) {
        if let ImplItem::Fn(it) = item
            && is_public(&it.vis)
            && !is_hidden(&it.attrs)
        {
            let name = format!("{name}::{}", it.sig.ident);
            self.function(&name, &it.attrs, &it.sig, Some(&it.block));
        }
    }
}

fn returns_result(signature: &Signature) -> bool {
    match &signature.output {
        ReturnType::Type(_, ty) => ty.to_token_stream().to_string().starts_with("Result <"),
        ReturnType::Default => false,
    }
}

/// Whether a body panics where one can see it.
fn can_panic(body: &Block) -> bool {
    let text = body.to_token_stream().to_string();
    let signs = [
        "panic !",
        "assert !",
        "assert_eq !",
        ". unwrap (",
        ". expect (",
    ];
    signs.iter().any(|sign| text.contains(sign))
}
