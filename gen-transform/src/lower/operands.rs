//! The operands of an expression: those in front of a yield are evaluated before it, and kept.

use super::builder::Builder;
use super::exprs::{is_pure, take};
use super::rewrite::remade::renamed;
use super::temporaries::{self, is_in_guard, is_place};
use crate::analyse::scalars::is_scalar_decl;
use crate::resolve::{LocalId, TempKind, captured, decode, direct_local};
use crate::syntax::{expr_yields, is_comparison};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Expr, Token, UnOp};

/// How an operand is used by the expression around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Its value.
    Value,
    /// Its value, which a comparison looks at.
    Compared,
    /// The place it denotes, or a temporary for its value: operand of `&`, base of a field or index.
    Place,
    /// What a method is called on: by value or by reference, syntax cannot tell.
    Receiver,
    /// What is called.
    Callee,
}

impl Builder<'_> {
    /// Reduces the operands of `expr` in evaluation order: up to the last one that has to be taken apart, each becomes
    /// a value that is kept.
    ///
    /// Input: `f(a(), { yield_!(1); b() }, c())` · Output: `let operand = a(); .. let value = b(); f(operand, value, c())`
    pub fn reduce_operands(&mut self, expr: &mut Expr) {
        let Some(last) = operands(expr)
            .iter()
            .rposition(|(operand, role)| self.is_split(operand, *role))
        else {
            return;
        };
        let yields_from: Vec<bool> = operands(expr)
            .iter()
            .map(|(operand, _)| expr_yields(operand))
            .collect();
        let early = self.evaluated_early(expr);
        let mut lent = Vec::new();
        for index in 0..=last {
            let yields_later = yields_from[index + 1..].contains(&true);
            let Some((slot, role)) = operands(expr).into_iter().nth(index) else {
                return;
            };
            let mut operand = take(slot);
            let later = operands(expr)
                .into_iter()
                .skip(index + 1)
                .take(last - index);
            let later: Vec<Expr> = later.map(|(operand, _)| operand.clone()).collect();
            self.taken_early(&mut operand, &later);
            let reduced = match early {
                Some(_) if index == 0 => self.value_in_temp(operand, TempKind::Operand),
                _ => {
                    if yields_later && !self.splits(&operand) {
                        lent.push((operand.clone(), role, self.point()));
                    }
                    self.operand(operand, role, yields_later, index < last)
                }
            };
            if let Some((slot, _)) = operands(expr).into_iter().nth(index) {
                *slot = reduced;
            }
            if !self.reachable() {
                return;
            }
        }
        for (operand, role, point) in lent {
            if self.may_have_yielded_since(point) {
                self.borrowed_across(&operand, role);
            }
        }
        if let Some(kind) = early
            && let Some((slot, _)) = operands(expr).into_iter().next()
        {
            *slot = self.unchanging(take(slot), kind);
        }
    }

    /// A closure is made where it stands, in front of operands that have been evaluated before: what it takes of variables that they
    /// may change is taken first.
    ///
    /// Input: `move || x`, in front of `{ x += 1; yield_!(x) }` · Output: `move || operand`, behind `let operand = x;`
    fn taken_early(&mut self, operand: &mut Expr, later: &[Expr]) {
        if !matches!(operand, Expr::Closure(it) if it.capture.is_some()) {
            return;
        }
        for (local, _) in captured(operand.to_token_stream()) {
            let mentions = |code: &Expr| {
                captured(code.to_token_stream())
                    .iter()
                    .any(|(it, _)| *it == local)
            };
            let decl = self.locals.get(local);
            if !decl.mutable || !later.iter().any(mentions) {
                continue;
            }
            let (ident, span) = (decl.ident.clone(), decl.ident.span());
            let whole = self.locals.mention_expr(local, span);
            let taken = self.value_in_temp(whole, TempKind::Operand);
            if let Some(taken) = direct_local(&taken) {
                self.locals.get_mut(taken).ident = ident;
                self.mention_instead(operand, local, taken);
            }
        }
    }

    fn mention_instead(&mut self, operand: &mut Expr, local: LocalId, other: LocalId) {
        let locals = &mut self.locals;
        let code = renamed(operand.to_token_stream(), &mut |ident| {
            let named = decode(ident).is_some_and(|name| name.local == local);
            named.then(|| locals.mention(other, ident.span()))
        });
        *operand = syn::parse_quote!(#code);
    }

    fn is_split(&self, operand: &Expr, role: Role) -> bool {
        let copies = matches!(role, Role::Value | Role::Compared) && self.keeps_temporaries;
        self.splits(operand)
            || (copies && temporaries::is_part_of_made(&self.locals, operand))
            || (role == Role::Compared && self.outlives_comparison(operand))
    }

    /// Whether a compared operand is a value that lives to the end of a statement which yields.
    ///
    /// Input: `made(1)` in `(made(1) == made(2), yield_!(3))`
    fn outlives_comparison(&self, operand: &Expr) -> bool {
        self.keeps_temporaries && temporaries::is_made(&self.locals, operand)
    }

    /// What a comparison looks at: a value that has been made for it stays, and so does a place that nothing can change meanwhile.
    fn compared(&mut self, expr: Expr, yields_later: bool, kept: bool) -> Expr {
        if self.outlives_comparison(&expr) {
            return self.kept_in_temp(expr, TempKind::Made);
        }
        let scalar = direct_local(&expr).is_some_and(|it| is_scalar_decl(self.locals.get(it)));
        match is_place(&expr) && !scalar && !yields_later && !self.splits(&expr) {
            true => expr,
            false => self.operand(expr, Role::Value, yields_later, kept),
        }
    }

    pub fn operand(&mut self, expr: Expr, role: Role, yields_later: bool, kept: bool) -> Expr {
        let expr = match role {
            Role::Compared => return self.compared(expr, yields_later, kept),
            Role::Value if yields_later && self.can_wait(&expr) => return self.waiting(expr),
            Role::Value => self.copied_part(expr),
            Role::Place if kept => return self.place_in_front(expr, yields_later),
            Role::Place | Role::Receiver | Role::Callee => expr,
        };
        if self.splits(&expr) {
            return match (role, &expr) {
                (Role::Place | Role::Receiver, other) if is_place(other) || is_in_guard(other) => {
                    self.reduce(expr)
                }
                (Role::Place | Role::Receiver, other) if is_part(other) => {
                    self.place_in_front(expr, yields_later)
                }
                (Role::Value, Expr::Reference(_)) | (_, Expr::Lit(_)) => self.reduce(expr),
                (Role::Place, made) if temporaries::is_made(&self.locals, made) => {
                    self.kept_in_temp(expr, TempKind::Made)
                }
                // What its head has borrowed lives to the end of the statement.
                (Role::Value, Expr::Match(_)) if temporaries::has_liftable(&self.locals, &expr) => {
                    self.kept_operand(expr)
                }
                (Role::Value, _) if !kept => self.reduce(expr),
                _ if temporaries::has_liftable(&self.locals, &expr) => self.kept_operand(expr),
                _ => self.value_in_temp(expr, TempKind::Operand),
            };
        }
        if !kept || is_pure(&expr) {
            return expr;
        }
        if temporaries::has_liftable(&self.locals, &expr) {
            return self.kept_operand(expr);
        }
        match role {
            Role::Place | Role::Receiver | Role::Callee if is_place(&expr) => expr,
            _ if matches!(&expr, Expr::Reference(it) if is_place(&it.expr) && !yields_later) => {
                expr
            }
            _ => self.value_in_temp(expr, TempKind::Operand),
        }
    }
}

