//! Calls at the last use of a variable in a slot, of methods that may take it: rustc is asked which it is.

use super::Rewrite;
use crate::emit::finished;
use crate::emit::spans::at;
use crate::methods;
use crate::resolve::{Name, direct_mention};
use crate::syntax::unparen;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprField, ExprMethodCall, Token};

/// The names in the code of such a call.
pub struct Names {
    /// What the answer is given to.
    pub call: Ident,
    /// The type of the receiver.
    pub probe: TokenStream,
}

impl Rewrite<'_, '_> {
    /// The call, if the method decides.
    ///
    /// Input: `job.finish(x)` ·
    /// Output: `({ let call = Call::unknown(); asked!(..); if call.takes() { call.if_taken();
    /// call.returned(take(job_slot).finish(x)) } else { call.if_left(); call.returned((*job).finish(x)) } })`
    pub fn asked_method(&mut self, it: &mut ExprMethodCall) -> Option<Expr> {
        let name = root(&it.receiver).filter(|name| self.is_undecided(*name))?;
        self.written_twice(&mut it.args);
        let mut names = self.names(name, it.method.span());
        let place = self.mention(name, it.method.span());
        // Not what is lent: by that reference, a method that looks would be one by value.
        let subject = self.cx.get(name.local, it.method.span());
        let subject = of_root(&it.receiver, &subject);
        if matches!(subject, Expr::Field(_)) {
            names.probe = quote_spanned!(names.call.span()=> ::gen_core::__private::Probe::of_field(&#subject));
        }
        let asked = asked(it, &subject, &names);
        let taken = self.cx.take(name.local, it.method.span());
        let calls = [taken, quote!(#place)].map(|value| of(it, &of_root(&it.receiver, &value)));
        Some(either(&names.call, &asked, calls))
    }

    /// A method of a trait that a reference has as well is looked up for what the reference refers to: otherwise what it gives
    /// would borrow from the reference.
    ///
    /// Input: `x.as_ref()`, at the last use of `x` · Output: `(*lend(x_slot)).as_ref()`
    pub fn called_in_place(&mut self, it: &mut ExprMethodCall) {
        let lent = direct_mention(&it.receiver).is_some_and(|name| self.is_lent(name));
        visit_mut::visit_expr_method_call_mut(self, it);
        if lent && methods::is_of_references(&it.method.to_string()) {
            let lent = &it.receiver;
            *it.receiver = finished::operand(quote_spanned!(it.method.span()=> (*#lent)));
        }
    }

    /// Arguments that are written more than once.
    fn written_twice(&mut self, args: &mut Punctuated<Expr, Token![,]>) {
        let outer = std::mem::replace(&mut self.in_argument, true);
        args.iter_mut().for_each(|arg| self.visit_expr_mut(arg));
        self.in_argument = outer;
    }

    pub fn names(&self, name: Name, span: Span) -> Names {
        let span = at(span);
        Names {
            call: Ident::new("call", span),
            probe: self.cx.probe_of(name.local, span),
        }
    }

    fn is_undecided(&self, name: Name) -> bool {
        let info = name
            .mention
            .and_then(|mention| self.cx.layout.mention(mention));
        let live = name.mention.is_some_and(|mention| self.live_after(mention));
        let slot = self.cx.is_slot(name.local) && !self.access.plain.contains(&name.local);
        slot && !self.in_argument && !live && info.is_some_and(|info| info.undecided)
    }
}

/// One of two calls, by the answer that dead code gives.
pub fn either(call: &Ident, asked: &TokenStream, [taken, left]: [TokenStream; 2]) -> Expr {
    finished::operand(quote_spanned!(call.span()=> ({
        let #call = ::gen_core::__private::Call::unknown();
        #asked
        if #call.takes() {
            #call.if_taken();
            #call.returned(#taken)
        } else {
            #call.if_left();
            #call.returned(#left)
        }
    })))
}

/// The variable that something is a field of, or is.
fn root(place: &Expr) -> Option<Name> {
    match unparen(place) {
        Expr::Field(it) => root(&it.base),
        variable => direct_mention(variable),
    }
}

/// The same field of another value.
fn of_root(place: &Expr, value: &TokenStream) -> Expr {
    match unparen(place) {
        Expr::Field(it) => Expr::Field(ExprField {
            base: Box::new(of_root(&it.base, value)),
            ..it.clone()
        }),
        _ => Expr::Verbatim(value.clone()),
    }
}

/// The call on another receiver.
fn of(it: &ExprMethodCall, receiver: &Expr) -> TokenStream {
    let (method, args) = (&it.method, &it.args);
    quote!(#receiver.#method(#args))
}

/// The question about a call, in code that never runs.
///
/// Output: `asked!(call, Probe::of_slot(job_slot), *job, finish(A0: x));`
pub fn asked(it: &ExprMethodCall, place: &Expr, Names { call, probe }: &Names) -> TokenStream {
    let question = question(it);
    quote_spanned!(call.span()=> ::gen_core::__private::asked!(#call, #probe, #place, #question);)
}

/// The method and its arguments, each with the name of a type parameter.
///
/// Output: `finish(A0: x)` · `cmp(A0: x) shared`
pub fn question(it: &ExprMethodCall) -> TokenStream {
    let method = &it.method;
    let arguments = it.args.iter().enumerate().map(|(index, argument)| {
        let parameter = Ident::new(&format!("A{index}"), Span::mixed_site());
        quote!(#parameter: #argument)
    });
    let shared = methods::is_asked_by_sharing(&method.to_string()).then(|| quote!(shared));
    quote!(#method(#(#arguments),*) #shared)
}
