//! What occurs in a body at all. A rewriting of what does not is left out.

use crate::syntax::{each_macro_arg, is_destructuring, unparen, yield_kind};
use proc_macro2::TokenTree;
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprAssign, ExprStruct, Item, Local, Macro};

/// What of a body there are rewritings for.
#[derive(Default)]
pub struct Occurs {
    /// Items, and macros that stand for some.
    pub items: bool,
    /// `(a, b) = value`
    pub destructuring: bool,
    /// `P { a, ..p }`
    pub updates: bool,
    /// `let t = (a, b);`
    pub tuples: bool,
    /// `yield_!(&mut x.a)`
    pub lent: bool,
}

impl Occurs {
    pub fn of(body: &Block) -> Occurs {
        let mut occurs = Occurs::default();
        occurs.visit_block(body);
        occurs
    }
}

impl Visit<'_> for Occurs {
    fn visit_item(&mut self, _: &Item) {
        self.items = true;
    }
    fn visit_expr_assign(&mut self, it: &ExprAssign) {
        self.destructuring |= is_destructuring(it);
        visit::visit_expr_assign(self, it);
    }
    fn visit_expr_struct(&mut self, it: &ExprStruct) {
        self.updates |= it.rest.is_some();
        visit::visit_expr_struct(self, it);
    }
    fn visit_local(&mut self, it: &Local) {
        let init = it.init.as_ref().map(|init| unparen(&init.expr));
        self.tuples |= matches!(init, Some(Expr::Tuple(_)));
        visit::visit_local(self, it);
    }
    fn visit_macro(&mut self, mac: &Macro) {
        let first = || mac.tokens.clone().into_iter().next();
        let borrows = || matches!(first(), Some(TokenTree::Punct(punct)) if punct.as_char() == '&');
        self.lent |= yield_kind(mac).is_some() && borrows();
        let name = mac.path.segments.last().map(|last| &last.ident);
        self.items |= name.is_some_and(|name| name == "thread_local");
        each_macro_arg(mac, &mut |arg| self.visit_expr(arg));
    }
}
