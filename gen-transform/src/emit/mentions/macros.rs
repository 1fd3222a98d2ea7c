//! Macro calls: std's by their grammar, unknown ones by the names in their tokens.

use super::{Rewrite, caught, goto_target};
use crate::analyse::{Context as Use, Look};
use crate::emit::Context;
use crate::emit::spans::respan;
use crate::resolve::{
    CAPTURED, DECLARES, DEFINED, DEFINES, JUMPS, LocalId, Name, decode, marked, marked_definitions,
    replace_names, visit_idents, without_carried,
};
use crate::syntax::MacroCall;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprMacro, Macro, Stmt, StmtMacro};

impl Rewrite<'_, '_> {
    /// A macro call as an expression, if it becomes another expression.
    pub fn macro_expr(&mut self, it: &mut ExprMacro) -> Option<Expr> {
        if let Some(target) = goto_target(&it.mac) {
            let jump = (self.jump)(target);
            return Some(syn::parse_quote!({ #jump }));
        }
        let declared = marked(it.mac.tokens.clone(), DECLARES);
        let jumps = marked(it.mac.tokens.clone(), JUMPS);
        let call = self.macro_call(&mut it.mac);
        if let Some(notes) = jumps {
            return Some(caught::called(it, call.unwrap_or_default(), notes));
        }
        if let Some(declared) = declared {
            let (before, after) = call.unwrap_or_default();
            return Some(syn::parse_quote!({ #before #it; #after (#declared) }));
        }
        let (before, after) = call?;
        let result = Ident::new("result", Span::mixed_site());
        Some(syn::parse_quote!({ #before let #result = #it; #after #result }))
    }

    /// A macro call as a statement, if it becomes another statement.
    pub fn macro_stmt(&mut self, it: &mut StmtMacro) -> Option<Stmt> {
        if let Some(target) = goto_target(&it.mac) {
            let jump = (self.jump)(target);
            return Some(syn::parse_quote!({ #jump }));
        }
        let (before, after) = self.macro_call(&mut it.mac)?;
        Some(syn::parse_quote!({ #before #it #after }))
    }

    /// Rewrites the arguments of a macro; for an unknown one, returns what has to stand before and after it.
    fn macro_call(&mut self, mac: &mut Macro) -> Option<(TokenStream, TokenStream)> {
        let Some(mut call) = MacroCall::parse(mac) else {
            return self.unknown_macro(mac);
        };
        if call.names_its_condition() {
            self.assertion(&mut call);
            call.write_to(mac);
            return None;
        }
        call.args.retain_mut(|arg| {
            let captured = arg.name.as_ref().and_then(decode);
            self.visit_expr_mut(&mut arg.value);
            let original = captured.map(|name| &self.cx.body.locals.get(name.local).ident);
            arg.name = original.cloned().or(arg.name.take());
            // A variable of the name in the format string is what the string captures.
            original.is_none_or(|original| !is_variable(&arg.value, original))
        });
        if let Some((pat, guard)) = &mut call.pattern {
            self.visit_pat_mut(pat);
            guard
                .iter_mut()
                .for_each(|guard| self.visit_expr_mut(guard));
        }
        if let Some(len) = &mut call.repeat {
            self.visit_expr_mut(len);
        }
        call.write_to(mac);
        None
    }

    /// A macro of unknown grammar: what it mentions is a real variable of the same name while it runs. The `macro_rules!` of the
    /// body that it needs are defined again where what they name is at hand in another way than where they stand.
    ///
    /// Input: `log!("{x}", y)` · Output: `{ let mut x = take(x_slot); let result = log!("{x}", y); *x_slot = Some(x); result }`
    fn unknown_macro(&mut self, mac: &mut Macro) -> Option<(TokenStream, TokenStream)> {
        let mut definitions = Vec::new();
        marked_definitions(mac.tokens.clone(), DEFINED, &mut definitions);
        let (given, _) = without_carried(mac.tokens.clone());
        let mut slots = self.slots_in(given.clone());
        slots.retain(|(name, _)| !self.looks_at(name.local));
        let captured = captured_names(given.clone());
        let aliases = self.capture_aliases(&captured);
        mac.tokens = self.arguments(given);
        let in_sight = definitions.iter().all(|(number, definition)| {
            self.access.defined.contains(number) && !names_any(definition, &slots)
        });
        if slots.is_empty() && aliases.is_empty() && in_sight {
            return None;
        }
        let (mut before, mut after) = (TokenStream::new(), TokenStream::new());
        let mut inner = self.access.clone();
        for (name, _) in slots {
            let variable = self.cx.names.variable(name.local);
            let out = self.cx.take(name.local, Span::mixed_site());
            let spent = name
                .mention
                .is_some_and(|mention| !self.live_after(mention));
            before.extend(quote!(let mut #variable = #out;));
            after.extend(self.cx.put_back(name.local, spent && !self.in_closure));
            inner.plain.insert(name.local);
        }
        let (behind, in_front) = aliases.into_iter().partition::<Vec<_>, _>(|(local, _)| {
            self.hides_another(*local, &captured, &definitions)
        });
        before.extend(in_front.into_iter().map(|(_, alias)| alias));
        for (_, definition) in definitions {
            before.extend(
                Rewrite::new(self.cx, &inner, &mut |_| TokenStream::new()).definition(definition),
            );
        }
        before.extend(behind.into_iter().map(|(_, alias)| alias));
        Some((before, after))
    }

    /// The arguments of an unknown macro: the names of the variables, and of what is looked at the place, where the macro takes it
    /// for one.
    ///
    /// Input: `"{} {}", x.len(), f(y)` · Output: `"{} {}", (*x).len(), f(y)` (`x` in place, `y` a variable)
    fn arguments(&self, tokens: TokenStream) -> TokenStream {
        replace_names(tokens, &mut |name, span| {
            let variable = respan(self.cx.names.variable(name.local), span);
            let info = name
                .mention
                .and_then(|mention| self.cx.layout.mention(mention));
            let in_place = info.is_some_and(|info| {
                matches!(info.context, Use::Look(Look::InPlace | Look::Operand))
            });
            if !in_place || !self.looks_at(name.local) {
                return Some(variable.into());
            }
            let place = quote_spanned!(variable.span()=> *#variable);
            let mut place = Group::new(Delimiter::Parenthesis, place);
            place.set_span(variable.span());
            Some(place.into())
        })
    }

    /// Whether an unknown macro reaches a local by the reference to it.
    fn looks_at(&self, local: LocalId) -> bool {
        self.access.looked_at.contains(&local) && !self.access.plain.contains(&local)
    }

    /// A `macro_rules!` of the body, what it names in the way that it is at hand here.
    ///
    /// Input: `macro_rules! add { ($e:expr) => { list.push($e) } }` · Output: `macro_rules! add { ($e:expr) => { (*list).push($e) } }`
    pub fn definition(&self, tokens: TokenStream) -> TokenStream {
        replace_names(tokens, &mut |name, span| {
            let mention = self.mention(name, span);
            let mut trees = quote!(#mention).into_iter();
            match (trees.next()?, trees.next()) {
                (single, None) => Some(single),
                _ => Some(Group::new(Delimiter::Parenthesis, quote!(#mention)).into()),
            }
        })
    }

    /// Writes the `macro_rules!` that calls in a closure carry in front of its body, what they name being captured there.
    ///
    /// Input: `|k| add!(k)` · Output: `|k| { macro_rules! add { .. } add!(k) }`
    pub fn closure_body(&mut self, body: &mut Expr) {
        let (mut own, mut carried) = (Vec::new(), Vec::new());
        marked_definitions(quote!(#body), DEFINES, &mut own);
        marked_definitions(quote!(#body), DEFINED, &mut carried);
        let mut inner = self.access.clone();
        inner
            .defined
            .extend(own.into_iter().map(|(number, _)| number));
        let mut definitions = TokenStream::new();
        for (number, definition) in carried {
            if inner.defined.insert(number) || !self.slots_in(definition.clone()).is_empty() {
                definitions.extend(self.definition(definition));
            }
        }
        Rewrite {
            cx: self.cx,
            access: &inner,
            jump: self.jump,
            in_closure: self.in_closure,
            in_argument: self.in_argument,
        }
        .visit_expr_mut(body);
        if !definitions.is_empty() {
            *body = syn::parse_quote!({ #definitions #body });
        }
    }

    /// Names that a string literal of an unknown macro captures, where the variable is called otherwise here.
    fn capture_aliases(&self, captured: &[Name]) -> Vec<(LocalId, TokenStream)> {
        let mut aliases = Vec::new();
        for name in captured {
            let original = &self.cx.body.locals.get(name.local).ident;
            let variable = self.cx.names.variable(name.local);
            if original != variable && original != "self" {
                aliases.push((name.local, quote!(let #original = &#variable;)));
            }
        }
        aliases
    }

    /// Whether the user's name of a captured local means another one where the definitions stand: an older one of the same
    /// name, or one that is called so here.
    fn hides_another(
        &self,
        local: LocalId,
        captured: &[Name],
        definitions: &[(usize, TokenStream)],
    ) -> bool {
        let user = |local: LocalId| &self.cx.body.locals.get(local).ident;
        let original = user(local);
        let mut hidden = captured
            .iter()
            .any(|it| it.local < local && user(it.local) == original);
        for (_, definition) in definitions {
            visit_idents(definition.clone(), &mut |ident| {
                let other = decode(ident).map(|name| name.local);
                hidden |=
                    other.is_some_and(|it| it != local && self.cx.names.variable(it) == original);
            });
        }
        hidden
    }
}

/// Whether an expression is a variable of this name.
fn is_variable(expr: &Expr, name: &Ident) -> bool {
    matches!(expr, Expr::Path(it) if it.path.is_ident(name)) && name != "self"
}

/// Whether a definition names one of these locals.
fn names_any(definition: &TokenStream, locals: &[(Name, Span)]) -> bool {
    let mut found = false;
    visit_idents(definition.clone(), &mut |ident| {
        let name = decode(ident);
        found |= name.is_some_and(|name| locals.iter().any(|(it, _)| it.local == name.local));
    });
    found
}

/// The names in the marker of captured names.
fn captured_names(tokens: TokenStream) -> Vec<Name> {
    let idents = marked(tokens, CAPTURED).into_iter().flatten();
    let names = idents.filter_map(|tree| match tree {
        TokenTree::Ident(ident) => decode(&ident),
        _ => None,
    });
    names.collect()
}

/// The arguments of a macro in a pattern, with the names of the variables that it binds. `fields`: whether these are the fields
/// of a struct, where a name alone is that of a field, too.
///
/// Input: `P { ref __local3 }` · Output: `P { x: ref x_1 }`
pub fn bound(cx: &Context<'_>, tokens: TokenStream, fields: bool) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) => match decode(&ident) {
                Some(name) => {
                    if fields {
                        let field = &cx.body.locals.get(name.local).ident;
                        spell_out(&mut out, field);
                    }
                    out.push(respan(cx.names.variable(name.local), ident.span()).into());
                }
                None => out.push(ident.into()),
            },
            TokenTree::Group(group) => {
                let named = matches!(out.last(), Some(TokenTree::Ident(_)));
                let fields = named && group.delimiter() == Delimiter::Brace;
                let mut renamed = Group::new(group.delimiter(), bound(cx, group.stream(), fields));
                renamed.set_span(group.span());
                out.push(renamed.into());
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

/// Writes the name of the field in front of a binding, and of its `ref` and `mut`, unless it stands there.
fn spell_out(out: &mut Vec<TokenTree>, field: &Ident) {
    let is_modifier =
        |tree: &&TokenTree| matches!(tree, TokenTree::Ident(it) if it == "ref" || it == "mut");
    let modifiers = out.iter().rev().take_while(is_modifier).count();
    let at = out.len() - modifiers;
    let is_colon = |tree: &TokenTree| matches!(tree, TokenTree::Punct(it) if it.as_char() == ':');
    if !out[..at].last().is_some_and(is_colon) {
        out.splice(at..at, quote!(#field:));
    }
}
