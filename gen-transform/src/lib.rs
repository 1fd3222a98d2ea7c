//! The pipeline behind gen-core's macros: an ordinary library, so that every stage can be tested without rustc.
//!
//! ```text
//! tokens ─input→ GeneratorFn ─check→ ─resolve→ Locals ─lower→ ir::Body ─analyse→ FrameLayout ─emit→ tokens
//! ```
//!
//! Every stage takes data and returns data. Each user error is found by the stages before `emit`, which cannot fail;
//! between the stages stands an error barrier ([`errors::Errors::propagate`]), so that all errors of a stage are
//! reported together and none of them causes a second wave.
//! ARCHITECTURE.md in the repository says where a new construct goes.
#![forbid(unsafe_code)]

pub mod analyse;
pub mod check;
pub mod emit;
pub mod errors;
pub mod input;
pub mod ir;
pub mod lower;
mod methods;
pub mod resolve;
mod syntax;

use errors::Errors;
use input::{GeneratorFn, Version};
use proc_macro2::TokenStream;
use quote::quote;

/// Expands `#[generator(args)] item`.
///
/// An erroneous function comes out as its errors beside its signature with a diverging body, so that callers of it
/// still type-check.
pub fn generator(args: TokenStream, item: TokenStream) -> TokenStream {
    function(args, item, expand)
}

/// What rust-analyzer is shown in place of [`generator`]: the function with its signature, its errors, and the body as it is
/// written, each yield a macro of one's own.
///
/// An editor maps each token to all that stands on its span in the expansion. Of the state machine it would say that a
/// variable is a `&mut`, and that it is defined in gen-core. The function does nothing when it is run, so rustc does not
/// compile it.
pub fn generator_in_editor(args: TokenStream, item: TokenStream) -> TokenStream {
    input::unreadable_in_editor(&item).unwrap_or_else(|| function(args, item, show))
}

/// A function for each way its conditions can hold, made by `make`.
fn function(
    args: TokenStream,
    item: TokenStream,
    make: impl Fn(GeneratorFn) -> Result<TokenStream, TokenStream>,
) -> TokenStream {
    let expand = |item| input::parse_function(args.clone(), item).and_then(&make);
    match input::function_versions(&item) {
        Ok(None) => expand(item).unwrap_or_else(|instead| instead),
        Ok(Some(versions)) => each_function(versions, expand),
        Err(error) => wrong(args, item, error),
    }
}

/// What is emitted for a function that is wrong as a whole.
fn wrong(args: TokenStream, item: TokenStream, error: syn::Error) -> TokenStream {
    let mut errors = Errors::default();
    errors.push(error);
    let generator = input::parse_function(args, item);
    generator.map_or_else(|instead| instead, |it| input::erroneous(&it, &errors))
}

