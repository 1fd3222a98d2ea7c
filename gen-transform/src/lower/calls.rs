//! Operands that would stay borrowed over a yield, and std macros with yields in their arguments.

use super::builder::Builder;
use super::operands::Role;
use super::temporaries::{has_liftable, is_part_of_made};
use crate::resolve::{LocalId, direct_local};
use crate::syntax::{MacroCall, MacroGrammar, expr_yields, unparen};
use syn::spanned::Spanned;
use syn::{Expr, ExprMacro, Type};

impl Builder<'_> {
    /// Reports an operand that borrows an owned local while a later operand yields.
    pub fn borrowed_across(&mut self, expr: &Expr, role: Role) {
        let place = match (role, unparen(expr)) {
            (Role::Receiver | Role::Callee, place) => place,
            (_, Expr::Reference(it)) => &it.expr,
            _ => return,
        };
        let Some(local) = self.owned_root(place) else {
            return;
        };
        let name = self.locals.get(local).ident.to_string();
        let what = match role {
            Role::Receiver => format!(
                "`{name}` would stay borrowed for the method call while the generator is suspended in its argument"
            ),
            Role::Callee => format!(
                "`{name}` would stay borrowed for the call while the generator is suspended in its argument"
            ),
            Role::Value | Role::Compared | Role::Place => format!(
                "`{name}` would stay borrowed while the generator is suspended in a later argument"
            ),
        };
        self.errors.error(
            expr.span(),
            format!("{what}: evaluate the argument with the yield first (`let value = ..;`), and use `{name}` after it"),
        );
    }

    /// The local that a place belongs to, unless it is reached through a reference or holds a plain value.
    pub fn owned_root(&self, place: &Expr) -> Option<LocalId> {
        match unparen(place) {
            Expr::Path(_) => {
                let local = direct_local(place)?;
                (!self.is_reference(local)).then_some(local)
            }
            Expr::Field(it) => self.owned_root(&it.base),
            Expr::Index(it) => self.owned_root(&it.expr),
            _ => None,
        }
    }

    /// Whether a local is known to hold a reference, a function pointer or a number.
    fn is_reference(&self, local: LocalId) -> bool {
        let decl = self.locals.get(local);
        let by_type = matches!(&decl.ty, Some(Type::Reference(_) | Type::BareFn(_)));
        let receiver = self
            .generator
            .params
            .iter()
            .find_map(|param| param.receiver.as_ref());
        let is_self =
            decl.ident == "self" && receiver.is_some_and(|receiver| receiver.reference.is_some());
        let scalar = crate::analyse::scalars::is_scalar_decl(decl);
        let by_init = matches!(&decl.init, Some(Expr::Reference(_)));
        by_type || is_self || scalar || by_init
    }

    /// A std macro with a yield among its arguments: they are evaluated in order before it.
    ///
    /// Input: `vec![a(), yield_!(1)]` · Output: `let operand = a(); yield; vec![operand, ()]`
    pub fn reduce_macro(&mut self, it: &mut ExprMacro) {
        let Some(mut call) = MacroCall::parse(&it.mac) else {
            return;
        };
        let keeps = self.keeps_temporaries && call.grammar == MacroGrammar::Vec;
        let apart = |arg: &Expr| self.is_apart(arg, keeps);
        let repeat_yields = call.repeat.as_ref().is_some_and(apart);
        let last = match repeat_yields {
            true => call.args.len().checked_sub(1),
            false => call.args.iter().rposition(|arg| apart(&arg.value)),
        };
        let Some(last) = last else { return };
        let format_at = call.format_at();
        for (index, arg) in call.args.iter_mut().enumerate().take(last + 1) {
            if format_at == Some(index) {
                continue;
            }
            let value = super::exprs::take(&mut arg.value);
            let borrowed_place =
                !call_by_value(call.grammar, index) && super::temporaries::is_place(&value);
            let apart = self.is_apart(&value, keeps);
            arg.value = if apart || !borrowed_place {
                let value = match call.grammar {
                    MacroGrammar::Vec => self.copied_part(value),
                    _ => value,
                };
                self.kept_operand(value)
            } else {
                value
            };
        }
        if repeat_yields {
            call.repeat = call.repeat.map(|len| self.kept_operand(len));
        }
        call.write_to(&mut it.mac);
    }
}

impl Builder<'_> {
    /// Whether an argument of a macro has to be evaluated in front of it; `keeps` if its temporaries outlive the macro's value.
    fn is_apart(&self, arg: &Expr, keeps: bool) -> bool {
        let kept = || has_liftable(&self.locals, arg) || is_part_of_made(&self.locals, arg);
        expr_yields(arg) || self.long_lived.part_taken_in(arg) || (keeps && kept())
    }
}

fn call_by_value(grammar: crate::syntax::MacroGrammar, index: usize) -> bool {
    MacroCall {
        grammar,
        args: Vec::new(),
        repeat: None,
        pattern: None,
    }
    .by_value(index)
}
