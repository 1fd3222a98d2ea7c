//! Struct literals that take over the rest of their fields from a variable.
//!
//! What such a literal spells out stays behind in the variable, and lives to the end of its scope. Where the variable lives
//! over a yield, these fields get a name, as what a pattern leaves behind does (`rests`).

use crate::lower::builder::Builder;
use crate::lower::exits::GOTO;
use crate::lower::temporaries::{has_liftable, is_place, is_without_temporaries};
use crate::methods::is_consuming;
use crate::resolve::{LocalId, LocalKind, MentionId, direct_local, direct_mention, visit_idents};
use crate::syntax::each_macro_arg;
use crate::syntax::{is_comparison, unparen};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, ExprAssign, ExprStruct, FieldValue, Local, Macro, Member, Stmt};

/// Whether a literal takes the rest of its fields from the variable that it is assigned to, which is taken as a whole then.
///
/// Input: `p = P { a: x, ..p }`
pub fn is_replaced(target: &Expr, literal: &ExprStruct) -> bool {
    let base = literal.rest.as_deref().and_then(direct_local);
    base.is_some() && base == direct_local(target)
}

impl Builder<'_> {
    /// Gives a name to each field that literals in a yield-free expression leave behind in a variable.
    ///
    /// Input: `P { a: x, ..p }` · Output: the same, and a local for `p.a`
    pub fn name_left_fields(&mut self, expr: &Expr) {
        if self.long_lived.is_updated() {
            let mut find = Find {
                builder: self,
                value: None,
            };
            find.statement(expr);
        }
    }

    fn has_fields_left(&self, base: LocalId) -> bool {
        let kind = self.locals.get(base).kind;
        let is_variable = matches!(kind, LocalKind::User | LocalKind::Param);
        is_variable && self.long_lived.is_left_in(base) && self.is_in_scope(base)
    }

    fn name_fields(&mut self, base: LocalId, mention: MentionId, literal: &ExprStruct) {
        let mut left = left_fields(base, literal);
        if let Some(order) = self.shapes.fields(&literal.path) {
            left.sort_by_key(|member| order.iter().position(|other| other == member));
        }
        let inferred_late = self.is_inferred_late_in(base);
        let mut named = Vec::new();
        for member in left {
            let local = self.locals.add_rest(member.span());
            self.locals.get_mut(local).inferred_late = inferred_late;
            named.push((member, local));
        }
        for (_, local) in &named {
            self.rests.push((base, *local));
            self.assigned_inside.push(*local);
            self.declare_behind(base, *local);
        }
        self.updates.insert(mention, named);
    }
}

/// The fields that a literal spells out, and which may have a drop: numbers have none, and what a value is made of is not left.
fn left_fields(base: LocalId, literal: &ExprStruct) -> Vec<Member> {
    let mut used = Used {
        base,
        fields: BTreeSet::new(),
    };
    let fields = literal.fields.iter();
    fields.for_each(|field| used.visit_expr(&field.expr));
    let may_drop = |field: &&FieldValue| {
        let name = field.member.to_token_stream().to_string();
        !matches!(unparen(&field.expr), Expr::Lit(_)) && !used.fields.contains(&name)
    };
    let left = literal.fields.iter().filter(may_drop);
    left.map(|field| field.member.clone()).collect()
}

/// Finds the fields of a variable that are used by value.
struct Used {
    base: LocalId,
    fields: BTreeSet<String>,
}

impl Used {
    /// What is looked at stays where it is.
    fn looked_at(&mut self, operand: &Expr) {
        if !is_place(operand) {
            self.visit_expr(operand);
        }
    }
}

impl Visit<'_> for Used {
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Field(it) if direct_local(&it.base) == Some(self.base) => {
                self.fields.insert(it.member.to_token_stream().to_string());
            }
            Expr::Reference(it) => self.looked_at(&it.expr),
            Expr::Binary(it) if is_comparison(&it.op) => {
                self.looked_at(&it.left);
                self.looked_at(&it.right);
            }
            Expr::MethodCall(it) if !is_consuming(&it.method.to_string()) => {
                self.looked_at(&it.receiver);
                it.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Index(it) => {
                self.looked_at(&it.expr);
                self.visit_expr(&it.index);
            }
            other => visit::visit_expr(self, other),
        }
    }
    fn visit_macro(&mut self, _: &Macro) {}
}

/// Finds the literals that take over fields of a variable that lives over a yield.
struct Find<'a, 'b> {
    builder: &'a mut Builder<'b>,
    /// The literal that is the value of a statement: what its evaluation has made ends with it.
    value: Option<MentionId>,
}

impl Find<'_, '_> {
    fn statement(&mut self, value: &Expr) {
        let literal = match unparen(value) {
            Expr::Struct(it) => it.rest.as_deref().and_then(direct_mention),
            _ => None,
        };
        self.value = literal.and_then(|name| name.mention);
        self.visit_expr(value);
    }

    fn literal(&mut self, it: &ExprStruct) {
        let Some(name) = it.rest.as_deref().and_then(direct_mention) else {
            return;
        };
        let Some(mention) = name.mention else { return };
        let fits = self.is_complete(mention, it) && self.builder.has_fields_left(name.local);
        if fits && !self.builder.updates.contains_key(&mention) {
            self.builder.name_fields(name.local, mention, it);
        }
    }

    /// Whether the values of the fields may stand in a block of their own: they leave no temporaries behind that live on, and
    /// do not jump.
    fn is_complete(&self, mention: MentionId, it: &ExprStruct) -> bool {
        let is_value = self.value == Some(mention);
        let mut values = it.fields.iter().map(|field| &field.expr);
        values.all(|value| {
            let ended = is_without_temporaries(value)
                || (is_value && !has_liftable(&self.builder.locals, value));
            ended && !jumps(value)
        })
    }
}

impl Visit<'_> for Find<'_, '_> {
    fn visit_expr_struct(&mut self, it: &ExprStruct) {
        self.literal(it);
        visit::visit_expr_struct(self, it);
    }
    fn visit_expr_assign(&mut self, it: &ExprAssign) {
        match &*it.right {
            Expr::Struct(literal) if is_replaced(&it.left, literal) => {}
            value => self.statement(value),
        }
        self.visit_expr(&it.left);
    }
    fn visit_stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Expr(value, _) => self.statement(value),
            other => visit::visit_stmt(self, other),
        }
    }
    fn visit_local(&mut self, it: &Local) {
        let Some(init) = &it.init else { return };
        self.statement(&init.expr);
        let diverge = init.diverge.as_ref();
        diverge
            .into_iter()
            .for_each(|(_, diverge)| self.visit_expr(diverge));
    }
    fn visit_macro(&mut self, mac: &Macro) {
        each_macro_arg(mac, &mut |arg| self.visit_expr(arg));
    }
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
}

/// Whether the evaluation of an expression may go on elsewhere.
fn jumps(expr: &Expr) -> bool {
    let mut found = false;
    visit_idents(expr.to_token_stream(), &mut |ident| {
        let words = [GOTO, "break", "continue", "return"];
        found |= words.iter().any(|word| ident == word);
    });
    found
}
