//! Binding the names of a pattern anew in each expression and statement that uses them and does not yield.

use super::remade::{self, renamed};
use crate::lower::builder::Builder;
use crate::lower::temporaries::is_place;
use crate::resolve::{LocalId, bindings, decode};
use crate::syntax::{binds_by_reference, expr_yields, is_compound, stmt_yields, unparen};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprMethodCall, Local, Macro, Pat, Stmt, UnOp};

/// The names of a pattern, and what it is matched against again.
pub struct Rebinding<'a, 'b> {
    builder: &'a mut Builder<'b>,
    head: Expr,
    pat: Pat,
    names: Vec<LocalId>,
}

impl<'a, 'b> Rebinding<'a, 'b> {
    pub fn new(builder: &'a mut Builder<'b>, head: Expr, pat: Pat) -> Self {
        let names = bindings(&pat);
        Rebinding {
            builder,
            head,
            pat,
            names,
        }
    }

    /// Where a value stands: it is one whole if nothing in it yields.
    pub fn value(&mut self, expr: &mut Expr) {
        if !self.mentions(expr) {
        } else if expr_yields(expr) {
            self.yielding(expr);
        } else {
            let bound = self.bound_in(expr, expr.span());
            *expr = syn::parse_quote_spanned!(expr.span()=> (#bound));
        }
    }

    /// Where a place stands, which is to be the same one: only the name in it is bound anew.
    fn place(&mut self, expr: &mut Expr) {
        let is_call = matches!(expr, Expr::MethodCall(_)) && !expr_yields(expr);
        if is_call && matches!(self.head, Expr::Closure(_)) {
            // What a closure gives is a value, and closures among the arguments have their types from the call.
            return self.value(expr);
        }
        match expr {
            Expr::Paren(it) => self.place(&mut it.expr),
            Expr::Field(it) => self.place(&mut it.base),
            Expr::Reference(it) => self.place(&mut it.expr),
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => self.place(&mut it.expr),
            Expr::Index(it) => {
                self.place(&mut it.expr);
                self.value(&mut it.index);
            }
            Expr::MethodCall(it) => {
                self.place(&mut it.receiver);
                it.args.iter_mut().for_each(|arg| self.value(arg));
            }
            other => self.value(other),
        }
    }

    /// What patterns are matched against: a borrow is one whole, and so is a place that is only looked at, by a reference to it.
    fn matched<'p>(&mut self, expr: &mut Expr, mut pats: impl Iterator<Item = &'p Pat>) {
        match unparen(expr) {
            Expr::Reference(_) => self.value(expr),
            Expr::MethodCall(it) if is_view(it) => self.value(expr),
            Expr::Field(_) | Expr::Unary(_) | Expr::Index(_)
                if self.mentions(expr)
                    && !expr_yields(expr)
                    && pats.all(|pat| bindings(pat).is_empty()) =>
            {
                *expr = syn::parse_quote_spanned!(expr.span()=> &#expr);
                self.value(expr);
            }
            _ => self.place(expr),
        }
    }

    /// An operand of a condition.
    pub fn condition(&mut self, cond: &mut Expr) {
        match cond {
            Expr::Let(it) => self.matched(&mut it.expr, [&*it.pat].into_iter()),
            Expr::Paren(it) => self.condition(&mut it.expr),
            Expr::Binary(it) if matches!(it.op, syn::BinOp::And(_)) => {
                self.condition(&mut it.left);
                self.condition(&mut it.right);
            }
            other => self.value(other),
        }
    }

    /// An expression that yields.
    fn yielding(&mut self, expr: &mut Expr) {
        match expr {
            Expr::If(it) => {
                self.condition(&mut it.cond);
                self.visit_block_mut(&mut it.then_branch);
                if let Some((_, otherwise)) = &mut it.else_branch {
                    self.value(otherwise);
                }
            }
            Expr::While(it) => {
                self.condition(&mut it.cond);
                self.visit_block_mut(&mut it.body);
            }
            Expr::ForLoop(it) => {
                self.place(&mut it.expr);
                self.visit_block_mut(&mut it.body);
            }
            Expr::Match(it) => {
                self.matched(&mut it.expr, it.arms.iter().map(|arm| &arm.pat));
                it.arms.iter_mut().for_each(|arm| self.visit_arm_mut(arm));
            }
            Expr::Assign(it) => {
                self.place(&mut it.left);
                self.value(&mut it.right);
            }
            Expr::Binary(it) if is_compound(&it.op) => {
                self.place(&mut it.left);
                self.value(&mut it.right);
            }
            Expr::Field(_)
            | Expr::Reference(_)
            | Expr::Index(_)
            | Expr::MethodCall(_)
            | Expr::Unary(_) => self.operands(expr),
            other => visit_mut::visit_expr_mut(self, other),
        }
    }

    /// The operands of an expression that yields: what is projected out of a place is so of the same one.
    fn operands(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Unary(it) if !matches!(it.op, UnOp::Deref(_)) => self.value(&mut it.expr),
            place => self.place(place),
        }
    }

    fn declaration(&mut self, local: &mut Local) {
        let by_reference = binds_by_reference(&local.pat);
        let Some(init) = &mut local.init else { return };
        let makes = matches!(unparen(&init.expr), Expr::Reference(it) if !is_place(&it.expr));
        match init.diverge.is_some() || by_reference {
            true => self.matched(&mut init.expr, [&local.pat].into_iter()),
            false if makes => self.place(&mut init.expr),
            false => self.value(&mut init.expr),
        }
        if let Some((_, diverge)) = &mut init.diverge {
            visit_mut::visit_expr_mut(self, diverge);
        }
    }

    /// Statements that follow each other are one whole, as far as none of them yields or declares anything.
    ///
    /// Input: `*n += 1; f(n);` · Output: `match &mut x.o { Some(n) => { *n += 1; f(n); } _ => ::core::unreachable!() }`
    pub fn statements(&mut self, stmts: &mut Vec<Stmt>, from: usize) {
        let mut rest = stmts.split_off(from).into_iter().peekable();
        while let Some(mut stmt) = rest.next() {
            let mut run = Vec::new();
            if self.is_joined(&stmt) {
                run.extend(std::iter::from_fn(|| {
                    rest.next_if(|next| self.is_joined(next))
                }));
            }
            if run.is_empty() {
                self.visit_stmt_mut(&mut stmt);
            } else {
                let code = quote!({ #stmt #(#run)* });
                stmt = Stmt::Expr(self.bound_in(&code, stmt.span()), None);
            }
            stmts.push(stmt);
        }
    }

    /// Whether a statement may stand in one whole with those around it.
    fn is_joined(&self, stmt: &Stmt) -> bool {
        let is_expr = match stmt {
            Stmt::Expr(_, semicolon) => semicolon.is_some(),
            Stmt::Macro(it) => it.semi_token.is_some(),
            Stmt::Local(_) | Stmt::Item(_) => false,
        };
        is_expr && !stmt_yields(stmt) && self.mentions(stmt)
    }

    /// Input: `*n += 1` · Output: `match &mut x.o { Some(n) => *n += 1, _ => ::core::unreachable!() }`
    fn bound_in<T: ToTokens>(&mut self, code: &T, span: Span) -> Expr {
        let (code, pat) = self.renamed(code);
        let head = self.head_anew();
        syn::parse_quote_spanned!(span=> match #head { #pat => #code, _ => ::core::unreachable!() })
    }

    /// The code with names of its own for what it uses, and the pattern that binds them.
    fn renamed<T: ToTokens>(&mut self, code: &T) -> (TokenStream, Pat) {
        let mut anew: BTreeMap<LocalId, LocalId> = BTreeMap::new();
        let (names, locals) = (&self.names, &mut self.builder.locals);
        let code = renamed(code.to_token_stream(), &mut |ident| {
            let name = decode(ident).filter(|name| names.contains(&name.local))?;
            let own = match anew.get(&name.local) {
                Some(own) => *own,
                None => locals.add(locals.get(name.local).clone()),
            };
            anew.insert(name.local, own);
            Some(locals.mention(own, ident.span()))
        });
        let mut pat = self.pat.clone();
        let used: Vec<LocalId> = anew.keys().copied().collect();
        LeaveOut(&used).visit_pat_mut(&mut pat);
        Renamed(&anew, self.builder).visit_pat_mut(&mut pat);
        if let (Expr::Closure(_), Pat::Ident(it)) = (&self.head, &mut pat) {
            // A macro that it hands a variable to takes that, and puts it back.
            it.mutability = Some(Default::default());
        }
        (code, pat)
    }

    /// What the pattern is matched against, with mentions of its own.
    fn head_anew(&mut self) -> Expr {
        if let Expr::Closure(it) = &self.head {
            return remade::anew(self.builder, it);
        }
        let mut head = self.head.clone();
        super::aliases::Renew(self.builder).visit_expr_mut(&mut head);
        head
    }

    fn mentions<T: ToTokens>(&self, code: &T) -> bool {
        let mut found = false;
        crate::resolve::visit_idents(code.to_token_stream(), &mut |ident| {
            found |= decode(ident).is_some_and(|name| self.names.contains(&name.local));
        });
        found
    }
}

impl VisitMut for Rebinding<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        self.value(expr);
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        crate::syntax::visit_macro_args(mac, &mut |expr| self.value(expr));
    }
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if !self.mentions(stmt) {
            return;
        }
        match stmt {
            Stmt::Local(it) => self.declaration(it),
            yielding if stmt_yields(yielding) => visit_mut::visit_stmt_mut(self, yielding),
            Stmt::Expr(it, None) => *it = self.bound_in(it, it.span()),
            Stmt::Expr(_, Some(_)) | Stmt::Macro(_) => {
                let code = quote!({ #stmt });
                *stmt = Stmt::Expr(self.bound_in(&code, stmt.span()), None);
            }
            Stmt::Item(_) => {}
        }
    }
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.statements(&mut block.stmts, 0);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Takes the names out of the pattern where it stands.
///
/// Input: `Some((a, ref b))` · Output: `Some((_, _))`
pub fn leave_out(pat: &mut Pat) {
    LeaveOut(&[]).visit_pat_mut(pat);
}

/// Writes all bindings but these as `_`.
struct LeaveOut<'a>(&'a [LocalId]);

impl VisitMut for LeaveOut<'_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Ident(it)
                if decode(&it.ident).is_some_and(|name| !self.0.contains(&name.local)) =>
            {
                *pat = syn::parse_quote!(_);
            }
            other => visit_mut::visit_pat_mut(self, other),
        }
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// Gives the bindings of a pattern other names.
struct Renamed<'a, 'b, 'c>(&'a BTreeMap<LocalId, LocalId>, &'b Builder<'c>);

impl VisitMut for Renamed<'_, '_, '_> {
    fn visit_pat_ident_mut(&mut self, it: &mut syn::PatIdent) {
        let own = decode(&it.ident).and_then(|name| self.0.get(&name.local));
        if let Some(own) = own {
            it.ident = self.1.locals.binding(*own);
        }
    }
}

/// Whether a call may give another borrow, to be bound anew itself.
fn is_view(it: &ExprMethodCall) -> bool {
    let method = it.method.to_string();
    crate::methods::borrows_again(&method) || ["unwrap", "expect"].contains(&method.as_str())
}
