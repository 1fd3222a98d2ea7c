//! Calls of macros that may jump, as `lower/caught.rs` marks them.

use crate::emit::finished;
use crate::emit::structure::lifetime;
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{Expr, ExprMacro};

/// What has come of a call. A `break` in it leaves the loop around it; a `continue` comes by a second time; a `return` leaves the
/// closure, if it may be one.
///
/// Input: `or_continue!(x)` with the notes `_`
/// Output:
/// ```text
/// {
///     let mut x = take(x_slot);
///     let mut called = Called::Return;
///     'call: {
///         for turn in 0..2 {
///             if turn == 1 { called = Called::Continue(0); break 'call; }
///             called = Called::Value(or_continue!(x));
///             break 'call;
///         }
///         called = Called::Break(0);
///     }
///     *x_slot = Some(x);
///     called
/// }
/// ```
pub fn called(
    call: &ExprMacro,
    (before, after): (TokenStream, TokenStream),
    notes: TokenStream,
) -> Expr {
    let notes = Notes::read(notes);
    let (called, label) = (called_ident(), lifetime("call"));
    let leave = match notes.returns {
        true => quote!(return;),
        false => quote!(break #label;),
    };
    let mut code = match notes.is_stmt {
        true => quote!(#call; #called = ::gen_core::__private::Called::Value(());),
        false => quote!(#called = ::gen_core::__private::Called::Value(#call);),
    };
    for (index, label) in notes.loops.into_iter().enumerate() {
        code = caught_loop(index, &label, &code, &leave);
    }
    let caught = match notes.returns {
        true => quote!(::gen_core::__private::called(#[inline(always)] || { #code });),
        false => quote!(#label: { #code }),
    };
    let all = quote!(
        #before
        let mut #called = ::gen_core::__private::Called::Return;
        #caught
        #after
        #called
    );
    finished::block(all, Span::mixed_site())
}

/// Output: `for turn in 0..2 { if turn == 1 { called = Continue(0); leave } code leave } called = Break(0);`
fn caught_loop(
    index: usize,
    label: &TokenStream,
    code: &TokenStream,
    leave: &TokenStream,
) -> TokenStream {
    let (number, called) = (Literal::usize_unsuffixed(index), called_ident());
    let turn = Ident::new("turn", Span::mixed_site());
    quote!(
        #label for #turn in 0..2 {
            if #turn == 1 {
                #called = ::gen_core::__private::Called::Continue(#number);
                #leave
            }
            #code
            #leave
        }
        #called = ::gen_core::__private::Called::Break(#number);
    )
}

fn called_ident() -> Ident {
    Ident::new("called", Span::mixed_site())
}

/// What `lower` has noted of a call.
#[derive(Default)]
struct Notes {
    is_stmt: bool,
    returns: bool,
    /// The labels of the loops with their colons; none for the innermost.
    loops: Vec<TokenStream>,
}

impl Notes {
    /// Input: `stmt returns _ 'outer`
    fn read(tokens: TokenStream) -> Notes {
        let mut notes = Notes::default();
        let mut trees = tokens.into_iter();
        while let Some(tree) = trees.next() {
            match &tree {
                TokenTree::Punct(_) => {
                    let name = trees.next();
                    notes.loops.push(quote!(#tree #name:));
                }
                TokenTree::Ident(ident) if ident == "stmt" => notes.is_stmt = true,
                TokenTree::Ident(ident) if ident == "returns" => notes.returns = true,
                _ => notes.loops.push(TokenStream::new()),
            }
        }
        notes
    }
}
