//! Questions about syntax that several stages ask.

mod assignments;
mod attributes;
mod diverging;
mod facts;
mod jumps;
mod macros;
mod operators;
mod patterns;
mod templates;
mod values;
mod wrappers;

pub use assignments::{is_destructuring, visit_targets};
pub use attributes::own_attrs;
pub use diverging::{block_diverges, diverges, is_panic, may_return, may_return_from};
pub use facts::{Facts, facts_in, is_sorted};
pub use jumps::LocalMacros;
pub use macros::{MacroArg, MacroCall, each_macro_arg, visit_macro_args, yielded};
pub use operators::{is_comparison, is_compound, is_lazy};
pub use patterns::{
    binds_by_reference, borrows_mutably, hides_parts, is_refutable, leaves_a_whole, leaves_parts,
    takes_struct_apart,
};
pub use templates::filled;
pub use values::values;
pub use wrappers::{calls_std_variant, is_std_variant, is_std_wrapper};

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprClosure, ExprPath, Macro, Member, Path, PathSegment, Stmt};

/// Which of the two yielding macros a macro call is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum YieldKind {
    /// `yield_!(x)`.
    Yield,
    /// `yield_from!(e)`.
    From,
}

/// Whether `mac` is `yield_!` or `yield_from!`.
pub fn yield_kind(mac: &Macro) -> Option<YieldKind> {
    if mac.path.is_ident("yield_") {
        Some(YieldKind::Yield)
    } else if mac.path.is_ident("yield_from") {
        Some(YieldKind::From)
    } else {
        None
    }
}

/// Whether a yield stands in the expression, outside closures, nested items and async blocks.
pub fn expr_yields(expr: &Expr) -> bool {
    let mut find = FindYield(false);
    find.visit_expr(expr);
    find.0
}

/// Whether a yield stands in the statement.
pub fn stmt_yields(stmt: &Stmt) -> bool {
    let mut find = FindYield(false);
    find.visit_stmt(stmt);
    find.0
}

/// Whether a yield stands in the block.
pub fn block_yields(block: &Block) -> bool {
    block.stmts.iter().any(stmt_yields)
}

/// Whether a macro is a yield, or one of std's with a yield among its arguments.
pub fn macro_yields(mac: &Macro) -> bool {
    yield_kind(mac).is_some() || (known_macro(mac).is_some() && tokens_yield(mac.tokens.clone()))
}

/// Whether an identifier with this text stands in `tokens`.
pub fn names(tokens: &TokenStream, text: &str) -> bool {
    for tree in tokens.clone() {
        let found = match tree {
            TokenTree::Ident(ident) => ident == text,
            TokenTree::Group(group) => names(&group.stream(), text),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        };
        if found {
            return true;
        }
    }
    false
}

/// Whether a closure stands in the expression.
pub fn contains_closure(init: &Expr) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_expr_closure(&mut self, _: &ExprClosure) {
            self.0 = true;
        }
    }
    let mut find = Find(false);
    find.visit_expr(init);
    find.0
}

struct FindYield(bool);

impl Visit<'_> for FindYield {
    fn visit_expr(&mut self, expr: &Expr) {
        if !self.0 {
            visit::visit_expr(self, expr);
        }
    }
    fn visit_macro(&mut self, mac: &Macro) {
        self.0 = self.0 || macro_yields(mac);
    }
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
    fn visit_expr_const(&mut self, _: &syn::ExprConst) {}
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_type(&mut self, _: &syn::Type) {}
}

/// Whether `yield_!` or `yield_from!` stands anywhere in the tokens.
pub fn tokens_yield(tokens: TokenStream) -> bool {
    let mut before_bang = false;
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) => before_bang = ident == "yield_" || ident == "yield_from",
            TokenTree::Punct(punct) if punct.as_char() == '!' && before_bang => return true,
            TokenTree::Group(group) if tokens_yield(group.stream()) => return true,
            _ => before_bang = false,
        }
    }
    false
}

