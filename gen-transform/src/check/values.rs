//! Values that are returned where nothing takes them: an iterator hands out items and returns nothing.

use super::shapes;
use super::walk::Walker;
use crate::errors::Errors;
use crate::input::GeneratorFn;
use syn::{Block, Expr, ExprReturn, Stmt};

impl Walker<'_> {
    /// `return 5;`
    pub fn returned_value(&mut self, it: &ExprReturn) {
        let Some(value) = it
            .expr
            .as_deref()
            .filter(|value| shapes::is_some_value(value))
        else {
            return;
        };
        if returns_nothing(self.generator) {
            let text = shapes::spelled(value);
            self.errors.error_on(
                value,
                format!(
                    "a generator ends without a value, its items are what it yields: write `yield_!({text}); return;`, or only `return;`"
                ),
            );
        }
    }
}

/// A value at the end of the body.
pub fn tail(generator: &GeneratorFn, errors: &mut Errors) {
    if returns_nothing(generator) {
        tail_of_block(&generator.body, errors);
    }
}

/// Whether the body's value has to be `()`. An anonymous generator shows its type nowhere.
fn returns_nothing(generator: &GeneratorFn) -> bool {
    generator.item.is_some() && !generator.output.full
}

fn tail_of_block(block: &Block, errors: &mut Errors) {
    if let Some(Stmt::Expr(value, None)) = block.stmts.last() {
        tail_of(value, errors);
    }
}

fn tail_of(value: &Expr, errors: &mut Errors) {
    match value {
        Expr::Block(it) if it.label.is_none() => tail_of_block(&it.block, errors),
        Expr::Unsafe(it) => tail_of_block(&it.block, errors),
        Expr::If(it) => {
            tail_of_block(&it.then_branch, errors);
            if let Some((_, otherwise)) = &it.else_branch {
                tail_of(otherwise, errors);
            }
        }
        Expr::Match(it) => it.arms.iter().for_each(|arm| tail_of(&arm.body, errors)),
        value if shapes::is_some_value(value) => errors.error_on(
            value,
            format!(
                "a generator ends without a value, its items are what it yields: write `yield_!({});`",
                shapes::spelled(value)
            ),
        ),
        _ => {}
    }
}
