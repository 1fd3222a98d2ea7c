//! `..` in patterns on tuples, tuple structs and variants whose number of fields is known.

use super::shapes::Shapes;
use crate::analyse::items::item_type;
use crate::lower::builder::Builder;
use crate::methods;
use crate::resolve::{LocalId, Locals, bindings, direct_local};
use crate::syntax::{MacroCall, MacroGrammar, unparen};
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat, PatTupleStruct, Token, Type};

/// Writes `_` for each field that such a `..` stands for, so that each can have a name: in `body`, and in the patterns of the
/// parameters.
///
/// Input: `let (a, .., d) = (w, x, y, z);` · Output: `let (a, _, _, d) = (w, x, y, z);`
pub fn spell_out(builder: &mut Builder<'_>, body: &mut Block) {
    let (locals, shapes) = (&builder.locals, &builder.shapes);
    let mut spell = SpellOut { locals, shapes };
    for (local, pat) in &mut builder.params {
        if let (Some(pat), Some(ty)) = (pat, &locals.get(*local).ty) {
            spell.matched(pat, Some(Of::Type(ty)));
            spell.visit_pat_mut(pat);
        }
    }
    spell.visit_block_mut(body);
}

/// What shows the fields of a matched value.
#[derive(Clone, Copy)]
enum Of<'a> {
    Value(&'a Expr),
    Type(&'a Type),
}

struct SpellOut<'a> {
    locals: &'a Locals,
    shapes: &'a Shapes,
}

impl<'a> SpellOut<'a> {
    /// Spells out the tuples in a pattern, as deep as what it matches shows them.
    fn matched(&self, pat: &mut Pat, of: Option<Of<'_>>) {
        match pat {
            Pat::Paren(it) => self.matched(&mut it.pat, of),
            Pat::Type(it) => self.matched(&mut it.pat, Some(Of::Type(&it.ty))),
            Pat::Or(it) => it.cases.iter_mut().for_each(|case| self.matched(case, of)),
            Pat::Ident(it) => {
                if let Some((_, pat)) = &mut it.subpat {
                    self.matched(pat, of);
                }
            }
            Pat::Tuple(it) => {
                if let Some(fields) = of.and_then(|of| self.fields(of, false)) {
                    fill(&mut it.elems, fields.len());
                    self.all_matched(&mut it.elems, &fields);
                }
            }
            Pat::TupleStruct(it) => {
                if let Some(fields) = of.and_then(|of| self.fields(of, true)) {
                    self.all_matched(&mut it.elems, &fields);
                }
            }
            _ => {}
        }
    }

    fn all_matched(&self, elems: &mut Punctuated<Pat, Token![,]>, fields: &[Of<'_>]) {
        if elems.len() == fields.len() {
            let elems = elems.iter_mut().zip(fields);
            elems.for_each(|(elem, field)| self.matched(elem, Some(*field)));
        }
    }

    /// The fields of a tuple, or the arguments of a tuple struct or variant.
    fn fields<'o>(&self, of: Of<'o>, of_call: bool) -> Option<Vec<Of<'o>>>
    where
        'a: 'o,
    {
        match self.source(of) {
            Of::Value(Expr::Tuple(it)) if !of_call => {
                Some(it.elems.iter().map(Of::Value).collect())
            }
            Of::Type(Type::Tuple(it)) if !of_call => Some(it.elems.iter().map(Of::Type).collect()),
            Of::Value(Expr::Call(it)) if of_call => Some(it.args.iter().map(Of::Value).collect()),
            _ => None,
        }
    }

