//! What declares locals: parameters, `let`, patterns.

use super::Resolver;
use super::types::{note_found_types, note_written_types};
use crate::analyse::closures::hands_on_once;
use crate::analyse::harmless::is_harmless_value;
use crate::analyse::items::asked_type;
use crate::analyse::open::{is_inferred, is_open};
use crate::analyse::types::{is_map_entry, is_mut_reference, owns_all};
use crate::input::Param;
use crate::resolve::patterns::{binds, starts_upper};
use crate::resolve::scope::Key;
use crate::resolve::{
    LocalDecl, LocalId, LocalKind, Locals, bindings, direct_local, encode, is_plain_binding,
};
use crate::syntax::{binds_by_reference, contains_closure};
use proc_macro2::Ident;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Local, Pat};

impl Resolver {
    /// Declares the local a parameter arrives in, and its pattern where that is more than a name.
    pub fn declare_param(&mut self, param: &Param) -> (LocalId, Option<Pat>) {
        let plain = match &param.pat {
            Pat::Ident(it) if it.by_ref.is_none() && it.subpat.is_none() => {
                Some(it.mutability.is_some())
            }
            _ => None,
        };
        let receiver = || {
            let receiver = param.receiver.as_ref()?;
            Some((*receiver.ty).clone())
        };
        let local = self.locals.add(LocalDecl {
            mutable: plain.unwrap_or(true),
            ty: param.ty.clone().or_else(receiver),
            ..LocalDecl::new(param.ident.clone(), LocalKind::Param)
        });
        match plain {
            Some(_) => {
                self.scopes.bind(Key::of(&param.ident), local);
                (local, None)
            }
            None => {
                let mut pat = param.pat.clone();
                self.declare(&mut pat, true);
                (local, Some(pat))
            }
        }
    }

    /// Declares and encodes the bindings of `pat` in the current scope.
    pub fn declare(&mut self, pat: &mut Pat, upper_binds: bool) {
        let outer = std::mem::take(&mut self.pattern);
        let outer_upper = std::mem::replace(&mut self.upper_binds, upper_binds);
        self.visit_pat_mut(pat);
        self.upper_binds = outer_upper;
        for (key, local) in std::mem::replace(&mut self.pattern, outer) {
            self.scopes.bind(key, local);
        }
    }

    pub fn declare_ident(&mut self, ident: &Ident, mutable: bool, by_ref: bool) -> LocalId {
        let key = Key::of(ident);
        if let Some((_, local)) = self.pattern.iter().find(|(known, _)| *known == key) {
            return *local;
        }
        let local = self.locals.add(LocalDecl {
            mutable,
            by_ref,
            ..LocalDecl::new(ident.clone(), LocalKind::User)
        });
        self.pattern.push((key, local));
        local
    }

    /// `let pat = init else { diverge };`: what is bound is in sight behind it only.
    pub fn local(&mut self, local: &mut Local) {
        if let Some(init) = &mut local.init {
            self.visit_expr_mut(&mut init.expr);
            if let Some((_, diverge)) = &mut init.diverge {
                self.visit_expr_mut(diverge);
            }
        }
        let names_itself = matches!((&local.pat, &local.init), (Pat::Ident(pat), Some(init))
            if matches!(&*init.expr, Expr::Path(path) if path.path.is_ident(&pat.ident) && starts_upper(&pat.ident)));
        let plain = matches!(&local.pat, Pat::Ident(_))
            || matches!(&local.pat, Pat::Type(it) if matches!(*it.pat, Pat::Ident(_)));
        // `let None = value else { .. }`: a name that binds would match whatever there is.
        let refutable = local
            .init
            .as_ref()
            .is_some_and(|init| init.diverge.is_some());
        self.declare(&mut local.pat, plain && !names_itself && !refutable);
        let init = local
            .init
            .as_ref()
            .filter(|init| init.diverge.is_none())
            .map(|init| &*init.expr);
        note_declaration(&mut self.locals, &local.pat, init);
        if let Some(id) = is_plain_binding(&local.pat) {
            let ends = (local.let_token.span, local.semi_token.span);
            self.locals.get_mut(id).ends = Some(ends);
        }
        if let Some(init) = &local.init {
            note_source(&mut self.locals, &local.pat, &init.expr);
            note_references(&mut self.locals, &local.pat, &init.expr);
        }
    }

