//! What an anonymous generator captures, and how it uses it.

use super::{GeneratorFn, Param};
use crate::resolve::{LocalId, decode, direct_local, resolve};
use crate::syntax::{MacroCall, is_comparison, is_compound, unparen, yield_kind};
use proc_macro2::Ident;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Item, Macro, Pat, UnOp};

/// A variable of the surroundings that the body mentions.
pub struct Capture {
    /// Its name, as the body says it first.
    pub ident: Ident,
    /// Whether its value is used, copied or moved.
    pub by_value: bool,
    /// Whether it is assigned, or borrowed by `&mut`.
    pub mutated: bool,
}

/// The captures of `generator`, in the order of their first mention.
///
/// A name is taken for a variable if it starts with a lower-case letter and stands where a value does; one that is only
/// called may be a function and is not listed.
pub fn captures(generator: &GeneratorFn) -> Vec<Capture> {
    let given = generator.params.len();
    let mut free = Free::default();
    free.visit_block(&resolve(generator).body);
    let names: Vec<Ident> = free.found;
    let resolved = resolve(&with_params(generator, &names));
    let mut uses = Uses::default();
    uses.visit_block(&resolved.body);
    let of_local = |set: &BTreeSet<LocalId>, index: usize| set.contains(&resolved.params[index].0);
    names
        .into_iter()
        .enumerate()
        .map(|(index, ident)| Capture {
            by_value: of_local(&uses.by_value, given + index),
            mutated: of_local(&uses.mutated, given + index),
            ident,
        })
        .collect()
}

/// The same body with `names` as parameters, so that resolution tells their mentions from those of inner variables.
fn with_params(generator: &GeneratorFn, names: &[Ident]) -> GeneratorFn {
    let param = |ident: &Ident| Param {
        pat: super::function::plain_binding(ident.clone(), Some(syn::Token![mut](ident.span()))),
        ident: ident.clone(),
        ty: None,
        receiver: None,
        value: None,
    };
    let given = generator.params.iter().map(|it| param(&it.ident));
    GeneratorFn {
        args: super::Args::default(),
        item: None,
        params: given.chain(names.iter().map(param)).collect(),
        output: generator.output.clone(),
        body: generator.body.clone(),
        capture_move: generator.capture_move,
        frame: generator.frame.clone(),
        unfinished: false,
    }
}

/// Collects the names that resolution has left alone, except those of items in the body.
#[derive(Default)]
struct Free {
    found: Vec<Ident>,
    items: Vec<Ident>,
}

impl Visit<'_> for Free {
    fn visit_block(&mut self, block: &Block) {
        let outer = self.items.len();
        let items = block.stmts.iter().filter_map(|stmt| match stmt {
            syn::Stmt::Item(Item::Fn(it)) => Some(it.sig.ident.clone()),
            _ => None,
        });
        self.items.extend(items);
        visit::visit_block(self, block);
        self.items.truncate(outer);
    }
    fn visit_expr_path(&mut self, it: &syn::ExprPath) {
        let Some(ident) = it.path.get_ident() else {
            return;
        };
        let lower = ident
            .to_string()
            .trim_start_matches("r#")
            .starts_with(|c: char| c.is_lowercase() || c == '_');
        // Words that a path may consist of, and no variable.
        let keyword = ident == "crate" || ident == "super";
        let known = self.found.contains(ident) || self.items.contains(ident);
        if lower && !keyword && !known && decode(ident).is_none() {
            self.found.push(ident.clone());
        }
    }
    fn visit_expr_call(&mut self, it: &syn::ExprCall) {
        if !matches!(unparen(&it.func), Expr::Path(_)) {
            self.visit_expr(&it.func);
        }
        it.args.iter().for_each(|arg| self.visit_expr(arg));
    }
    fn visit_macro(&mut self, mac: &Macro) {
        macro_args(mac)
            .iter()
            .for_each(|(arg, _)| self.visit_expr(arg));
    }
    fn visit_item(&mut self, _: &Item) {}
    fn visit_type(&mut self, _: &syn::Type) {}
}

