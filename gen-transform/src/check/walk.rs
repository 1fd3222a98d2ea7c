//! The walk over the body: it keeps track of where it is and calls the rules.

use super::places::Place;
use crate::errors::Errors;
use crate::input::GeneratorFn;
use crate::syntax::{MacroCall, yield_kind};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, Item, Macro, Pat};

/// The walk.
pub struct Walker<'a> {
    pub generator: &'a GeneratorFn,
    pub errors: &'a mut Errors,
    pub place: Place,
    /// How many loops are around, in this place.
    pub loops: usize,
}

/// Walks the body of `generator`.
pub fn walk(generator: &GeneratorFn, errors: &mut Errors) {
    let mut walker = Walker {
        generator,
        errors,
        place: Place::Body,
        loops: 0,
    };
    walker.visit_block(&generator.body);
}

impl Walker<'_> {
    /// Runs `visit` in `place`.
    fn within(&mut self, place: Place, visit: impl FnOnce(&mut Self)) {
        let outer = (self.place, self.loops);
        self.place = place;
        if !place.belongs_to_body() {
            self.loops = 0;
        }
        visit(self);
        (self.place, self.loops) = outer;
    }

    /// The body of a loop.
    fn loop_body(&mut self, body: &syn::Block) {
        self.loops += 1;
        self.visit_block(body);
        self.loops -= 1;
    }

    /// A macro whose arguments are expressions.
    fn call(&mut self, call: &MacroCall) {
        for arg in &call.args {
            self.visit_expr(&arg.value);
        }
        if let Some(len) = &call.repeat {
            // `vec![x; n]` takes any `n`: it is no array length.
            self.visit_expr(len);
        }
        if let Some((pat, guard)) = &call.pattern {
            self.visit_pat(pat);
            if let Some(guard) = guard {
                self.within(Place::Guard, |this| this.visit_expr(guard));
            }
        }
    }

    /// The rules for expressions that belong to the generator itself.
    fn own_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Await(it) => self.awaits(it),
            Expr::Return(it) => self.returned_value(it),
            Expr::Try(it) => self.question_mark(it),
            Expr::ForLoop(it) => self.recursive_loop(it),
            Expr::Break(_) | Expr::Continue(_) => self.jump(expr),
            Expr::Assign(_) | Expr::Binary(_) => self.assigned_through_self(expr),
            _ => {}
        }
    }
}

impl<'ast> Visit<'ast> for Walker<'_> {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        if self.place.belongs_to_body() {
            self.own_expr(expr);
        }
        match expr {
            Expr::Closure(it) => {
                self.within(Place::Closure, |this| visit::visit_expr_closure(this, it));
            }
            Expr::Async(it) => {
                self.within(Place::Async, |this| visit::visit_expr_async(this, it));
            }
            Expr::Const(it) => {
                self.within(Place::Const, |this| visit::visit_expr_const(this, it));
            }
            Expr::TryBlock(_) => {}
            Expr::Loop(it) => self.loop_body(&it.body),
            Expr::While(it) => {
                self.visit_expr(&it.cond);
                self.loop_body(&it.body);
            }
            Expr::ForLoop(it) => {
                self.visit_pat(&it.pat);
                self.visit_expr(&it.expr);
                self.loop_body(&it.body);
            }
            Expr::Repeat(it) => {
                self.visit_expr(&it.expr);
                self.within(Place::Const, |this| this.visit_expr(&it.len));
            }
            Expr::Yield(it) => {
                self.yield_keyword(it);
                visit::visit_expr_yield(self, it);
            }
            other => visit::visit_expr(self, other),
        }
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.visit_pat(&arm.pat);
        if let Some((_, guard)) = &arm.guard {
            self.within(Place::Guard, |this| this.visit_expr(guard));
        }
        self.visit_expr(&arm.body);
    }

    fn visit_pat(&mut self, pat: &'ast Pat) {
        self.within(Place::Pattern, |this| visit::visit_pat(this, pat));
    }

    fn visit_type(&mut self, ty: &'ast syn::Type) {
        self.within(Place::Const, |this| visit::visit_type(this, ty));
    }

    fn visit_generic_argument(&mut self, argument: &'ast syn::GenericArgument) {
        self.within(Place::Const, |this| {
            visit::visit_generic_argument(this, argument);
        });
    }

    fn visit_item(&mut self, item: &'ast Item) {
        let place = match item {
            Item::Const(_) | Item::Static(_) => Place::Const,
            Item::Macro(it) => return self.macro_definition(it),
            _ => Place::Function,
        };
        self.within(place, |this| visit::visit_item(this, item));
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !has_macro_attribute(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !has_macro_attribute(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !has_macro_attribute(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !has_macro_attribute(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if !has_macro_attribute(&item.attrs) {
            visit::visit_trait_item_fn(self, item);
        }
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        if let Some(kind) = yield_kind(mac) {
            self.yield_place(mac, kind);
            if let Some(value) = self.yield_argument(mac, kind) {
                self.recursive_delegation(&value, kind);
                self.visit_expr(&value);
            }
        } else if let Some(call) = MacroCall::parse(mac) {
            self.call(&call);
        } else {
            self.unknown_macro(mac);
        }
    }

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// Attributes that leave a function as it is; any other may be `#[generator]` under another name.
const PLAIN_ATTRIBUTES: [&str; 16] = [
    "allow",
    "cfg",
    "cfg_attr",
    "cold",
    "deny",
    "deprecated",
    "doc",
    "expect",
    "forbid",
    "inline",
    "must_use",
    "no_mangle",
    "rustfmt",
    "target_feature",
    "track_caller",
    "warn",
];

/// Whether a macro may rewrite what stands under `attrs`.
fn has_macro_attribute(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| {
        let plain = PLAIN_ATTRIBUTES
            .iter()
            .any(|name| attr.path().is_ident(name));
        !plain
    })
}
