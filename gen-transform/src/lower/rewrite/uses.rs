//! How a local is used, as far as its fields are concerned.

use super::formatted::each_mention;
use crate::resolve::{LocalId, bindings, direct_local, is_plain_binding};
use crate::syntax::{MacroCall, leaves_parts, member_name, unparen, yield_kind, yielded};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Macro, Member, Pat, Stmt};

/// The uses of one local in some statements.
#[derive(Debug)]
pub struct Uses {
    local: LocalId,
    /// Whether the code stands in a `move` closure, where each use is a move.
    captured: bool,
    /// The fields that are used by value where a value may be moved.
    pub moved: Vec<FieldUse>,
    /// The fields that get a new value.
    pub assigned: Vec<String>,
    /// Whether the whole gets a new value.
    pub replaced: bool,
    /// Whether the whole is looked at or borrowed.
    pub whole: bool,
    /// Whether the whole is moved, or taken apart by a pattern.
    pub taken: bool,
    /// The patterns that take only some of the fields, and leave the others where they are.
    pub opened: Vec<Pat>,
}

/// A use of a field by value.
#[derive(Debug)]
pub struct FieldUse {
    /// The field, and which field in it is meant, and so on.
    pub path: Vec<String>,
    pub span: Span,
    /// Whether it is dropped, which nobody does to a copy.
    pub dropped: bool,
}

impl Uses {
    /// The uses of `local` in `stmt`.
    pub fn of(local: LocalId, stmt: &Stmt) -> Uses {
        let mut uses = Uses {
            local,
            captured: false,
            moved: Vec::new(),
            assigned: Vec::new(),
            replaced: false,
            whole: false,
            taken: false,
            opened: Vec::new(),
        };
        uses.visit_stmt(stmt);
        uses
    }

    fn is_whole(&self, expr: &Expr) -> bool {
        direct_local(expr) == Some(self.local)
    }

    /// The member of `local` that `expr` names.
    fn field<'e>(&self, expr: &'e Expr) -> Option<&'e Member> {
        match expr {
            Expr::Field(it) if self.is_whole(&it.base) => Some(&it.member),
            _ => None,
        }
    }

    /// The members that lead from `local` to what `expr` names.
    fn path(&self, expr: &Expr) -> Option<Vec<String>> {
        let Expr::Field(it) = expr else { return None };
        let mut path = match self.is_whole(&it.base) {
            true => Vec::new(),
            false => self.path(&it.base)?,
        };
        path.push(member_name(&it.member));
        Some(path)
    }

    /// An expression that is looked at where it is, or copied.
    fn place(&mut self, expr: &Expr) {
        match unparen(expr) {
            whole if self.is_whole(whole) => self.whole = true,
            field if self.field(field).is_some() => {
                if self.captured {
                    self.visit_expr(field);
                }
            }
            Expr::Field(it) => self.place(&it.base),
            other => self.visit_expr(other),
        }
    }
}

fn is_drop(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(it) if it.path.segments.last().is_some_and(|last| last.ident == "drop"))
}

