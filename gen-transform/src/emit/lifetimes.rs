//! References that a body mixes, as in `if flag { a } else { b }`.
//!
//! Such a value lives as long as the shorter one, which is no lifetime of the signature; and the return type can only contain
//! those. Where two parameters have none with a name, they are given the same: a caller's references become as short as
//! the generator itself anyway, since it holds both.

use crate::syntax::{MacroCall, yielded};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{
    Block, Expr, FnArg, GenericArgument, Lifetime, Macro, Pat, PathArguments, Signature, Type,
    TypePath,
};

/// Gives the references among the parameters of `sig` one lifetime, if `body` mixes some.
///
/// Input: `fn f(a: &str, b: &str)` · Output: `fn f<'shared>(a: &'shared str, b: &'shared str)`
///
/// Not of a method, which may be that of a trait: there the lifetimes are not ours to choose.
pub fn share(sig: &mut Signature, body: &Block) {
    let taken = sig
        .generics
        .lifetimes()
        .any(|it| it.lifetime.ident == "shared");
    if sig.receiver().is_some() || taken {
        return;
    }
    let shared = Lifetime::new("'shared", Span::mixed_site());
    let mut named = sig.inputs.clone();
    let mut references = BTreeSet::new();
    for arg in &mut named {
        if let FnArg::Typed(it) = arg
            && name(&mut it.ty, &shared)
        {
            references.extend(idents(&it.pat.to_token_stream()));
        }
    }
    if references.len() > 1 && Mixes::of(references, body) {
        sig.inputs = named;
        sig.generics.params.insert(0, syn::parse_quote!(#shared));
    }
}

/// Names the lifetimes that have no name, where a longer one is as good; whether there is one.
fn name(ty: &mut Type, shared: &Lifetime) -> bool {
    match ty {
        Type::Reference(it) => {
            let unnamed = it.lifetime.as_ref().is_none_or(|it| it.ident == "_");
            if unnamed && !matches!(&*it.elem, Type::TraitObject(_)) {
                it.lifetime = Some(shared.clone());
            }
            let inner = it.mutability.is_none() && name(&mut it.elem, shared);
            it.lifetime.as_ref() == Some(shared) || inner
        }
        Type::Slice(it) => name(&mut it.elem, shared),
        Type::Array(it) => name(&mut it.elem, shared),
        Type::Paren(it) => name(&mut it.elem, shared),
        Type::Tuple(it) => name_all(it.elems.iter_mut(), shared),
        Type::Path(it) => name_in_path(it, shared),
        _ => false,
    }
}

fn name_all<'t>(types: impl Iterator<Item = &'t mut Type>, shared: &Lifetime) -> bool {
    let mut found = false;
    for ty in types {
        found |= name(ty, shared);
    }
    found
}

fn name_in_path(it: &mut TypePath, shared: &Lifetime) -> bool {
    let Some(last) = it.path.segments.last_mut() else {
        return false;
    };
    let holds = ["Option", "Vec", "Box"]
        .iter()
        .any(|name| last.ident == name);
    match &mut last.arguments {
        PathArguments::AngleBracketed(args) if holds => {
            let types = args.args.iter_mut().filter_map(|arg| match arg {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            });
            name_all(types, shared)
        }
        _ => false,
    }
}

/// Finds a value that may hold what two parameters refer to. Names are all that counts, so it may find some that do not.
struct Mixes {
    /// The parameters that a name may stand for.
    sources: BTreeMap<String, BTreeSet<String>>,
    mixes: bool,
    changed: bool,
}

impl Mixes {
    fn of(references: BTreeSet<String>, body: &Block) -> bool {
        let sources = references
            .into_iter()
            .map(|name| (name.clone(), BTreeSet::from([name])));
        let mut find = Mixes {
            sources: sources.collect(),
            mixes: false,
            changed: true,
        };
        while find.changed && !find.mixes {
            find.changed = false;
            find.visit_block(body);
        }
        find.mixes
    }

    /// Notes that `to` may hold what `from` mentions.
    fn flows(&mut self, from: &dyn ToTokens, to: &dyn ToTokens) {
        let mentioned = idents(&from.to_token_stream());
        let known = mentioned.iter().filter_map(|name| self.sources.get(name));
        let found: BTreeSet<String> = known.flatten().cloned().collect();
        if found.is_empty() {
            return;
        }
        for name in idents(&to.to_token_stream()) {
            let known = self.sources.entry(name).or_default();
            let before = known.len();
            known.extend(found.iter().cloned());
            self.changed |= known.len() > before;
            self.mixes |= known.len() > 1;
        }
    }
}

impl Visit<'_> for Mixes {
    fn visit_local(&mut self, it: &syn::Local) {
        if let Some(init) = &it.init {
            self.flows(&init.expr, &names_in(&it.pat));
        }
        visit::visit_local(self, it);
    }
    fn visit_expr_let(&mut self, it: &syn::ExprLet) {
        self.flows(&it.expr, &names_in(&it.pat));
        visit::visit_expr_let(self, it);
    }
    fn visit_expr_match(&mut self, it: &syn::ExprMatch) {
        for arm in &it.arms {
            self.flows(&it.expr, &names_in(&arm.pat));
        }
        visit::visit_expr_match(self, it);
    }
    fn visit_expr_for_loop(&mut self, it: &syn::ExprForLoop) {
        self.flows(&it.expr, &names_in(&it.pat));
        visit::visit_expr_for_loop(self, it);
    }
    fn visit_expr_assign(&mut self, it: &syn::ExprAssign) {
        self.flows(&it.right, &it.left);
        visit::visit_expr_assign(self, it);
    }
    fn visit_expr_method_call(&mut self, it: &syn::ExprMethodCall) {
        self.flows(&it.args, &it.receiver);
        visit::visit_expr_method_call(self, it);
    }
    fn visit_expr_call(&mut self, it: &syn::ExprCall) {
        // `swap(&mut a, &mut b)`
        for arg in it.args.iter().filter(|arg| is_mutable_borrow(arg)) {
            self.flows(&it.args, arg);
        }
        visit::visit_expr_call(self, it);
    }
    fn visit_macro(&mut self, mac: &Macro) {
        if let Some(call) = MacroCall::parse(mac) {
            call.args.iter().for_each(|arg| self.visit_expr(&arg.value));
        } else if let Some(value) = yielded(mac) {
            self.visit_expr(&value);
        }
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}

fn is_mutable_borrow(expr: &Expr) -> bool {
    matches!(expr, Expr::Reference(it) if it.mutability.is_some())
}

/// What a pattern may bind.
fn names_in(pat: &Pat) -> TokenStream {
    struct Names(Vec<Ident>);
    impl Visit<'_> for Names {
        fn visit_pat_ident(&mut self, it: &syn::PatIdent) {
            self.0.push(it.ident.clone());
            visit::visit_pat_ident(self, it);
        }
    }
    let mut names = Names(Vec::new());
    names.visit_pat(pat);
    names.0.iter().map(ToTokens::to_token_stream).collect()
}

fn idents(tokens: &TokenStream) -> BTreeSet<String> {
    fn collect(tokens: TokenStream, found: &mut BTreeSet<String>) {
        for tree in tokens {
            match tree {
                TokenTree::Ident(ident) => drop(found.insert(ident.to_string())),
                TokenTree::Group(group) => collect(group.stream(), found),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
    let mut found = BTreeSet::new();
    collect(tokens.clone(), &mut found);
    found
}
