//! All small bodies, one after the other: none panics, the graph of each is valid, each comes out as code that parses.

use proc_macro2::{TokenStream, TokenTree};
use std::fmt::Write;

/// Enumerates: each run of a program that asks it for choices gets other answers, until all have been given.
#[derive(Default)]
struct Choices {
    /// What has been chosen so far, and out of how many.
    made: Vec<(usize, usize)>,
    at: usize,
}

impl Choices {
    /// A number below `count`.
    fn below(&mut self, count: usize) -> usize {
        if self.at == self.made.len() {
            self.made.push((0, count));
        }
        self.at += 1;
        self.made[self.at - 1].0
    }

    /// Goes on to the next combination; `false` after the last one.
    fn next(&mut self) -> bool {
        self.at = 0;
        while let Some((chosen, count)) = self.made.pop() {
            if chosen + 1 < count {
                self.made.push((chosen + 1, count));
                return true;
            }
        }
        false
    }
}

/// The statement forms, each with what it may stand in.
const FORMS: [Form; 16] = [
    Form::new("yield_!(V);"),
    Form::new("let N = V + 1;"),
    Form::new("let N = yield_!(V);"),
    Form::new("let N = |y: u32| y + V;"),
    Form::new("return;"),
    Form::new("if V > 1 { return; }"),
    Form::in_loops("break;"),
    Form::in_loops("if V > 1 { continue; }"),
    Form::new("{ B }"),
    Form::new("let N = { B V };"),
    Form::new("if V > 1 { B } else { B }"),
    Form::new("if let Some(N) = f(V) { B }"),
    Form::new("match V { 0 => { B } N => { B } }"),
    Form::loops("loop { B break; }"),
    Form::loops("while V < 3 { B }"),
    Form::loops("for N in 0..V { B }"),
];

/// `V` stands for the newest variable, `N` for a new one, which is in sight in the blocks behind it, `B` for a block.
struct Form {
    text: &'static str,
    is_loop: bool,
    needs_loop: bool,
}

impl Form {
    const fn new(text: &'static str) -> Form {
        Form {
            text,
            is_loop: false,
            needs_loop: false,
        }
    }
    const fn in_loops(text: &'static str) -> Form {
        Form {
            needs_loop: true,
            ..Form::new(text)
        }
    }
    const fn loops(text: &'static str) -> Form {
        Form {
            is_loop: true,
            ..Form::new(text)
        }
    }
}

/// Writes one body.
struct Writer<'a> {
    choices: &'a mut Choices,
    /// How many statements may still be written.
    left: usize,
    variables: usize,
    text: String,
}

impl Writer<'_> {
    /// Statements in the sight of `variable`.
    fn block(&mut self, mut variable: usize, in_loop: bool) {
        let forms: Vec<&Form> = FORMS
            .iter()
            .filter(|form| in_loop || !form.needs_loop)
            .collect();
        while self.left > 0 {
            let choice = self.choices.below(forms.len() + 1);
            let Some(form) = choice.checked_sub(1).map(|index| forms[index]) else {
                return;
            };
            self.left -= 1;
            variable = self.statement(form, variable, in_loop);
        }
    }

    /// Writes a statement; returns the newest variable behind it.
    fn statement(&mut self, form: &Form, variable: usize, in_loop: bool) -> usize {
        let mut newest = variable;
        for letter in form.text.chars() {
            match letter {
                'V' => self.name(newest),
                'N' => {
                    self.variables += 1;
                    self.name(self.variables);
                    newest = self.variables;
                }
                'B' => self.block(newest, in_loop || form.is_loop),
                other => self.text.push(other),
            }
        }
        self.text.push(' ');
        if form.text.starts_with("let") {
            newest
        } else {
            variable
        }
    }

    fn name(&mut self, variable: usize) {
        write!(self.text, "v{variable}").expect("a string takes everything");
    }
}

/// A body of at most `size` statements, over all its blocks.
fn body(choices: &mut Choices, size: usize) -> String {
    let mut writer = Writer {
        choices,
        left: size,
        variables: 0,
        text: String::new(),
    };
    writer.block(0, false);
    writer.text
}

fn check(body: &str) {
    let item = format!("fn f(v0: u32) -> u32 {{ {body} }}");
    let item: TokenStream = item.parse().expect("the forms are made of tokens");
    if let Err(errors) = gen_transform::dump(TokenStream::new(), item.clone()) {
        panic!("{errors}");
    }
    let expanded = gen_transform::generator(TokenStream::new(), item);
    for encoded in ["compile_error", "__local", "__goto"] {
        assert!(
            !names(expanded.clone(), encoded),
            "`{encoded}` stands in {expanded}"
        );
    }
    let parsed = syn::parse2::<syn::File>(expanded.clone());
    if let Err(error) = parsed {
        panic!("{error}\n{expanded}");
    }
}

/// Whether an identifier of `tokens` starts with `start`.
fn names(tokens: TokenStream, start: &str) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => ident.to_string().starts_with(start),
        TokenTree::Group(group) => names(group.stream(), start),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Checks each body whose number leaves `share` when it is divided by `shares`; returns how many bodies there are.
fn check_share(size: usize, share: usize, shares: usize) -> usize {
    let mut choices = Choices::default();
    let mut count = 0;
    loop {
        let body = body(&mut choices, size);
        if count % shares == share {
            let checked = std::panic::catch_unwind(|| check(&body));
            assert!(checked.is_ok(), "in the body: {body}");
        }
        count += 1;
        if !choices.next() {
            return count;
        }
    }
}

/// Checks all bodies of at most `size` statements, and that there are at least so many.
fn check_all(size: usize, at_least: usize) {
    let shares = std::thread::available_parallelism().map_or(1, |count| count.get());
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..shares)
            .map(|share| scope.spawn(move || check_share(size, share, shares)))
            .collect();
        for thread in threads {
            let count = thread.join().expect("no body fails");
            assert!(count >= at_least, "only {count} bodies");
        }
    });
}

#[test]
fn every_body_of_two_statements() {
    check_all(2, 350);
}

#[test]
#[ignore = "takes half a minute"]
fn every_body_of_three_statements() {
    check_all(3, 10_000);
}
