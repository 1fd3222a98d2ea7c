//! A local that is not a plain variable: how its value is reached where it is kept.

use super::Context;
use super::spans::respan;
use crate::analyse::{Ahead, Step, Storage, is_slot};
use crate::resolve::{LocalId, direct_mention, rename};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Expr;

impl Context<'_> {
    /// Whether a local is behind an `Option`.
    pub fn is_slot(&self, local: LocalId) -> bool {
        is_slot(self.layout.storage(local))
    }

    /// The value of a local, taken out of where it is kept.
    pub fn take(&self, local: LocalId, span: Span) -> TokenStream {
        let slot = self.names.slot(local);
        if self.layout.storage(local) == Storage::Kept {
            let (kept, ty) = (self.kept(local), self.kept_type(local));
            return quote_spanned!(span=> (&&&#ty).take(#kept, &mut #slot));
        }
        let reference = self.slot_ref_at(local, span);
        quote_spanned!(span=> ::gen_core::__private::take(#reference))
    }

    /// The place of a local, looked up.
    pub fn get(&self, local: LocalId, span: Span) -> TokenStream {
        let value = self.get_value(local, span);
        quote_spanned!(span=> (#value))
    }

    /// `*get(slot)`
    pub fn get_value(&self, local: LocalId, span: Span) -> TokenStream {
        let reference = self.reference(local, span);
        quote_spanned!(span=> *#reference)
    }

    /// A `&mut` to the value of a local, for a mention at `span`: what rustc says of a later use, it says there.
    pub fn reference(&self, local: LocalId, span: Span) -> TokenStream {
        let slot = self.names.slot(local);
        if self.layout.storage(local) == Storage::Kept {
            let [kept, ty, slot] =
                [&self.kept(local), &self.kept_type(local), slot].map(|ident| respan(ident, span));
            return quote_spanned!(span=> (&&&#ty).get_kept(#kept, &mut #slot));
        }
        let reference = self.slot_ref_at(local, span);
        quote_spanned!(span=> ::gen_core::__private::get(#reference))
    }

    /// The value of a local where the type alone tells a copy from a move: in a closure, and where it is used again though
    /// its name says that it cannot be copied.
    pub fn read(&self, local: LocalId, span: Span) -> TokenStream {
        self.by_type(local, quote!(&&&), ["read", "read_kept"], span)
    }

    /// What a method is called on that makes the iterator of a loop, where that is the last use of the local: a reference leaves
    /// its slot, so that the iterator does not borrow from the frame; the type decides.
    pub fn lend(&self, local: LocalId, span: Span) -> TokenStream {
        self.by_type(local, quote!(&&&&), ["lend", "lend_kept"], span)
    }

    /// What `*` is applied to where that may move: a `Box` leaves its slot, anything else stays. So does a `Box` of what has
    /// a `Drop`, if a pattern takes fields out of that: it can only copy them.
    pub fn unboxed(&self, local: LocalId, opens: bool, span: Span) -> TokenStream {
        let kinds = match opens {
            true => quote!(&&&&&),
            false => quote!(&&&&),
        };
        self.by_type(local, kinds, ["unboxed", "unboxed_kept"], span)
    }

    /// What is called for the last time: it goes into the call if it can be called once only.
    pub fn callable(&self, local: LocalId, span: Span) -> TokenStream {
        self.by_type(local, quote!(&&&&&), ["callable", "callable_kept"], span)
    }

    /// The type in the slot of a variable.
    pub fn probe_of(&self, local: LocalId, span: Span) -> TokenStream {
        if self.layout.storage(local) == Storage::Kept {
            let ty = self.kept_type(local);
            return quote_spanned!(span=> #ty);
        }
        let slot = self.slot_ref(local);
        quote_spanned!(span=> ::gen_core::__private::Probe::of_slot(#slot))
    }

    /// The value of a slot by a method of its type's kind, of which there are as many as references.
    fn by_type(
        &self,
        local: LocalId,
        kinds: TokenStream,
        methods: [&str; 2],
        span: Span,
    ) -> TokenStream {
        let slot = self.names.slot(local);
        let [of_slot, of_kept] = methods.map(|name| Ident::new(name, Span::mixed_site()));
        if self.layout.storage(local) == Storage::Kept {
            let (kept, ty) = (self.kept(local), self.kept_type(local));
            return quote_spanned!(span=> (#kinds #ty).#of_kept(#kept, &mut #slot));
        }
        let reference = self.slot_ref(local);
        quote_spanned!(span=> (#kinds ::gen_core::__private::Probe::of_slot(#reference)).#of_slot(#reference))
    }

    /// Gives `value` to a local, whatever it held before being dropped.
    pub fn put(&self, local: LocalId, value: &TokenStream) -> TokenStream {
        let at = self.declared_at(local);
        if self.layout.storage(local) == Storage::Kept {
            let fresh = quote_spanned!(at=> let fresh = #value;);
            return self.put_kept(local, fresh);
        }
        let place = self.slot_place(local);
        quote_spanned!(at=> #place = ::core::option::Option::Some(#value))
    }

    /// The same where the local is declared.
    pub fn put_declared(&self, local: LocalId, value: &TokenStream) -> TokenStream {
        if self.layout.storage(local) != Storage::Kept {
            return self.put(local, value);
        }
        let fresh = quote_spanned!(self.declared_at(local)=> let fresh = #value;);
        self.put_kept(local, self.as_declared(local, fresh))
    }

    /// Gives a value to a local that may hold one, which is dropped before the temporaries of the new one.
    ///
    /// Output: `match (value) { fresh => { x_slot = (&&&x_type.of(&fresh)).place(fresh, x_kept); } }`
    pub fn replace(&self, local: LocalId, value: &Expr) -> TokenStream {
        if self.layout.storage(local) != Storage::Kept {
            return self.put(local, &quote!(#value));
        }
        let put = self.put_kept(local, TokenStream::new());
        quote_spanned!(self.declared_at(local)=> match (#value) { fresh => #put })
    }

    /// Output: `{ let fresh = value; x_slot = (&&&x_type.of(&fresh)).place(fresh, x_kept); }`
    fn put_kept(&self, local: LocalId, fresh: TokenStream) -> TokenStream {
        let slot = self.names.slot(local);
        let (kept, ty) = (self.kept(local), self.kept_type(local));
        quote_spanned!(self.declared_at(local)=> { #fresh #slot = (&&&#ty.of(&fresh)).place(fresh, #kept); })
    }

    /// Gives a plain value that is not kept to its variable again.
    ///
    /// Output: `last = n - 1;`
    pub fn recompute(&self, local: LocalId) -> Option<TokenStream> {
        let variable = self.names.variable(local);
        let init = self.body.locals.get(local).init.as_ref()?;
        let value = self.in_variables(init);
        Some(quote!(#variable = #value;))
    }

    /// What a plain value is in the frame during a suspension: a counter may be one step ahead.
    ///
    /// Output: `n.wrapping_sub(1)`
    pub fn written_back(&self, local: LocalId, suspend: usize) -> TokenStream {
        let variable = self.names.variable(local);
        let mut ahead = self.layout.ahead[suspend].iter();
        match ahead.find(|it| it.local == local) {
            Some(it) => self.stepped(it, it.step),
            None => quote!(#variable),
        }
    }

    /// Takes back the steps that the counters in the frame are ahead.
    ///
    /// Output: `n = n.wrapping_add(1);`
    pub fn stepped_back(&self, suspend: usize) -> TokenStream {
        let ahead = self.layout.ahead[suspend].iter();
        let back = ahead.map(|it| {
            let (variable, value) = (
                self.names.variable(it.local),
                self.stepped(it, it.step.back()),
            );
            quote!(#variable = #value;)
        });
        back.collect()
    }

    fn stepped(&self, ahead: &Ahead, step: Step) -> TokenStream {
        let variable = self.names.variable(ahead.local);
        let by = self.in_variables(&ahead.by);
        match step {
            Step::Up => quote!(#variable.wrapping_add(#by)),
            Step::Down => quote!(#variable.wrapping_sub(#by)),
        }
    }

    /// An expression of plain values, in the variables of the run.
    fn in_variables(&self, expr: &Expr) -> TokenStream {
        rename(expr.to_token_stream(), &mut |name, _| {
            Some(self.names.variable(name.local).clone())
        })
    }

    /// Whether a mention takes its local's value away.
    pub fn takes(&self, mention: &Expr) -> bool {
        let Some(mention) = direct_mention(mention).and_then(|name| name.mention) else {
            return false;
        };
        let live = self.layout.live_after.contains(mention.index());
        self.layout
            .mention(mention)
            .is_some_and(|info| !info.in_closure && (info.moves || (info.takes && !live)))
    }

    /// A `&mut` to the `Option` of a slot.
    pub fn slot_ref(&self, local: LocalId) -> TokenStream {
        let slot = self.names.slot(local);
        if self.layout.storage(local) == (Storage::Slot { saved: true }) {
            quote!(#slot)
        } else {
            quote_spanned!(self.declared_at(local)=> &mut #slot)
        }
    }

    /// The same for a mention at `span`. In parentheses, whose span counts: the slot has that of a macro.
    fn slot_ref_at(&self, local: LocalId, span: Span) -> TokenStream {
        let slot = respan(self.names.slot(local), span);
        if self.layout.storage(local) == (Storage::Slot { saved: true }) {
            quote_spanned!(span=> (#slot))
        } else {
            quote_spanned!(span=> &mut (#slot))
        }
    }

    /// The `Option` of a slot as a place.
    pub fn slot_place(&self, local: LocalId) -> TokenStream {
        let slot = self.names.slot(local);
        if self.layout.storage(local) == (Storage::Slot { saved: true }) {
            quote_spanned!(self.declared_at(local)=> *#slot)
        } else {
            quote!(#slot)
        }
    }

    /// The field, and the variable, that stand for the type of a local whose type decides where it is kept.
    pub fn kept_type(&self, local: LocalId) -> Ident {
        format_ident!("{}_type", self.names.slot(local))
    }

    /// The field for a local that is in the frame only if its type may have a drop.
    pub fn kept(&self, local: LocalId) -> Ident {
        format_ident!("{}_kept", self.names.slot(local))
    }
}
