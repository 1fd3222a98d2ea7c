//! Random generator bodies that compile: seeded, well-typed and borrow-checked by construction.
//!
//! # Why every body is a valid program
//!
//! A body is written front to back, in evaluation order, and [`scope::Scopes`] knows at each point what the
//! compiler will know there. By induction over the writing, each new piece keeps these invariants:
//!
//! 1. **Types.** `expr(ty)` returns an expression of type `ty`: literals, constructors and calls have one
//!    type each, and a variable is mentioned only where its recorded type is wanted. `None` and `Vec::new()`
//!    carry their type; a variable declared without a value is annotated unless an assignment to it was
//!    really written.
//! 2. **Initialisation and moves** (E0381, E0382). Each variable has a state per program point: `Never`,
//!    `Live`, `Gone` or `Maybe`. Only `Live` variables are mentioned; a mention of a type that is not `Copy`
//!    is a move and makes it `Gone`. Branches start from the same state and are joined after; where control
//!    cannot get to, the state is `None`, nothing is mentioned, and the block ends.
//! 3. **Loops.** What is `Live` at the head of a loop must be `Live` on every way back to it. So inside a
//!    loop an older variable moves only if it is mutable, and every way back (the end of the body, each
//!    `continue`) first assigns what has been used up. The assignment names it rightly, because nobody may
//!    shadow a variable that is older than a surrounding loop while it is not `Live`.
//! 4. **Assignments** (E0384). Only to `mut` variables, or to one that is `Never` assigned and was declared
//!    inside the same loops.
//! 5. **Borrows of owned locals** (E0499, E0502, E0505, E0626). They occur only inside one call or
//!    condition that contains no yield and mentions the variable once: `num(&x)`, `x.push(e)` with `e` made
//!    without yields and with `x` locked, closures that are used up before the next yield. So none is alive
//!    at a yield or a move. References that come from outside are `Copy` and live for ever.
//! 6. **Patterns** are taken from exhaustive (or, where wanted, refutable) sets for each type. On a
//!    variable a pattern moves all that is droppable or nothing.
//! 7. **Jumps.** `break` and `continue` name a surrounding loop or block whose body is being written;
//!    unlabelled only where the innermost such thing is that loop and not in a `while` head (E0590, E0695).
//!    `break` has a value exactly where the target is an expression. The else block of a `let` always jumps.
//! 8. **Termination.** Each loop counts with a variable that is locked in its body, or consumes a finite
//!    collection nobody can reach meanwhile.
//!
//! # What the bodies avoid
//!
//! What safe Rust cannot keep in a frame, and what the project's docs therefore exclude: a borrow of an
//! owned local alive across a yield, a partial move out of a struct that stays in scope across a yield, a
//! guard as temporary in the head of a `match` or `for`, and a call of a by-value method directly on a
//! local that is not mentioned again. [`Options`] names what can be left out besides.

mod emit;
mod expressions;
mod jumps;
mod patterns;
mod rng;
mod scope;
mod signature;
mod statements;
mod types;

pub use emit::{Form, module};

use rng::Rng;
use scope::{Scopes, Var, VarId};
use types::Ty;

/// What bodies may contain. Constructs can be left out, to look for one difference at a time, and small
/// bodies need no reduction.
#[derive(Clone, Copy)]
pub struct Options {
    /// At most so many statements outermost, and about six times as many in all.
    pub size: usize,
    /// Temporaries with a visible drop in operands: `num(&n(1)) + { yield_!(2); 3 }`.
    pub operand_temporaries: bool,
    /// Matching on a variable where only some arms move out of it.
    pub moves_by_arm: bool,
    /// References to locals that are dead, but in scope, at a yield.
    pub dead_borrows: bool,
    /// Receivers of a method whose arguments yield: `n(1).plus({ yield_!(2); 3 })`. A known difference: the
    /// type of the receiver is not always known where the frame keeps it (E0282).
    pub waiting_receivers: bool,
    /// `if let Some(_) = value && condition`. A known difference: what the pattern leaves of a value is dropped
    /// before the block instead of after it.
    pub owned_chains: bool,
}

impl Options {
    pub const DEFAULT: Self = Self {
        size: 10,
        operand_temporaries: true,
        moves_by_arm: true,
        dead_borrows: true,
        waiting_receivers: false,
        owned_chains: false,
    };
}

/// One generated body with its signature.
pub struct Body {
    pub seed: u64,
    pub item: String,
    pub generics: &'static str,
    /// Parameters as written, without the parentheses.
    pub params: String,
    /// Whether a pattern takes a parameter apart.
    pub destructures: bool,
    /// Statements, indented.
    pub text: String,
    /// Argument lists to call it with.
    pub calls: Vec<String>,
}

/// The body that belongs to `seed`.
pub fn body(seed: u64, options: Options) -> Body {
    let mut writer = Writer::new(seed, options);
    let signature = writer.signature();
    let statements = (writer.rng.below(options.size) + 2).min(options.size);
    writer.budget = statements * 6;
    let lines = writer.block_of(statements);
    Body {
        seed,
        item: writer.item.name(),
        generics: signature.generics,
        params: signature.params,
        destructures: signature.destructures,
        text: emit::indent(&writer.annotate(&lines.join("\n")), 2),
        calls: signature.calls,
    }
}