    /// What a variable is made from, or its written type.
    fn source<'o>(&self, of: Of<'o>) -> Of<'o>
    where
        'a: 'o,
    {
        match of {
            Of::Type(Type::Paren(it)) => self.source(Of::Type(&it.elem)),
            Of::Type(_) => of,
            Of::Value(value) => {
                let source = direct_local(value).and_then(|local| self.source_of_local(local));
                source.unwrap_or(Of::Value(unparen(value)))
            }
        }
    }

    fn source_of_local(&self, local: LocalId) -> Option<Of<'a>> {
        let decl = self.locals.get(local);
        let earlier = |init: &Expr| direct_local(init).is_none_or(|source| source < local);
        match (&decl.ty, &decl.init) {
            (Some(ty), _) => Some(self.source(Of::Type(ty))),
            (None, Some(init)) if earlier(init) => Some(self.source(Of::Value(init))),
            _ => None,
        }
    }
}

impl SpellOut<'_> {
    /// The first of the items that are spelt out in the head of a loop, or in the variable it goes through.
    ///
    /// Input: `vec![(a, b), (c, d)]` · Output: `(a, b)`
    fn first_item(&self, head: &Expr) -> Option<Expr> {
        match unparen(head) {
            Expr::Array(it) => it.elems.first().cloned(),
            Expr::Macro(it) => {
                let call = MacroCall::parse(&it.mac)?;
                let is_list = call.grammar == MacroGrammar::Vec;
                call.args
                    .into_iter()
                    .next()
                    .filter(|_| is_list)
                    .map(|arg| arg.value)
            }
            Expr::MethodCall(it) if methods::passes_items(&it.method.to_string()) => {
                self.first_item(&it.receiver)
            }
            Expr::MethodCall(it) if it.method == "into_iter" => self.first_item(&it.receiver),
            variable => {
                let local = direct_local(variable)?;
                let init = self.locals.get(local).init.as_ref()?;
                direct_local(init)
                    .is_none()
                    .then(|| self.first_item(init))?
            }
        }
    }
}

/// Input: `a, ..` · Output: `a, _, _`
fn fill(elems: &mut Punctuated<Pat, Token![,]>, count: usize) {
    let is_rest = |elem: &Pat| matches!(elem, Pat::Rest(_));
    let known = elems.len().checked_sub(1).filter(|named| *named <= count);
    let (Some(at), Some(named)) = (elems.iter().position(is_rest), known) else {
        return;
    };
    let mut all: Vec<Pat> = std::mem::take(elems).into_iter().collect();
    let left_out = (named..count).map(|_| syn::parse_quote!(_));
    all.splice(at..=at, left_out);
    *elems = all.into_iter().collect();
    if count == 1 {
        elems.push_punct(Default::default());
    }
}

impl VisitMut for SpellOut<'_> {
    fn visit_local_mut(&mut self, it: &mut syn::Local) {
        let init = it.init.as_ref().map(|init| Of::Value(&init.expr));
        self.matched(&mut it.pat, init);
        visit_mut::visit_local_mut(self, it);
    }
    fn visit_expr_let_mut(&mut self, it: &mut syn::ExprLet) {
        self.matched(&mut it.pat, Some(Of::Value(&it.expr)));
        visit_mut::visit_expr_let_mut(self, it);
    }
    fn visit_expr_for_loop_mut(&mut self, it: &mut syn::ExprForLoop) {
        match (item_type(self.locals, &it.expr), self.first_item(&it.expr)) {
            (Some(ty), _) => self.matched(&mut it.pat, Some(Of::Type(&ty))),
            (None, Some(item)) => self.matched(&mut it.pat, Some(Of::Value(&item))),
            (None, None) => {}
        }
        visit_mut::visit_expr_for_loop_mut(self, it);
    }
    fn visit_expr_match_mut(&mut self, it: &mut syn::ExprMatch) {
        for arm in &mut it.arms {
            self.matched(&mut arm.pat, Some(Of::Value(&it.expr)));
        }
        visit_mut::visit_expr_match_mut(self, it);
    }
    fn visit_pat_tuple_struct_mut(&mut self, it: &mut PatTupleStruct) {
        let binds = !bindings(&Pat::TupleStruct(it.clone())).is_empty();
        if let Some(fields) = self.shapes.fields(&it.path).filter(|_| binds) {
            fill(&mut it.elems, fields.len());
        }
        visit_mut::visit_pat_tuple_struct_mut(self, it);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