/// Whether an expression denotes a part of something: that has to stay a place, for what it is in may be behind a reference.
///
/// Input: `made().added(1).items[0]`
fn is_part(expr: &Expr) -> bool {
    match crate::syntax::unparen(expr) {
        Expr::Field(_) | Expr::Index(_) => true,
        Expr::Unary(it) => matches!(it.op, UnOp::Deref(_)),
        _ => false,
    }
}

/// The operands of an expression in evaluation order.
pub fn operands(expr: &mut Expr) -> Vec<(&mut Expr, Role)> {
    use Role::{Callee, Compared, Place, Receiver, Value};
    match expr {
        Expr::Array(it) => values(&mut it.elems).collect(),
        Expr::Tuple(it) => values(&mut it.elems).collect(),
        Expr::Binary(it) => {
            let role = match is_comparison(&it.op) {
                true => Compared,
                false => Value,
            };
            vec![(&mut *it.left, role), (&mut *it.right, role)]
        }
        Expr::Call(it) => behind(&mut it.func, Callee, &mut it.args),
        Expr::MethodCall(it) => behind(&mut it.receiver, Receiver, &mut it.args),
        Expr::Cast(it) => vec![(&mut *it.expr, Value)],
        Expr::Field(it) => vec![(&mut *it.base, Place)],
        Expr::Index(it) => vec![(&mut *it.expr, Place), (&mut *it.index, Value)],
        Expr::Paren(it) => vec![(&mut *it.expr, Value)],
        Expr::Group(it) => vec![(&mut *it.expr, Value)],
        Expr::Range(it) => {
            let bounds = it.start.iter_mut().chain(it.end.iter_mut());
            bounds.map(|bound| (&mut **bound, Value)).collect()
        }
        Expr::Reference(it) => vec![(&mut *it.expr, Place)],
        Expr::Repeat(it) => vec![(&mut *it.expr, Value)],
        Expr::Struct(it) => {
            let fields = it.fields.iter_mut().map(|field| (&mut field.expr, Value));
            let rest = it.rest.iter_mut().map(|rest| (&mut **rest, Place));
            fields.chain(rest).collect()
        }
        Expr::Try(it) => vec![(&mut *it.expr, Value)],
        Expr::Unary(it) => vec![(&mut *it.expr, Value)],
        Expr::Let(it) => vec![(&mut *it.expr, Place)],
        _ => Vec::new(),
    }
}

type Exprs = Punctuated<Expr, Token![,]>;

fn values(exprs: &mut Exprs) -> impl Iterator<Item = (&mut Expr, Role)> {
    exprs.iter_mut().map(|expr| (expr, Role::Value))
}

/// `first`, and the arguments behind it.
fn behind<'e>(first: &'e mut Expr, role: Role, args: &'e mut Exprs) -> Vec<(&'e mut Expr, Role)> {
    std::iter::once((first, role)).chain(values(args)).collect()
}
