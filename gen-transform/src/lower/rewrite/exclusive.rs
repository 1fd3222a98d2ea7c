//! Which variables of patterns are `&mut`, as far as the names of std's methods tell.

use crate::analyse::std_types::{is_collection, is_map};
use crate::methods;
use crate::resolve::{LocalId, Locals, bindings, direct_local};
use crate::syntax::unparen;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Arm, Block, Expr, ExprForLoop, ExprLet, ExprMatch, ExprMethodCall, Local, Pat, Type};
use syn::{GenericArgument, PathArguments, parse_quote};

/// The variables of a body that are `&mut` for certain, or could not be used by the field over a yield otherwise.
pub fn exclusives(locals: &Locals, body: &Block) -> BTreeSet<LocalId> {
    let mut find = Find {
        locals,
        found: BTreeSet::new(),
    };
    find.visit_block(body);
    find.found
}

struct Find<'l> {
    locals: &'l Locals,
    found: BTreeSet<LocalId>,
}

impl Find<'_> {
    fn matched(&mut self, pat: &Pat, ty: Option<Type>) {
        let Some(ty) = ty else { return };
        match (pat, &ty) {
            // Of `(key, value)`, the items of a map, the first is no `&mut`.
            (Pat::Tuple(pair), Type::Reference(_)) if pair.elems.len() == 2 => {
                self.found.extend(bindings(&pair.elems[1]));
            }
            (_, Type::Reference(_)) => self.found.extend(bindings(pat)),
            (Pat::Tuple(pats), Type::Tuple(types)) => {
                let each = pats.elems.iter().zip(&types.elems);
                each.for_each(|(pat, ty)| self.matched(pat, Some(ty.clone())));
            }
            (Pat::TupleStruct(it), _) if it.elems.len() == 1 => {
                self.matched(&it.elems[0], content(ty));
            }
            _ => {}
        }
    }

    /// The type of the items of a loop that goes over something by `&mut`.
    ///
    /// Input: `self.list.iter_mut().enumerate()` · Output: `(usize, &mut _)`
    fn items(&self, head: &Expr) -> Option<Type> {
        match unparen(head) {
            Expr::Reference(it) if it.mutability.is_some() => Some(parse_quote!(&mut _)),
            variable @ Expr::Path(_) => {
                let ty = self.locals.get(direct_local(variable)?).ty.as_ref()?;
                is_list_by_mut(ty).then(|| parse_quote!(&mut _))
            }
            Expr::MethodCall(it) => match &*it.method.to_string() {
                "iter_mut" | "values_mut" => Some(parse_quote!(&mut _)),
                "enumerate" => {
                    let item = self.items(&it.receiver)?;
                    Some(parse_quote!((usize, #item)))
                }
                "zip" => {
                    let item = self.items(&it.receiver)?;
                    Some(parse_quote!((#item, _)))
                }
                method if method == "into_iter" || methods::passes_items(method) => {
                    self.items(&it.receiver)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The type of a `&mut`, or of what has one in it.
    ///
    /// Input: `self.list.get_mut(0)` · Output: `Option<&mut _>`
    fn value(&self, expr: &Expr) -> Option<Type> {
        match unparen(expr) {
            Expr::Reference(it) if it.mutability.is_some() => Some(parse_quote!(&mut _)),
            Expr::Try(it) => content(self.value(&it.expr)?),
            Expr::MethodCall(it) => self.of_method(it),
            _ => None,
        }
    }

    fn of_method(&self, it: &ExprMethodCall) -> Option<Type> {
        match &*it.method.to_string() {
            "get_mut" | "first_mut" | "last_mut" | "front_mut" | "back_mut" | "as_mut"
            | "as_deref_mut" => Some(parse_quote!(Option<&mut _>)),
            "split_first_mut" | "split_last_mut" => Some(parse_quote!(Option<(&mut _, &mut _)>)),
            "or_default" | "or_insert" | "or_insert_with" => Some(parse_quote!(&mut _)),
            "unwrap" | "expect" => content(self.value(&it.receiver)?),
            "next" | "next_back" | "nth" | "find" | "last" | "min_by_key" | "max_by_key" => {
                let item = self.items(&it.receiver)?;
                Some(parse_quote!(Option<#item>))
            }
            _ => None,
        }
    }
}

impl<'ast> Visit<'ast> for Find<'_> {
    fn visit_expr_for_loop(&mut self, it: &'ast ExprForLoop) {
        self.matched(&it.pat, self.items(&it.expr));
        visit::visit_expr_for_loop(self, it);
    }
    fn visit_expr_let(&mut self, it: &'ast ExprLet) {
        self.matched(&it.pat, self.value(&it.expr));
        visit::visit_expr_let(self, it);
    }
    fn visit_local(&mut self, it: &'ast Local) {
        if let Some(init) = &it.init {
            self.matched(&it.pat, self.value(&init.expr));
        }
        visit::visit_local(self, it);
    }
    fn visit_expr_match(&mut self, it: &'ast ExprMatch) {
        for Arm { pat, .. } in &it.arms {
            self.matched(pat, self.value(&it.expr));
        }
        visit::visit_expr_match(self, it);
    }
}

/// Input: `&mut [T]`, `&mut Vec<T>`
fn is_list_by_mut(ty: &Type) -> bool {
    let Type::Reference(it) = ty else {
        return false;
    };
    let list = match &*it.elem {
        Type::Slice(_) | Type::Array(_) => true,
        Type::Path(it) => {
            let last = it.path.segments.last();
            last.is_some_and(|last| is_collection(&last.ident) || is_map(&last.ident))
        }
        _ => false,
    };
    list && it.mutability.is_some()
}

/// Input: `Option<T>` · Output: `T`
fn content(ty: Type) -> Option<Type> {
    let Type::Path(option) = ty else { return None };
    match &option.path.segments.last()?.arguments {
        PathArguments::AngleBracketed(it) => match it.args.first()? {
            GenericArgument::Type(ty) => Some(ty.clone()),
            _ => None,
        },
        _ => None,
    }
}
