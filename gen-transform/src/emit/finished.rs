//! Finished code as syntax: parsing it again would cost the time of a second macro, and nobody looks into it.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use syn::token::Brace;
use syn::{Block, Expr, ExprBlock, Stmt};

/// Something that needs no parentheses wherever it stands: a call, or what has its own.
pub fn operand(code: TokenStream) -> Expr {
    Expr::Verbatim(code)
}

/// A whole statement.
pub fn statement(code: TokenStream) -> Stmt {
    Stmt::Expr(Expr::Verbatim(code), None)
}

/// `{ statements }`
pub fn block(statements: TokenStream, span: Span) -> Expr {
    let mut braces = Group::new(Delimiter::Brace, TokenStream::new());
    braces.set_span(span);
    Expr::Block(ExprBlock {
        attrs: Vec::new(),
        label: None,
        block: Block {
            brace_token: Brace {
                span: braces.delim_span(),
            },
            stmts: vec![statement(statements)],
        },
    })
}
