//! Rematerialisation: plain values that are computed again after a suspension, from others that are in the frame anyway.
//!
//! `let last = n - 1;` behind a yield needs no field where `n` has one: what an expert would write by hand. It makes the
//! frame smaller, saves a store for each item, and tells rustc's optimiser where the value comes from, so that a bound
//! check can go. After Briggs, Cooper and Torczon, "Rematerialization" (PLDI 1992).

use super::dataflow::Facts;
use super::flow::{Event, Flow};
use super::scalars::{self, Scalar};
use super::storage::Storage;
use crate::ir::Body;
use crate::resolve::{LocalDecl, LocalId, LocalKind, direct_local};
use crate::syntax::{is_comparison, is_compound, unparen};
use syn::{BinOp, Expr, Lit, UnOp};

/// So many operations are no dearer than a field that is written for each item and read again.
const CHEAP: usize = 3;

/// The locals that are computed again, in an order in which that can be done.
pub fn recomputed(body: &Body, flow: &Flow, facts: &Facts, storage: &[Storage]) -> Vec<LocalId> {
    let search = Search {
        body,
        flow,
        facts,
        storage,
        scalars: scalars::scalars(&body.locals),
        inits: inits(body, flow),
    };
    body.locals
        .ids()
        .filter(|id| search.is_recomputable(*id))
        .collect()
}

/// How often each local is given a value in the text.
fn inits(body: &Body, flow: &Flow) -> Vec<usize> {
    let mut inits = vec![0; body.locals.len()];
    for node in &flow.nodes {
        if let Event::Init(local) | Event::MaybeInit(local) = node.event {
            inits[local.index()] += 1;
        }
    }
    inits
}

struct Search<'a> {
    body: &'a Body,
    flow: &'a Flow,
    facts: &'a Facts,
    storage: &'a [Storage],
    scalars: Vec<Option<Scalar>>,
    inits: Vec<usize>,
}

impl Search<'_> {
    fn decl(&self, id: LocalId) -> &LocalDecl {
        self.body.locals.get(id)
    }

    /// Whether a local is a plain value in the frame that the value of its declaration tells again.
    fn is_recomputable(&self, id: LocalId) -> bool {
        let saved = self.storage[id.index()] == Storage::Scalar { saved: true };
        let init = self.decl(id).init.as_ref();
        saved
            && self.decl(id).kind == LocalKind::User
            && self.is_constant(id)
            && init.is_some_and(|init| self.is_cheap(init, id))
    }

    /// Whether a local has the same value from its declaration to the end of its scope.
    fn is_constant(&self, id: LocalId) -> bool {
        !self.decl(id).mutable && self.inits[id.index()] <= 1
    }

    /// Whether `init` is integer arithmetic on what is in the frame wherever `owner` would have to be.
    fn is_cheap(&self, init: &Expr, owner: LocalId) -> bool {
        let mut operands = Vec::new();
        let cost = self.cost(init, &mut operands);
        cost.is_some_and(|cost| cost <= CHEAP)
            && operands
                .iter()
                .all(|operand| self.is_at_hand(*operand, owner))
    }

    /// How many operations it takes; `None` if anything but arithmetic is in it.
    fn cost(&self, expr: &Expr, operands: &mut Vec<LocalId>) -> Option<usize> {
        match unparen(expr) {
            Expr::Lit(it) => is_plain_literal(&it.lit).then_some(0),
            Expr::Path(_) => {
                operands.push(direct_local(expr)?);
                Some(0)
            }
            Expr::Cast(it) if scalars::is_scalar(&it.ty) => {
                Some(self.cost(&it.expr, operands)? + 1)
            }
            Expr::Unary(it) if matches!(it.op, UnOp::Neg(_) | UnOp::Not(_)) => {
                Some(self.cost(&it.expr, operands)? + 1)
            }
            Expr::Binary(it) if !is_compound(&it.op) && !is_slow(&it.op, &it.right) => {
                Some(self.cost(&it.left, operands)? + self.cost(&it.right, operands)? + 1)
            }
            _ => None,
        }
    }

    /// Whether the value of `operand` is in the frame, unchanged, at each suspension where that of `owner` is needed.
    fn is_at_hand(&self, operand: LocalId, owner: LocalId) -> bool {
        let plain = matches!(
            self.scalars[operand.index()],
            Some(Scalar::Int(_) | Scalar::Bool | Scalar::Char)
        );
        let saved = self.storage[operand.index()] == Storage::Scalar { saved: true };
        let is_param = self.decl(operand).kind == LocalKind::Param;
        let mut suspensions = self.flow.nodes.iter().enumerate();
        plain
            && saved
            && self.is_constant(operand)
            && suspensions.all(|(node, it)| {
                let live = &self.facts.live_out[node];
                let needed = matches!(it.event, Event::Suspend(_)) && live.has(owner);
                !needed || is_param || live.has(operand)
            })
    }
}

fn is_plain_literal(lit: &Lit) -> bool {
    matches!(
        lit,
        Lit::Int(_) | Lit::Bool(_) | Lit::Char(_) | Lit::Byte(_)
    )
}

/// Whether an operation takes longer than reading a field, or is none on plain integers: a division other than by a power
/// of two, `&&`, `||`.
fn is_slow(op: &BinOp, right: &Expr) -> bool {
    match op {
        BinOp::Div(_) | BinOp::Rem(_) => !is_power_of_two(right),
        BinOp::Add(_) | BinOp::Sub(_) | BinOp::Mul(_) | BinOp::Shl(_) | BinOp::Shr(_) => false,
        BinOp::BitAnd(_) | BinOp::BitOr(_) | BinOp::BitXor(_) => false,
        op => !is_comparison(op),
    }
}

fn is_power_of_two(expr: &Expr) -> bool {
    matches!(unparen(expr), Expr::Lit(it) if matches!(&it.lit, Lit::Int(int)
        if int.base10_parse::<u128>().is_ok_and(u128::is_power_of_two)))
}
