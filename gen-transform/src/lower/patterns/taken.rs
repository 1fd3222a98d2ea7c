//! Matches that take a part of a variable and leave the rest, in code without a yield.
//!
//! rustc keeps track of the parts of an ordinary variable. The parts of one that lives over a yield have to be locals, so
//! such a match is taken apart although nothing yields in it.

use super::rests::opens_struct;
use super::updates::is_replaced;
use crate::lower::rewrite::again::Again;
use crate::resolve::{LocalId, Name, bindings, direct_local};
use crate::syntax::{
    binds_by_reference, block_yields, diverges, expr_yields, is_refutable, leaves_a_whole,
    leaves_parts, stmt_yields, unparen,
};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Arm, Block, Expr, Macro, Pat, Stmt, UnOp};

/// The variables that may live over a yield, as far as scopes tell.
#[derive(Default, Debug)]
pub struct LongLived {
    locals: BTreeSet<LocalId>,
    /// Those that are boxes.
    boxes: BTreeSet<LocalId>,
    /// Those of which a pattern may leave a part behind.
    left_in: BTreeSet<LocalId>,
    /// Those that are mentioned elsewhere, too, or again in the next turn of a loop.
    repeated: BTreeSet<LocalId>,
    /// Which mentions of a variable others follow.
    again: Again,
    /// Whether a part is taken of one of them anywhere in the body. Where not, no piece of the body has to be searched.
    parts_taken: bool,
}

impl LongLived {
    /// Those of `body`, with its parameters, but for plain values, which no pattern takes.
    pub fn of(
        body: &Block,
        params: impl Iterator<Item = LocalId>,
        is_plain: impl Fn(&LocalId) -> bool,
        is_box: impl Fn(&LocalId) -> bool,
    ) -> LongLived {
        let mut found = LongLived {
            locals: params.collect(),
            boxes: BTreeSet::new(),
            left_in: BTreeSet::new(),
            repeated: BTreeSet::new(),
            again: Again::default(),
            parts_taken: false,
        };
        found.visit_block(body);
        found.locals.retain(|local| !is_plain(local));
        if found.locals.is_empty() {
            return found;
        }
        found.boxes = found.locals.iter().copied().filter(is_box).collect();
        found.again = Again::of(body);
        found.repeated = found.again.repeated();
        let uses = found.uses(|uses| uses.visit_block(body));
        let (parts_taken, left_in) = (uses.take_parts(&uses.left_in), uses.left_in);
        (found.parts_taken, found.left_in) = (parts_taken, left_in);
        found
    }

    /// Adds a variable that the lowering makes, and that is matched against these patterns.
    pub fn add<'p>(&mut self, local: LocalId, mut pats: impl Iterator<Item = &'p Pat>) {
        self.locals.insert(local);
        self.parts_taken |= pats.any(takes_part);
    }

    /// Whether a pattern may leave a part of it behind, which is dropped where the variable gets another value.
    pub fn is_left_in(&self, local: LocalId) -> bool {
        self.left_in.contains(&local)
    }

    /// Whether anything may be left behind in one of them.
    pub fn is_updated(&self) -> bool {
        !self.left_in.is_empty()
    }

    /// Whether the variable that is mentioned here is used again. (Where nothing lives over a yield, nothing is known of it.)
    pub fn is_used_again(&self, name: Name) -> bool {
        self.again.is_used_again(name)
    }

    /// Whether one of them is matched in `expr` by a pattern that takes a part of it.
    pub fn part_taken_in(&self, expr: &Expr) -> bool {
        let uses = || self.uses(|uses| uses.visit_expr(expr));
        self.parts_taken && uses().take_parts(&self.left_in)
    }

    fn uses<'a>(&'a self, within: impl FnOnce(&mut Uses<'a>)) -> Uses<'a> {
        let mut uses = Uses {
            long_lived: self,
            taken: false,
            left_in: BTreeSet::new(),
            assigned: BTreeSet::new(),
        };
        within(&mut uses);
        uses
    }

    fn bound(&mut self, pat: &Pat) {
        self.locals.extend(bindings(pat));
    }

    /// Whether it is one of them.
    pub fn contains(&self, local: LocalId) -> bool {
        self.locals.contains(&local)
    }

    fn has(&self, scrutinee: &Expr) -> bool {
        direct_local(scrutinee).is_some_and(|local| self.contains(local))
    }

    /// Whether `pat` takes one of them, or a part of it, where it matches, and leaves it where it is otherwise.
    pub fn is_taken(&self, scrutinee: &Expr, pat: &Pat) -> bool {
        let matters = || leaves_a_whole(pat) || (is_refutable(pat) && self.is_repeated(scrutinee));
        self.has(scrutinee) && takes(pat) && matters()
    }

    /// Whether a place is what is in a box that is one of them.
    ///
    /// Input: `*boxed`
    fn is_box(&self, place: &Expr) -> bool {
        let boxed = direct_local(pointer(place));
        direct_local(place).is_none() && boxed.is_some_and(|local| self.boxes.contains(&local))
    }

    fn is_repeated(&self, scrutinee: &Expr) -> bool {
        direct_local(scrutinee).is_some_and(|local| self.repeated.contains(&local))
    }
}

