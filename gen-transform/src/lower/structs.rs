//! Structs of which a field is moved become one local a field.
//!
//! rustc knows of each field whether it has been moved out; a frame knows it of locals. So where a field of a struct is moved
//! and its fields are known, the struct is taken apart in front of that statement, and each field goes its own way over the
//! yields that follow. A type with a `Drop` of its own cannot be taken apart; that syntax does not show, so rustc is
//! asked (`gen_core::__private::Whole`).

use super::builder::Builder;
use super::uses::{FieldUse, Uses, is_local};
use crate::resolve::{
    LocalDecl, LocalId, LocalKind, Locals, decode, direct_local, is_plain_binding,
};
use crate::syntax::{stmt_yields, unparen};
use proc_macro2::Span;
use quote::{ToTokens, quote_spanned};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Macro, Member, Pat, Path, Stmt};

/// Takes apart the structs in `body`.
///
/// Input: `let p = P { a, b }; drop(p.a); yield_!(p.b);` ·
/// Output: `let p = P { a, b }; let P { a: p_a, b: p_b } = Whole(p).apart(); drop(p_a); yield_!(p_b);`
pub fn take_apart(builder: &mut Builder<'_>, body: &mut Block) {
    Updates { builder }.visit_block_mut(body);
    Blocks { builder }.visit_block_mut(body);
}

struct Updates<'a, 'b> {
    builder: &'a mut Builder<'b>,
}

impl VisitMut for Updates<'_, '_> {
    fn visit_expr_struct_mut(&mut self, it: &mut syn::ExprStruct) {
        self.spell_out(it);
        visit_mut::visit_expr_struct_mut(self, it);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        super::exits::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
    }
}

impl Updates<'_, '_> {
    /// Names the fields that a literal takes over from a variable, if the body spells them out elsewhere.
    ///
    /// Input: `P { a: x, ..p }` · Output: `P { a: x, b: p.b }`
    fn spell_out(&mut self, it: &mut syn::ExprStruct) {
        let Some(whole) = it.rest.as_deref().and_then(direct_local) else {
            return;
        };
        let Some(fields) = self.builder.shapes.fields(&it.path) else {
            return;
        };
        let named: Vec<Member> = it.fields.iter().map(|field| field.member.clone()).collect();
        let missing: Vec<Member> = fields
            .iter()
            .filter(|field| !named.contains(field))
            .cloned()
            .collect();
        for member in missing {
            let value = self.builder.locals.mention_expr(whole, member.span());
            it.fields.push(syn::parse_quote!(#member: #value.#member));
        }
        it.rest = None;
        it.dot2_token = None;
    }
}

struct Blocks<'a, 'b> {
    builder: &'a mut Builder<'b>,
}

impl VisitMut for Blocks<'_, '_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let mut index = 0;
        while index < block.stmts.len() {
            if let Some(literal) = Literal::of(&block.stmts[index], &self.builder.locals) {
                self.split(literal, &mut block.stmts, index + 1);
            }
            index += 1;
        }
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
}

impl Blocks<'_, '_> {
    /// Takes `literal` apart in front of the first of `stmts` that moves a field, if there is one and all the rest can
    /// do with the fields.
    fn split(&mut self, literal: Literal, stmts: &mut Vec<Stmt>, from: usize) {
        if !stmts[from..].iter().any(stmt_yields) {
            return;
        }
        let known = crate::analyse::scalars::scalars(&self.builder.locals);
        let restored: Vec<String> = stmts[from..]
            .iter()
            .flat_map(|stmt| Uses::of(literal.local, stmt).assigned)
            .collect();
        let owned = |use_: &FieldUse| {
            let value = literal.fields.iter().find(|(name, _)| *name == use_.field);
            value.is_some_and(|(_, value)| {
                let certain = literal.path.is_none()
                    || use_.dropped
                    || restored.contains(&use_.field)
                    || is_built(value);
                certain && !is_copied(value, &known)
            })
        };
        let uses = |stmt: &Stmt| Uses::of(literal.local, stmt);
        let moved = |at: usize| {
            let moved = uses(&stmts[at]).moved.into_iter();
            let mut moved = moved.filter(owned);
            moved.next().map(|use_| (at, use_.span))
        };
        let Some((first, span)) = (from..stmts.len()).find_map(moved) else {
            return;
        };
        let of_rest = || stmts[first..].iter().map(uses);
        // A tuple of which only the fields are named is a matter of `tuples`.
        let only_fields = literal.path.is_none() && !of_rest().any(|uses| uses.taken);
        if only_fields || of_rest().any(|uses| uses.whole) {
            return;
        }
        let parts = self.parts(&literal);
        let apart = parts.stmt(self.builder, &literal, span);
        let mut mentions = Mentions {
            builder: self.builder,
            parts: &parts,
        };
        let mut rest = mentions.by_field(stmts.split_off(first));
        rest.iter_mut()
            .for_each(|stmt| mentions.visit_stmt_mut(stmt));
        stmts.append(&mut rest);
        stmts.insert(first, apart);
    }

