//! Variables that an unknown macro may have moved, and that nobody uses behind it.

use super::Context;
use super::mentions::either;
use super::spans::at;
use crate::resolve::LocalId;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

impl Context<'_> {
    /// Puts a variable back where it is kept, to be dropped at the end of its scope; a `spent` one only if its type has a drop that
    /// could be noticed. So a macro may move text.
    ///
    /// Output: `({ let call = Call::unknown(); asked!(..); if call.takes() { .. } else { .. *x_slot = Some(x); } });`
    pub fn put_back(&self, local: LocalId, spent: bool) -> TokenStream {
        let variable = self.names.variable(local);
        let put = self.put(local, &quote!(#variable));
        if !spent || !self.is_slot(local) {
            return quote!(#put;);
        }
        let call = Ident::new("call", at(variable.span()));
        let probe = self.probe_of(local, call.span());
        let asked =
            quote_spanned!(call.span()=> ::gen_core::__private::asked!(#call, spent #probe););
        let put_or_not = either(&call, &asked, [quote!(()), quote!({ #put; })]);
        quote!(#put_or_not;)
    }
}