/// The versions of a function, each under its `#[cfg]`; if one of them is wrong, that one alone.
fn each_function(
    versions: Vec<Version>,
    expand: impl Fn(TokenStream) -> Result<TokenStream, TokenStream>,
) -> TokenStream {
    let mut all = TokenStream::new();
    for Version { condition, code } in versions {
        match expand(quote!(#[cfg(#condition)] #code)) {
            Ok(function) => all.extend(function),
            Err(_) => return expand(code).unwrap_or_else(|instead| instead),
        }
    }
    all
}

/// Expands `gen_! { .. }` and `gen_!(expr for pat in iter ..)`.
pub fn gen_block(tokens: TokenStream) -> TokenStream {
    let expand = |tokens| input::parse_block(tokens, input::FRAME).and_then(expand);
    match input::block_versions(&tokens) {
        Ok(None) => expand(tokens).unwrap_or_else(|instead| instead),
        Ok(Some(versions)) => each_block(versions, expand),
        Err(error) => error.into_compile_error(),
    }
}

/// The versions of an anonymous generator as one expression.
///
/// Output: `{ #[cfg(p)] let generated = ..; #[cfg(not(p))] let generated = ..; generated }`
fn each_block(
    versions: Vec<Version>,
    expand: impl Fn(TokenStream) -> Result<TokenStream, TokenStream>,
) -> TokenStream {
    let generated = proc_macro2::Ident::new("generated", proc_macro2::Span::mixed_site());
    let mut all = TokenStream::new();
    for Version { condition, code } in versions {
        match expand(code) {
            Ok(block) => all.extend(quote!(#[cfg(#condition)] let #generated = #block;)),
            Err(instead) => return instead,
        }
    }
    quote!({ #all #generated })
}

/// An expansion for a crate that knows gen-core by another name; unchanged if that is no name.
///
/// Input: `::gen_core::__private::take(x)`, `"gen"` · Output: `::r#gen::__private::take(x)`
pub fn renamed(expansion: TokenStream, name: &str) -> TokenStream {
    emit::renamed(expansion, name)
}

/// The same as [`gen_block`] inside another generator, with a name for the frame.
fn nested_block(tokens: TokenStream, frame: &str) -> TokenStream {
    let expanded = input::parse_block(tokens, frame).and_then(expand);
    expanded.unwrap_or_else(|instead| instead)
}

/// Runs the stages over a parsed generator; the fallback where one of them fails.
fn expand(mut generator: GeneratorFn) -> Result<TokenStream, TokenStream> {
    let errors = match compile(&generator) {
        Ok(tokens) => return Ok(tokens),
        Err(errors) => errors,
    };
    let erroneous = input::erroneous(&generator, &errors);
    if generator.item.is_some()
        && input::complete(&mut generator)
        && let Ok(completed) = compile(&generator)
    {
        let errors = errors.to_compile_errors();
        return Err(quote!(#completed #errors));
    }
    Err(erroneous)
}

/// The function as it is written, and all errors of the stages.
fn show(generator: GeneratorFn) -> Result<TokenStream, TokenStream> {
    match graph(&generator) {
        Ok(_) => Ok(input::in_editor(&generator, &Errors::default())),
        Err(errors) => Err(input::in_editor(&generator, &errors)),
    }
}

/// The stages in order; AFTER each `?` the result of the stage before is free of user errors.
fn compile(generator: &GeneratorFn) -> Result<TokenStream, Errors> {
    let mut errors = Errors::default();
    let (body, layout) = stages(generator, &mut errors)?;
    Ok(match errors.propagate() {
        Ok(()) => emit::emit(generator, &body, &layout),
        // The body can be read, so rustc checks it, too.
        Err(errors) if generator.item.is_some() => {
            input::shown(generator, emit::rejected(generator, &body), &errors)
        }
        Err(errors) => return Err(errors),
    })
}

/// The stages up to the graph and the layout of its frame.
fn graph(generator: &GeneratorFn) -> Result<(ir::Body, analyse::FrameLayout), Errors> {
    let mut errors = Errors::default();
    let found = stages(generator, &mut errors)?;
    errors.propagate()?;
    Ok(found)
}

/// The same, with the errors of the last stage still to be looked at.
fn stages(
    generator: &GeneratorFn,
    errors: &mut Errors,
) -> Result<(ir::Body, analyse::FrameLayout), Errors> {
    check::misuse(generator, errors);
    errors.propagate()?;

    let resolved = resolve::resolve(generator);
    let body = lower::lower(generator, resolved, errors);
    errors.propagate()?;

    let layout = analyse::analyse(&body, errors);
    if analyse::borrows_in_items(generator, &body, errors) {
        // rustc would say the same again of the plain body.
        errors.propagate()?;
    }
    Ok((body, layout))
}

/// The textual form of the control-flow graph of a generator, with its frame: what the IR goldens and
/// `GEN_DUMP` show.
///
/// # Errors
/// The user errors of the function, as one message a line.
///
/// # Panics
/// If the graph violates an invariant: a bug of the pipeline. The function has to be one that rustc accepts.
pub fn dump(args: TokenStream, item: TokenStream) -> Result<String, String> {
    let generator = input::parse_function(args, item).map_err(|rejected| rejected.to_string())?;
    let (body, layout) = graph(&generator).map_err(|errors| errors.to_string())?;
    ir::verify::verify(&body);
    ir::verify::verify_layout(&body, &layout);
    Ok(ir::dump::dump(&generator.name(), &body, &layout))
}
