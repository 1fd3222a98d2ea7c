//! The statements of a basic block.

use super::Context;
use super::mentions::{Access, Rewrite, is_refutable, rewrite_pat, strip_captured};
use super::terminators::Matched;
use crate::analyse::{Context as Use, FrameLayout, MentionInfo, Storage};
use crate::ir::{BlockId, Stmt};
use crate::resolve::{LocalId, LocalKind, decode, is_plain_binding};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::BTreeSet;
use syn::visit_mut::VisitMut;
use syn::{Expr, Pat};

/// How a jump out of the inside of a statement is written.
pub type Jump<'j> = dyn FnMut(BlockId) -> TokenStream + 'j;

/// Writes one block, keeping track of which slots have a reference to their value at hand.
pub struct BlockWriter<'a, 'b> {
    cx: &'a Context<'b>,
    block: BlockId,
    /// The code of the open brace scopes, outermost first; the last one is being written.
    open: Vec<(Option<LocalId>, TokenStream)>,
    /// The slots that `let x = get(x_slot)` has been written for, with the depth of braces.
    bound: Vec<(LocalId, usize)>,
    /// Locals that the code at hand binds itself.
    bound_here: BTreeSet<LocalId>,
    /// The slots whose value is a real variable to the end of its scope.
    checked_out: BTreeSet<LocalId>,
}

/// A use of a slot in a piece of code.
struct SlotUse {
    local: LocalId,
    /// Whether a reference to the value is needed.
    by_reference: bool,
    /// Whether the code takes the value out or puts a new one in.
    invalidates: bool,
    /// Whether each mention has to look the value up for itself.
    inline: bool,
    /// Whether an unknown macro mentions it, which takes the value for its duration.
    in_macro: bool,
}

impl<'a, 'b> BlockWriter<'a, 'b> {
    pub fn new(cx: &'a Context<'b>, block: BlockId) -> Self {
        let mut writer = BlockWriter {
            cx,
            block,
            open: vec![(None, TokenStream::new())],
            bound: Vec::new(),
            bound_here: BTreeSet::new(),
            checked_out: BTreeSet::new(),
        };
        writer.take_over_bindings();
        writer.check_out();
        writer
    }

    fn push(&mut self, tokens: TokenStream) {
        self.open
            .last_mut()
            .expect("BUG: the outermost scope stays open")
            .1
            .extend(tokens);
    }

    /// Closes all braces around the code so far, with `tail` innermost.
    pub fn finish(mut self, tail: TokenStream) -> TokenStream {
        self.push(tail);
        while self.open.len() > 1 {
            self.close();
        }
        self.open
            .pop()
            .expect("BUG: the outermost scope stays open")
            .1
    }

    fn open_brace(&mut self, owner: LocalId) {
        self.open.push((Some(owner), TokenStream::new()));
    }

    fn close(&mut self) {
        let (_, inner) = self.open.pop().expect("BUG: a brace is closed once");
        let depth = self.open.len();
        self.bound.retain(|(_, at)| *at <= depth);
        self.push(TokenTree::Group(Group::new(Delimiter::Brace, inner)).into());
    }

    /// Closes the brace that `owner` opened, if it did, and those inside it.
    fn close_brace_of(&mut self, owner: LocalId) {
        let Some(at) = self.open.iter().position(|(it, _)| *it == Some(owner)) else {
            return;
        };
        while self.open.len() > at {
            self.close();
        }
    }

