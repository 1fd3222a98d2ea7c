//! The walk that resolves names: scopes are pushed and popped as Rust does it, each name is encoded where it stands.

use super::patterns::{binds, starts_upper};
use super::scope::{Key, Scopes};
use super::{LocalDecl, LocalId, LocalKind, Locals, bindings, encode, tokens};
use crate::input::Param;
use crate::syntax::{MacroArg, MacroCall, format_captures};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Item, Local, Macro, Member, Pat, Stmt};

/// Marks, at the end of an unknown macro's arguments, the locals that its string literals capture.
pub const CAPTURED: &str = "__captured";

#[derive(Default)]
pub struct Resolver {
    pub locals: Locals,
    scopes: Scopes,
    /// The bindings of the pattern being declared, so that the alternatives of an or-pattern share theirs.
    pattern: Vec<(Key, LocalId)>,
    /// Whether an upper-case name in the pattern being declared is a binding (`let N = 5;`), too.
    upper_binds: bool,
}

impl Resolver {
    /// Declares the local a parameter arrives in, and its pattern where that is more than a name.
    pub fn declare_param(&mut self, param: &Param) -> (LocalId, Option<Pat>) {
        let plain = match &param.pat {
            Pat::Ident(it) if it.by_ref.is_none() && it.subpat.is_none() => {
                Some(it.mutability.is_some())
            }
            _ => None,
        };
        let local = self.locals.add(LocalDecl {
            ident: param.ident.clone(),
            mutable: plain.unwrap_or(true),
            kind: LocalKind::Param,
            ty: param.ty.clone().or_else(|| {
                param
                    .receiver
                    .as_ref()
                    .map(|receiver| (*receiver.ty).clone())
            }),
            init: None,
            item_of: None,
            generic: false,
            by_ref: false,
        });
        match plain {
            Some(_) => {
                self.scopes.bind(Key::of(&param.ident), local);
                (local, None)
            }
            None => {
                let mut pat = param.pat.clone();
                self.declare(&mut pat, true);
                (local, Some(pat))
            }
        }
    }

    /// Resolves the body in the scope of the parameters.
    pub fn resolve_body(&mut self, body: &mut Block) {
        self.visit_block_mut(body);
    }

    /// Runs `within` in a scope of its own.
    fn scoped(&mut self, within: impl FnOnce(&mut Self)) {
        let depth = self.scopes.depth();
        within(self);
        self.scopes.truncate(depth);
    }

    /// Declares and encodes the bindings of `pat` in the current scope.
    fn declare(&mut self, pat: &mut Pat, upper_binds: bool) {
        let outer = std::mem::take(&mut self.pattern);
        let outer_upper = std::mem::replace(&mut self.upper_binds, upper_binds);
        self.visit_pat_mut(pat);
        self.upper_binds = outer_upper;
        for (key, local) in std::mem::replace(&mut self.pattern, outer) {
            self.scopes.bind(key, local);
        }
    }

    fn declare_ident(&mut self, ident: &Ident, mutable: bool, by_ref: bool) -> LocalId {
        let key = Key::of(ident);
        if let Some((_, local)) = self.pattern.iter().find(|(known, _)| *known == key) {
            return *local;
        }
        let local = self.locals.add(LocalDecl {
            ident: ident.clone(),
            mutable,
            kind: LocalKind::User,
            ty: None,
            init: None,
            item_of: None,
            generic: false,
            by_ref,
        });
        self.pattern.push((key, local));
        local
    }

    fn mention(&mut self, ident: &Ident) -> Option<Ident> {
        let local = self.scopes.lookup(&Key::of(ident))?;
        Some(self.locals.mention(local, ident.span()))
    }

    /// Items of a block are in sight in all of it and take over a local's name.
    fn hide_items(&mut self, block: &Block) {
        for stmt in &block.stmts {
            let Stmt::Item(item) = stmt else { continue };
            let ident = match item {
                Item::Fn(it) => &it.sig.ident,
                Item::Const(it) => &it.ident,
                Item::Static(it) => &it.ident,
                _ => continue,
            };
            self.scopes.hide(Key::of(ident));
        }
    }

