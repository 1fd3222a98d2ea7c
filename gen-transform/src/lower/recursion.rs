//! Calls of a recursive generator to itself.

use crate::input::{GeneratorFn, Param};
use crate::syntax::unparen;
use proc_macro2::{Ident, Span};
use quote::quote;
use syn::{Expr, ExprCall, ExprMethodCall, Type};

/// The name of the pseudo function whose arguments a new frame starts with.
const RECURSE: &str = "__recurse";

/// The arguments of `value`, in the order of the parameters, if it is a call of the generator itself that
/// `#[generator(recursive)]` turns into a frame: `same_fn(a)`, `Self::same_fn(a)`, `x.same_fn(a)`.
pub fn self_call(generator: &GeneratorFn, value: &Expr) -> Option<Vec<Expr>> {
    let item = generator
        .item
        .as_ref()
        .filter(|_| generator.args.recursive)?;
    let name = &item.sig.ident;
    let receiver = generator
        .params
        .first()
        .filter(|param| param.receiver.is_some());
    let arguments = match (unparen(value), receiver) {
        (Expr::Call(call), _) if names_itself(call, name, receiver.is_some()) => {
            call.args.iter().cloned().collect()
        }
        (Expr::MethodCall(call), Some(receiver)) if call.method == *name => {
            method_arguments(call, receiver)
        }
        _ => return None,
    };
    (arguments.len() == generator.params.len()).then_some(arguments)
}

fn names_itself(call: &ExprCall, name: &Ident, is_method: bool) -> bool {
    let Expr::Path(callee) = &*call.func else {
        return false;
    };
    let segments: Vec<&Ident> = callee.path.segments.iter().map(|it| &it.ident).collect();
    match segments[..] {
        [function] => function == name && !is_method,
        [ty, function] => ty == "Self" && function == name,
        _ => false,
    }
}

/// The receiver as `self` is declared, and the other arguments.
///
/// A `&` is coerced like a receiver is: `&left` of a `Box<Node>` is a `&Node`. A variable given to `&mut self` is taken
/// to hold a `&mut`, which is handed on: a borrow of a variable could not outlive the run.
fn method_arguments(call: &ExprMethodCall, receiver: &Param) -> Vec<Expr> {
    let given = &call.receiver;
    let declared = receiver.receiver.as_ref();
    let by_reference = declared.and_then(|it| it.reference.as_ref());
    let mutable = declared.is_some_and(|it| it.mutability.is_some());
    let this: Expr = match (by_reference, unparen(given)) {
        (None, given) => given.clone(),
        (Some(_), given @ Expr::Path(_)) if mutable => given.clone(),
        (Some(_), _) if mutable => syn::parse_quote!(&mut #given),
        (Some(_), _) => syn::parse_quote!(&#given),
    };
    std::iter::once(this)
        .chain(call.args.iter().cloned())
        .collect()
}

/// The call that stands for a new frame in the graph.
pub fn call_expr(arguments: Vec<Expr>) -> Expr {
    let name = Ident::new(RECURSE, Span::mixed_site());
    syn::parse_quote!(#name(#(#arguments),*))
}

/// The arguments of the new frame, if that is what `value` stands for.
pub fn frame_arguments(value: &Expr) -> Option<Vec<Expr>> {
    match value {
        Expr::Call(call) => match &*call.func {
            Expr::Path(it) if it.path.is_ident(RECURSE) => {
                Some(call.args.iter().cloned().collect())
            }
            _ => None,
        },
        _ => None,
    }
}

/// `let arg0: T = value; ..` for the parameters of `generator`, and the names.
pub fn bind_arguments(
    generator: &GeneratorFn,
    arguments: &[Expr],
) -> (proc_macro2::TokenStream, Vec<Ident>) {
    let names: Vec<Ident> = (0..arguments.len())
        .map(|index| quote::format_ident!("arg{}", index, span = Span::mixed_site()))
        .collect();
    let lets = generator
        .params
        .iter()
        .zip(&names)
        .zip(arguments)
        .map(|((param, name), value)| {
            let ty = declared_type(param).map(|ty| quote!(: #ty));
            quote!(let #name #ty = #value;)
        });
    (lets.collect(), names)
}

/// The type of a parameter, unless it cannot be written in a body.
fn declared_type(param: &Param) -> Option<Type> {
    let ty = match &param.receiver {
        Some(receiver) => Some(&*receiver.ty),
        None => param.ty.as_ref(),
    };
    ty.and_then(crate::input::nameable)
}
