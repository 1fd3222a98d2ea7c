//! Expressions: the names they mention, and the scopes they open.

use super::Resolver;
use super::declarations::{note_parts, note_references, note_source};
use super::types::note_found_types;
use crate::analyse::harmless::has_harmless_items;
use crate::analyse::items::item_type;
use crate::analyse::open::{has_open_items, is_open};
use crate::analyse::types::builds;
use crate::resolve::scope::Key;
use crate::resolve::{LocalId, bindings, direct_local, is_plain_binding};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, ExprAssign, ExprClosure, ExprForLoop, ExprGroup, ExprIf, ExprLet, ExprMatch, ExprPath,
    ExprStruct, ExprWhile, Member,
};

impl Resolver {
    pub fn expr(&mut self, expr: &mut Expr) {
        if let Expr::Group(group) = expr {
            *expr = visible_group(group);
        }
        match expr {
            Expr::Path(it) => self.path(it),
            Expr::Struct(it) => self.struct_literal(it),
            Expr::If(it) => self.if_else(it),
            Expr::While(it) => self.while_loop(it),
            Expr::Let(it) => self.let_condition(it),
            Expr::ForLoop(it) => self.for_loop(it),
            Expr::Match(it) => self.match_arms(it),
            Expr::Closure(it) => self.closure(it),
            Expr::Assign(it) => self.assignment(it),
            Expr::Const(_) => {}
            Expr::Repeat(it) => self.visit_expr_mut(&mut it.expr),
            other => visit_mut::visit_expr_mut(self, other),
        }
    }

    /// Input: `x` · Output: `__local0_4`
    fn path(&mut self, it: &mut ExprPath) {
        if it.qself.is_none()
            && let Some(ident) = it.path.get_ident()
            && let Some(local) = self.variable(&Key::of(ident))
        {
            it.path = self.locals.mention(local, ident.span()).into();
        }
    }

    /// The local that a name in an expression means.
    pub fn variable(&mut self, key: &Key) -> Option<LocalId> {
        let known = self.scopes.lookup(key);
        known.or_else(|| self.declared_by_macro(key))
    }

    /// Input: `P { n }` · Output: `P { n: __local0_4 }`
    fn struct_literal(&mut self, it: &mut ExprStruct) {
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

    /// What is declared without a value has the type of what is assigned first.
    fn assignment(&mut self, it: &mut ExprAssign) {
        visit_mut::visit_expr_assign_mut(self, it);
        let Some(local) = direct_local(&it.left) else {
            return;
        };
        let decl = self.locals.get(local);
        let built = builds(&it.right);
        let declared_before = decl.ends.is_some() && decl.init.is_none();
        if declared_before && is_open(&self.locals, &it.right) {
            self.locals.get_mut(local).inferred_late = true;
        }
        self.locals.get_mut(local).built |= built;
    }

    fn if_else(&mut self, it: &mut ExprIf) {
        self.scoped(|this| {
            this.visit_expr_mut(&mut it.cond);
            this.visit_block_mut(&mut it.then_branch);
        });
        if let Some((_, otherwise)) = &mut it.else_branch {
            self.visit_expr_mut(otherwise);
        }
    }

    fn while_loop(&mut self, it: &mut ExprWhile) {
        self.scoped(|this| {
            this.visit_expr_mut(&mut it.cond);
            this.visit_block_mut(&mut it.body);
        });
    }

    fn let_condition(&mut self, it: &mut ExprLet) {
        self.visit_expr_mut(&mut it.expr);
        self.declare(&mut it.pat, false);
        note_source(&mut self.locals, &it.pat, &it.expr);
        note_references(&mut self.locals, &it.pat, &it.expr);
    }

    fn for_loop(&mut self, it: &mut ExprForLoop) {
        self.visit_expr_mut(&mut it.expr);
        self.scoped(|this| {
            this.declare(&mut it.pat, true);
            if let Some(local) = is_plain_binding(&it.pat) {
                this.locals.get_mut(local).item_of = Some((*it.expr).clone());
            }
            let inferred_late = has_open_items(&this.locals, &it.expr);
            let harmless_part = has_harmless_items(&this.locals, &it.expr);
            for local in bindings(&it.pat) {
                let decl = this.locals.get_mut(local);
                decl.inferred_late |= inferred_late;
                decl.harmless_part |= harmless_part;
            }
            if let Some(ty) = item_type(&this.locals, &it.expr) {
                note_found_types(&mut this.locals, &it.pat, &ty);
            }
            if let Some(source) = direct_local(&it.expr) {
                note_parts(&mut this.locals, &it.pat, source);
            }
            this.visit_block_mut(&mut it.body);
        });
    }

    fn match_arms(&mut self, it: &mut ExprMatch) {
        self.visit_expr_mut(&mut it.expr);
        for arm in &mut it.arms {
            self.scoped(|this| {
                this.declare(&mut arm.pat, false);
                note_source(&mut this.locals, &arm.pat, &it.expr);
                note_references(&mut this.locals, &arm.pat, &it.expr);
                if let Some((_, guard)) = &mut arm.guard {
                    this.visit_expr_mut(guard);
                }
                this.visit_expr_mut(&mut arm.body);
            });
        }
    }

    fn closure(&mut self, it: &mut ExprClosure) {
        self.scoped(|this| {
            for input in &mut it.inputs {
                this.declare(input, true);
            }
            this.visit_expr_mut(&mut it.body);
        });
    }
}

/// Parentheses in place of an invisible group of `macro_rules!`, which rustc does not see when it comes out of a macro
/// again.
fn visible_group(group: &ExprGroup) -> Expr {
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
