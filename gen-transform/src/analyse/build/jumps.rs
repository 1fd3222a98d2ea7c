//! Jumps inside a statement: `break`, `continue`, `return`.

use super::Walk;
use crate::resolve::label_name;
use syn::{ExprBreak, ExprReturn};

impl Walk<'_> {
    pub fn break_with(&mut self, it: &ExprBreak) {
        it.expr.iter().for_each(|value| self.expr(value));
        self.jump(it.label.as_ref(), false);
    }

    pub fn return_with(&mut self, it: &ExprReturn) {
        it.expr.iter().for_each(|value| self.expr(value));
        self.at = None;
    }

    /// A `break` or `continue` of a loop of the same statement; one that leaves the statement has become a `goto!`.
    pub fn jump(&mut self, label: Option<&syn::Lifetime>, is_continue: bool) {
        let wanted = label.map(label_name);
        let target = self.loops.iter().rev().find(|it| match &wanted {
            Some(label) => it.label.as_ref() == Some(label),
            None => it.continue_to.is_some(),
        });
        let node = target.and_then(|it| {
            if is_continue {
                it.continue_to
            } else {
                Some(it.break_to)
            }
        });
        if let Some(node) = node {
            self.go(node);
        }
        self.at = None;
    }
}
