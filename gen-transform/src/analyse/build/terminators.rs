//! Terminators: the ways out of a block, and what they bind on the way.

use super::Walk;
use super::branches::ArmHead;
use crate::analyse::flow::Event;
use crate::ir::{Arm, BlockId, Terminator};
use crate::resolve::{LocalId, bindings, condition_bindings};
use syn::{Expr, Pat};

impl Walk<'_> {
    pub fn terminator(&mut self, terminator: &Terminator) {
        match terminator {
            Terminator::Goto(target) => self.goto_block(*target),
            Terminator::If {
                cond,
                then,
                otherwise,
            } => self.if_blocks(cond, *then, *otherwise),
            Terminator::Match { scrutinee, arms } => self.match_blocks(scrutinee, arms),
            Terminator::Yield {
                value,
                suspend,
                resume,
            } => {
                if self.body.copies_items {
                    self.operand(value);
                } else {
                    self.in_head = true;
                    self.expr(value);
                    self.in_head = false;
                }
                self.event(Event::Suspend(*suspend));
                self.goto_block(*resume);
            }
            Terminator::Finish(_) | Terminator::Return | Terminator::Unreachable => {}
        }
        self.at = None;
    }

    fn if_blocks(&mut self, cond: &Expr, then: BlockId, otherwise: BlockId) {
        self.bind_for(&condition_bindings(cond), then);
        let mut otherwise_from = Vec::new();
        self.condition(cond, &mut otherwise_from);
        self.goto_block(then);
        let entry = self.flow.block_entry[otherwise.index()];
        self.lead(otherwise_from, entry);
    }

    fn match_blocks(&mut self, scrutinee: &Expr, arms: &[Arm]) {
        let last_is_open = matches!(
            arms,
            [
                ..,
                Arm {
                    pat: Pat::Wild(_),
                    ..
                }
            ]
        );
        if let [arm, _] = arms
            && arm.guard.is_none()
            && last_is_open
        {
            // `let .. else`: what does not match is not looked at again by another pattern.
            self.matched(scrutinee, [&arm.pat].into_iter());
        } else {
            let arms = arms.iter();
            self.matched_by_arms(scrutinee, arms.map(|arm| (&arm.pat, arm.guard.is_some())));
        }
        let mut refused = Vec::new();
        let pats: Vec<&Pat> = arms.iter().map(|arm| &arm.pat).collect();
        for arm in arms {
            self.bind_for(&bindings(&arm.pat), arm.target);
            self.note_rests(scrutinee, (&arm.pat, Some(arm.target)), &pats);
            let head = ArmHead {
                pat: &arm.pat,
                guard: arm.guard.as_ref(),
                in_terminator: true,
            };
            self.branch(|this| {
                this.enter_arm(scrutinee, head, &mut refused);
                this.goto_block(arm.target);
            });
        }
    }

    /// What the way to `target` binds belongs to that block, if no other way leads there.
    fn bind_for(&mut self, locals: &[LocalId], target: BlockId) {
        if !locals.is_empty() && self.entries[target.index()] == 1 {
            self.flow.arm_targets.insert((self.block, target));
            self.flow
                .bound_by_edge
                .extend(locals.iter().map(|local| (target, *local)));
            self.bound_for
                .extend(locals.iter().map(|local| (*local, target)));
        }
    }
}
