//! Assertions with a yield that is not always reached: in the message, or anywhere in one that only debug builds make.

use super::builder::{Builder, Dest};
use super::exprs::take;
use super::temporaries::is_place;
use crate::syntax::{MacroCall, core_path, expr_yields, macro_yields};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprIf, ExprMacro, Macro, Stmt};

/// Whether a yield stands in what an assertion does not always evaluate.
///
/// Input: `assert!(ok, "{}", yield_!(1))`, `debug_assert!(yield_!(1) == ())`
pub fn asserts_late(mac: &Macro) -> bool {
    is_assertion(mac) && macro_yields(mac) && (is_of_debug_builds(mac) || message_yields(mac))
}

fn is_assertion(mac: &Macro) -> bool {
    name(mac).trim_start_matches("debug_").starts_with("assert")
}

fn is_of_debug_builds(mac: &Macro) -> bool {
    name(mac).starts_with("debug_")
}

fn message_yields(mac: &Macro) -> bool {
    MacroCall::parse(mac).is_some_and(|call| {
        let message = call.args.iter().skip(call.format_at().unwrap_or(0));
        message.map(|arg| &arg.value).any(expr_yields)
    })
}

impl Builder<'_> {
    /// Such an assertion, as std defines it.
    pub fn lower_assertion(&mut self, it: ExprMacro, dest: Dest) {
        match MacroCall::parse(&it.mac) {
            Some(_) if is_of_debug_builds(&it.mac) => self.lower_debug_assertion(it, dest),
            Some(call) if call.format_at() == Some(1) => self.lower_assert(it.mac, call, dest),
            Some(call) => self.lower_assert_eq(it, call, dest),
            None => {}
        }
    }

    /// Input: `debug_assert!(c)` · Output: `if cfg!(debug_assertions) { assert!(c) }`
    fn lower_debug_assertion(&mut self, mut it: ExprMacro, dest: Dest) {
        let span = it.mac.path.span();
        let name = name(&it.mac);
        it.mac.path = core_path(&[name.trim_start_matches("debug_")], span);
        let cfg = core_path(&["cfg"], Span::mixed_site().located_at(span));
        let mut checked: ExprIf = syn::parse_quote!(if #cfg!(debug_assertions) {});
        checked
            .then_branch
            .stmts
            .push(Stmt::Expr(Expr::Macro(it), None));
        self.lower_if(checked, dest);
    }

    /// Input: `assert!(c, "{}", m())` · Output: `if c {} else { panic!("{}", m()) }`
    fn lower_assert(&mut self, mut mac: Macro, mut call: MacroCall, dest: Dest) {
        let condition = call.args.remove(0).value;
        mac.path = core_path(&["panic"], mac.path.span());
        call.write_to(&mut mac);
        let panic = Expr::Macro(ExprMacro {
            attrs: Vec::new(),
            mac,
        });
        let mut checked: ExprIf = syn::parse_quote!(if true {});
        checked.cond = Box::new(condition);
        checked.else_branch = Some((Default::default(), Box::new(panic)));
        self.lower_if(checked, dest);
    }

    /// Input: `assert_eq!(a, b(), "{}", m())` · Output: `let value = b(); if a == value {} else { assert_eq!(a, value, "{}", m()) }`
    fn lower_assert_eq(&mut self, mut it: ExprMacro, mut call: MacroCall, dest: Dest) {
        for arg in call.args.iter_mut().take(2) {
            if expr_yields(&arg.value) || !is_place(&arg.value) {
                arg.value = self.kept_operand(take(&mut arg.value));
            }
        }
        let compared: Vec<Expr> = call
            .args
            .iter()
            .take(2)
            .map(|arg| self.again(&arg.value))
            .collect();
        let cond = match (&compared[..], name(&it.mac).ends_with("_eq")) {
            ([left, right], true) => syn::parse_quote!(#left == #right),
            ([left, right], false) => syn::parse_quote!(#left != #right),
            _ => return,
        };
        call.write_to(&mut it.mac);
        let (then, otherwise, after) = (self.new_block(), self.new_block(), self.new_block());
        self.lower_condition(cond, then, otherwise);
        self.start(then);
        self.assign_unit(dest);
        self.goto(after);
        self.start(otherwise);
        self.scoped(|this| {
            this.reduce_macro(&mut it);
            this.assign(dest, Expr::Macro(it));
        });
        self.goto(after);
        self.start_if_targeted(after);
    }
}

fn name(mac: &Macro) -> String {
    let last = mac.path.segments.last();
    last.map(|last| last.ident.to_string()).unwrap_or_default()
}
