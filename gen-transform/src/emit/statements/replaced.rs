//! Assignments to variables in which patterns have left parts: these go before the temporaries of the new value.

use super::BlockWriter;
use crate::emit::finished;
use crate::ir::Stmt;
use crate::lower::is_without_temporaries;
use crate::resolve::{LocalId, direct_local};
use proc_macro2::{Ident, Span, TokenStream};
use syn::{Expr, ExprAssign};

impl BlockWriter<'_, '_> {
    /// The statement at hand, if it gives another value to a variable of which parts are left, and makes temporaries for that.
    ///
    /// Input: `pair = (made(), num(&made()))` · Output: `match (..) { fresh => { pair = fresh; rest_slot = None; } }`
    pub fn dropping_rests(&mut self, stmt: &syn::Stmt) -> Option<syn::Stmt> {
        let syn::Stmt::Expr(Expr::Assign(it), _) = stmt else {
            return None;
        };
        let whole = direct_local(&it.left).filter(|_| !is_without_temporaries(&it.right))?;
        let rests = self.dropped_behind(whole);
        let is_braced = |rest: &LocalId| self.open.iter().any(|(owner, _)| *owner == Some(*rest));
        if rests.is_empty() || rests.iter().any(is_braced) {
            return None;
        }
        let drops = self.drops(&rests);
        let value = self.cx.expected(whole, (*it.right).clone());
        let fresh = Ident::new("fresh", Span::mixed_site());
        let assign = Expr::Assign(ExprAssign {
            right: syn::parse_quote!(#fresh),
            ..it.clone()
        });
        let drops = finished::statement(drops);
        Some(syn::parse_quote!(match (#value) { #fresh => { #assign; #drops } }))
    }

    /// The parts of a variable that are dropped right behind the statement at hand.
    fn dropped_behind(&self, whole: LocalId) -> Vec<LocalId> {
        let stmts = &self.cx.body.block(self.block).stmts[self.at + 1..];
        let dead = stmts.iter().map_while(|stmt| match stmt {
            Stmt::StorageDead(local) => Some(*local),
            Stmt::Let { .. } | Stmt::Init { .. } | Stmt::Eval(_) => None,
        });
        dead.take_while(|local| self.cx.body.rests.contains(&(whole, *local)))
            .collect()
    }

    /// The code that drops these, which is not written again.
    fn drops(&mut self, rests: &[LocalId]) -> TokenStream {
        self.open.push((None, Vec::new()));
        rests.iter().for_each(|rest| self.storage_dead(*rest));
        self.dropped_early.extend(rests);
        let code = self.open.pop().map(|(_, code)| code);
        code.into_iter().flatten().collect()
    }
}
