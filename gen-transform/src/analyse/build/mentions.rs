//! A mention: a node, and what is known of it.

use super::Walk;
use crate::analyse::flow::{Context, Event, MentionInfo, NodeId};
use crate::analyse::{moved, types};
use crate::resolve::{LocalId, LocalKind, MentionId, Name, TempKind, decode, direct_mention};
use proc_macro2::Ident;
use syn::Expr;

impl Walk<'_> {
    /// The mention that an expression is, if it is one.
    pub fn mention(&mut self, expr: &Expr, context: Context) {
        self.named(direct_mention(expr), context);
    }

    /// The mention that an identifier is, if it is one.
    pub fn mention_ident(&mut self, ident: &Ident, context: Context) {
        self.named(decode(ident), context);
    }

    fn named(&mut self, name: Option<Name>, context: Context) {
        if let Some(Name {
            local,
            mention: Some(mention),
        }) = name
        {
            self.note_mention(mention, local, context);
        }
    }

    /// Whether a local is a value without a name of this kind.
    pub fn is_temp(&self, local: LocalId, kind: TempKind) -> bool {
        self.body.locals.get(local).kind == LocalKind::Temp(kind)
    }

    fn note_mention(&mut self, mention: MentionId, local: LocalId, context: Context) {
        let locals = &self.body.locals;
        let in_closure = self.closures > 0;
        let by_value = !in_closure || context == Context::Value;
        let handed_on = types::is_handed_on(locals, local);
        let stays = (self.at_once || self.in_guard) && types::is_mut_reference(locals, local);
        let takes = takes(context, handed_on && !stays) && by_value;
        let moves = context == Context::Value && !in_closure && moved::is_moved(locals, local);
        self.event(match context {
            Context::Assign if in_closure => Event::MaybeInit(local),
            Context::Assign => Event::Init(local),
            _ if moves => Event::Move(mention, local),
            _ => Event::Use(mention, local, takes),
        });
        let node = NodeId(self.flow.nodes.len() - 1);
        let kept = !in_closure && !self.in_guard;
        let looks = kept && context == Context::Receiver { consuming: false };
        let looks_at_field = kept && context == Context::FieldValue;
        let info = MentionInfo {
            local,
            context,
            takes,
            moves,
            lends: self.lends && looks,
            undecided: self.undecided && (looks || looks_at_field),
            in_closure,
            captures: in_closure && captures(context, handed_on),
            asked: self.asked,
            block: self.flow.nodes[node.0].block,
            node,
            behind: self.behind_closure,
        };
        self.flow.mentions[mention.index()] = Some(info);
    }
}

/// Whether a mention makes the closure that it stands in take the value for itself, where nobody uses that behind the closure.
/// What may be by value as well as in place is used in place.
fn captures(context: Context, is_handed_on: bool) -> bool {
    match context {
        Context::Value | Context::Unboxed | Context::Update | Context::MoveCapture => true,
        Context::Token | Context::Look(_) | Context::Defined => true,
        Context::Assign => false,
        Context::Place
        | Context::Receiver { .. }
        | Context::Callee { .. }
        | Context::Scrutinee { .. }
        | Context::FieldValue
        | Context::FieldMove
        | Context::DerefMove { .. } => is_handed_on,
    }
}

/// Whether a mention takes the value away where the local is not used any more.
///
/// A `&mut` is handed on whatever the use is: so its borrow lasts as long as the reference does, and not only as long as
/// the frame is borrowed. So is a value without a name, which is no place.
fn takes(context: Context, is_handed_on: bool) -> bool {
    match context {
        Context::Value
        | Context::Unboxed
        | Context::Update
        | Context::MoveCapture
        | Context::Receiver { consuming: true } => true,
        Context::Scrutinee { binds, partial, .. } => is_handed_on || (binds && !partial),
        Context::Place
        | Context::Receiver { consuming: false }
        | Context::Callee { .. }
        | Context::FieldValue
        | Context::FieldMove
        | Context::DerefMove { .. } => is_handed_on,
        Context::Assign | Context::Token | Context::Look(_) | Context::Defined => false,
    }
}
