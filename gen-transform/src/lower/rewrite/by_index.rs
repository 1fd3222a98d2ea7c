//! Loops over a list behind a `&mut` that is used again behind the loop.
//!
//! The frame cannot hold both the iterator and the reference. But while the loop runs nobody else changes the list (that is checked
//! in the plain body), so the loop can go by index.

use super::aliases::in_macros;
use crate::lower::builder::Builder;
use crate::resolve::{
    LocalDecl, LocalId, LocalKind, Locals, MentionId, decode, direct_local, is_plain_binding,
    visit_idents,
};
use crate::syntax::{block_yields, unparen};
use proc_macro2::{Ident, Span};
use quote::{ToTokens, quote};
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprForLoop, Pat, Type, UnOp};

/// Rewrites such loops in `body`.
///
/// Input: `for x in v.iter_mut() { .. } v.clear();` ·
/// Output: `{ let end = v.len(); for index in 0..end { let x = &mut v[index]; .. } } v.clear();`
pub fn rewrite(builder: &mut Builder<'_>, body: &mut Block) {
    let locals = &builder.locals;
    if !locals.ids().any(|local| is_list(locals.get(local))) {
        return;
    }
    let mut last = BTreeMap::new();
    visit_idents(body.to_token_stream(), &mut |ident| {
        if let Some(name) = decode(ident)
            && let Some(mention) = name.mention
        {
            let known = last.entry(name.local).or_insert(mention);
            *known = mention.max(*known);
        }
    });
    let mut loops = Loops {
        builder,
        last,
        depth: 0,
    };
    loops.visit_block_mut(body);
}

struct Loops<'a, 'b> {
    builder: &'a mut Builder<'b>,
    /// The last mention of each local in the text.
    last: BTreeMap<LocalId, MentionId>,
    /// How many loops there are around.
    depth: usize,
}

/// What a loop goes over.
struct Head {
    list: LocalId,
    mention: MentionId,
    mutable: bool,
    enumerated: bool,
}

impl Loops<'_, '_> {
    fn by_index(&mut self, it: &ExprForLoop) -> Option<Expr> {
        let head = head(&it.expr, &self.builder.locals)?;
        let again = self.depth > 0 || self.last.get(&head.list) > Some(&head.mention);
        let (number, item) = match (&*it.pat, head.enumerated) {
            (Pat::Tuple(pats), true) if pats.elems.len() == 2 => {
                (Some(&pats.elems[0]), &pats.elems[1])
            }
            (_, true) => return None,
            (item, false) => (None, item),
        };
        let name = is_plain_binding(item)?;
        let hidden = in_macros(name, &it.body.stmts);
        if !again || hidden || !block_yields(&it.body) || self.builder.locals.get(name).mutable {
            return None;
        }
        let span = it.expr.span();
        let [end, index] = ["end", "index"].map(|name| self.counter(name, span));
        let (end_binding, index_binding) = (self.binding(end), self.binding(index));
        let locals = &mut self.builder.locals;
        let (length, list) = (
            locals.mention_expr(head.list, span),
            locals.mention_expr(head.list, span),
        );
        let (end, at) = (
            locals.mention_expr(end, span),
            locals.mention_expr(index, span),
        );
        let mutability = head.mutable.then(|| quote!(mut));
        let number = number.map(|pat| {
            let index = self.builder.locals.mention_expr(index, span);
            quote!(let #pat = #index;)
        });
        let (label, stmts) = (&it.label, &it.body.stmts);
        let body: Block = syn::parse_quote!({
            #number
            let #item = & #mutability #list[#at];
            #(#stmts)*
        });
        Some(syn::parse_quote!({
            let #end_binding = #length.len();
            #label for #index_binding in 0..#end #body
        }))
    }

    fn counter(&mut self, name: &str, span: Span) -> LocalId {
        let ident = Ident::new(name, Span::mixed_site().located_at(span));
        self.builder.locals.add(LocalDecl {
            ty: Some(syn::parse_quote!(usize)),
            ..LocalDecl::new(ident, LocalKind::User)
        })
    }

    fn binding(&self, local: LocalId) -> Ident {
        self.builder.locals.binding(local)
    }

    fn in_loop(&mut self, within: impl FnOnce(&mut Self)) {
        self.depth += 1;
        within(self);
        self.depth -= 1;
    }
}

impl VisitMut for Loops<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::ForLoop(it) = expr
            && let Some(rewritten) = self.by_index(it)
        {
            *expr = rewritten;
        }
        match expr {
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => {
                self.in_loop(|this| visit_mut::visit_expr_mut(this, expr));
            }
            other => visit_mut::visit_expr_mut(self, other),
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
}

/// `v.iter_mut()`, `v.iter()`, `v.iter().enumerate()`, `&mut *v`, `&*v`
fn head(expr: &Expr, locals: &Locals) -> Option<Head> {
    let (base, mutable, enumerated) = match unparen(expr) {
        Expr::MethodCall(it) if it.method == "enumerate" && it.args.is_empty() => {
            let inner = head(&it.receiver, locals).filter(|inner| !inner.enumerated)?;
            return Some(Head {
                enumerated: true,
                ..inner
            });
        }
        Expr::MethodCall(it) if it.method == "iter_mut" => (&*it.receiver, true, false),
        Expr::MethodCall(it) if it.method == "iter" => (&*it.receiver, false, false),
        Expr::Reference(it) => match unparen(&it.expr) {
            Expr::Unary(deref) if matches!(deref.op, UnOp::Deref(_)) => {
                (&*deref.expr, it.mutability.is_some(), false)
            }
            _ => return None,
        },
        _ => return None,
    };
    let list = direct_local(base).filter(|local| is_list(locals.get(*local)))?;
    let mention = crate::resolve::direct_mention(base)?.mention?;
    Some(Head {
        list,
        mention,
        mutable,
        enumerated,
    })
}

/// Whether a variable is declared as `&mut Vec<T>`, `&mut [T]` or `&mut [T; N]`.
pub fn is_list(decl: &LocalDecl) -> bool {
    let Some(Type::Reference(it)) = &decl.ty else {
        return false;
    };
    let list = match &*it.elem {
        Type::Slice(_) | Type::Array(_) => true,
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == "Vec"),
        _ => false,
    };
    it.mutability.is_some() && list
}
