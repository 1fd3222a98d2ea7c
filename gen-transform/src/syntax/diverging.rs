//! Which expressions are known never to have a value.

use super::unparen;
use crate::resolve::visit_idents;
use syn::visit::Visit;
use syn::{Block, Expr, ExprBreak, ExprClosure, Item, Macro, Path, Stmt};

/// Macros of the standard library that panic.
const MACROS: [&str; 4] = ["panic", "unreachable", "todo", "unimplemented"];

/// Functions of the standard library that do not return, with the module they are called by.
const FUNCTIONS: [(&str, &str); 4] = [
    ("process", "exit"),
    ("process", "abort"),
    ("panic", "resume_unwind"),
    ("panic", "panic_any"),
];

/// Whether `expr` jumps, panics or loops for ever, as far as syntax shows: it never has a value.
pub fn diverges(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => true,
        Expr::Macro(it) => is_panic(&it.mac),
        Expr::Call(it) => matches!(&*it.func, Expr::Path(func) if never_returns(&func.path)),
        Expr::Block(it) => it.label.is_none() && block_diverges(&it.block),
        Expr::Unsafe(it) => block_diverges(&it.block),
        Expr::If(it) => {
            let otherwise = it.else_branch.as_ref();
            block_diverges(&it.then_branch) && otherwise.is_some_and(|(_, it)| diverges(it))
        }
        Expr::Match(it) => !it.arms.is_empty() && it.arms.iter().all(|arm| diverges(&arm.body)),
        Expr::Loop(it) => !has_break(&it.body),
        _ => false,
    }
}

/// Whether the end of a block is never reached.
pub fn block_diverges(block: &Block) -> bool {
    match block.stmts.last() {
        Some(Stmt::Expr(last, _)) => diverges(last),
        Some(Stmt::Macro(last)) => is_panic(&last.mac),
        Some(Stmt::Local(_) | Stmt::Item(_)) | None => false,
    }
}

/// Whether a macro is one that panics, by its name.
pub fn is_panic(mac: &Macro) -> bool {
    let last = mac.path.segments.last();
    last.is_some_and(|last| MACROS.iter().any(|name| last.ident == name))
}

/// Whether only a name says that a macro panics, which is perhaps one of the user's.
pub fn may_return(mac: &Macro) -> bool {
    is_panic(mac) && !is_of_std(&mac.path)
}

/// The same of a function.
pub fn may_return_from(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(it) if never_returns(&it.path) && !is_of_std(&it.path))
}

/// `std::panic`, `core::unreachable`
fn is_of_std(path: &Path) -> bool {
    let first = path.segments.first();
    let is_std = first.is_some_and(|first| first.ident == "std" || first.ident == "core");
    is_std && path.segments.len() > 1
}

fn never_returns(path: &Path) -> bool {
    let mut segments = path.segments.iter().rev().map(|segment| &segment.ident);
    let (Some(name), Some(module)) = (segments.next(), segments.next()) else {
        return false;
    };
    FUNCTIONS
        .iter()
        .any(|known| module == known.0 && name == known.1)
}

/// Whether a `break` stands in a loop, of whichever loop.
fn has_break(body: &Block) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_expr_break(&mut self, _: &ExprBreak) {
            self.0 = true;
        }
        fn visit_macro(&mut self, mac: &Macro) {
            // What an unknown macro does is unknown.
            self.0 |= super::known_macro(mac).is_none();
            visit_idents(mac.tokens.clone(), &mut |ident| self.0 |= ident == "break");
        }
        fn visit_expr_closure(&mut self, _: &ExprClosure) {}
        fn visit_item(&mut self, _: &Item) {}
    }
    let mut find = Find(false);
    find.visit_block(body);
    find.0
}