    fn parts(&mut self, literal: &Literal) -> Parts {
        let members: Vec<Member> = match &literal.path {
            Some(path) => {
                let shape = self.builder.shapes.fields(path);
                shape.map_or_else(Vec::new, <[Member]>::to_vec)
            }
            None => (0..literal.fields.len())
                .map(|index| syn::Index::from(index).into())
                .collect(),
        };
        let decl = self.builder.locals.get(literal.local).clone();
        let fields = members.into_iter().map(|member| {
            let name = member.to_token_stream().to_string();
            let ident = decl.ident.to_string();
            let ident = quote::format_ident!(
                "{}_{}",
                ident.trim_start_matches("r#"),
                name.trim_start_matches("r#"),
                span = decl.ident.span()
            );
            let init = literal.fields.iter().find(|(other, _)| *other == name);
            let local = self.builder.locals.add(LocalDecl {
                ident,
                mutable: true,
                kind: LocalKind::Part(literal.local),
                ty: None,
                init: init.map(|(_, value)| value.clone()),
                ..decl.clone()
            });
            (member, local)
        });
        Parts {
            whole: literal.local,
            path: literal.path.clone(),
            fields: fields.collect(),
        }
    }
}

/// A variable that is initialised by a struct literal, a call of a tuple struct, or a tuple.
struct Literal {
    local: LocalId,
    /// `None` for a tuple.
    path: Option<Path>,
    fields: NamedValues,
}

/// Fields by name, with their values.
type NamedValues = Vec<(String, Expr)>;

impl Literal {
    fn of(stmt: &Stmt, locals: &Locals) -> Option<Literal> {
        let Stmt::Local(it) = stmt else { return None };
        let local = is_plain_binding(&it.pat)?;
        let init = &it.init.as_ref()?.expr;
        let (path, fields) = literal(init, locals)?;
        Some(Literal {
            local,
            path,
            fields,
        })
    }
}

/// The path of a literal and its fields; of a variable, those of what it was initialised by.
fn literal(init: &Expr, locals: &Locals) -> Option<(Option<Path>, NamedValues)> {
    let numbered = |args: &Punctuated<Expr, syn::Token![,]>| {
        let args = args.iter().enumerate();
        args.map(|(index, arg)| (index.to_string(), arg.clone()))
            .collect()
    };
    match unparen(init) {
        Expr::Tuple(it) => Some((None, numbered(&it.elems))),
        Expr::Struct(it) if it.dot2_token.is_none() => {
            let fields = it.fields.iter();
            let fields = fields.map(|field| (name(&field.member), field.expr.clone()));
            Some((Some(it.path.clone()), fields.collect()))
        }
        Expr::Call(it) if super::temporaries::is_constructor(&it.func) => {
            let Expr::Path(callee) = &*it.func else {
                return None;
            };
            Some((Some(callee.path.clone()), numbered(&it.args)))
        }
        Expr::Path(it) => {
            let of = decode(it.path.get_ident()?)?.local;
            literal(locals.get(of).init.as_ref()?, locals)
        }
        _ => None,
    }
}

fn name(member: &Member) -> String {
    member.to_token_stream().to_string()
}

/// Whether a value is built on the spot, by a constructor or a macro of std, and so probably none that is copied.
fn is_built(value: &Expr) -> bool {
    let value = unparen(value);
    let built = match value {
        Expr::Struct(_) | Expr::Closure(_) => true,
        Expr::Call(it) => super::temporaries::is_constructor(&it.func),
        _ => false,
    };
    built || crate::analyse::types::builds_owned(value)
}

/// Whether a value is a number or the like, of which a use by value is a copy.
fn is_copied(value: &Expr, known: &[Option<crate::analyse::scalars::Scalar>]) -> bool {
    matches!(unparen(value), Expr::Reference(_))
        || crate::analyse::scalars::of_expr(value, known).is_some()
}

/// The locals that a struct has become.
struct Parts {
    whole: LocalId,
    /// `None` for a tuple.
    path: Option<Path>,
    fields: Vec<(Member, LocalId)>,
}

impl Parts {
    fn get(&self, member: &Member) -> Option<LocalId> {
        let found = self.fields.iter().find(|(other, _)| other == member);
        found.map(|(_, local)| *local)
    }

