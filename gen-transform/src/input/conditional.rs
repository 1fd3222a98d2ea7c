//! `#[cfg]` inside a generator.
//!
//! A macro cannot ask whether a condition holds, and a variable, a parameter or a yield that may or may not be there changes
//! what everything after it means. So the function is expanded once with and once without it, and rustc picks.
//!
//! Input: `fn f() -> u8 { #[cfg(p)] let x = 1; .. }` ·
//! Output: `#[cfg(p)] fn f() -> u8 { let x = 1; .. }  #[cfg(not(p))] fn f() -> u8 { .. }`

use crate::syntax::{expr_yields, known_macro, names, own_attrs, stmt_yields};
use proc_macro2::TokenStream;
use quote::{ToTokens, TokenStreamExt, quote};
use syn::parse::Parser;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Attribute, Block, FieldPat, FieldValue, FnArg, ItemFn, Macro, Meta, Stmt};

/// With so many conditions there are sixteen versions of the function.
const MOST: usize = 4;

/// Code in which each condition has been decided, and the condition under which that is what is meant.
pub struct Version {
    /// The operand of `#[cfg(..)]`.
    pub condition: TokenStream,
    /// What is left.
    pub code: TokenStream,
}

/// What conditions can be decided in.
trait Conditional: Clone + ToTokens {
    /// Calls `visit` for the attributes of everything that a condition may decide on.
    fn conditions(&self, find: &mut Find);
    /// Removes what does not hold.
    fn decide(&mut self, decide: &mut Decide<'_>);
}

impl Conditional for ItemFn {
    fn conditions(&self, find: &mut Find) {
        self.sig
            .inputs
            .iter()
            .for_each(|arg| find.attrs(arg_attrs(arg)));
        find.visit_block(&self.block);
    }
    fn decide(&mut self, decide: &mut Decide<'_>) {
        let inputs = std::mem::take(&mut self.sig.inputs).into_iter();
        let kept =
            inputs.filter_map(|mut arg| decide.holds(arg_attrs_mut(&mut arg)).then_some(arg));
        self.sig.inputs = kept.collect();
        decide.visit_block_mut(&mut self.block);
    }
}

/// The statements of a `gen_!`.
#[derive(Clone)]
struct Anonymous {
    capture_move: Option<syn::Token![move]>,
    block: Block,
}

impl Anonymous {
    /// Those of a `gen_!` inside another generator.
    fn of(mac: &Macro) -> Option<Anonymous> {
        let is_gen = mac.path.segments.last()?.ident == "gen_";
        Anonymous::parse(mac.tokens.clone()).filter(|_| is_gen)
    }

    /// `None` for a generator expression, which has no statements.
    fn parse(tokens: TokenStream) -> Option<Anonymous> {
        let parser = |input: syn::parse::ParseStream<'_>| {
            Ok(Anonymous {
                capture_move: input.parse()?,
                block: Block {
                    brace_token: Default::default(),
                    stmts: input.call(Block::parse_within)?,
                },
            })
        };
        parser.parse2(tokens).ok()
    }
}

impl ToTokens for Anonymous {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.capture_move.to_tokens(tokens);
        tokens.append_all(&self.block.stmts);
    }
}

impl Conditional for Anonymous {
    fn conditions(&self, find: &mut Find) {
        find.visit_block(&self.block);
    }
    fn decide(&mut self, decide: &mut Decide<'_>) {
        decide.visit_block_mut(&mut self.block);
    }
}

/// The versions of a function; `None` if there is one.
///
/// # Errors
/// The condition that is one too many.
pub fn function_versions(item: &TokenStream) -> syn::Result<Option<Vec<Version>>> {
    // Most often there is nothing to look for.
    if !names(item, "cfg") {
        return Ok(None);
    }
    syn::parse2(super::groups::flatten(item.clone()))
        .map_or(Ok(None), |function: ItemFn| versions(&function))
}

/// The same for what stands in a `gen_!`.
///
/// # Errors
/// The condition that is one too many.
pub fn block_versions(tokens: &TokenStream) -> syn::Result<Option<Vec<Version>>> {
    if !names(tokens, "cfg") {
        return Ok(None);
    }
    Anonymous::parse(tokens.clone()).map_or(Ok(None), |block| versions(&block))
}