/// The grammar of the arguments of a macro that std defines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MacroGrammar {
    /// `format!`: a format string at index `format_at`, everything from there on taken by reference, the expressions before it too.
    Format {
        /// How many expressions stand before the format string.
        format_at: usize,
        /// Whether the expressions before it are by value (the condition of `assert!`).
        leading_by_value: bool,
    },
    /// `vec![a, b]`, `vec![x; n]`: by value.
    Vec,
    /// `dbg!(a, b)`: by value.
    Dbg,
    /// `matches!(x, pattern if guard)`.
    Matches,
}

/// The grammar of `mac`, if it is one of std's.
pub fn known_macro(mac: &Macro) -> Option<MacroGrammar> {
    let name = mac.path.segments.last()?.ident.to_string();
    let format = |format_at, leading_by_value| {
        Some(MacroGrammar::Format {
            format_at,
            leading_by_value,
        })
    };
    match name.as_str() {
        "format" | "print" | "println" | "eprint" | "eprintln" | "panic" | "unreachable"
        | "todo" | "unimplemented" | "format_args" => format(0, false),
        "write" | "writeln" => format(1, false),
        "assert" | "debug_assert" => format(1, true),
        "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => format(2, false),
        "vec" => Some(MacroGrammar::Vec),
        "dbg" => Some(MacroGrammar::Dbg),
        "matches" => Some(MacroGrammar::Matches),
        _ => None,
    }
}

/// Whether a macro gives the text of its arguments, which are no code: `stringify!`.
pub fn is_text(mac: &Macro) -> bool {
    let last = mac.path.segments.last();
    last.is_some_and(|last| last.ident == "stringify")
}

/// The names that a format string captures: `{name}`, `{name:?}`, `{:width$}`, `{:.precision$}`.
pub fn format_captures(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for placeholder in placeholders(text) {
        placeholder_names(placeholder, &mut names);
    }
    names
}

/// What a format string says of how its arguments are formatted: `:?` of `{name:?}`, without the colon.
pub fn format_specs(text: &str) -> Vec<&str> {
    let split = placeholders(text)
        .into_iter()
        .filter_map(|placeholder| placeholder.split_once(':'));
    split.map(|(_, spec)| spec).collect()
}

/// The text between the braces of each placeholder of a format string.
fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        if let Some(escaped) = rest.strip_prefix('{') {
            rest = escaped;
            continue;
        }
        let Some(close) = rest.find('}') else { break };
        found.push(&rest[..close]);
        rest = &rest[close + 1..];
    }
    found
}

/// The names in the text between a pair of braces.
fn placeholder_names(placeholder: &str, names: &mut Vec<String>) {
    let (argument, spec) = placeholder.split_once(':').unwrap_or((placeholder, ""));
    let mut push = |name: &str| {
        // `{type}` is what the raw name `r#type` says.
        let is_name = syn::Ident::parse_any.parse_str(name).is_ok();
        if is_name && !names.iter().any(|known| known == name) {
            names.push(name.to_string());
        }
    };
    push(argument.trim());
    let mut pieces: Vec<&str> = spec.split('$').collect();
    pieces.pop();
    for piece in pieces {
        let start = piece
            .rfind(|c: char| !(c.is_alphanumeric() || c == '_'))
            .map_or(0, |at| {
                at + piece[at..].chars().next().map_or(1, char::len_utf8)
            });
        push(piece[start..].trim_start_matches(|c: char| c.is_ascii_digit()));
    }
}

/// Removes the parentheses and invisible groups around an expression.
pub fn unparen(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(paren) => unparen(&paren.expr),
        Expr::Group(group) => unparen(&group.expr),
        other => other,
    }
}

/// The name or number of a field.
pub fn member_name(member: &Member) -> String {
    member.to_token_stream().to_string()
}

/// A name as an expression.
pub fn name_expr(ident: Ident) -> Expr {
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: Path::from(ident),
    })
}

/// `::core::..`
pub fn core_path(segments: &[&str], span: Span) -> Path {
    let segments = std::iter::once(&"core").chain(segments);
    let segments = segments.map(|name| PathSegment::from(Ident::new(name, span)));
    Path {
        leading_colon: Some(syn::Token![::](span)),
        segments: segments.collect(),
    }
}
