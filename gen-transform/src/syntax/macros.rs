//! The arguments of a std macro as expressions, and back to tokens.

use super::{MacroGrammar, known_macro, yield_kind};
use crate::resolve::decode;
use proc_macro2::TokenTree;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, ExprPath, Ident, Macro, Pat, Token};

/// A call of a std macro, parsed.
#[derive(Debug, Clone)]
pub struct MacroCall {
    /// Which grammar it has.
    pub grammar: MacroGrammar,
    /// The arguments in order.
    pub args: Vec<MacroArg>,
    /// `; n` of `vec![x; n]`.
    pub repeat: Option<Expr>,
    /// The pattern and guard of `matches!`.
    pub pattern: Option<(Pat, Option<Expr>)>,
}

/// One argument.
#[derive(Debug, Clone)]
pub struct MacroArg {
    /// `name` of `name = value`.
    pub name: Option<Ident>,
    /// The expression.
    pub value: Expr,
}

impl MacroCall {
    /// Parses the arguments; `None` for a macro that is not std's or whose arguments do not parse.
    pub fn parse(mac: &Macro) -> Option<MacroCall> {
        let grammar = known_macro(mac)?;
        let parser = |input: ParseStream<'_>| match grammar {
            MacroGrammar::Matches => parse_matches(input),
            MacroGrammar::Vec => parse_vec(input),
            MacroGrammar::Format { .. } | MacroGrammar::Dbg => parse_list(grammar, input),
        };
        parser.parse2(mac.tokens.clone()).ok()
    }

    /// Writes the arguments back into `mac`.
    pub fn write_to(&self, mac: &mut Macro) {
        let args = &self.args;
        mac.tokens = match (&self.repeat, &self.pattern) {
            (Some(len), _) => quote!(#(#args),*; #len),
            (None, Some((pat, guard))) => {
                let guard = guard.as_ref().map(|guard| quote!(if #guard));
                quote!(#(#args),*, #pat #guard)
            }
            (None, None) => quote!(#(#args),*),
        };
    }

    /// The index of the format string among the arguments.
    pub fn format_at(&self) -> Option<usize> {
        match self.grammar {
            MacroGrammar::Format { format_at, .. } => Some(format_at),
            MacroGrammar::Vec | MacroGrammar::Dbg | MacroGrammar::Matches => None,
        }
    }

    /// Whether the text of its first argument is the message.
    pub fn names_its_condition(&self) -> bool {
        self.format_at() == Some(1) && self.by_value(0) && self.args.len() == 1
    }

    /// Whether the argument at `index` is moved into the macro (and not borrowed by it).
    pub fn by_value(&self, index: usize) -> bool {
        match self.grammar {
            MacroGrammar::Format {
                format_at,
                leading_by_value,
            } => leading_by_value && index < format_at,
            MacroGrammar::Vec | MacroGrammar::Dbg => true,
            MacroGrammar::Matches => false,
        }
    }
}

impl ToTokens for MacroArg {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        let value = &self.value;
        match &self.name {
            Some(name) => quote!(#name = #value).to_tokens(tokens),
            None => value.to_tokens(tokens),
        }
    }
}

fn call(grammar: MacroGrammar, args: Vec<MacroArg>) -> MacroCall {
    MacroCall {
        grammar,
        args,
        repeat: None,
        pattern: None,
    }
}

fn positional(value: Expr) -> MacroArg {
    MacroArg { name: None, value }
}

fn parse_list(grammar: MacroGrammar, input: ParseStream<'_>) -> syn::Result<MacroCall> {
    let mut args = Vec::new();
    while !input.is_empty() {
        let named = input.peek(Ident::peek_any)
            && input.peek2(Token![=])
            && !input.peek2(Token![==])
            && !input.peek2(Token![=>]);
        let name = if named {
            let name = input.call(Ident::parse_any)?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        args.push(MacroArg {
            name,
            value: input.parse()?,
        });
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(call(grammar, args))
}

fn parse_vec(input: ParseStream<'_>) -> syn::Result<MacroCall> {
    let mut args = Vec::new();
    while !input.is_empty() {
        args.push(positional(input.parse()?));
        if input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
            return Ok(MacroCall {
                repeat: Some(input.parse()?),
                ..call(MacroGrammar::Vec, args)
            });
        }
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(call(MacroGrammar::Vec, args))
}

fn parse_matches(input: ParseStream<'_>) -> syn::Result<MacroCall> {
    let value = input.parse()?;
    input.parse::<Token![,]>()?;
    let pat = Pat::parse_multi_with_leading_vert(input)?;
    let guard = if input.peek(Token![if]) {
        input.parse::<Token![if]>()?;
        Some(input.parse()?)
    } else {
        None
    };
    input.parse::<Option<Token![,]>>()?;
    Ok(MacroCall {
        pattern: Some((pat, guard)),
        ..call(MacroGrammar::Matches, vec![positional(value)])
    })
}

/// The argument of a yield, if it has one.
pub fn yielded(mac: &Macro) -> Option<Expr> {
    // Most often it is a variable, and each stage asks.
    let mut trees = mac.tokens.clone().into_iter();
    if let (Some(TokenTree::Ident(ident)), None) = (trees.next(), trees.next())
        && decode(&ident).is_some()
    {
        let (attrs, qself, path) = (Vec::new(), None, ident.into());
        return Some(Expr::Path(ExprPath { attrs, qself, path }));
    }
    syn::parse2(mac.tokens.clone()).ok()
}

/// Calls `f` with each argument of a yield or a std macro; whether the macro is one.
pub fn each_macro_arg(mac: &Macro, f: &mut dyn FnMut(&Expr)) -> bool {
    if yield_kind(mac).is_some() {
        yielded(mac).iter().for_each(f);
        return true;
    }
    let Some(call) = MacroCall::parse(mac) else {
        return false;
    };
    call.args.iter().for_each(|arg| f(&arg.value));
    call.repeat.iter().for_each(&mut *f);
    if let Some((_, Some(guard))) = &call.pattern {
        f(guard);
    }
    true
}

/// The same, and what `f` makes of an argument takes its place.
pub fn visit_macro_args(mac: &mut Macro, f: &mut dyn FnMut(&mut Expr)) -> bool {
    if yield_kind(mac).is_some() {
        if let Some(mut value) = yielded(mac) {
            f(&mut value);
            mac.tokens = quote!(#value);
        }
        return true;
    }
    let Some(mut call) = MacroCall::parse(mac) else {
        return false;
    };
    call.args.iter_mut().for_each(|arg| f(&mut arg.value));
    call.repeat.iter_mut().for_each(&mut *f);
    if let Some((_, Some(guard))) = &mut call.pattern {
        f(guard);
    }
    call.write_to(mac);
    true
}
