//! What ties the types of the frame's fields to those of the locals.

use super::walk::Plain;
use crate::analyse::Storage;
use crate::emit::finished;
use crate::emit::frame::is_saved;
use crate::emit::machine::frame_ident;
use crate::emit::spans::at;
use crate::resolve::{LocalId, LocalKind, bindings, condition_bindings};
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::{Block, Expr, ExprMatch, Stmt};

impl Plain<'_, '_> {
    /// Ties what a branch or loop binds, at the start of what it binds it for.
    pub fn tie_bindings(&self, expr: &mut Expr) {
        match expr {
            Expr::If(it) => {
                self.tie_at_start(&mut it.then_branch, &condition_bindings(&it.cond));
            }
            Expr::While(it) => self.tie_at_start(&mut it.body, &condition_bindings(&it.cond)),
            Expr::ForLoop(it) => self.tie_at_start(&mut it.body, &bindings(&it.pat)),
            Expr::Match(it) => self.tie_in_arms(it),
            _ => {}
        }
    }

    fn tie_at_start(&self, block: &mut Block, locals: &[LocalId]) {
        if let Some(tie) = self.ties(locals) {
            block.stmts.insert(0, tie);
        }
    }

    fn tie_in_arms(&self, it: &mut ExprMatch) {
        for arm in &mut it.arms {
            if let Some(tie) = self.ties(&bindings(&arm.pat)) {
                let body = &arm.body;
                arm.body = syn::parse_quote!({ #tie #body });
                arm.comma = None;
            }
        }
    }

    /// Code that is never run and only tells rustc that the field of a saved local has the local's type.
    ///
    /// Output: `#[allow(unreachable_code)] loop { break; frame.x_slot = Some(x); }`
    pub fn ties(&self, locals: &[LocalId]) -> Option<Stmt> {
        // Of two bindings of one name (`if let Some(x) = a && let Some(x) = x`) only the last is in sight.
        let name = |local: &LocalId| self.cx.body.locals.get(*local).ident.to_string();
        let in_sight = |(at, local): &(usize, &LocalId)| {
            locals[at + 1..]
                .iter()
                .all(|later| name(later) != name(local))
        };
        let visible = locals.iter().enumerate().filter(in_sight);
        let ties: Vec<TokenStream> = visible
            .flat_map(|(_, local)| self.tie(*local).into_iter().chain(self.fields(*local)))
            .collect();
        if ties.is_empty() {
            return None;
        }
        // The other lints leave code with the spans of a macro alone.
        let code = quote_spanned!(Span::mixed_site()=> #[allow(unreachable_code)] loop { break; #(#ties)* });
        Some(finished::statement(code))
    }

    /// Whether the field of a local has its type from the local.
    pub fn is_tied(&self, local: LocalId) -> bool {
        let storage = self.cx.layout.storage(local);
        let scalar = self.cx.scalars[local.index()].as_ref();
        let typed = matches!(storage, Storage::Scalar { .. })
            && scalar.is_some_and(|scalar| scalar.is_typed());
        // What a kept local leaves in the frame is not always its value.
        let kept = storage == Storage::Kept;
        let is_user = self.cx.body.locals.get(local).kind == LocalKind::User;
        is_saved(storage) && !typed && !kept && is_user
    }

    /// The same of the references to fields that stand for a local.
    ///
    /// Output: `frame.x_a_slot = Some(&mut x.a);`
    fn fields(&self, local: LocalId) -> Vec<TokenStream> {
        let locals = &self.cx.body.locals;
        let binding = locals.binding(local);
        let (frame, span) = (frame_ident(), at(binding.span()));
        let saved = |part: LocalId| is_saved(self.cx.layout.storage(part));
        let fields = locals.get(local).fields.iter();
        let fields =
            fields.filter(|(_, part)| saved(*part) && locals.get(local).kind == LocalKind::User);
        fields
            .map(|(member, part)| {
                let slot = self.cx.names.slot(*part);
                quote_spanned!(span=> #frame.#slot = ::core::option::Option::Some(&mut #binding.#member);)
            })
            .collect()
    }

    fn tie(&self, local: LocalId) -> Option<TokenStream> {
        if self.untied.contains(&local) || !self.is_tied(local) {
            return None;
        }
        let storage = self.cx.layout.storage(local);
        let (frame, slot, binding) = (
            frame_ident(),
            self.cx.names.slot(local),
            self.cx.body.locals.binding(local),
        );
        let span = at(binding.span());
        Some(match storage {
            Storage::Scalar { .. } | Storage::Bare => {
                quote_spanned!(span=> #frame.#slot = #binding;)
            }
            Storage::Slot { .. } | Storage::Kept | Storage::Unused | Storage::Block => {
                quote_spanned!(span=> #frame.#slot = ::core::option::Option::Some(#binding);)
            }
        })
    }
}