    /// The bindings in a pattern that is being declared.
    pub fn pattern(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Ident(it) => {
                if binds(it) || self.upper_binds {
                    let local = self.declare_ident(
                        &it.ident,
                        it.mutability.is_some() && it.by_ref.is_none(),
                        it.by_ref.is_some(),
                    );
                    it.ident = encode::binding(local, it.ident.span());
                }
                if let Some((_, sub)) = &mut it.subpat {
                    self.visit_pat_mut(sub);
                }
            }
            Pat::Struct(it) => {
                for field in &mut it.fields {
                    // `P { n }` is `P { n: n }` with the binding encoded.
                    field.colon_token.get_or_insert_with(Default::default);
                    self.visit_pat_mut(&mut field.pat);
                }
            }
            Pat::Type(it) => self.visit_pat_mut(&mut it.pat),
            Pat::Macro(it) => self.bound_by_macro(&mut it.mac),
            Pat::Const(_) | Pat::Lit(_) | Pat::Path(_) | Pat::Range(_) => {}
            other => {
                let outer = std::mem::replace(&mut self.upper_binds, false);
                visit_mut::visit_pat_mut(self, other);
                self.upper_binds = outer;
            }
        }
    }
}

/// What is known of the type of what a pattern takes apart.
pub fn note_source(locals: &mut Locals, pat: &Pat, matched: &Expr) {
    if let (Pat::Tuple(pats), Expr::Tuple(values)) = (pat, matched)
        && pats.elems.len() == values.elems.len()
    {
        for (pat, value) in pats.elems.iter().zip(&values.elems) {
            note_source(locals, pat, value);
        }
        return;
    }
    if matches!(pat, Pat::Type(it) if !is_inferred(&it.ty)) {
        return;
    }
    let (inferred_late, of_closure) = (is_open(locals, matched), contains_closure(matched));
    let harmless = is_harmless_value(locals, matched);
    let map_entry = is_map_entry(locals, pat, matched);
    let called_once = !binds_by_reference(pat) && hands_on_once(locals, matched);
    for local in bindings(pat) {
        let decl = locals.get_mut(local);
        decl.harmless_part |= harmless;
        decl.inferred_late |= inferred_late;
        decl.of_closure |= of_closure;
        decl.map_entry |= map_entry;
        decl.called_once |= called_once;
    }
    if let Some(ty) = asked_type(locals, matched) {
        note_found_types(locals, pat, &ty);
    }
}

/// What a pattern binds in something that a `&mut` variable refers to is a `&mut`, too.
pub fn note_references(locals: &mut Locals, pat: &Pat, matched: &Expr) {
    let Some(owner) = direct_local(matched) else {
        return;
    };
    note_parts(locals, pat, owner);
    if is_plain_binding(pat).is_some() || !is_mut_reference(locals, owner) {
        return;
    }
    for local in bindings(pat) {
        locals
            .get_mut(local)
            .ty
            .get_or_insert_with(|| syn::parse_quote!(&mut _));
    }
}

/// What a pattern binds in something that owns all it contains is owned, too.
pub fn note_parts(locals: &mut Locals, pat: &Pat, owner: LocalId) {
    if owns_all(locals, owner) && !binds_by_reference(pat) {
        for local in bindings(pat) {
            locals.get_mut(local).owned_part = true;
        }
    }
}

/// The type annotation and initialiser of a plain `let` are kept with its local, those of a tuple with its elements.
fn note_declaration(locals: &mut Locals, pat: &Pat, init: Option<&Expr>) {
    if let (Pat::Tuple(pats), Some(Expr::Tuple(values))) = (pat, init)
        && pats.elems.len() == values.elems.len()
    {
        for (pat, value) in pats.elems.iter().zip(&values.elems) {
            note_declaration(locals, pat, Some(value));
        }
        return;
    }
    if let Pat::Type(typed) = pat {
        note_written_types(locals, &typed.pat, &typed.ty);
    }
    let Some(id) = is_plain_binding(pat) else {
        return;
    };
    let decl = locals.get_mut(id);
    if let Pat::Type(typed) = pat {
        decl.ty = Some((*typed.ty).clone());
    }
    decl.init = init.cloned();
}