impl Visit<'_> for LongLived {
    fn visit_block(&mut self, block: &Block) {
        let last = block.stmts.iter().rposition(stmt_yields);
        for (index, stmt) in block.stmts.iter().enumerate() {
            if let (Stmt::Local(it), true) = (stmt, last.is_some_and(|last| index <= last)) {
                self.bound(&it.pat);
            }
        }
        visit::visit_block(self, block);
    }
    fn visit_arm(&mut self, arm: &syn::Arm) {
        if expr_yields(&arm.body) {
            self.bound(&arm.pat);
        }
        visit::visit_arm(self, arm);
    }
    fn visit_expr_for_loop(&mut self, it: &syn::ExprForLoop) {
        if block_yields(&it.body) {
            self.bound(&it.pat);
        }
        visit::visit_expr_for_loop(self, it);
    }
    fn visit_expr_if(&mut self, it: &syn::ExprIf) {
        if block_yields(&it.then_branch) {
            self.locals
                .extend(crate::resolve::condition_bindings(&it.cond));
        }
        visit::visit_expr_if(self, it);
    }
    fn visit_expr_while(&mut self, it: &syn::ExprWhile) {
        if block_yields(&it.body) {
            self.locals
                .extend(crate::resolve::condition_bindings(&it.cond));
        }
        visit::visit_expr_while(self, it);
    }
    fn visit_macro(&mut self, mac: &Macro) {
        visit_blocks_in(mac, |arg| self.visit_expr(arg));
    }
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
}

/// What a piece of code does to the variables that may live over a yield.
struct Uses<'a> {
    long_lived: &'a LongLived,
    /// Whether one of them is matched by a pattern that takes a part of it.
    taken: bool,
    /// Those that patterns leave parts in, or out of which literals take only some fields.
    left_in: BTreeSet<LocalId>,
    /// Those that get another value.
    assigned: BTreeSet<LocalId>,
}

impl Uses<'_> {
    /// Whether a part of a variable is taken, or goes with the value of one of `left_in`.
    fn take_parts(&self, left_in: &BTreeSet<LocalId>) -> bool {
        self.taken || !self.assigned.is_disjoint(left_in)
    }

    /// A match against these patterns; `stays` says whether the variable stays what it was where none of them matches.
    fn matched(&mut self, scrutinee: &Expr, pats: &[&Pat], stays: bool) {
        let Some(local) = self.long_lived(pointer(scrutinee)) else {
            return;
        };
        let any = |holds: fn(&Pat) -> bool| pats.iter().any(|pat| holds(pat));
        let mixed = any(binds_by_reference) && any(takes);
        let is_taken = |pat: &&Pat| self.long_lived.is_taken(scrutinee, pat);
        let whole = stays && pats.iter().any(is_taken);
        // What is in a box leaves its place whichever of the patterns matches.
        let is_opened = self.long_lived.is_box(scrutinee) && any(takes) && any(is_refutable);
        let part = any(takes_part) || is_opened;
        self.taken |= mixed || whole || part;
        self.left_in.extend(part.then_some(local));
    }

    fn long_lived(&self, expr: &Expr) -> Option<LocalId> {
        direct_local(expr).filter(|local| self.long_lived.contains(*local))
    }
}