/// The arguments of a macro whose grammar is known, each with whether it is taken by value.
fn macro_args(mac: &Macro) -> Vec<(Expr, bool)> {
    if yield_kind(mac).is_some() {
        return syn::parse2(mac.tokens.clone())
            .map_or_else(|_| Vec::new(), |value| vec![(value, true)]);
    }
    let Some(call) = MacroCall::parse(mac) else {
        return Vec::new();
    };
    let by_value: Vec<bool> = (0..call.args.len())
        .map(|index| call.by_value(index))
        .collect();
    let args = call.args.into_iter().map(|arg| arg.value);
    args.zip(by_value)
        .chain(call.repeat.map(|len| (len, true)))
        .collect()
}

/// How the locals of a resolved body are used.
#[derive(Default)]
struct Uses {
    by_value: BTreeSet<LocalId>,
    mutated: BTreeSet<LocalId>,
    /// Whether a closure is around that borrows what it captures.
    in_closure: bool,
}

impl Uses {
    /// An expression that is used in place.
    fn place(&mut self, expr: &Expr) {
        match unparen(expr) {
            Expr::Path(_) => {}
            Expr::Field(it) => self.place(&it.base),
            Expr::Index(it) => {
                self.place(&it.expr);
                self.visit_expr(&it.index);
            }
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => self.place(&it.expr),
            other => self.visit_expr(other),
        }
    }

    /// A place that is assigned or borrowed by `&mut`.
    fn mutate(&mut self, expr: &Expr) {
        self.mutated.extend(root(expr));
        self.place(expr);
    }

    /// What patterns are matched against: by value if one binds.
    fn matched<'p>(&mut self, scrutinee: &Expr, mut pats: impl Iterator<Item = &'p Pat>) {
        if pats.any(|pat| !crate::resolve::bindings(pat).is_empty()) {
            self.visit_expr(scrutinee);
        } else {
            self.place(scrutinee);
        }
    }

    fn binary(&mut self, it: &syn::ExprBinary) {
        if is_comparison(&it.op) {
            self.place(&it.left);
            self.place(&it.right);
        } else if is_compound(&it.op) {
            self.visit_expr(&it.right);
            self.mutate(&it.left);
        } else {
            visit::visit_expr_binary(self, it);
        }
    }

    fn closure(&mut self, it: &syn::ExprClosure) {
        let outer = self.in_closure;
        self.in_closure |= it.capture.is_none();
        self.visit_expr(&it.body);
        self.in_closure = outer;
    }
}

/// The local that a place is part of, unless it is reached through a reference.
fn root(place: &Expr) -> Option<LocalId> {
    match unparen(place) {
        Expr::Path(_) => direct_local(place),
        Expr::Field(it) => root(&it.base),
        Expr::Index(it) => root(&it.expr),
        _ => None,
    }
}

impl Visit<'_> for Uses {
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(it) => {
                let name = it.path.get_ident().and_then(decode);
                self.by_value
                    .extend(name.filter(|_| !self.in_closure).map(|name| name.local));
            }
            Expr::Field(_) | Expr::Index(_) => self.place(expr),
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => self.place(expr),
            Expr::Reference(it) if it.mutability.is_some() => self.mutate(&it.expr),
            Expr::Reference(it) => self.place(&it.expr),
            Expr::Assign(it) => {
                self.visit_expr(&it.right);
                self.mutate(&it.left);
            }
            Expr::Binary(it) => self.binary(it),
            Expr::MethodCall(it) => {
                if crate::methods::is_consuming(&it.method.to_string()) {
                    self.visit_expr(&it.receiver);
                } else {
                    self.place(&it.receiver);
                }
                it.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Call(it) => {
                self.place(&it.func);
                it.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Let(it) => self.matched(&it.expr, std::iter::once(&*it.pat)),
            Expr::Match(it) => {
                self.matched(&it.expr, it.arms.iter().map(|arm| &arm.pat));
                it.arms.iter().for_each(|arm| self.visit_arm(arm));
            }
            Expr::Closure(it) => self.closure(it),
            other => visit::visit_expr(self, other),
        }
    }
    fn visit_macro(&mut self, mac: &Macro) {
        for (arg, by_value) in macro_args(mac) {
            if by_value {
                self.visit_expr(&arg);
            } else {
                self.place(&arg);
            }
        }
    }
    fn visit_item(&mut self, _: &Item) {}
    fn visit_type(&mut self, _: &syn::Type) {}
}
