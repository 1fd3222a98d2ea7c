//! Matches that take a part of a variable and leave the rest, in code without a yield.
//!
//! rustc keeps track of the parts of an ordinary variable. The parts of one that lives over a yield have to be locals, so
//! such a match is taken apart although nothing yields in it.

use super::rests::opens_struct;
use super::updates::is_replaced;
use crate::lower::rewrite::repeated::repeated;
use crate::resolve::{LocalId, bindings, direct_local};
use crate::syntax::{
    binds_by_reference, block_yields, expr_yields, is_refutable, leaves_a_whole, leaves_parts,
    stmt_yields,
};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Macro, Pat, Stmt};

/// The variables that may live over a yield, as far as scopes tell.
#[derive(Default, Debug)]
pub struct LongLived {
    locals: BTreeSet<LocalId>,
    /// Those of which a pattern may leave a part behind.
    left_in: BTreeSet<LocalId>,
    /// Those that are mentioned elsewhere, too, or again in the next turn of a loop.
    repeated: BTreeSet<LocalId>,
    /// Whether a part is taken of one of them anywhere in the body. Where not, no piece of the body has to be searched.
    parts_taken: bool,
}

impl LongLived {
    /// Those of `body`, with its parameters, but for plain values, which no pattern takes.
    pub fn of(
        body: &Block,
        params: impl Iterator<Item = LocalId>,
        is_plain: impl Fn(&LocalId) -> bool,
    ) -> LongLived {
        let mut found = LongLived {
            locals: params.collect(),
            left_in: BTreeSet::new(),
            repeated: BTreeSet::new(),
            parts_taken: false,
        };
        found.visit_block(body);
        found.locals.retain(|local| !is_plain(local));
        if found.locals.is_empty() {
            return found;
        }
        found.repeated = repeated(body);
        found.left_in = found.left(body);
        found.parts_taken = found.search(|find| find.visit_block(body));
        found
    }

    fn left(&self, body: &Block) -> BTreeSet<LocalId> {
        let mut find = FindLeft {
            long_lived: self,
            found: BTreeSet::new(),
        };
        find.visit_block(body);
        find.found
    }

    /// Whether a pattern may leave a part of it behind, which is dropped where the variable gets another value.
    pub fn is_left_in(&self, local: LocalId) -> bool {
        self.left_in.contains(&local)
    }

    /// Whether anything may be left behind in one of them.
    pub fn is_updated(&self) -> bool {
        !self.left_in.is_empty()
    }

    /// Whether one of them is matched in `expr` by a pattern that takes a part of it.
    pub fn part_taken_in(&self, expr: &Expr) -> bool {
        self.parts_taken && self.search(|find| find.visit_expr(expr))
    }

    fn search<'a>(&'a self, within: impl FnOnce(&mut FindTaken<'a>)) -> bool {
        let mut find = FindTaken {
            long_lived: self,
            found: false,
        };
        within(&mut find);
        find.found
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

struct FindTaken<'a> {
    long_lived: &'a LongLived,
    found: bool,
}

impl FindTaken<'_> {
    fn matched<'p>(&mut self, scrutinee: &Expr, pats: impl Iterator<Item = &'p Pat> + Clone) {
        let borrows = pats.clone().any(binds_by_reference);
        let mixed = borrows && pats.clone().any(takes);
        let taken = mixed || pats.clone().any(takes_part);
        self.found |= self.long_lived.has(scrutinee) && taken;
    }
}

impl Visit<'_> for FindTaken<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if !self.found {
            visit::visit_expr(self, expr);
        }
    }
    fn visit_expr_match(&mut self, it: &syn::ExprMatch) {
        self.matched(&it.expr, it.arms.iter().map(|arm| &arm.pat));
        visit::visit_expr_match(self, it);
    }
    fn visit_expr_let(&mut self, it: &syn::ExprLet) {
        self.matched(&it.expr, std::iter::once(&*it.pat));
        self.found |= self.long_lived.is_taken(&it.expr, &it.pat);
        visit::visit_expr_let(self, it);
    }
    fn visit_expr_assign(&mut self, it: &syn::ExprAssign) {
        let assigned = direct_local(&it.left);
        self.found |= assigned.is_some_and(|local| self.long_lived.is_left_in(local));
        visit::visit_expr_assign(self, it);
    }
    fn visit_local(&mut self, it: &syn::Local) {
        if let Some(init) = &it.init {
            self.matched(&init.expr, std::iter::once(&it.pat));
            let refutable = init.diverge.is_some();
            self.found |= refutable && self.long_lived.is_taken(&init.expr, &it.pat);
        }
        visit::visit_local(self, it);
    }
    fn visit_macro(&mut self, mac: &Macro) {
        visit_blocks_in(mac, |arg| self.visit_expr(arg));
    }
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
}

/// Finds the variables that are matched by patterns which leave parts behind, or out of which literals take only some fields.
struct FindLeft<'a> {
    long_lived: &'a LongLived,
    found: BTreeSet<LocalId>,
}

impl FindLeft<'_> {
    fn matched(&mut self, scrutinee: &Expr, pat: &Pat) {
        let local = direct_local(scrutinee).filter(|local| self.long_lived.contains(*local));
        self.found.extend(local.filter(|_| takes_part(pat)));
    }
}

impl Visit<'_> for FindLeft<'_> {
    fn visit_expr_match(&mut self, it: &syn::ExprMatch) {
        let arms = it.arms.iter();
        arms.for_each(|arm| self.matched(&it.expr, &arm.pat));
        visit::visit_expr_match(self, it);
    }
    fn visit_expr_let(&mut self, it: &syn::ExprLet) {
        self.matched(&it.expr, &it.pat);
        visit::visit_expr_let(self, it);
    }
    fn visit_expr_assign(&mut self, it: &syn::ExprAssign) {
        match &*it.right {
            Expr::Struct(literal) if is_replaced(&it.left, literal) => {
                let fields = literal.fields.iter();
                fields.for_each(|field| self.visit_expr(&field.expr));
            }
            _ => visit::visit_expr_assign(self, it),
        }
    }
    fn visit_expr_struct(&mut self, it: &syn::ExprStruct) {
        let base = it.rest.as_deref().and_then(direct_local);
        self.found
            .extend(base.filter(|local| self.long_lived.contains(*local)));
        visit::visit_expr_struct(self, it);
    }
    fn visit_local(&mut self, it: &syn::Local) {
        if let Some(init) = &it.init {
            self.matched(&init.expr, &it.pat);
        }
        visit::visit_local(self, it);
    }
    fn visit_macro(&mut self, mac: &Macro) {
        visit_blocks_in(mac, |arg| self.visit_expr(arg));
    }
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
}

/// Calls `f` with the arguments of a yield or a std macro, if there are braces in them: a `let` and a `match` have some.
/// Most macros stay unparsed in this way, which matters as the same code may be searched once a level of nesting.
fn visit_blocks_in(mac: &Macro, mut f: impl FnMut(&Expr)) {
    if has_braces(mac.tokens.clone()) {
        crate::syntax::visit_macro_args(&mut mac.clone(), &mut |arg| f(arg));
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
