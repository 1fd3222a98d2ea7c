//! Which locals are plain numbers and the like, as far as syntax shows it.
//!
//! Such a local needs neither an `Option` (it has no drop to track) nor a place in the frame while the generator runs:
//! it is a field of its own type, read into a variable when a run starts and written back when it is suspended.
//! Nothing is guessed here: a declared primitive type, a literal, and what arithmetic makes of these.

use super::harmless::is_collection;
use crate::methods;
use crate::resolve::{LocalDecl, LocalKind, Locals, decode, direct_local};
use crate::syntax::{is_comparison, is_compound, is_lazy, unparen};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{BinOp, Expr, Lit, RangeLimits, Type, UnOp};

const INTEGERS: [&str; 12] = [
    "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
];

/// A kind of plain value, with what a field of it holds before the local is initialised.
#[derive(Clone, Debug)]
pub enum Scalar {
    /// An integer, of this type if it is known.
    Int(Option<String>),
    /// A float, of this type if it is known.
    Float(Option<String>),
    /// A `bool`.
    Bool,
    /// A `char`.
    Char,
    /// A `&str`.
    Str,
    /// A shared reference that arrives as a parameter.
    Reference,
}

impl Scalar {
    /// Whether the placeholder tells the whole type.
    pub fn is_typed(&self) -> bool {
        !matches!(self, Scalar::Int(None) | Scalar::Float(None))
    }

    /// The value of a field before its local is initialised; `None` where there is none to write down.
    pub fn placeholder(&self) -> Option<TokenStream> {
        let number = |zero: &str, ty: &Option<String>| {
            format!("{zero}{}", ty.as_deref().unwrap_or(""))
                .parse()
                .ok()
        };
        match self {
            Scalar::Int(ty) => number("0", ty),
            Scalar::Float(ty) => number("0.0", ty),
            Scalar::Bool => Some(quote!(false)),
            Scalar::Char => Some(quote!('\0')),
            Scalar::Str => Some(quote!("")),
            Scalar::Reference => None,
        }
    }
}

/// What each local is, if it is plain.
pub fn scalars(locals: &Locals) -> Vec<Option<Scalar>> {
    let mut known: Vec<Option<Scalar>> = Vec::new();
    for id in locals.ids() {
        let decl = locals.get(id);
        known.push(of_decl(decl, &known).or_else(|| of_collection(decl, locals)));
    }
    known
}

/// Whether a local is plain by its own declaration, whatever the others are.
pub fn is_scalar_decl(decl: &LocalDecl) -> bool {
    of_decl(decl, &[]).is_some()
}

fn of_decl(decl: &LocalDecl, known: &[Option<Scalar>]) -> Option<Scalar> {
    if decl.by_ref {
        return None;
    }
    match (&decl.ty, &decl.init, &decl.item_of) {
        (Some(ty), ..) => of_type(ty, decl.kind == LocalKind::Param),
        (None, Some(init), _) => of_expr(init, known),
        (None, None, Some(head)) => items_of(head, known),
        (None, None, None) => None,
    }
}

/// Whether a written type is that of a number or the like.
pub fn is_scalar(ty: &Type) -> bool {
    of_type(ty, false).is_some()
}

/// The kind of a written type.
fn of_type(ty: &Type, is_param: bool) -> Option<Scalar> {
    match ty {
        Type::Path(path) if path.qself.is_none() => of_name(&path.path.get_ident()?.to_string()),
        Type::Reference(it) if it.mutability.is_none() && is_param => Some(Scalar::Reference),
        Type::Reference(it)
            if it.mutability.is_none()
                && matches!(&*it.elem, Type::Path(path) if path.path.is_ident("str")) =>
        {
            Some(Scalar::Str)
        }
        Type::Group(it) => of_type(&it.elem, is_param),
        Type::Paren(it) => of_type(&it.elem, is_param),
        _ => None,
    }
}

fn of_name(name: &str) -> Option<Scalar> {
    match name {
        "f32" | "f64" => Some(Scalar::Float(Some(name.to_string()))),
        "bool" => Some(Scalar::Bool),
        "char" => Some(Scalar::Char),
        _ => INTEGERS
            .contains(&name)
            .then(|| Scalar::Int(Some(name.to_string()))),
    }
}

/// The kind of a value.
pub fn of_expr(expr: &Expr, known: &[Option<Scalar>]) -> Option<Scalar> {
    match unparen(expr) {
        Expr::Lit(it) => of_literal(&it.lit),
        Expr::Path(it) => match it.path.get_ident() {
            Some(ident) => known
                .get(decode(ident)?.local.index())?
                .clone()
                .filter(|kind| !matches!(kind, Scalar::Reference)),
            None => of_constant(&it.path),
        },
        Expr::Unary(it) if matches!(it.op, UnOp::Neg(_) | UnOp::Not(_)) => of_expr(&it.expr, known),
        Expr::Cast(it) => of_type(&it.ty, false),
        Expr::Binary(it) => of_binary(it, known),
        _ => None,
    }
}

/// Whether a value is an `Option` of something plain, and so a copy as well.
///
/// Input: `Some(root)`, of a parameter `root: &Node`
pub fn is_plain_option(value: &Expr, known: &[Option<Scalar>]) -> bool {
    let Expr::Call(it) = unparen(value) else {
        return false;
    };
    let is_some = matches!(&*it.func, Expr::Path(func) if func.path.is_ident("Some"));
    let is_plain = |arg: &Expr| match direct_local(arg) {
        Some(local) => known[local.index()].is_some(),
        None => of_expr(arg, known).is_some(),
    };
    is_some && it.args.iter().all(is_plain)
}

