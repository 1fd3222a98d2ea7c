//! Assignments to variables whose old values are taken apart: by patterns, whose parts go before the temporaries of the new value,
//! and by the new value itself.

use super::{BlockWriter, Code};
use crate::analyse::Context as Use;
use crate::emit::finished;
use crate::ir::Stmt;
use crate::lower::{is_replaced, is_without_temporaries};
use crate::resolve::{LocalId, Name, direct_local};
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

    /// Makes a slot a real variable, until `check_in`, if the statement at hand is an assignment of a literal with fields of its own, the
    /// rest included: out of a variable rustc moves them one by one.
    ///
    /// Input: `o = O { a: up(o.a), ..o };` · Output: `let mut o = take(o_slot); o = O { a: up(o.a), ..o }; *o_slot = Some(o);`
    pub fn check_out_replaced(&mut self, stmt: &syn::Stmt, code: &Code) -> Option<LocalId> {
        let syn::Stmt::Expr(Expr::Assign(it), _) = stmt else {
            return None;
        };
        let Expr::Struct(literal) = &*it.right else {
            return None;
        };
        let whole = direct_local(&it.left).filter(|_| is_replaced(&it.left, literal))?;
        let fields = Code::of(&literal.fields).names;
        let mut mentions = fields.iter().map(|named| named.name);
        let is_slot = self.cx.is_slot(whole) && !self.checked_out.contains(&whole);
        let may_move = mentions.any(|name| name.local == whole && self.may_move_field(name));
        (is_slot && may_move && !code.leaves).then(|| self.check_out(whole))
    }

    /// Whether a mention of a variable that holds a value for certain is one of a field by value, as far as the name tells.
    fn may_move_field(&self, name: Name) -> bool {
        let layout = self.cx.layout;
        let info = name.mention.and_then(|mention| {
            let is_init = layout.surely_init.contains(mention.index());
            layout.mention(mention).filter(|_| is_init)
        });
        info.is_some_and(|info| {
            matches!(info.context, Use::FieldValue | Use::FieldMove) && !info.in_closure
        })
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
