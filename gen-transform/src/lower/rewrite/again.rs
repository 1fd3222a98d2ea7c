//! Whether a variable is used again behind one of its mentions.

use crate::resolve::{LocalId, MentionId, Name, decode, direct_local};
use crate::syntax::is_panic;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{
    Arm, Block, Expr, ExprAssign, ExprClosure, ExprForLoop, ExprIf, ExprLoop, ExprMatch, ExprWhile,
    Ident, Macro, Stmt,
};

/// The variables of a body.
#[derive(Default, Debug)]
pub struct Again {
    /// The mentions of each, in the order of the text.
    mentions: BTreeMap<LocalId, Vec<Mention>>,
    /// How many loops there are around the declarations; of a parameter there is none.
    declared: BTreeMap<LocalId, usize>,
    /// Those that are assigned as a whole: what is used again is another value.
    assigned: BTreeSet<LocalId>,
}

#[derive(Debug)]
struct Mention {
    id: MentionId,
    /// The branches that it stands in, by the number of the `if` or `match` and that of the branch in it.
    branches: Vec<(usize, usize)>,
    /// How many loops there are around.
    loops: usize,
    /// The blocks that it stands in and whose end leaves them.
    left: Vec<Left>,
}

/// A block whose last statement is a jump.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Left {
    number: usize,
    /// How many loops there are around.
    loops: usize,
    to: Leaves,
}

/// What the end of a block leaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Leaves {
    /// The innermost loop.
    Loop,
    /// The body.
    Body,
}

impl Mention {
    /// Whether a later mention is not reached from this one: in the other branch, or behind a block whose end leaves the body.
    fn is_apart_from(&self, later: &Mention) -> bool {
        let leaves = |left: &Left| left.to == Leaves::Body && !later.left.contains(left);
        are_alternatives(self, later) || self.left.iter().any(leaves)
    }

    /// Whether the loops around are gone through once behind this mention, up to those that are around the declaration.
    fn is_in_last_turn(&self, declared: usize) -> bool {
        let leaves = |left: &Left| match left.to {
            Leaves::Body => left.loops > declared,
            Leaves::Loop => left.loops == declared + 1,
        };
        self.left.iter().any(leaves)
    }
}

impl Again {
    pub fn of(body: &Block) -> Again {
        let mut find = Find::default();
        find.visit_block(body);
        find.again
    }

    /// The variables that are mentioned more than once, or by something that runs more than once while they are there.
    pub fn repeated(&self) -> BTreeSet<LocalId> {
        let repeats = |(local, mentions): &(&LocalId, &Vec<Mention>)| {
            let declared = self.declared.get(local).copied().unwrap_or_default();
            mentions.len() > 1 || mentions.iter().any(|mention| mention.loops > declared)
        };
        let repeated = self.mentions.iter().filter(repeats);
        repeated.map(|(local, _)| *local).collect()
    }

    /// Whether the value that is mentioned here is used again, by a later mention or in the next turn of a loop.
    pub fn is_used_again(&self, name: Name) -> bool {
        self.is_used_behind(name, 0)
    }

    /// The same of the last mention in a closure, whose calls are no uses.
    pub fn is_used_outside(&self, name: Name) -> bool {
        self.is_used_behind(name, 1)
    }

    fn is_used_behind(&self, name: Name, closures: usize) -> bool {
        let mentions = self
            .mentions
            .get(&name.local)
            .map_or(&[][..], Vec::as_slice);
        // By their places in the text: what a rewriting has written has a later number than what stands behind it.
        let at = mentions
            .iter()
            .position(|mention| Some(mention.id) == name.mention);
        let Some((here, later)) = at.and_then(|at| mentions[at..].split_first()) else {
            return false;
        };
        let declared = self.declared.get(&name.local).copied().unwrap_or_default();
        !self.assigned.contains(&name.local)
            && ((here.loops > declared + closures && !here.is_in_last_turn(declared))
                || later.iter().any(|later| !here.is_apart_from(later)))
    }
}

