//! The options of `#[generator(..)]`.

use crate::errors::Errors;
use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Expr, Ident, LitBool, LitStr, Path, Token};

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

/// Each option, and how it is written in full.
const OPTIONS: [(&str, &str); 4] = [
    ("size_hint", "size_hint = (lo, hi)"),
    ("exact_size", "exact_size = n"),
    ("recursive", "recursive"),
    ("crate", "crate = path"),
];

impl Args {
    /// Parses the tokens between the attribute's parentheses; an error leaves out its option and goes on.
    pub fn parse(tokens: TokenStream, errors: &mut Errors) -> Args {
        let mut args = Args::default();
        let parser = |input: ParseStream<'_>| {
            while !input.is_empty() {
                if let Err(error) = args.parse_option(input, errors) {
                    errors.push(error);
                    skip_option(input)?;
                }
                separator(input, errors)?;
            }
            Ok(())
        };
        if let Err(error) = parser.parse2(tokens) {
            errors.push(error);
        }
        args
    }

    fn parse_option(&mut self, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let Ok(name) = input.call(Ident::parse_any) else {
            let message = format!("expected an option: `#[generator]` takes {}", all_options());
            return Err(input.error(message));
        };
        match name.to_string().as_str() {
            "recursive" => self.set_recursive(&name, input, errors)?,
            "crate" => {
                required_value(input, &name)?;
                self.krate = Some(crate_path(input)?);
            }
            "size_hint" => {
                let value = value(input, &name)?;
                self.set_size(SizePromise::Hint(value), &name, errors);
            }
            "exact_size" => {
                let value = value(input, &name)?;
                self.set_size(SizePromise::Exact(value), &name, errors);
            }
            other => {
                errors.error(name.span(), unknown_option(other));
                skip_option(input)?;
            }
        }
        Ok(())
    }

    fn set_recursive(
        &mut self,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if self.recursive {
            errors.error(name.span(), "`recursive` stands here twice: write it once");
        }
        self.recursive = true;
        if !input.peek(Token![=]) {
            return Ok(());
        }
        let message = match input.fork().call(after_equals::<LitBool>) {
            Ok(off) if !off.value => "`recursive` is off unless it is written: remove it",
            _ => "`recursive` takes no value: write `#[generator(recursive)]`",
        };
        Err(input.error(message))
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

/// The `=` of `name = value` and the certainty that something follows it.
fn required_value(input: ParseStream<'_>, name: &Ident) -> syn::Result<()> {
    let missing = || syn::Error::new(name.span(), needs_value(&name.to_string()));
    if !input.peek(Token![=]) {
        return Err(missing());
    }
    input.parse::<Token![=]>()?;
    if input.is_empty() || input.peek(Token![,]) {
        return Err(missing());
    }
    Ok(())
}

fn value(input: ParseStream<'_>, name: &Ident) -> syn::Result<Expr> {
    required_value(input, name)?;
    input.parse()
}

fn needs_value(name: &str) -> String {
    let full = OPTIONS.iter().find(|(option, _)| *option == name);
    let full = full.map_or(name, |(_, full)| full);
    format!("`{name}` needs a value: write `{full}`")
}

fn crate_path(input: ParseStream<'_>) -> syn::Result<Path> {
    if let Ok(text) = input.fork().parse::<LitStr>() {
        let message = format!(
            "`crate` takes a path, not a string: write `crate = {}`",
            text.value()
        );
        return Err(syn::Error::new(text.span(), message));
    }
    input.call(Path::parse_mod_style)
}

fn after_equals<T: Parse>(input: ParseStream<'_>) -> syn::Result<T> {
    input.parse::<Token![=]>()?;
    input.parse()
}

/// The comma between two options, or the end.
fn separator(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    if !input.is_empty() && !input.peek(Token![,]) {
        errors.push(input.error("expected `,` between two options"));
        skip_option(input)?;
    }
    input.parse::<Option<Token![,]>>()?;
    Ok(())
}

/// The message for a misspelt option, with the nearest real one.
fn unknown_option(name: &str) -> String {
    let nearest = OPTIONS
        .iter()
        .map(|(option, _)| (edit_distance(name, option), option))
        .min()
        .filter(|(distance, option)| *distance <= 3 && *distance < option.len());
    let options = all_options();
    match nearest {
        Some((_, option)) => format!(
            "unknown option `{name}`: did you mean `{option}`? `#[generator]` takes {options}"
        ),
        None => format!("unknown option `{name}`: `#[generator]` takes {options}"),
    }
}

fn all_options() -> String {
    let [rest @ .., last] = OPTIONS.map(|(_, full)| format!("`{full}`"));
    format!("{} and {last}", rest.join(", "))
}

/// Skips to the next comma, so that the options behind a wrong one are still read.
fn skip_option(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
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
