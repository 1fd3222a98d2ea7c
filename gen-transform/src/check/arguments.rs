//! What stands between the parentheses of `yield_!` and `yield_from!`: one expression.

use super::shapes;
use super::walk::Walker;
use crate::syntax::YieldKind;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Expr, Macro, Token};

impl Walker<'_> {
    /// The argument of a yield; reports what is wrong with it.
    pub fn yield_argument(&mut self, mac: &Macro, kind: YieldKind) -> Option<Expr> {
        if mac.tokens.is_empty() {
            self.no_argument(mac, kind);
            return None;
        }
        match mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated) {
            Ok(list) => self.one_of(list, kind),
            Err(error) => {
                self.errors.error(
                    error.span(),
                    format!("`{}` takes one expression: {error}", kind.name()),
                );
                None
            }
        }
    }

    fn no_argument(&mut self, mac: &Macro, kind: YieldKind) {
        let (path, bang) = (&mac.path, &mac.bang_token);
        let message = match (kind, self.named_item()) {
            (YieldKind::From, _) => {
                "`yield_from!` needs something to take the items from: write `yield_from!(iterator)`".to_string()
            }
            (YieldKind::Yield, Some(item)) => format!(
                "`yield_!()` hands out `()`, but the items of this generator are `{item}`: write `yield_!(value)`"
            ),
            (YieldKind::Yield, None) => return,
        };
        self.errors.error_on(quote!(#path #bang), message);
    }

    /// The item type where syntax shows that it is not `()`.
    fn named_item(&self) -> Option<String> {
        let item = self.generator.output.item.as_ref()?;
        shapes::carries_no_failure(item).then(|| shapes::spelled(item))
    }

    fn one_of(&mut self, list: Punctuated<Expr, Token![,]>, kind: YieldKind) -> Option<Expr> {
        if list.len() == 1 && !list.trailing_punct() {
            return list.into_iter().next();
        }
        if list.len() == 1 {
            self.errors.error_on(
                list.pairs().next_back()?.punct(),
                format!(
                    "`{}` takes one expression and no comma: remove the comma",
                    kind.name()
                ),
            );
        } else {
            let rest: Vec<_> = list.iter().skip(1).collect();
            let message = match kind {
                YieldKind::Yield => {
                    "`yield_!` hands out one item at a time: yield twice (`yield_!(a); yield_!(b);`), or a tuple: `yield_!((a, b))`"
                }
                YieldKind::From => {
                    "`yield_from!` takes the items of one iterator: write one `yield_from!` for each, `yield_from!(a); yield_from!(b);`"
                }
            };
            self.errors.error_on(quote!(#(#rest),*), message);
        }
        None
    }
}
