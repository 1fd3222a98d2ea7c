//! Half-written functions: what can be read is emitted, so that an editor keeps its bearings.
//!
//! Takes the tokens of an item that does not parse as a function, and gives the errors together with as much of the item
//! as can be read. A function keeps its signature, so its callers still type-check; the statements that parse are shown
//! to rust-analyzer alone, which completes and resolves names in them. rustc gets a body that diverges: it has reported
//! the syntax error already, and would only add what follows from it.

mod items;
mod statements;

use super::{Args, GeneratorFn, Output};
use crate::errors::Errors;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Block, ItemFn, Pat, Signature, Visibility};

/// What to emit for an item that does not parse as a function: the errors so far and what can be read of it.
pub fn reject(item: TokenStream, error: syn::Error, mut errors: Errors) -> TokenStream {
    if let Some(reading) = Reading::of(item.clone()) {
        return reading.emit(&error, errors, statements::readable);
    }
    let kept = items::misplaced(item, &error, &mut errors);
    let errors = errors.to_compile_errors();
    quote!(#errors #kept)
}

/// What to emit for a generator that parses and is wrong: the errors, and of a function its statements for the editor.
pub fn erroneous(generator: &GeneratorFn, errors: &Errors) -> TokenStream {
    shown(generator, crate::emit::fallback(generator), errors)
}

/// What an editor sees of a function that parses: whether it is right or wrong, the errors alone differ.
pub fn in_editor(generator: &GeneratorFn, errors: &Errors) -> TokenStream {
    let function = erroneous(generator, errors);
    let errors = only_in_editor();
    quote!(#function #errors)
}

/// What an editor sees of a function whose body cannot be read: all of it, for an editor has a parser that goes on behind a
/// mistake. `None` where the body can be read, or not even the signature.
pub fn unreadable_in_editor(item: &TokenStream) -> Option<TokenStream> {
    let error = syn::parse2::<ItemFn>(super::groups::flatten(item.clone())).err()?;
    let reading = Reading::of(item.clone())?;
    let function = reading.emit(&error, Errors::default(), |body| body);
    let errors = only_in_editor();
    Some(quote!(#function #errors))
}

/// The body never runs, so that nobody else may compile it.
fn only_in_editor() -> TokenStream {
    quote! {
        #[cfg(not(rust_analyzer))]
        ::core::compile_error! {
            "this expansion is for rust-analyzer alone: unset `RUST_ANALYZER_INTERNALS_DO_NOT_USE`"
        }
    }
}

/// What is emitted `instead` of a generator that is wrong, with the statements of a function for the editor.
///
/// The errors stand behind the function: while something is typed they change, and an editor that completes there looks for
/// the same text in the same place.
pub fn shown(generator: &GeneratorFn, instead: TokenStream, errors: &Errors) -> TokenStream {
    let errors = errors.to_compile_errors();
    if generator.item.is_none() {
        return quote!({ #errors #instead });
    }
    let statements = &generator.body.stmts;
    let function = show(generator, quote!(#(#statements)*), instead);
    quote!(#function #errors)
}

/// `function` with `statements` that only the editor sees.
fn show(generator: &GeneratorFn, statements: TokenStream, function: TokenStream) -> TokenStream {
    let shown = for_the_editor(generator, statements);
    replace_body(function, |value| Some(quote!({ #shown #value })))
}

/// What was read of a function.
struct Reading {
    attrs: Vec<Attribute>,
    vis: Visibility,
    sig: Signature,
    /// What stands between the braces; `None` for a function that ends with `;`, or not at all.
    body: Option<Group>,
}

impl Reading {
    /// Reads the function around a body that does not parse; `None` if there is no signature.
    fn of(item: TokenStream) -> Option<Reading> {
        let mut head: Vec<TokenTree> = item.into_iter().collect();
        let body = head.pop_if(|last| is_braced(last)).and_then(braced);
        head.pop_if(|last| matches!(last, TokenTree::Punct(punct) if punct.as_char() == ';'));
        let parser = |input: ParseStream<'_>| {
            Ok(Reading {
                attrs: input.call(Attribute::parse_outer)?,
                vis: input.parse()?,
                sig: input.parse()?,
                body,
            })
        };
        parser.parse2(head.into_iter().collect()).ok()
    }

    /// The errors, the function with its signature, and what `shown` takes of the body for the editor.
    fn emit(
        self,
        error: &syn::Error,
        mut errors: Errors,
        shown: impl FnOnce(TokenStream) -> TokenStream,
    ) -> TokenStream {
        let name = self.sig.ident.to_string();
        match &self.body {
            Some(_) => errors.error(
                error.span(),
                format!("the generator `{name}` is left out until its body can be read: {error}"),
            ),
            None => errors.error(
                self.sig.ident.span(),
                format!("the generator `{name}` has no body: write `{{ .. }}` with its `yield_!`s in place of `;`"),
            ),
        }
        let braces = self.body.clone();
        let generator = self.generator(&mut errors);
        let function = crate::emit::fallback(&generator);
        let function = match braces {
            Some(braces) => show(&generator, shown(braces.stream()), function),
            None => replace_body(function, |_| None),
        };
        let errors = errors.to_compile_errors();
        quote!(#function #errors)
    }

    /// The generator with nothing in its body.
    fn generator(self, errors: &mut Errors) -> GeneratorFn {
        let output = Output::parse(&self.sig, errors);
        let body = Block {
            brace_token: syn::token::Brace::default(),
            stmts: Vec::new(),
        };
        GeneratorFn {
            args: Args::default(),
            params: super::function::params(&self.sig),
            output,
            body: body.clone(),
            item: Some(ItemFn {
                attrs: self.attrs,
                vis: self.vis,
                sig: self.sig,
                block: Box::new(body),
            }),
            capture_move: false,
            frame: super::FRAME.to_string(),
            unfinished: false,
        }
    }
}

/// The statements as rust-analyzer sees them: the parameters by their patterns, each yield a macro that takes a value
/// of the item type.
///
/// Output: `{ #[cfg(rust_analyzer)] let _ = || { let (a, b) = arg0; macro_rules! yield_ { .. } .. statements }; }`
fn for_the_editor(generator: &GeneratorFn, statements: TokenStream) -> TokenStream {
    let params = generator
        .params
        .iter()
        .filter(|param| param.receiver.is_none());
    let params = params.map(|param| {
        let (pat, ident) = (&param.pat, &param.ident);
        let plain = matches!(pat, Pat::Ident(it) if it.mutability.is_none() && it.subpat.is_none());
        (!plain).then(|| quote!(let #pat = #ident;))
    });
    let (yields, ret) = (yield_macros(&generator.output), &generator.output.ret);
    let returned = ret.as_ref().map(|ty| quote!(-> #ty));
    let shown = quote! {
        #[allow(unexpected_cfgs)]
        {
        #[cfg(rust_analyzer)]
        let _ = || #returned {
            #(#params)*
            #yields
            #statements
        };
        }
    };
    crate::emit::respell(generator, shown)
}

/// `yield_!` and `yield_from!` by the types of what they take and of what comes back.
fn yield_macros(output: &Output) -> TokenStream {
    let item = output.item.as_ref().map(|ty| quote!(: #ty));
    let resume = output.resume_type();
    let received = quote!(::core::option::Option::<#resume>::None.unwrap());
    quote! {
        macro_rules! yield_ {
            ($($value:tt)*) => {{ let _ #item = { $($value)* }; #received }};
        }
        macro_rules! yield_from {
            ($($source:tt)*) => {{
                use ::gen_core::__private::{TakesNothing as _, TakesValues as _};
                use ::gen_core::bounds::TakesNone as _;
                let source = { $($source)* };
                ::gen_core::__private::Delegate::<#resume>::run(
                    (&&&::gen_core::__private::Source::<#resume, _>::of(&source)).delegate(source),
                    ::core::option::Option::None,
                    &mut |item| { let _ #item = item; #received },
                )
            }};
        }
    }
}

/// The function with `body` of its body, or with `;` for `None`.
fn replace_body(
    function: TokenStream,
    body: impl FnOnce(TokenStream) -> Option<TokenStream>,
) -> TokenStream {
    let mut trees: Vec<TokenTree> = function.into_iter().collect();
    let value = trees.pop_if(|last| is_braced(last)).and_then(braced);
    let value = value.map(|group| group.stream()).unwrap_or_default();
    trees.extend(body(value).unwrap_or_else(|| quote!(;)));
    trees.into_iter().collect()
}

fn is_braced(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn braced(tree: TokenTree) -> Option<Group> {
    match tree {
        TokenTree::Group(group) => Some(group),
        _ => None,
    }
}