/// A version for each way to decide the conditions in `code`; `None` if there is none to decide.
fn versions<T: Conditional>(code: &T) -> syn::Result<Option<Vec<Version>>> {
    let mut find = Find(Vec::new());
    code.conditions(&mut find);
    let conditions = find.0;
    if let Some(condition) = conditions.get(MOST) {
        let message = "a generator can have four different `#[cfg]` conditions on its statements, parameters and yields: \
                       put what depends on this one into a function of its own";
        return Err(syn::Error::new_spanned(condition, message));
    }
    if conditions.is_empty() {
        return Ok(None);
    }
    let choices = 0..1_u32 << conditions.len();
    let versions = choices.map(|choice| {
        let chosen = conditions.iter().enumerate();
        let chosen: Vec<(&Meta, bool)> = chosen
            .map(|(index, condition)| (condition, choice >> index & 1 == 0))
            .collect();
        let mut code = code.clone();
        code.decide(&mut Decide(&chosen));
        let conditions = chosen.iter().map(|(condition, holds)| match holds {
            true => quote!(#condition),
            false => quote!(not(#condition)),
        });
        Version {
            condition: quote!(all(#(#conditions),*)),
            code: code.into_token_stream(),
        }
    });
    Ok(Some(versions.collect()))
}

/// The condition of a `#[cfg(..)]`, without the `not`s around it, and whether it has to hold.
fn condition(attr: &Attribute) -> Option<(Meta, bool)> {
    if !attr.path().is_ident("cfg") {
        return None;
    }
    let mut condition: Meta = attr.parse_args().ok()?;
    let mut holds = true;
    while let Meta::List(list) = &condition
        && list.path.is_ident("not")
    {
        condition = list.parse_args().ok()?;
        holds = !holds;
    }
    Some((condition, holds))
}

fn is_same(left: &Meta, right: &Meta) -> bool {
    left.to_token_stream().to_string() == right.to_token_stream().to_string()
}

fn arg_attrs(arg: &FnArg) -> &[Attribute] {
    match arg {
        FnArg::Receiver(it) => &it.attrs,
        FnArg::Typed(it) => &it.attrs,
    }
}

fn arg_attrs_mut(arg: &mut FnArg) -> &mut Vec<Attribute> {
    match arg {
        FnArg::Receiver(it) => &mut it.attrs,
        FnArg::Typed(it) => &mut it.attrs,
    }
}

/// Calls `f` with the attributes of a statement that is more to us than its code: one that may declare, move, jump, or be taken
/// apart. (In front of an assignment or an operator, rustc allows none.)
fn stmt_attrs(stmt: &mut Stmt, f: impl FnOnce(&mut Vec<Attribute>)) {
    let yields = stmt_yields(stmt);
    match stmt {
        Stmt::Local(it) => f(&mut it.attrs),
        Stmt::Macro(it) if yields || known_macro(&it.mac).is_none() => f(&mut it.attrs),
        Stmt::Expr(expr, _) => own_attrs(expr, f),
        Stmt::Macro(_) | Stmt::Item(_) => {}
    }
}

/// Collects the conditions, each once.
struct Find(Vec<Meta>);

impl Find {
    fn attrs(&mut self, attrs: &[Attribute]) {
        for (condition, _) in attrs.iter().filter_map(condition) {
            if !self.0.iter().any(|known| is_same(known, &condition)) {
                self.0.push(condition);
            }
        }
    }
}

impl Visit<'_> for Find {
    fn visit_stmt(&mut self, stmt: &Stmt) {
        stmt_attrs(&mut stmt.clone(), |attrs| self.attrs(attrs));
        visit::visit_stmt(self, stmt);
    }
    fn visit_arm(&mut self, arm: &Arm) {
        if expr_yields(&arm.body) {
            self.attrs(&arm.attrs);
        }
        visit::visit_arm(self, arm);
    }
    fn visit_field_value(&mut self, field: &FieldValue) {
        self.attrs(&field.attrs);
        visit::visit_field_value(self, field);
    }
    fn visit_field_pat(&mut self, field: &FieldPat) {
        self.attrs(&field.attrs);
        visit::visit_field_pat(self, field);
    }
    fn visit_macro(&mut self, mac: &Macro) {
        if let Some(nested) = Anonymous::of(mac) {
            nested.conditions(self);
        }
    }
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
}

/// Removes what does not hold, and the attributes of what does.
struct Decide<'a>(&'a [(&'a Meta, bool)]);

impl Decide<'_> {
    fn holds(&self, attrs: &mut Vec<Attribute>) -> bool {
        let mut all = true;
        attrs.retain(|attr| {
            let Some((condition, wanted)) = condition(attr) else {
                return true;
            };
            let decided = self.0.iter().find(|(known, _)| is_same(known, &condition));
            all &= decided.is_none_or(|(_, holds)| *holds == wanted);
            decided.is_none()
        });
        all
    }
}

impl VisitMut for Decide<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.retain_mut(|stmt| {
            let mut holds = true;
            stmt_attrs(stmt, |attrs| holds = self.holds(attrs));
            holds
        });
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_expr_match_mut(&mut self, it: &mut syn::ExprMatch) {
        it.arms
            .retain_mut(|arm| !expr_yields(&arm.body) || self.holds(&mut arm.attrs));
        visit_mut::visit_expr_match_mut(self, it);
    }
    fn visit_expr_struct_mut(&mut self, it: &mut syn::ExprStruct) {
        let fields = std::mem::take(&mut it.fields).into_iter();
        let kept = fields.filter_map(|mut field| self.holds(&mut field.attrs).then_some(field));
        it.fields = kept.collect();
        visit_mut::visit_expr_struct_mut(self, it);
    }
    fn visit_pat_struct_mut(&mut self, it: &mut syn::PatStruct) {
        let fields = std::mem::take(&mut it.fields).into_iter();
        let kept = fields.filter_map(|mut field| self.holds(&mut field.attrs).then_some(field));
        it.fields = kept.collect();
        visit_mut::visit_pat_struct_mut(self, it);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if let Some(mut nested) = Anonymous::of(mac) {
            nested.decide(self);
            mac.tokens = nested.into_token_stream();
        }
    }
}