    /// `let P { a: p_a, b: p_b } = Whole(p).apart();`
    fn stmt(&self, builder: &mut Builder<'_>, literal: &Literal, span: Span) -> Stmt {
        let members = self.fields.iter().map(|(member, _)| member);
        let bindings = self
            .fields
            .iter()
            .map(|(_, part)| builder.locals.binding(*part));
        let bindings: Vec<syn::Ident> = bindings.collect();
        let whole = builder.locals.mention_expr(literal.local, span);
        let Some(path) = self.path.as_ref().map(without_arguments) else {
            return syn::parse_quote!(let (#(#bindings,)*) = #whole;);
        };
        let at = Span::mixed_site().located_at(span);
        let apart = quote_spanned!(at=> ::gen_core::__private::Whole(#whole).apart());
        syn::parse_quote! {
            let #path { #(#members: #bindings),* } = #apart;
        }
    }
}

/// Replaces what is said of the struct by what is meant of its parts.
struct Mentions<'a, 'b> {
    builder: &'a mut Builder<'b>,
    parts: &'a Parts,
}

impl Mentions<'_, '_> {
    /// A pattern on the whole becomes one `let` for each field.
    ///
    /// Input: `let P { a, .. } = p;` · Output: `let a = p_a;`
    fn by_field(&mut self, stmts: Vec<Stmt>) -> Vec<Stmt> {
        let mut split = Vec::new();
        for stmt in stmts {
            match &stmt {
                Stmt::Local(it) if self.is_whole(it) => split.extend(self.lets(&it.pat)),
                _ => split.push(stmt),
            }
        }
        split
    }

    fn is_whole(&self, it: &syn::Local) -> bool {
        let by_field = matches!(it.pat, Pat::Struct(_) | Pat::TupleStruct(_) | Pat::Tuple(_));
        let init = it.init.as_ref();
        by_field && init.is_some_and(|init| is_local(&init.expr, self.parts.whole))
    }

    fn lets(&mut self, pat: &Pat) -> Vec<Stmt> {
        let fields: Vec<(Member, &Pat)> = match pat {
            Pat::Struct(it) => {
                let fields = it.fields.iter();
                fields
                    .map(|field| (field.member.clone(), &*field.pat))
                    .collect()
            }
            Pat::TupleStruct(it) => tuple_fields(&it.elems, self.parts.fields.len()),
            Pat::Tuple(it) => tuple_fields(&it.elems, self.parts.fields.len()),
            _ => Vec::new(),
        };
        let mut lets = Vec::new();
        for (member, pat) in fields {
            if let (Some(part), false) = (self.parts.get(&member), matches!(pat, Pat::Wild(_))) {
                let value = self.builder.locals.mention_expr(part, pat.span());
                lets.push(syn::parse_quote!(let #pat = #value;));
            }
        }
        lets
    }

    /// The struct put together again, to be moved as a whole.
    fn together(&mut self, span: Span) -> Expr {
        let members = self.parts.fields.iter().map(|(member, _)| member);
        let values = self.parts.fields.iter();
        let values = values.map(|(_, part)| self.builder.locals.mention_expr(*part, span));
        let values: Vec<Expr> = values.collect();
        let Some(path) = self.parts.path.as_ref().map(without_arguments) else {
            return syn::parse_quote!((#(#values,)*));
        };
        syn::parse_quote!(#path { #(#members: #values),* })
    }
}

/// The patterns of a tuple or tuple struct with the fields they stand for; `..` stands for as many as are missing.
fn tuple_fields(elems: &Punctuated<Pat, syn::Token![,]>, count: usize) -> Vec<(Member, &Pat)> {
    let is_rest = |elem: &Pat| matches!(elem, Pat::Rest(_));
    let rest = elems.iter().position(is_rest).unwrap_or(count);
    let skipped = (count + 1).saturating_sub(elems.len());
    let elems = elems.iter().enumerate();
    let elems = elems.filter(|(_, elem)| !is_rest(elem));
    let fields = elems.map(|(at, elem)| {
        let index = if at < rest { at } else { at + skipped - 1 };
        (syn::Index::from(index).into(), elem)
    });
    fields.collect()
}

impl VisitMut for Mentions<'_, '_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts = self.by_field(std::mem::take(&mut block.stmts));
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Field(field) if is_local(&field.base, self.parts.whole) => {
                if let Some(part) = self.parts.get(&field.member) {
                    *expr = self.builder.locals.mention_expr(part, field.span());
                }
            }
            whole if is_local(whole, self.parts.whole) => *whole = self.together(whole.span()),
            other => visit_mut::visit_expr_mut(self, other),
        }
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        super::exits::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
    }
}

/// A path as it may stand in a pattern whose generic arguments are inferred.
fn without_arguments(path: &Path) -> Path {
    let mut path = path.clone();
    if let Some(last) = path.segments.last_mut() {
        last.arguments = syn::PathArguments::None;
    }
    path
}