    /// A variable that the edge to this block has bound lives as long as the arm around all that follows; one whose scope
    /// ends in the block moves into a brace of its own.
    fn take_over_bindings(&mut self) {
        let bound = self
            .cx
            .layout
            .bound_by_edge
            .iter()
            .filter(|(block, _)| *block == self.block);
        let mut ending: Vec<(usize, LocalId)> = bound
            .filter(|(_, local)| self.cx.layout.storage(*local) == Storage::Block)
            .filter(|(_, local)| self.cx.layout.held_at_dead.contains(&(self.block, *local)))
            .filter_map(|(_, local)| {
                self.cx
                    .storage_dead_at(self.block, *local)
                    .map(|end| (end, *local))
            })
            .filter(|(_, local)| {
                !crate::analyse::drops_nothing_decl(self.cx.body.locals.get(*local))
            })
            .collect();
        ending.sort_unstable();
        for (_, local) in ending.into_iter().rev() {
            self.open_brace(local);
            let variable = self.cx.names.variable(local);
            self.push(quote!(let mut #variable = #variable;));
        }
    }

    // Checking out.

    /// Slots whose scope ends in this block become real variables at its start, if the block uses one of them in a way
    /// that only the type decides to be by value or by reference. Older ones first, so that the scopes nest.
    ///
    /// Output: `{ let mut x = take(x_slot); .. }`
    fn check_out(&mut self) {
        let block = self.cx.body.block(self.block);
        let mut candidates: Vec<LocalId> = Vec::new();
        for stmt in &block.stmts {
            if let Stmt::StorageDead(local) = stmt
                && self.cx.can_check_out(self.block, *local)
            {
                candidates.push(*local);
            }
        }
        let Some(oldest) = candidates
            .iter()
            .rposition(|local| self.cx.is_ambiguous_in(self.block, *local))
        else {
            return;
        };
        let mut chosen: Vec<LocalId> = candidates[..=oldest].iter().rev().copied().collect();
        chosen.retain(|local| self.cx.is_ambiguous_in(self.block, *local));
        for local in chosen {
            self.open_brace(local);
            let variable = self.cx.names.variable(local);
            let value = self.cx.take(local, variable.span());
            self.push(quote!(let mut #variable = #value;));
            self.checked_out.insert(local);
        }
    }

    // Statements.

    pub fn stmt(&mut self, stmt: &Stmt, jump: &mut Jump<'_>) {
        match stmt {
            Stmt::Let {
                attrs,
                pat,
                init,
                diverge,
            } => {
                let whole = quote!(#init #diverge);
                let access = self.prepare(whole.clone());
                let matched = init
                    .as_ref()
                    .map_or(Matched::Value, |init| Matched::of(self.cx, init, &access));
                let (pat, declared, _) = match is_plain_binding(pat) {
                    Some(local) => (pat.clone(), vec![local], false),
                    None => matched.pattern(self.cx, pat),
                };
                let pat = &pat;
                let init = init.as_ref().map(|init| self.rewrite(init, &access, jump));
                let diverge = diverge
                    .as_ref()
                    .map(|diverge| self.rewrite(diverge, &access, jump));
                self.invalidate(whole);
                self.declare(attrs, pat, init, diverge, &declared);
            }
            Stmt::Init { local, value } => {
                let access = self.prepare(value.to_token_stream());
                let rewritten = self.rewrite(value, &access, jump);
                self.invalidate(value.to_token_stream());
                let rewritten = self.cx.annotated(*local, rewritten);
                self.init(*local, &rewritten);
            }
            Stmt::Eval(stmt) => {
                let tokens = stmt.to_token_stream();
                let access = self.prepare(tokens.clone());
                let mut stmt = stmt.clone();
                Rewrite::new(self.cx, &access, jump).visit_stmt_mut(&mut stmt);
                self.push(quote!(#stmt));
                self.invalidate(tokens);
            }
            Stmt::StorageDead(local) => self.storage_dead(*local),
        }
    }

    /// An expression that the terminator evaluates, with what has to stand before it already written.
    pub fn operand(&mut self, expr: &Expr, bound_here: &[LocalId], jump: &mut Jump<'_>) -> Expr {
        let access = self.access_for(expr.to_token_stream(), bound_here);
        self.rewrite(expr, &access, jump)
    }

    /// The access for code of which only a part is written at a time.
    pub fn access_for(&mut self, tokens: TokenStream, bound_here: &[LocalId]) -> Access {
        let hidden = std::mem::replace(&mut self.bound_here, bound_here.iter().copied().collect());
        let mut access = self.prepare(tokens);
        self.bound_here = hidden;
        access.plain.extend(bound_here);
        access
    }

    pub fn rewrite(&self, expr: &Expr, access: &Access, jump: &mut Jump<'_>) -> Expr {
        let mut expr = expr.clone();
        Rewrite::new(self.cx, access, jump).visit_expr_mut(&mut expr);
        expr
    }

    /// `let pat = init;`, its slots filled afterwards.
    ///
    /// Output: `let x = x_slot.insert(init);` · `let (a, b) = init; let a = a_slot.insert(a); *b_slot = Some(b);`
    fn declare(
        &mut self,
        attrs: &[syn::Attribute],
        pat: &Pat,
        init: Option<Expr>,
        diverge: Option<Expr>,
        declared: &[LocalId],
    ) {
        if let Some(local) = is_plain_binding(pat)
            && diverge.is_none()
        {
            let ty = match pat {
                Pat::Type(typed) => Some(&typed.ty),
                _ => None,
            };
            return self.declare_plain(attrs, local, pat, ty.map(|ty| &**ty), init);
        }
        if init.is_none() {
            return self.declare_deferred(declared);
        }
        let outside: BTreeSet<LocalId> = declared
            .iter()
            .copied()
            .filter(|local| self.declare_outside(*local))
            .collect();
        for local in declared.iter().filter(|local| !outside.contains(local)) {
            self.open_for(*local);
        }
        let pat = immutable_where_moved(self.cx, &rewrite_pat(self.cx, pat), declared, &outside);
        let diverge = diverge.map(|diverge| quote!(else #diverge));
        let refutable = diverge.is_none() && is_refutable(&pat);
        let diverge =
            diverge.or_else(|| refutable.then(|| quote!(else { ::core::unreachable!() })));
        // What ends in a brace cannot stand in front of `else`.
        let init = init.map(|init| {
            if refutable {
                quote!(= (#init))
            } else {
                quote!(= #init)
            }
        });
        self.push(quote!(#(#attrs)* let #pat #init #diverge;));
        for local in declared {
            if outside.contains(local) {
                let variable = self.cx.names.variable(*local);
                let bound = bound_name(variable);
                self.push(quote!(#variable = #bound;));
            }
            self.store_binding(*local);
        }
    }

    /// `let (a, b);`
    fn declare_deferred(&mut self, declared: &[LocalId]) {
        for local in declared
            .iter()
            .filter(|local| self.cx.layout.storage(**local) == Storage::Block)
        {
            let variable = self.cx.names.variable(*local);
            self.push(quote!(let mut #variable;));
        }
    }

    fn declare_plain(
        &mut self,
        attrs: &[syn::Attribute],
        local: LocalId,
        pat: &Pat,
        ty: Option<&syn::Type>,
        init: Option<Expr>,
    ) {
        match (self.cx.layout.storage(local), init) {
            (Storage::Block | Storage::Unused, init) => {
                self.open_for(local);
                let pat = rewrite_pat(self.cx, pat);
                let init = init.map(|init| quote!(= #init));
                self.push(quote!(#(#attrs)* let #pat #init;));
            }
            (_, None) => {}
            (_, Some(init)) => {
                let value: Expr = match ty {
                    Some(ty) => {
                        let typed =
                            proc_macro2::Ident::new("value", proc_macro2::Span::mixed_site());
                        syn::parse_quote!({ let #typed: #ty = #init; #typed })
                    }
                    None => init,
                };
                self.init(local, &value);
            }
        }
    }

    /// Gives a declared local its value.
    fn init(&mut self, local: LocalId, value: &Expr) {
        let (variable, place) = (self.cx.names.variable(local), self.cx.slot_place(local));
        let reference = self.cx.slot_ref(local);
        match self.cx.layout.storage(local) {
            Storage::Unused => self.push(quote!(let _ = #value;)),
            Storage::Block if self.declare_outside(local) => self.push(quote!(#variable = #value;)),
            Storage::Block => {
                self.open_for(local);
                self.push(quote!(let mut #variable = #value;));
            }
            Storage::Scalar { .. } => self.push(quote!(#variable = #value;)),
            Storage::Bare => self.push(quote!(*#variable = #value;)),
            Storage::Slot { .. } if self.used_in_block(local) => {
                self.push(
                    quote!(let #variable = ::core::option::Option::insert(#reference, #value);),
                );
                self.bind(local);
            }
            Storage::Slot { .. } => {
                self.push(quote!(#place = ::core::option::Option::Some(#value);))
            }
            Storage::Kept => {
                let put = self.cx.put(local, &quote!(#value));
                self.push(quote!(#put;));
                self.unbind(local);
            }
        }
    }

    /// Moves a variable that a pattern has bound to where the local is kept.
    pub fn store_binding(&mut self, local: LocalId) {
        let (variable, place) = (self.cx.names.variable(local), self.cx.slot_place(local));
        match self.cx.layout.storage(local) {
            Storage::Block | Storage::Unused | Storage::Bare => {}
            Storage::Scalar { .. } => {
                let bound = bound_name(variable);
                self.push(quote!(#variable = #bound;));
            }
            Storage::Slot { .. } => {
                self.push(quote!(#place = ::core::option::Option::Some(#variable);));
                self.unbind(local);
            }
            Storage::Kept => {
                let put = self.cx.put(local, &quote!(#variable));
                self.push(quote!(#put;));
                self.unbind(local);
            }
        }
    }

    /// A brace scope for a real variable that ends in this block while it may hold a value whose drop matters.
    fn open_for(&mut self, local: LocalId) {
        let held = self.cx.layout.held_at_dead.contains(&(self.block, local));
        let harmless = crate::analyse::drops_nothing_decl(self.cx.body.locals.get(local));
        if self.cx.layout.storage(local) == Storage::Block && held && !harmless {
            self.open_brace(local);
        }
    }

    /// The brace that ends before the scope of `local` does, if there is one: `local` has to be declared outside it.
    fn shorter_brace(&self, local: LocalId) -> Option<usize> {
        let end = self
            .cx
            .storage_dead_at(self.block, local)
            .unwrap_or(usize::MAX);
        self.open.iter().position(|(owner, _)| {
            let owner_end = owner.and_then(|owner| self.cx.storage_dead_at(self.block, owner));
            owner_end.is_some_and(|owner_end| owner_end < end)
        })
    }

    /// Declares a real variable outside the braces that end before its scope does; whether that was necessary.
    fn declare_outside(&mut self, local: LocalId) -> bool {
        if self.cx.layout.storage(local) != Storage::Block {
            return false;
        }
        let Some(brace) = self.shorter_brace(local) else {
            return false;
        };
        let variable = self.cx.names.variable(local);
        self.open
            .insert(brace, (Some(local), quote!(let mut #variable;)));
        for (_, depth) in self.bound.iter_mut().filter(|(_, depth)| *depth > brace) {
            *depth += 1;
        }
        true
    }

    fn storage_dead(&mut self, local: LocalId) {
        self.close_brace_of(local);
        self.unbind(local);
        if self.checked_out.remove(&local)
            || !self.cx.layout.held_at_dead.contains(&(self.block, local))
        {
            return;
        }
        let (slot, place) = (self.cx.names.slot(local), self.cx.slot_place(local));
        match self.cx.layout.storage(local) {
            Storage::Slot { .. } => self.push(quote!(#place = ::core::option::Option::None;)),
            Storage::Kept => {
                let kept = self.cx.kept(local);
                self.push(quote!(*#kept = ::core::option::Option::None; #slot = ::core::option::Option::None;));
            }
            Storage::Block | Storage::Scalar { .. } | Storage::Bare | Storage::Unused => {}
        }
    }

    // References to slots.

    fn bind(&mut self, local: LocalId) {
        self.unbind(local);
        self.bound.push((local, self.open.len()));
    }

    fn unbind(&mut self, local: LocalId) {
        self.bound.retain(|(known, _)| *known != local);
    }

    fn is_bound(&self, local: LocalId) -> bool {
        self.bound.iter().any(|(known, _)| *known == local)
    }

    fn used_in_block(&self, local: LocalId) -> bool {
        self.cx.layout.place_uses.contains(&(self.block, local))
    }

    /// Writes the references that code with these tokens needs, and returns how it reaches the locals.
    fn prepare(&mut self, tokens: TokenStream) -> Access {
        let mut access = Access {
            plain: self.checked_out.clone(),
            inline: BTreeSet::new(),
        };
        for slot in self.slot_uses(tokens) {
            if slot.inline {
                access.inline.insert(slot.local);
                self.unbind(slot.local);
            } else if slot.by_reference && !self.is_bound(slot.local) {
                let variable = self.cx.names.variable(slot.local);
                let reference = self.cx.reference(slot.local);
                self.push(quote!(let #variable = #reference;));
                self.bind(slot.local);
            }
        }
        access
    }

    fn invalidate(&mut self, tokens: TokenStream) {
        for slot in self.slot_uses(tokens) {
            if slot.invalidates {
                self.unbind(slot.local);
            }
        }
    }

    /// The slots that code with these tokens uses.
    fn slot_uses(&self, tokens: TokenStream) -> Vec<SlotUse> {
        let mut uses: Vec<SlotUse> = Vec::new();
        crate::resolve::rename_tokens(strip_captured(tokens), &mut |ident| {
            let name = decode(ident)?;
            let info = self.cx.layout.mention(name.mention?)?;
            if self.checked_out.contains(&name.local)
                || self.bound_here.contains(&name.local)
                || !self.cx.is_slot(name.local)
            {
                return None;
            }
            let at = uses
                .iter()
                .position(|slot| slot.local == name.local)
                .unwrap_or_else(|| {
                    uses.push(SlotUse {
                        local: name.local,
                        by_reference: false,
                        invalidates: false,
                        inline: false,
                        in_macro: false,
                    });
                    uses.len() - 1
                });
            let live = self.cx.layout.live_after.contains(name.mention?.index());
            // Assigned anew, a local that a suspension may not have kept is looked up at each mention.
            let anew =
                info.context == Use::Assign && self.cx.layout.storage(name.local) == Storage::Kept;
            let init = !anew && self.cx.layout.surely_init.contains(name.mention?.index());
            note_use(&mut uses[at], info, live, init);
            None
        });
        for slot in &mut uses {
            slot.inline |= slot.in_macro && slot.by_reference;
        }
        uses
    }
}

fn note_use(slot: &mut SlotUse, info: &MentionInfo, live: bool, init: bool) {
    let taken = info.moves || (!live && info.takes);
    let token = info.context == Use::Token;
    slot.invalidates |= taken || token || (info.context == Use::Assign && !init);
    slot.inline |= !init && !token && !taken;
    let read_by_type = info.in_closure && info.context == Use::Value && !live;
    slot.invalidates |= read_by_type;
    slot.by_reference |= !taken && !read_by_type && !token;
    slot.in_macro |= token;
}

impl Context<'_> {
    /// A value that is expected to have the type the user wrote for the variable.
    fn annotated(&self, local: LocalId, value: Expr) -> Expr {
        let decl = self.body.locals.get(local);
        match &decl.ty {
            Some(ty) if decl.kind == LocalKind::User => {
                let typed = proc_macro2::Ident::new("value", proc_macro2::Span::mixed_site());
                syn::parse_quote!({ let #typed: #ty = #value; #typed })
            }
            _ => value,
        }
    }

    /// Whether a local is behind an `Option`.
    pub fn is_slot(&self, local: LocalId) -> bool {
        matches!(
            self.layout.storage(local),
            Storage::Slot { .. } | Storage::Kept
        )
    }

    /// The index of the statement that ends the scope of `local` in `block`.
    pub fn storage_dead_at(&self, block: BlockId, local: LocalId) -> Option<usize> {
        let stmts = &self.body.block(block).stmts;
        stmts
            .iter()
            .position(|stmt| matches!(stmt, Stmt::StorageDead(dead) if *dead == local))
    }

    /// Whether the value of a slot can be a real variable in `block`: there for certain, and never suspended again.
    fn can_check_out(&self, block: BlockId, local: LocalId) -> bool {
        let initialised_here = self.layout.inits.contains(&(block, local));
        self.is_slot(local)
            && self.layout.init_at_entry[block.index()].has(local)
            && !initialised_here
    }

    fn is_ambiguous_in(&self, block: BlockId, local: LocalId) -> bool {
        self.layout.mentions.iter().flatten().any(|info| {
            info.local == local && info.block == block && FrameLayout::is_ambiguous(info.context)
        })
    }
}

/// The name a pattern binds where the variable of that name exists already.
pub fn bound_name(variable: &proc_macro2::Ident) -> proc_macro2::Ident {
    let text = variable.to_string();
    quote::format_ident!(
        "{}_bound",
        text.trim_start_matches("r#"),
        span = variable.span()
    )
}

/// Bindings that only pass through a variable lose their `mut`, and those of plain values get a name of their own.
pub fn immutable_where_moved(
    cx: &Context<'_>,
    pat: &Pat,
    declared: &[LocalId],
    outside: &BTreeSet<LocalId>,
) -> Pat {
    struct Rename<'a, 'b>(&'a Context<'b>, &'a [LocalId], &'a BTreeSet<LocalId>);
    impl VisitMut for Rename<'_, '_> {
        fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
            for local in self.1 {
                let elsewhere = matches!(self.0.layout.storage(*local), Storage::Scalar { .. })
                    || self.2.contains(local);
                if elsewhere && *self.0.names.variable(*local) == pat.ident {
                    pat.ident = bound_name(&pat.ident);
                    pat.mutability = None;
                }
            }
            syn::visit_mut::visit_pat_ident_mut(self, pat);
        }
        fn visit_expr_mut(&mut self, _: &mut Expr) {}
    }
    let mut pat = pat.clone();
    Rename(cx, declared, outside).visit_pat_mut(&mut pat);
    pat
}
