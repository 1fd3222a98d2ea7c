//! The walk that turns the user's body into the plain body.

use super::internal::for_each;
use crate::emit::Context;
use crate::emit::mentions::assertions::message_of;
use crate::resolve::{LocalId, bindings, decode};
use crate::syntax::{MacroCall, expr_yields, yield_kind};

use proc_macro2::Ident;
use std::collections::BTreeSet;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprMacro, FieldPat, FieldValue, Item, Local, Macro, Member, Pat, Stmt};

pub struct Plain<'a, 'b> {
    pub cx: &'a Context<'b>,
    in_closure: usize,
    /// How many loops stand around that their iterators run.
    pub internal: usize,
    /// Locals whose type may contain that of a closure: two closures never have the same type, so these are not tied. Before
    /// the walk comes to its declaration, a local is among them if any closure stands in its initialiser.
    pub untied: BTreeSet<LocalId>,
}

impl<'a, 'b> Plain<'a, 'b> {
    pub fn new(cx: &'a Context<'b>) -> Self {
        let locals = &cx.body.locals;
        let of_closure = |id: &LocalId| locals.get(*id).of_closure;
        Plain {
            cx,
            in_closure: 0,
            internal: 0,
            untied: locals.ids().filter(of_closure).collect(),
        }
    }

    /// Whether an encoded name is the local that the user calls `member`, so that the field is a shorthand again.
    fn is_called(&self, encoded: &Ident, member: &Ident) -> bool {
        decode(encoded).is_some_and(|name| self.cx.body.locals.get(name.local).ident == *member)
    }
}

impl VisitMut for Plain<'_, '_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        for mut stmt in std::mem::take(&mut block.stmts) {
            if let Stmt::Local(Local {
                pat,
                init: Some(init),
                ..
            }) = &stmt
            {
                self.declared_from(pat, &init.expr);
            }
            self.visit_stmt_mut(&mut stmt);
            let tie = match &stmt {
                Stmt::Local(local) if self.in_closure == 0 => self.ties(&bindings(&local.pat)),
                _ => None,
            };
            block.stmts.push(stmt);
            block.stmts.extend(tie);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        self.note_sources(expr);
        match expr {
            Expr::Closure(_) | Expr::Async(_) => {
                self.in_closure += 1;
                visit_mut::visit_expr_mut(self, expr);
                self.in_closure -= 1;
                return;
            }
            Expr::Macro(it) => {
                if let Some(yielding) = self.yielding(&it.mac) {
                    *expr = yielding;
                    return;
                }
                visit_mut::visit_expr_mut(self, expr);
            }
            Expr::ForLoop(it) if self.in_closure == 0 && self.is_internal(it) => {
                self.internal += 1;
                visit_mut::visit_expr_for_loop_mut(self, it);
                self.internal -= 1;
                *expr = for_each(it);
                return;
            }
            _ => visit_mut::visit_expr_mut(self, expr),
        }
        if self.in_closure > 0 {
            return;
        }
        match expr {
            Expr::Try(it) => *expr = self.try_operator(it),
            Expr::Return(it) if !self.cx.generator.output.full => *expr = self.returned(it),
            Expr::Return(it) => self.returned_value(it),
            other => self.tie_bindings(other),
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(it) = stmt
            && yield_kind(&it.mac).is_some()
        {
            let mut expr = Expr::Macro(ExprMacro {
                attrs: it.attrs.clone(),
                mac: it.mac.clone(),
            });
            self.visit_expr_mut(&mut expr);
            let (attrs, semi) = (&it.attrs, &it.semi_token);
            *stmt = match attrs[..] {
                [] => Stmt::Expr(expr, *semi),
                // `#[cfg]` and the like stay on the statement.
                _ => syn::parse_quote!(#(#attrs)* { #expr } #semi),
            };
            return;
        }
        if let Stmt::Macro(it) = stmt {
            crate::resolve::take_declared(it);
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let Some(mut call) = MacroCall::parse(mac) else {
            return;
        };
        // Captures stay inline, as the user wrote them.
        call.args
            .retain(|arg| arg.name.as_ref().and_then(decode).is_none());
        let message = match &call.args[..] {
            [condition] if call.names_its_condition() && expr_yields(&condition.value) => {
                Some(message_of(self.cx, &condition.value))
            }
            _ => None,
        };
        call.args
            .iter_mut()
            .for_each(|arg| self.visit_expr_mut(&mut arg.value));
        call.repeat
            .iter_mut()
            .for_each(|len| self.visit_expr_mut(len));
        if let Some((_, Some(guard))) = &mut call.pattern {
            self.visit_expr_mut(guard);
        }
        call.args.extend(message.into_iter().flatten());
        call.write_to(mac);
    }

    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        visit_mut::visit_field_value_mut(self, field);
        if let (Member::Named(member), Expr::Path(path)) = (&field.member, &field.expr)
            && path
                .path
                .get_ident()
                .is_some_and(|ident| self.is_called(ident, member))
        {
            field.colon_token = None;
        }
    }

    fn visit_field_pat_mut(&mut self, field: &mut FieldPat) {
        visit_mut::visit_field_pat_mut(self, field);
        if let (Member::Named(member), Pat::Ident(pat)) = (&field.member, &*field.pat)
            && pat.subpat.is_none()
            && self.is_called(&pat.ident, member)
        {
            field.colon_token = None;
        }
    }

    fn visit_item_mut(&mut self, _: &mut Item) {}
}
