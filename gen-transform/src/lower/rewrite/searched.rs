//! What a search finds in a list behind a `&mut`. It is made once, and what it has found is bound anew by its number.

use crate::resolve::{LocalDecl, LocalId, LocalKind, Locals};
use crate::syntax::unparen;
use proc_macro2::{Ident, Span};
use syn::{Expr, ExprMethodCall};

/// The search in the value that a pattern is matched against.
///
/// Input: `x.list.iter_mut().find(test)`, also with `unwrap` or `expect` behind it
pub fn search(value: &Expr) -> Option<&ExprMethodCall> {
    let Expr::MethodCall(it) = unparen(value) else {
        return None;
    };
    match &*it.method.to_string() {
        "find" if it.args.len() == 1 => Some(it),
        "unwrap" | "expect" => search(&it.receiver),
        _ => None,
    }
}

/// The variable for the number of what is found.
pub fn number(locals: &mut Locals, span: Span) -> LocalId {
    let ident = Ident::new("found", Span::mixed_site().located_at(span));
    locals.add(LocalDecl {
        mutable: true,
        ty: Some(syn::parse_quote!(usize)),
        ..LocalDecl::new(ident, LocalKind::User)
    })
}

/// The value, with the search that notes the number; and what is found by that.
///
/// Input: `x.list.iter_mut().find(test)` ·
/// Output: `({ found = position(x.list.iter_mut(), test); nth(x.list.iter_mut(), found) })`, `nth(x.list.iter_mut(), found)`
pub fn by_number(locals: &mut Locals, value: &Expr, found: LocalId) -> Option<[Expr; 2]> {
    let it = search(value)?;
    let (list, test) = (&it.receiver, it.args.first()?);
    let span = it.method.span();
    let mut mention = || locals.mention_expr(found, span);
    let (assigned, first, number) = (mention(), mention(), mention());
    let searched = syn::parse_quote_spanned!(span=> ({
        #assigned = ::gen_core::__private::position(#list, #test);
        ::gen_core::__private::nth(#list, #first)
    }));
    let again = syn::parse_quote_spanned!(span=> ::gen_core::__private::nth(#list, #number));
    Some([with(value, searched), with(value, again)])
}

/// The value with something else in place of the search.
fn with(value: &Expr, search: Expr) -> Expr {
    match unparen(value) {
        Expr::MethodCall(it) if it.method != "find" => Expr::MethodCall(ExprMethodCall {
            receiver: Box::new(with(&it.receiver, search)),
            ..it.clone()
        }),
        _ => search,
    }
}
