//! The options of `#[generator(..)]`.

use crate::errors::Errors;
use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, Path, Token};

/// The options, each with what the user wrote for it.
#[derive(Debug, Default)]
pub struct Args {
    /// `size_hint = (lo, hi)` or `exact_size = n`.
    pub size: Option<SizePromise>,
    /// `recursive`.
    pub recursive: bool,
    /// `crate = path`: where gen-core is found.
    pub krate: Option<Path>,
}

/// What the user promises about the number of items.
#[derive(Debug, Clone)]
pub enum SizePromise {
    /// A pair as `Iterator::size_hint` returns it.
    Hint(Expr),
    /// The exact number of items.
    Exact(Expr),
}

const OPTIONS: [&str; 4] = ["size_hint", "exact_size", "recursive", "crate"];

impl Args {
    /// Parses the tokens between the attribute's parentheses; an error leaves out its option and goes on.
    pub fn parse(tokens: TokenStream, errors: &mut Errors) -> Args {
        let mut args = Args::default();
        let parser = |input: ParseStream<'_>| {
            while !input.is_empty() {
                args.parse_option(input, errors)?;
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        };
        if let Err(error) = parser.parse2(tokens) {
            errors.push(error);
        }
        args
    }

    fn parse_option(&mut self, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let name: Ident = input.call(syn::ext::IdentExt::parse_any)?;
        match name.to_string().as_str() {
            "recursive" => self.recursive = true,
            "crate" => {
                input.parse::<Token![=]>()?;
                self.krate = Some(input.call(Path::parse_mod_style)?);
            }
            "size_hint" => {
                input.parse::<Token![=]>()?;
                self.set_size(SizePromise::Hint(input.parse()?), &name, errors);
            }
            "exact_size" => {
                input.parse::<Token![=]>()?;
                self.set_size(SizePromise::Exact(input.parse()?), &name, errors);
            }
            other => {
                errors.error(name.span(), unknown_option(other));
                skip_option(input)?;
            }
        }
        Ok(())
    }

    fn set_size(&mut self, promise: SizePromise, name: &Ident, errors: &mut Errors) {
        if self.size.is_some() {
            errors.error(
                name.span(),
                "the size of a generator is promised once: keep either `size_hint` or `exact_size`",
            );
        }
        self.size = Some(promise);
    }
}

/// The message for a misspelt option, with the nearest real one.
fn unknown_option(name: &str) -> String {
    let nearest = OPTIONS
        .iter()
        .map(|option| (edit_distance(name, option), option))
        .min()
        .filter(|(distance, _)| *distance <= 3);
    let options = "`size_hint = (lo, hi)`, `exact_size = n`, `recursive` and `crate = path`";
    match nearest {
        Some((_, option)) => format!(
            "unknown option `{name}`: did you mean `{option}`? `#[generator]` takes {options}"
        ),
        None => format!("unknown option `{name}`: `#[generator]` takes {options}"),
    }
}

/// Skips to the next comma, so that the options behind a wrong one are still read.
fn skip_option(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

/// Levenshtein's distance, row by row.
fn edit_distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let substituted = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