/// Whether code stands in two branches of which one only is taken.
fn are_alternatives(one: &Mention, other: &Mention) -> bool {
    let both = one.branches.iter().zip(&other.branches);
    both.take_while(|((own, _), (its, _))| own == its)
        .any(|((_, own), (_, its))| own != its)
}

/// What the last statement of a block leaves, if it is a jump.
fn leaves(block: &Block) -> Option<Leaves> {
    match block.stmts.last()? {
        Stmt::Expr(Expr::Return(_), _) => Some(Leaves::Body),
        Stmt::Expr(Expr::Break(it), _) if it.label.is_none() => Some(Leaves::Loop),
        Stmt::Expr(Expr::Macro(it), _) if is_panic(&it.mac) => Some(Leaves::Body),
        Stmt::Macro(it) if is_panic(&it.mac) => Some(Leaves::Body),
        _ => None,
    }
}

#[derive(Default)]
struct Find {
    again: Again,
    around: Vec<(usize, usize)>,
    left: Vec<Left>,
    branches: usize,
    blocks: usize,
    loops: usize,
}

impl Find {
    fn in_loop(&mut self, within: impl FnOnce(&mut Self)) {
        self.loops += 1;
        within(self);
        self.loops -= 1;
    }

    fn branch(&mut self, of: usize, index: usize, within: impl FnOnce(&mut Self)) {
        self.around.push((of, index));
        within(self);
        self.around.pop();
    }
}

impl Visit<'_> for Find {
    fn visit_ident(&mut self, ident: &Ident) {
        let Some(name) = decode(ident) else { return };
        let Some(id) = name.mention else {
            self.again.declared.insert(name.local, self.loops);
            return;
        };
        let mentions = self.again.mentions.entry(name.local).or_default();
        mentions.push(Mention {
            id,
            branches: self.around.clone(),
            loops: self.loops,
            left: self.left.clone(),
        });
    }
    fn visit_block(&mut self, block: &Block) {
        self.blocks += 1;
        let left = leaves(block).map(|to| Left {
            number: self.blocks,
            loops: self.loops,
            to,
        });
        let around = self.left.len();
        self.left.extend(left);
        visit::visit_block(self, block);
        self.left.truncate(around);
    }
    fn visit_expr_for_loop(&mut self, it: &ExprForLoop) {
        self.visit_expr(&it.expr);
        self.in_loop(|this| {
            this.visit_pat(&it.pat);
            this.visit_block(&it.body);
        });
    }
    fn visit_expr_while(&mut self, it: &ExprWhile) {
        self.in_loop(|this| visit::visit_expr_while(this, it));
    }
    fn visit_expr_loop(&mut self, it: &ExprLoop) {
        self.in_loop(|this| visit::visit_expr_loop(this, it));
    }
    fn visit_expr_closure(&mut self, it: &ExprClosure) {
        self.in_loop(|this| visit::visit_expr_closure(this, it));
    }
    fn visit_macro(&mut self, mac: &Macro) {
        if !crate::syntax::each_macro_arg(mac, &mut |expr| self.visit_expr(expr)) {
            crate::resolve::visit_idents(mac.tokens.clone(), &mut |ident| self.visit_ident(ident));
        }
    }
    fn visit_expr_assign(&mut self, it: &ExprAssign) {
        self.again.assigned.extend(direct_local(&it.left));
        visit::visit_expr_assign(self, it);
    }
    fn visit_expr_if(&mut self, it: &ExprIf) {
        self.branches += 1;
        let number = self.branches;
        self.visit_expr(&it.cond);
        self.branch(number, 0, |this| this.visit_block(&it.then_branch));
        if let Some((_, otherwise)) = &it.else_branch {
            self.branch(number, 1, |this| this.visit_expr(otherwise));
        }
    }
    fn visit_expr_match(&mut self, it: &ExprMatch) {
        self.branches += 1;
        let number = self.branches;
        self.visit_expr(&it.expr);
        let arms = it.arms.iter().enumerate();
        arms.for_each(|(index, arm): (usize, &Arm)| {
            self.branch(number, index, |this| this.visit_arm(arm));
        });
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}
