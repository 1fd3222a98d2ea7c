//! Fields that may be moved out of a struct in the frame.

use super::Rewrite;
use super::receivers::either;
use crate::analyse::Context as Use;
use crate::emit::spans::at;
use crate::resolve::{LocalId, LocalKind, Name, TempKind, direct_mention};
use crate::syntax::unparen;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprField};

impl Rewrite<'_, '_> {
    /// The value of a field, if it may be moved: the type decides whether it is copied, or an empty collection takes its
    /// place, or that is an error.
    ///
    /// Input: `p.items` · Output: `if .. { match &mut (*p).items { field => (&&&&Probe::of_field(field)).out(field) } } else { (*p).items }`
    pub fn moved_field(&mut self, it: &mut ExprField) -> Option<Expr> {
        let name = root(it).filter(|name| self.is_in_frame(name.local));
        self.visit_expr_mut(root_mut(it));
        let (name, layout) = (name?, self.cx.layout);
        let mention = name.mention?;
        let span = at(it.span());
        let by_value = || layout.mention(mention).map(|info| info.context) == Some(Use::FieldMove);
        let kind = self.cx.body.locals.get(name.local).kind;
        if kind == LocalKind::Temp(TempKind::Made) && by_value() {
            return Some(self.field_of_made(name, it, span));
        }
        if layout.moved_fields.contains(&mention) {
            return Some(self.asked_field(name, it, false, span));
        }
        let asked = layout.asked_fields.contains(&mention);
        asked.then(|| self.asked_field(name, it, true, span))
    }

    /// Whether the field is a copy, which may be behind a reference that gives nothing away; and if it is that of a variable whose
    /// type is unknown, whether it has fields to give away, decides.
    fn asked_field(&self, name: Name, it: &ExprField, unknown: bool, span: Span) -> Expr {
        let names = self.names(name, span);
        let (call, probe) = (&names.call, &names.probe);
        let asked = match unknown {
            true => quote_spanned!(span=> ::gen_core::__private::asked!(#call, #probe, #it);),
            false => quote_spanned!(span=> ::gen_core::__private::asked!(#call, copied #it);),
        };
        either(call, &asked, [out(it, span), quote!(#it)])
    }

    /// The value of a field of what is made on the spot: a copy, or it is moved out, and the rest goes.
    ///
    /// Output: `.. if call.takes() { .. take(made_slot).0 } else { .. (*made).0 }`
    fn field_of_made(&self, name: Name, it: &ExprField, span: Span) -> Expr {
        let names = self.names(name, span);
        let (call, probe) = (&names.call, &names.probe);
        let asked = quote_spanned!(span=> ::gen_core::__private::asked!(#call, #probe, #it););
        let mut taken = it.clone();
        *root_mut(&mut taken) = Expr::Verbatim(self.cx.take(name.local, span));
        either(call, &asked, [quote!(#taken), quote!(#it)])
    }

    fn is_in_frame(&self, local: LocalId) -> bool {
        self.cx.is_slot(local) && !self.access.plain.contains(&local)
    }
}

/// Output: `match &mut (*p).items { field => (&&&&Probe::of_field(field)).out(field) }`
fn out(it: &ExprField, span: Span) -> TokenStream {
    let field = Ident::new("field", Span::mixed_site().located_at(span));
    let probe = quote_spanned!(span=> ::gen_core::__private::Probe::of_field(#field));
    quote_spanned!(span=> match &mut #it {
        #field => (&&&&#probe).out(#field)
    })
}

/// What the first of the fields is taken of.
fn root_mut(it: &mut ExprField) -> &mut Expr {
    match &mut *it.base {
        Expr::Field(base) => root_mut(base),
        base => base,
    }
}

/// The variable whose field, or field of a field, this is.
fn root(it: &ExprField) -> Option<Name> {
    match unparen(&it.base) {
        Expr::Field(base) => root(base),
        base => direct_mention(base),
    }
}
