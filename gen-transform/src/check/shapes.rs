//! What syntax alone tells of types and values; in doubt, nothing.

use crate::syntax::{calls_std_variant, is_comparison, is_lazy};
use quote::ToTokens;
use syn::{BinOp, Expr, PathArguments, Type, UnOp};

/// Types of std that are neither `()`, nor `Option`, nor `Result`, whatever their parameters are.
const PLAIN_TYPES: [&str; 26] = [
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
    "i128", "isize", "f32", "f64", "String", "Vec", "Box", "HashMap", "HashSet", "BTreeMap",
    "BTreeSet", "VecDeque", "PathBuf",
];

/// Whether `ty` is for certain a type that `?` cannot leave with, and not `()` either.
pub fn carries_no_failure(ty: &Type) -> bool {
    match ty {
        Type::Group(it) => carries_no_failure(&it.elem),
        Type::Paren(it) => carries_no_failure(&it.elem),
        Type::Tuple(it) => !it.elems.is_empty(),
        Type::Array(_) | Type::Slice(_) | Type::Reference(_) | Type::Ptr(_) | Type::BareFn(_) => {
            true
        }
        Type::Path(it) => it.qself.is_none() && is_plain_type(&it.path),
        _ => false,
    }
}

/// A type that is named by one word, as std's prelude and primitives are.
fn is_plain_type(path: &syn::Path) -> bool {
    let mut segments = path.segments.iter();
    match (segments.next(), segments.next()) {
        (Some(only), None) => {
            !matches!(only.arguments, PathArguments::Parenthesized(_))
                && PLAIN_TYPES.iter().any(|name| only.ident == name)
        }
        _ => false,
    }
}

/// Whether `value` is for certain of a type other than `()`, and does not diverge.
pub fn is_some_value(value: &Expr) -> bool {
    match value {
        Expr::Lit(_)
        | Expr::Array(_)
        | Expr::Repeat(_)
        | Expr::Reference(_)
        | Expr::Closure(_)
        | Expr::Cast(_)
        | Expr::Range(_)
        | Expr::Struct(_) => true,
        Expr::Tuple(it) => !it.elems.is_empty(),
        Expr::Paren(it) => is_some_value(&it.expr),
        Expr::Group(it) => is_some_value(&it.expr),
        Expr::Unary(it) => matches!(it.op, UnOp::Neg(_)) && is_some_value(&it.expr),
        Expr::Binary(it) => {
            is_comparison(&it.op)
                || is_lazy(&it.op)
                || (is_arithmetic(&it.op) && is_some_value(&it.left))
        }
        Expr::Call(it) => calls_std_variant(&it.func),
        Expr::Path(it) => it.path.is_ident("None"),
        Expr::Macro(it) => ["format", "vec", "matches"]
            .iter()
            .any(|name| it.mac.path.is_ident(name)),
        _ => false,
    }
}

fn is_arithmetic(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::Add(_) | BinOp::Sub(_) | BinOp::Mul(_) | BinOp::Div(_) | BinOp::Rem(_)
    )
}

/// Source text for a message: the tokens with the spaces a user would write, cut where it gets long.
pub fn spelled(tokens: impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (printed, written) in SPACING {
        text = text.replace(printed, written);
    }
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars()
        .take(LONGEST - 3)
        .chain("...".chars())
        .collect()
}

const LONGEST: usize = 40;

/// What `TokenStream` prints, and what a user writes.
const SPACING: [(&str, &str); 16] = [
    (" ,", ","),
    (" ;", ";"),
    (" < ", "<"),
    (" >", ">"),
    ("& ", "&"),
    (" :: ", "::"),
    ("( ", "("),
    (" )", ")"),
    ("[ ", "["),
    (" ]", "]"),
    (" (", "("),
    (" . ", "."),
    (" !", "!"),
    ("> >", ">>"),
    (" ?", "?"),
    ("- ", "-"),
];
