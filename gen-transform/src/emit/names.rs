//! What each local is called in the emitted code.

use crate::ir::Body;
use crate::resolve::{LocalId, decode, decode_text, visit_idents};
use crate::syntax::{MacroCall, each_macro_arg, is_text, yield_kind};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::format_ident;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::Visit;
use syn::{ExprMethodCall, Macro, Member};

/// The names in the state machine: unique in the function, the user's own wherever that is unambiguous.
pub struct Names {
    variables: Vec<Ident>,
    slots: Vec<Ident>,
}

impl Names {
    /// Chooses names for all locals of `body`. A macro may show the text of its arguments: what one mentions is the first to have
    /// its own name.
    pub fn choose(body: &Body) -> Names {
        let mut taken = BTreeSet::new();
        FreeNames(&mut taken).visit_block(&body.plain);
        let mut shown = Shown(BTreeSet::new());
        if body.macros.may_show() {
            shown.visit_block(&body.plain);
        }
        let mut numbers = BTreeMap::new();
        let (first, second): (Vec<_>, Vec<_>) =
            body.locals.ids().partition(|id| shown.0.contains(id));
        let chosen: BTreeMap<LocalId, Ident> = first
            .into_iter()
            .chain(second)
            .map(|id| {
                let ident = &body.locals.get(id).ident;
                (id, unique(ident, &mut taken, &mut numbers))
            })
            .collect();
        let variables: Vec<Ident> = chosen.into_values().collect();
        let slots = variables.iter().map(|variable| {
            format_ident!(
                "{}_slot",
                plain_text(variable),
                span = Span::mixed_site().located_at(variable.span())
            )
        });
        Names {
            slots: slots.collect(),
            variables,
        }
    }

    /// The variable of a local, or the reference it is used through.
    pub fn variable(&self, local: LocalId) -> &Ident {
        &self.variables[local.index()]
    }

    /// The `Option` a local is kept in, and its field in the frame.
    pub fn slot(&self, local: LocalId) -> &Ident {
        &self.slots[local.index()]
    }
}

fn plain_text(ident: &Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_string()
}

/// The identifier itself, or with a number behind it where the name is taken; `self` becomes `this`.
fn unique(
    ident: &Ident,
    taken: &mut BTreeSet<String>,
    numbers: &mut BTreeMap<String, usize>,
) -> Ident {
    let is_self = ident == "self";
    let text = if is_self {
        "this".to_string()
    } else {
        ident.to_string()
    };
    // `r#name` is another way to write `name`.
    let plain = text.trim_start_matches("r#");
    if taken.insert(plain.to_string()) {
        return if is_self {
            Ident::new("this", ident.span())
        } else {
            ident.clone()
        };
    }
    let number = numbers.entry(plain.to_string()).or_default();
    loop {
        *number += 1;
        let name = format!("{plain}_{number}");
        if taken.insert(name.clone()) {
            return Ident::new(&name, ident.span());
        }
    }
}

/// The locals that macros mention of which nothing is known, and `dbg!`.
struct Shown(BTreeSet<LocalId>);

impl Visit<'_> for Shown {
    fn visit_macro(&mut self, mac: &Macro) {
        let is_known = yield_kind(mac).is_some() || MacroCall::parse(mac).is_some();
        if !is_known || mac.path.is_ident("dbg") {
            visit_idents(mac.tokens.clone(), &mut |ident| {
                self.0.extend(decode(ident).map(|name| name.local));
            });
        }
        each_macro_arg(mac, &mut |arg| self.visit_expr(arg));
    }
}

/// Names in the body that are not locals: functions, constants, what macros mention.
struct FreeNames<'a>(&'a mut BTreeSet<String>);

impl FreeNames<'_> {
    /// What macros mention, but for names behind a `.`.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut behind_dot = false;
        for tree in tokens {
            let is_name = !std::mem::take(&mut behind_dot);
            match tree {
                TokenTree::Ident(ident) if is_name => self.visit_ident(&ident),
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(punct) => behind_dot = punct.as_char() == '.',
                TokenTree::Ident(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

impl Visit<'_> for FreeNames<'_> {
    fn visit_ident(&mut self, ident: &Ident) {
        let text = ident.to_string();
        if decode_text(&text).is_none() {
            self.0.insert(text.trim_start_matches("r#").to_string());
        }
    }
    fn visit_expr_method_call(&mut self, it: &ExprMethodCall) {
        self.visit_expr(&it.receiver);
        it.turbofish
            .iter()
            .for_each(|of| self.visit_angle_bracketed_generic_arguments(of));
        it.args.iter().for_each(|arg| self.visit_expr(arg));
    }
    fn visit_member(&mut self, _: &Member) {}
    fn visit_macro(&mut self, mac: &Macro) {
        self.visit_path(&mac.path);
        if !is_text(mac) {
            self.tokens(mac.tokens.clone());
        }
    }
    fn visit_token_stream(&mut self, tokens: &TokenStream) {
        self.tokens(tokens.clone());
    }
}