fn of_literal(lit: &Lit) -> Option<Scalar> {
    let suffix = |text: &str| (!text.is_empty()).then(|| text.to_string());
    match lit {
        Lit::Int(it) if it.suffix().starts_with('f') => Some(Scalar::Float(suffix(it.suffix()))),
        Lit::Int(it) => Some(Scalar::Int(suffix(it.suffix()))),
        Lit::Float(it) => Some(Scalar::Float(suffix(it.suffix()))),
        Lit::Bool(_) => Some(Scalar::Bool),
        Lit::Char(_) => Some(Scalar::Char),
        Lit::Str(_) => Some(Scalar::Str),
        Lit::Byte(_) => Some(Scalar::Int(Some("u8".to_string()))),
        _ => None,
    }
}

/// `u32::MAX` and the like.
fn of_constant(path: &syn::Path) -> Option<Scalar> {
    let mut segments = path.segments.iter();
    let (ty, constant) = (segments.next()?, segments.next()?);
    let constants = [
        "MAX",
        "MIN",
        "BITS",
        "EPSILON",
        "INFINITY",
        "NEG_INFINITY",
        "NAN",
    ];
    let is_constant =
        segments.next().is_none() && constants.iter().any(|name| constant.ident == name);
    is_constant
        .then(|| of_name(&ty.ident.to_string()))
        .flatten()
}

fn of_binary(it: &syn::ExprBinary, known: &[Option<Scalar>]) -> Option<Scalar> {
    let plain = |kind: &Scalar| !matches!(kind, Scalar::Str | Scalar::Reference);
    match it.op {
        op if is_lazy(&op) || is_comparison(&op) => Some(Scalar::Bool),
        op if is_compound(&op) => None,
        BinOp::Shl(_) | BinOp::Shr(_) => {
            of_expr(&it.right, known).filter(plain)?;
            of_expr(&it.left, known).filter(plain)
        }
        _ => {
            let left = of_expr(&it.left, known).filter(plain)?;
            let right = of_expr(&it.right, known).filter(plain)?;
            // An unsuffixed literal takes its type from the other side.
            Some(if matches!(left, Scalar::Int(None) | Scalar::Float(None)) {
                right
            } else {
                left
            })
        }
    }
}

/// The kind of the items of an iterator, where it is a range of plain values, or one turned round or thinned out.
pub fn items_of(head: &Expr, known: &[Option<Scalar>]) -> Option<Scalar> {
    match unparen(head) {
        Expr::Range(_) => range_bounds(head, known),
        Expr::MethodCall(it) if methods::passes_items(&it.method.to_string()) => {
            items_of(&it.receiver, known)
        }
        _ => None,
    }
}

/// What is asked of a collection or a text of std.
///
/// Input: `let n = items.len();`, of a variable `items: Vec<T>`
fn of_collection(decl: &LocalDecl, locals: &Locals) -> Option<Scalar> {
    let Expr::MethodCall(it) = unparen(decl.init.as_ref().filter(|_| decl.ty.is_none())?) else {
        return None;
    };
    if decl.by_ref || !is_collection(locals, &it.receiver) {
        return None;
    }
    let method = it.method.to_string();
    match methods::gives_bool(&method) {
        true => Some(Scalar::Bool),
        false => methods::gives_number(&method).then(|| Scalar::Int(Some("usize".to_string()))),
    }
}

fn range_bounds(range: &Expr, known: &[Option<Scalar>]) -> Option<Scalar> {
    let Expr::Range(it) = unparen(range) else {
        return None;
    };
    let of = |bound: &Option<Box<Expr>>| bound.as_ref().and_then(|bound| of_expr(bound, known));
    let countable = |kind: &Scalar| matches!(kind, Scalar::Int(_) | Scalar::Char);
    let (start, end) = (
        of(&it.start).filter(countable)?,
        of(&it.end).filter(countable),
    );
    Some(match (&start, end) {
        (Scalar::Int(None), Some(end)) => end,
        _ => start,
    })
}

/// What a field for `init` holds before it is initialised, where `init` is a range of plain values or an array of them:
/// values without a drop that are best left where they are.
pub fn in_place_placeholder(init: &Expr, known: &[Option<Scalar>]) -> Option<TokenStream> {
    match unparen(init) {
        Expr::Range(it) if it.end.is_some() => {
            let zero = range_bounds(init, known)?.placeholder()?;
            Some(match it.limits {
                RangeLimits::HalfOpen(_) => quote!(#zero..#zero),
                RangeLimits::Closed(_) => quote!(#zero..=#zero),
            })
        }
        Expr::Repeat(it) if is_constant_length(&it.len) => {
            let element = match unparen(&it.expr) {
                Expr::Repeat(_) => in_place_placeholder(&it.expr, known)?,
                other => of_expr(other, &[])?.placeholder()?,
            };
            let len = &it.len;
            Some(quote!([#element; #len]))
        }
        Expr::Array(it) if !it.elems.is_empty() => {
            let elements: Option<Vec<TokenStream>> = it
                .elems
                .iter()
                .map(|elem| of_expr(elem, known)?.placeholder())
                .collect();
            let elements = elements?;
            Some(quote!([#(#elements),*]))
        }
        _ => None,
    }
}

/// Whether the length can be written outside the body: a literal.
fn is_constant_length(len: &Expr) -> bool {
    matches!(len, Expr::Lit(_))
}