/// The state of writing one body.
struct Writer {
    rng: Rng,
    options: Options,
    scopes: Scopes,
    jumps: Vec<jumps::Target>,
    item: Ty,
    /// Statements that may still be written; afterwards everything is kept small.
    budget: usize,
    depth: usize,
    /// Above zero where a yield is not possible.
    plain: usize,
    /// Whether a temporary with a visible drop may be left to the end of the statement.
    temporaries: bool,
    /// Numbers values, labels and placeholders.
    serial: i32,
    /// Declarations without a value, each written as a placeholder: whether it needs its type is known
    /// at the end.
    deferred: Vec<(String, VarId)>,
    /// A variable that the pattern being written moves: its name must stay free, see invariant 3.
    reserved: Option<String>,
}

/// So few names that shadowing is frequent.
const NAMES: [&str; 10] = ["a", "b", "c", "d", "e", "g", "h", "k", "x", "y"];
/// How deep expressions and blocks nest.
const MAX_DEPTH: usize = 6;

impl Writer {
    fn new(seed: u64, options: Options) -> Self {
        Self {
            rng: Rng::new(seed),
            options,
            scopes: Scopes::new(),
            jumps: vec![],
            item: Ty::Int,
            budget: 0,
            depth: 0,
            plain: 0,
            temporaries: true,
            serial: 0,
            deferred: vec![],
            reserved: None,
        }
    }

    fn serial(&mut self) -> i32 {
        self.serial += 1;
        self.serial
    }

    /// A type for a new variable.
    fn random_ty(&mut self, depth: usize) -> Ty {
        match self.rng.below(if depth == 0 { 11 } else { 18 }) {
            0..=3 => Ty::Int,
            4..=7 => Ty::Noisy,
            8 => Ty::Text,
            9 => Ty::Bool,
            10 => Ty::Shape,
            11 => Ty::Duo,
            12 => Ty::Triple,
            13 | 14 => self.random_ty(depth - 1).opt(),
            15 | 16 => self.random_ty(depth - 1).pair(self.random_ty(0)),
            _ => self.random_ty(0).list(),
        }
    }

    /// A name that may be declared here: see invariant 3.
    fn new_name(&mut self) -> String {
        loop {
            let name = self.rng.pick(&NAMES);
            let shadowed = self.scopes.resolve(name);
            let taken = shadowed.is_some_and(|id| self.awaits_restoring(id));
            if !taken && self.reserved.as_deref() != Some(name) {
                return name.into();
            }
        }
    }

    fn awaits_restoring(&self, id: VarId) -> bool {
        let var = self.scopes.var(id);
        var.mutable && self.loops() > var.loops && !self.scopes.is_live(id)
    }

    fn new_var(&mut self, ty: Ty) -> Var {
        Var {
            name: self.new_name(),
            ty,
            mutable: self.rng.chance(40),
            loops: self.loops(),
            locked: false,
            assigned: true,
        }
    }

    /// Live variables that `wanted` accepts.
    fn live(&self, wanted: impl Fn(&Var) -> bool) -> Vec<VarId> {
        let named = self.scopes.named().into_iter();
        named
            .filter(|id| self.scopes.is_live(*id) && wanted(self.scopes.var(*id)))
            .collect()
    }

    fn pick_live(&mut self, wanted: impl Fn(&Var) -> bool) -> Option<VarId> {
        let candidates = self.live(wanted);
        (!candidates.is_empty()).then(|| self.rng.pick(&candidates))
    }

    fn name(&self, id: VarId) -> String {
        self.scopes.var(id).name.clone()
    }

    /// Whether a by-value mention is possible here.
    fn may_move(&self, id: VarId) -> bool {
        let var = self.scopes.var(id);
        let movable = !var.locked && var.ty != Ty::Fun;
        movable && (var.mutable || self.loops() == var.loops)
    }

    /// Runs `write` where yields are not possible.
    fn in_plain<R>(&mut self, write: impl FnOnce(&mut Self) -> R) -> R {
        self.plain += 1;
        let result = write(self);
        self.plain -= 1;
        result
    }

    /// An argument of a method whose receiver is a value already evaluated.
    fn argument(&mut self, ty: &Ty) -> String {
        match self.options.waiting_receivers {
            true => self.expr(ty),
            false => self.in_plain(|w| w.expr(ty)),
        }
    }

    /// Runs `write` while `id` can neither move nor change.
    fn with_locked<R>(&mut self, id: VarId, write: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.scopes.var_mut(id).locked, true);
        let result = write(self);
        self.scopes.var_mut(id).locked = before;
        result
    }

    /// Runs `write` with the given permission to leave temporaries behind.
    fn with_temporaries<R>(&mut self, allowed: bool, write: impl FnOnce(&mut Self) -> R) -> R {
        let allowed = allowed && self.options.operand_temporaries;
        let before = std::mem::replace(&mut self.temporaries, allowed);
        let result = write(self);
        self.temporaries = before;
        result
    }
}
