//! `gen_! { .. }` to [`GeneratorFn`].
//!
//! What the block mentions and does not declare is captured, in the way of a closure. The state machine is a closure
//! that is run many times, and a value that the body takes by value cannot be moved out of one: such a variable becomes
//! a parameter, given to the generator when it is made. All others are left to the closure, which borrows them, or with
//! `move` owns them. The first that is mentioned is dropped first, so it is the last parameter.

use super::captures::{Capture, captures};
use super::{Args, GeneratorFn, Output, Param, comprehension, keyword};
use crate::errors::Errors;
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::Block;
use syn::parse::Parser;

/// Parses an anonymous generator: a block, or a generator expression.
///
/// # Errors
/// The tokens to emit instead.
pub fn parse_block(tokens: TokenStream, frame: &str) -> Result<GeneratorFn, TokenStream> {
    let (capture_move, tokens) = split_move(tokens);
    let parsed = if comprehension::is_comprehension(&tokens) {
        comprehension::parse(tokens)
    } else {
        body(tokens).map(|body| (body, Vec::new()))
    };
    match parsed {
        Ok((mut body, given)) => {
            super::nested::expand(
                &mut body,
                if frame == super::FRAME {
                    "__Variables"
                } else {
                    frame
                },
            );
            Ok(anonymous(body, given, capture_move, frame))
        }
        Err(error) => {
            let mut errors = Errors::default();
            errors.push(error);
            let errors = errors.to_compile_errors();
            Err(quote::quote!({ #errors ::core::iter::empty() }))
        }
    }
}

/// Takes a leading `move` off, unless it belongs to a closure.
fn split_move(tokens: TokenStream) -> (bool, TokenStream) {
    let mut rest = tokens.clone().into_iter();
    let is_move = matches!(rest.next(), Some(TokenTree::Ident(ident)) if ident == "move");
    let of_closure =
        matches!(rest.clone().next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '|');
    if is_move && !of_closure {
        (true, rest.collect())
    } else {
        (false, tokens)
    }
}

/// The statements between the macro's delimiters; those in braces are the whole of `move { .. }`.
fn body(tokens: TokenStream) -> syn::Result<Block> {
    let mut trees = tokens.clone().into_iter();
    let inner = match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Brace => {
            group.stream()
        }
        _ => tokens,
    };
    let mut block = Block {
        brace_token: Default::default(),
        stmts: Block::parse_within.parse2(inner)?,
    };
    keyword::yields(&mut block);
    Ok(block)
}

/// The generator of `body`; `given` are the parameters that it has beside its captures.
fn anonymous(body: Block, given: Vec<Param>, capture_move: bool, frame: &str) -> GeneratorFn {
    let mut generator = GeneratorFn {
        args: Args::default(),
        item: None,
        params: given,
        output: Output::anonymous(),
        body,
        capture_move,
        frame: frame.to_string(),
        unfinished: false,
    };
    let captured = captures(&generator);
    let moved = captured
        .into_iter()
        .filter(|capture| capture.by_value && (capture_move || !capture.mutated));
    let params: Vec<Param> = moved.map(param).collect();
    generator.params.extend(params.into_iter().rev());
    generator
}

/// A moved variable. One that is assigned has to be `mut` outside, too, as for a closure, and counts as used so.
fn param(capture: Capture) -> Param {
    let ident: Ident = capture.ident;
    Param {
        value: (capture.mutated).then(|| syn::parse_quote!({ let _ = &mut #ident; #ident })),
        pat: super::function::plain_binding(ident.clone(), Some(syn::Token![mut](ident.span()))),
        ident,
        ty: None,
        receiver: None,
    }
}