    /// Adds `name = name` for each local that a format string captures.
    ///
    /// Input: `"{x}: {}", y` · Output: `"{x}: {}", y, __local0_4 = __local0_4`
    fn explicit_captures(&mut self, call: &mut MacroCall) {
        let Some(Expr::Lit(literal)) = call
            .format_at()
            .and_then(|at| call.args.get(at))
            .map(|arg| &arg.value)
        else {
            return;
        };
        let syn::Lit::Str(text) = &literal.lit else {
            return;
        };
        let span = text.span();
        for name in format_captures(&text.value()) {
            let explicit = call
                .args
                .iter()
                .any(|arg| arg.name.as_ref().is_some_and(|known| *known == name));
            if !explicit && let Some(mention) = self.captured(&name, span) {
                let value = syn::parse_quote!(#mention);
                call.args.push(MacroArg {
                    name: Some(mention),
                    value,
                });
            }
        }
    }

    fn captured(&mut self, name: &str, span: Span) -> Option<Ident> {
        let local = self.scopes.lookup(&Key::new(name.to_string(), span))?;
        Some(self.locals.mention(local, span))
    }

    /// Encodes what an unknown macro mentions, by name and in string literals.
    fn unknown_macro(&mut self, mac: &mut Macro) {
        let mut literals = Vec::new();
        tokens::string_literals(&mac.tokens, &mut literals);
        mac.tokens = tokens::encode_macro_tokens(
            std::mem::take(&mut mac.tokens),
            &self.scopes,
            &mut self.locals,
        );
        let mut captured = TokenStream::new();
        for literal in literals {
            for name in format_captures(&literal.to_string()) {
                let mention = self.captured(&name, literal.span());
                captured.extend(mention.map(|ident| quote!(#ident)));
            }
        }
        if !captured.is_empty() {
            let marker = Ident::new(CAPTURED, Span::mixed_site());
            mac.tokens.extend(quote!(#marker(#captured)));
        }
    }
}

/// What a pattern binds in something that a `&mut` variable refers to is a `&mut`, too.
fn note_references(locals: &mut Locals, pat: &Pat, matched: &Expr) {
    let Expr::Path(path) = crate::syntax::unparen(matched) else {
        return;
    };
    let Some(name) = path.path.get_ident().and_then(encode::decode) else {
        return;
    };
    if super::is_plain_binding(pat).is_some()
        || !crate::analyse::types::is_mut_reference(locals, name.local)
    {
        return;
    }
    for local in bindings(pat) {
        locals
            .get_mut(local)
            .ty
            .get_or_insert_with(|| syn::parse_quote!(&mut _));
    }
}

/// The type annotation and initialiser of a plain `let` are kept with its local, those of a tuple with its elements.
fn note_declaration(locals: &mut Locals, pat: &Pat, init: Option<&Expr>) {
    if let (Pat::Tuple(pats), Some(Expr::Tuple(values))) = (pat, init)
        && pats.elems.len() == values.elems.len()
    {
        for (pat, value) in pats.elems.iter().zip(&values.elems) {
            note_declaration(locals, pat, Some(value));
        }
        return;
    }
    let Some(id) = super::is_plain_binding(pat) else {
        return;
    };
    let decl = locals.get_mut(id);
    if let Pat::Type(typed) = pat {
        decl.ty = Some((*typed.ty).clone());
    }
    decl.init = init.cloned();
}

impl VisitMut for Resolver {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.scoped(|this| {
            this.hide_items(block);
            visit_mut::visit_block_mut(this, block);
        });
    }

    fn visit_local_mut(&mut self, local: &mut Local) {
        if let Some(init) = &mut local.init {
            self.visit_expr_mut(&mut init.expr);
            if let Some((_, diverge)) = &mut init.diverge {
                self.visit_expr_mut(diverge);
            }
        }
        let names_itself = matches!((&local.pat, &local.init), (Pat::Ident(pat), Some(init))
            if matches!(&*init.expr, Expr::Path(path) if path.path.is_ident(&pat.ident) && starts_upper(&pat.ident)));
        let plain = matches!(&local.pat, Pat::Ident(_))
            || matches!(&local.pat, Pat::Type(it) if matches!(*it.pat, Pat::Ident(_)));
        self.declare(&mut local.pat, plain && !names_itself);
        let init = local
            .init
            .as_ref()
            .filter(|init| init.diverge.is_none())
            .map(|init| &*init.expr);
        note_declaration(&mut self.locals, &local.pat, init);
        if let Some(init) = &local.init {
            note_references(&mut self.locals, &local.pat, &init.expr);
        }
    }

    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Ident(it) => {
                if binds(it) || self.upper_binds {
                    let local = self.declare_ident(
                        &it.ident,
                        it.mutability.is_some() && it.by_ref.is_none(),
                        it.by_ref.is_some(),
                    );
                    it.ident = encode::binding(local, it.ident.span());
                }
                if let Some((_, sub)) = &mut it.subpat {
                    self.visit_pat_mut(sub);
                }
            }
            Pat::Struct(it) => {
                for field in &mut it.fields {
                    // `P { n }` is `P { n: n }` with the binding encoded.
                    field.colon_token.get_or_insert_with(Default::default);
                    self.visit_pat_mut(&mut field.pat);
                }
            }
            Pat::Type(it) => self.visit_pat_mut(&mut it.pat),
            Pat::Macro(_) | Pat::Const(_) | Pat::Lit(_) | Pat::Path(_) | Pat::Range(_) => {}
            other => {
                let outer = std::mem::replace(&mut self.upper_binds, false);
                visit_mut::visit_pat_mut(self, other);
                self.upper_binds = outer;
            }
        }
    }

    fn visit_type_mut(&mut self, _: &mut syn::Type) {}

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Group(group) = expr {
            *expr = visible_group(group);
        }
        match expr {
            Expr::Path(it) if it.qself.is_none() => {
                if let Some(ident) = it.path.get_ident()
                    && let Some(mention) = self.mention(ident)
                {
                    it.path = mention.into();
                }
            }
            Expr::Struct(it) => {
                for field in &mut it.fields {
                    if let Member::Named(_) = field.member {
                        field.colon_token.get_or_insert_with(Default::default);
                    }
                    self.visit_expr_mut(&mut field.expr);
                }
                if let Some(rest) = &mut it.rest {
                    self.visit_expr_mut(rest);
                }
            }
            Expr::If(it) => {
                self.scoped(|this| {
                    this.visit_expr_mut(&mut it.cond);
                    this.visit_block_mut(&mut it.then_branch);
                });
                if let Some((_, otherwise)) = &mut it.else_branch {
                    self.visit_expr_mut(otherwise);
                }
            }
            Expr::While(it) => self.scoped(|this| {
                this.visit_expr_mut(&mut it.cond);
                this.visit_block_mut(&mut it.body);
            }),
            Expr::Let(it) => {
                self.visit_expr_mut(&mut it.expr);
                self.declare(&mut it.pat, false);
                note_references(&mut self.locals, &it.pat, &it.expr);
            }
            Expr::ForLoop(it) => {
                self.visit_expr_mut(&mut it.expr);
                self.scoped(|this| {
                    this.declare(&mut it.pat, true);
                    if let Some(local) = super::is_plain_binding(&it.pat) {
                        this.locals.get_mut(local).item_of = Some((*it.expr).clone());
                    }
                    this.visit_block_mut(&mut it.body);
                });
            }
            Expr::Match(it) => {
                self.visit_expr_mut(&mut it.expr);
                for arm in &mut it.arms {
                    self.scoped(|this| {
                        this.declare(&mut arm.pat, false);
                        note_references(&mut this.locals, &arm.pat, &it.expr);
                        if let Some((_, guard)) = &mut arm.guard {
                            this.visit_expr_mut(guard);
                        }
                        this.visit_expr_mut(&mut arm.body);
                    });
                }
            }
            Expr::Closure(it) => self.scoped(|this| {
                for input in &mut it.inputs {
                    this.declare(input, true);
                }
                this.visit_expr_mut(&mut it.body);
            }),
            Expr::Const(_) => {}
            Expr::Repeat(it) => self.visit_expr_mut(&mut it.expr),
            other => visit_mut::visit_expr_mut(self, other),
        }
    }

    fn visit_item_mut(&mut self, _: &mut Item) {}

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if crate::syntax::yield_kind(mac).is_some() {
            // `yield_!()` yields `()`; anything else is one expression, as `check` has made sure.
            if let Ok(mut value) = syn::parse2::<Expr>(mac.tokens.clone()) {
                self.visit_expr_mut(&mut value);
                mac.tokens = quote!(#value);
            }
            return;
        }
        match MacroCall::parse(mac) {
            Some(mut call) => {
                for arg in &mut call.args {
                    self.visit_expr_mut(&mut arg.value);
                }
                if let Some(len) = &mut call.repeat {
                    self.visit_expr_mut(len);
                }
                if let Some((pat, guard)) = &mut call.pattern {
                    self.scoped(|this| {
                        this.declare(pat, false);
                        if let Some(guard) = guard {
                            this.visit_expr_mut(guard);
                        }
                    });
                }
                self.explicit_captures(&mut call);
                call.write_to(mac);
            }
            None => self.unknown_macro(mac),
        }
    }
}

/// Parentheses in place of an invisible group of `macro_rules!`, which rustc does not see when it comes out of a macro
/// again.
fn visible_group(group: &syn::ExprGroup) -> Expr {
    match &*group.expr {
        atom @ (Expr::Path(_)
        | Expr::Lit(_)
        | Expr::Block(_)
        | Expr::Macro(_)
        | Expr::Paren(_)
        | Expr::Tuple(_)
        | Expr::Array(_)) => atom.clone(),
        other => syn::parse_quote!((#other)),
    }
}

/// The locals that an expression's `let` conditions bind (`if let A(x) = a && let B(y) = b`).
pub fn condition_bindings(cond: &Expr) -> Vec<LocalId> {
    match crate::syntax::unparen(cond) {
        Expr::Let(it) => bindings(&it.pat),
        Expr::Binary(it) if matches!(it.op, syn::BinOp::And(_)) => {
            let mut found = condition_bindings(&it.left);
            found.extend(condition_bindings(&it.right));
            found
        }
        _ => Vec::new(),
    }
}