impl Visit<'_> for Uses<'_> {
    fn visit_expr_match(&mut self, it: &syn::ExprMatch) {
        let pats: Vec<&Pat> = it.arms.iter().map(|arm| &arm.pat).collect();
        self.matched(&it.expr, &pats, false);
        let owner = self.long_lived(&it.expr);
        self.taken |= owner.is_some_and(|owner| divide(&it.arms, owner));
        visit::visit_expr_match(self, it);
    }
    fn visit_expr_let(&mut self, it: &syn::ExprLet) {
        self.matched(&it.expr, &[&it.pat], true);
        visit::visit_expr_let(self, it);
    }
    fn visit_local(&mut self, it: &syn::Local) {
        if let Some(init) = &it.init {
            self.matched(&init.expr, &[&it.pat], init.diverge.is_some());
        }
        visit::visit_local(self, it);
    }
    fn visit_expr_assign(&mut self, it: &syn::ExprAssign) {
        self.assigned.extend(self.long_lived(&it.left));
        match &*it.right {
            Expr::Struct(literal) if is_replaced(&it.left, literal) => {
                let fields = literal.fields.iter();
                fields.for_each(|field| self.visit_expr(&field.expr));
            }
            _ => visit::visit_expr_assign(self, it),
        }
    }
    fn visit_expr_struct(&mut self, it: &syn::ExprStruct) {
        let base = it.rest.as_deref();
        self.left_in
            .extend(base.and_then(|base| self.long_lived(base)));
        visit::visit_expr_struct(self, it);
    }
    fn visit_macro(&mut self, mac: &Macro) {
        visit_blocks_in(mac, |arg| self.visit_expr(arg));
    }
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
}

/// Whether arms that take from a variable go on differently: in some of them nobody may use again what it holds.
///
/// Input: `State::Count(n) => n, State::Text(text) => { state = State::Count(0); text.len() }`
fn divide(arms: &[Arm], owner: LocalId) -> bool {
    let mut taking = arms.iter().filter(|arm| takes(&arm.pat));
    let ends = |arm: &Arm| diverges(&arm.body) || assigns(&arm.body, owner);
    let first = taking.next().map(ends);
    taking.any(|arm| Some(ends(arm)) != first)
}

/// Whether an expression gives a variable another value somewhere.
fn assigns(expr: &Expr, local: LocalId) -> bool {
    struct Find(LocalId, bool);
    impl Visit<'_> for Find {
        fn visit_expr_assign(&mut self, it: &syn::ExprAssign) {
            self.1 |= direct_local(&it.left) == Some(self.0);
            visit::visit_expr_assign(self, it);
        }
    }
    let mut find = Find(local, false);
    find.visit_expr(expr);
    find.1
}

/// What `*` is applied to, or the expression itself.
fn pointer(place: &Expr) -> &Expr {
    match unparen(place) {
        Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => &it.expr,
        other => other,
    }
}

/// Calls `f` with the arguments of a yield or a std macro, if there are braces in them: a `let` and a `match` have some.
/// Most macros stay unparsed in this way, which matters as the same code may be searched once a level of nesting.
fn visit_blocks_in(mac: &Macro, mut f: impl FnMut(&Expr)) {
    if has_braces(mac.tokens.clone()) {
        crate::syntax::each_macro_arg(mac, &mut |arg| f(arg));
    }
}

fn has_braces(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Group(it) => it.delimiter() == Delimiter::Brace || has_braces(it.stream()),
        _ => false,
    })
}

/// Whether a pattern binds something by value.
fn takes(pat: &Pat) -> bool {
    !bindings(pat).is_empty() && !binds_by_reference(pat)
}

/// Whether a pattern binds something by value and may leave something else where it is.
fn takes_part(pat: &Pat) -> bool {
    (leaves_parts(pat) || opens_struct(pat)) && takes(pat)
}