impl Visit<'_> for Uses {
    fn visit_expr(&mut self, expr: &Expr) {
        if let Some(path) = self.path(expr) {
            self.moved.push(FieldUse {
                path,
                span: expr.span(),
                dropped: false,
            });
            return;
        }
        match expr {
            // By value, the whole can be put together again.
            whole if self.is_whole(whole) => self.taken = true,
            Expr::Field(it) => self.place(&it.base),
            Expr::Reference(it) => self.place(&it.expr),
            Expr::Unary(it) => self.place(&it.expr),
            Expr::Cast(it) => self.place(&it.expr),
            Expr::If(it) => {
                self.place(&it.cond);
                self.visit_block(&it.then_branch);
                it.else_branch
                    .iter()
                    .for_each(|(_, it)| self.visit_expr(it));
            }
            Expr::Let(it) => self.scrutinee(&it.expr, std::iter::once(&*it.pat)),
            Expr::Match(it) => {
                self.scrutinee(&it.expr, it.arms.iter().map(|arm| &arm.pat));
                it.arms.iter().for_each(|arm| self.visit_arm(arm));
            }
            Expr::Index(it) => {
                self.place(&it.expr);
                self.place(&it.index);
            }
            Expr::Call(it) if is_drop(&it.func) => self.drop_call(it),
            Expr::Assign(it) => self.assign(it),
            Expr::Binary(it) => self.binary(it),
            Expr::MethodCall(it) => self.method_call(it),
            Expr::Closure(it) => self.closure(it),
            other => visit::visit_expr(self, other),
        }
    }

    fn visit_local(&mut self, local: &syn::Local) {
        let Some(init) = &local.init else { return };
        match local.pat {
            Pat::Ident(ref pat) if pat.by_ref.is_none() => self.visit_expr(&init.expr),
            Pat::Type(_) if is_plain_binding(&local.pat).is_some() => self.visit_expr(&init.expr),
            // Each field of the pattern becomes a variable of its own.
            Pat::Struct(_) | Pat::TupleStruct(_) | Pat::Tuple(_)
                if init.diverge.is_none() && self.is_whole(&init.expr) =>
            {
                self.taken = true;
                if crate::syntax::binds_by_reference(&local.pat) {
                    self.partly_borrowed(&local.pat);
                } else if leaves_parts(&local.pat) {
                    self.opened.push(local.pat.clone());
                }
            }
            _ => self.scrutinee(&init.expr, std::iter::once(&local.pat)),
        }
        if let Some((_, diverge)) = &init.diverge {
            self.visit_expr(diverge);
        }
    }

    fn visit_macro(&mut self, mac: &Macro) {
        if yield_kind(mac).is_some() {
            if let Some(value) = yielded(mac) {
                self.visit_expr(&value);
            }
            return;
        }
        let Some(call) = MacroCall::parse(mac) else {
            each_mention(mac, &mut |name, field| {
                if name.local == self.local {
                    self.formatted(mac, field);
                }
            });
            return;
        };
        for (index, arg) in call.args.iter().enumerate() {
            if call.by_value(index) {
                self.visit_expr(&arg.value);
            } else {
                self.place(&arg.value);
            }
        }
        call.repeat.iter().for_each(|len| self.place(len));
        if let Some((_, Some(guard))) = &call.pattern {
            self.place(guard);
        }
    }

    fn visit_item(&mut self, _: &syn::Item) {}
}

impl Uses {
    /// What is matched is moved as far as a pattern binds it.
    fn scrutinee<'p>(&mut self, expr: &Expr, mut pats: impl Iterator<Item = &'p Pat>) {
        let moves =
            |pat: &Pat| !bindings(pat).is_empty() && !crate::syntax::binds_by_reference(pat);
        if self.field(expr).is_some() && pats.any(moves) {
            self.visit_expr(expr);
        } else {
            self.place(expr);
        }
    }

    /// What an unknown macro mentions: a field that it formats, or whatever it makes of the whole.
    fn formatted(&mut self, mac: &Macro, field: Option<Member>) {
        match field {
            None => self.whole = true,
            Some(field) if self.captured => self.moved.push(FieldUse {
                path: vec![member_name(&field)],
                span: mac.span(),
                dropped: false,
            }),
            Some(_) => {}
        }
    }

    /// A pattern that borrows some of the fields, and moves the others.
    fn partly_borrowed(&mut self, pat: &Pat) {
        match super::structs::moved_beside_borrowed(pat) {
            Some(moved) if !moved.is_empty() => {
                self.moved.extend(moved.iter().map(|member| FieldUse {
                    path: vec![member_name(member)],
                    span: pat.span(),
                    dropped: false,
                }))
            }
            _ => self.whole = true,
        }
    }

    fn drop_call(&mut self, it: &syn::ExprCall) {
        let before = self.moved.len();
        it.args.iter().for_each(|arg| self.visit_expr(arg));
        let moved = self.moved[before..].iter_mut();
        moved.for_each(|use_| use_.dropped = true);
    }

    fn assign(&mut self, it: &syn::ExprAssign) {
        let assigned = self.field(&it.left);
        self.assigned.extend(assigned.map(member_name));
        if self.is_whole(&it.left) {
            self.replaced = true;
        } else {
            self.place(&it.left);
        }
        self.visit_expr(&it.right);
    }

    /// Operators look at their operands, or take numbers; `a + b` may take a `String`.
    fn binary(&mut self, it: &syn::ExprBinary) {
        if matches!(it.op, BinOp::Add(_)) && !matches!(unparen(&it.right), Expr::Lit(_)) {
            self.visit_expr(&it.left);
        } else {
            self.place(&it.left);
        }
        self.place(&it.right);
    }

    fn method_call(&mut self, it: &syn::ExprMethodCall) {
        if crate::methods::is_consuming(&it.method.to_string()) {
            self.visit_expr(&it.receiver);
        } else {
            self.place(&it.receiver);
        }
        it.args.iter().for_each(|arg| self.visit_expr(arg));
    }

    /// What a closure uses it captures field by field; a `move` closure moves it.
    fn closure(&mut self, it: &syn::ExprClosure) {
        let outer = self.captured;
        self.captured |= it.capture.is_some();
        self.visit_expr(&it.body);
        self.captured = outer;
    }
}
