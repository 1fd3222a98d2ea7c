//! `loop`, `while` and `for`.

use super::builder::{Builder, Dest, JumpTarget};
use super::patterns::rests::Rest;
use crate::analyse::drops_nothing_decl;
use crate::analyse::open::has_open_items;
use crate::ir::{Arm, BlockId, Terminator};
use crate::resolve::{LocalDecl, LocalId, LocalKind, TempKind, direct_local, label_name};
use crate::syntax::{core_path, unparen};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::token::Paren;
use syn::{
    Expr, ExprCall, ExprForLoop, ExprLoop, ExprParen, ExprPath, ExprReference, ExprWhile, Label,
    Pat, PatTupleStruct, Token, Type, TypeParamBound,
};

impl Builder<'_> {
    /// `loop { .. }`
    pub fn lower_loop(&mut self, it: ExprLoop, dest: Dest) {
        self.with_loop(it.label.as_ref(), dest, |this, header, _| {
            this.lower_block(it.body, Dest::Discard);
            this.goto(header);
        });
    }

    /// `while cond { .. }` and `while let`.
    pub fn lower_while(&mut self, it: ExprWhile) {
        self.with_loop(it.label.as_ref(), Dest::Discard, |this, header, after| {
            let (body, done) = (this.new_block(), this.new_block());
            this.push_scope(None);
            this.lower_condition((*it.cond).clone(), body, done);
            this.start(body);
            this.declare_bound(&it.cond);
            this.lower_block(it.body, Dest::Discard);
            let kept = this.scope_locals();
            this.pop_scope();
            this.goto(header);
            this.start(done);
            this.drop_locals(&kept);
            this.goto(after);
        });
    }

    /// `for pat in head { .. }`: the head is turned into an iterator once, which lives as long as the loop.
    pub fn lower_for(&mut self, it: ExprForLoop) {
        if let Some(param) = self.iterator_parameter(&it.expr) {
            return self.lower_for_parameter(param, it);
        }
        self.push_scope(None);
        let span = it.expr.span();
        let head = self.head((*it.expr).clone());
        if let Some(counted) = self.counted(&it.pat, &head) {
            self.lower_counted(it, counted);
            return self.pop_scope();
        }
        let iter = self.temp(TempKind::Iter, span);
        let head = self.opaque(head);
        // An array turns into another type; anything else tells what kind of iterator it is.
        self.locals.get_mut(iter).init =
            Some(head.clone()).filter(|head| !matches!(head, Expr::Array(_) | Expr::Repeat(_)));
        self.push(crate::ir::Stmt::Init {
            local: iter,
            value: into_iter_of(head, ends(&it)),
        });
        self.for_header(iter, it);
        self.pop_scope();
    }

    /// The parameter that is the head of a loop and is an iterator already: it needs no second place in the frame.
    ///
    /// Inside another loop or labelled block the loop could be left on a way that does not end in its own end.
    fn iterator_parameter(&self, head: &Expr) -> Option<LocalId> {
        let local = direct_local(head)?;
        let decl = self.locals.get(local);
        let nested = self.scopes.iter().any(|scope| scope.jump.is_some());
        let is_iterator = is_iterator_parameter(decl) && !decl.mutable && !nested;
        (is_iterator && (self.runs_first() || self.is_newest(local))).then_some(local)
    }

    /// Whether the statement at hand is one of the body's outermost block, and nothing yields before it.
    fn runs_first(&self) -> bool {
        // The scopes of the parameters, of the body and of the statement.
        self.scopes.len() <= 3 && self.suspend_points.is_empty()
    }

    /// Whether whatever is declared behind a local has no drop that could be noticed, so that the local is as good as new.
    fn is_newest(&self, local: LocalId) -> bool {
        let declared = self.scopes.iter().flat_map(|scope| &scope.locals);
        let mut later = declared.skip_while(|other| **other != local).skip(1);
        later.all(|other| drops_nothing_decl(&self.locals, self.locals.get(*other)))
    }

    /// `for pat in param { .. }`: from here on the parameter is the iterator of the loop, and so the newest value there is.
    fn lower_for_parameter(&mut self, param: LocalId, it: ExprForLoop) {
        if self.runs_first() {
            self.declare_anew(param);
        }
        self.push_scope(None);
        self.hold(param);
        self.for_header(param, it);
        self.pop_scope();
    }

    fn for_header(&mut self, iter: LocalId, it: ExprForLoop) {
        let ends = ends(&it);
        self.with_loop(it.label.as_ref(), Dest::Discard, |this, header, after| {
            let body = this.new_block();
            let mut pat = (*it.pat).clone();
            this.push_scope(None);
            let mut borrowed = Vec::new();
            if !matches!(unparen(&it.expr), Expr::Range(_)) {
                // What the pattern leaves out of an item lives to the end of its turn.
                let inferred_late = has_open_items(&this.locals, &it.expr);
                borrowed = this.keep_borrowed(&mut pat, Rest::OfValue { inferred_late });
            }
            let taken = this.locals.user_bindings(&pat);
            let span = Span::mixed_site().located_at(it.expr.span());
            let source = this.locals.mention_expr(iter, span);
            this.terminate(Terminator::Match {
                scrutinee: next_of(source, span, ends),
                arms: vec![arm(some(pat), body), arm(none(), after)],
            });
            this.start(body);
            for local in taken {
                this.declare(local);
            }
            this.lower_borrows(borrowed);
            this.lower_block(it.body, Dest::Discard);
            this.pop_scope();
            this.goto(header);
        });
    }

    /// The common frame of all loops: a header to continue at, a block behind to break to.
    ///
    /// `within` starts in the header and leaves no current block behind.
    fn with_loop(
        &mut self,
        label: Option<&Label>,
        dest: Dest,
        within: impl FnOnce(&mut Self, BlockId, BlockId),
    ) {
        let header = self.new_block();
        self.with_loop_at((header, header), label, dest, |this, after| {
            within(this, header, after);
        });
    }

    /// The same for a loop whose `continue` leads elsewhere than to its header.
    pub fn with_loop_at(
        &mut self,
        (header, continue_to): (BlockId, BlockId),
        label: Option<&Label>,
        dest: Dest,
        within: impl FnOnce(&mut Self, BlockId),
    ) {
        let after = self.new_block();
        self.goto(header);
        self.start(header);
        self.push_scope(Some(JumpTarget {
            label: label.map(|label| label_name(&label.name)),
            break_to: after,
            dest,
            continue_to: Some(continue_to),
        }));
        within(self, after);
        self.pop_scope();
        self.start_if_targeted(after);
    }
}

/// Whether a local is a parameter whose type says that it is an iterator: `impl Iterator`.
pub fn is_iterator_parameter(decl: &LocalDecl) -> bool {
    let is_iterator =
        matches!(&decl.ty, Some(Type::ImplTrait(it)) if it.bounds.iter().any(is_iterator_bound));
    decl.kind == LocalKind::Param && is_iterator
}

/// Whether a bound says that the type is an iterator, and not only something that can be turned into one.
fn is_iterator_bound(bound: &TypeParamBound) -> bool {
    let TypeParamBound::Trait(it) = bound else {
        return false;
    };
    let names = [
        "Iterator",
        "DoubleEndedIterator",
        "ExactSizeIterator",
        "FusedIterator",
    ];
    it.path
        .segments
        .last()
        .is_some_and(|last| names.iter().any(|name| last.ident == name))
}

/// Where a loop starts and where it ends. What rustc says of a head that is no iterator is about the whole loop; of code that
/// stands in the same place it does not say it again.
fn ends(it: &ExprForLoop) -> (Span, Span) {
    let start = match &it.label {
        Some(label) => label.name.apostrophe,
        None => it.for_token.span,
    };
    (start, it.body.brace_token.span.close())
}

/// `::core::iter::IntoIterator::into_iter(head)`, from the loop's start to its end.
fn into_iter_of(head: Expr, (start, end): (Span, Span)) -> Expr {
    let into_iter = ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: core_path(&["iter", "IntoIterator", "into_iter"], start),
    };
    Expr::Call(ExprCall {
        attrs: Vec::new(),
        func: Box::new(Expr::Path(into_iter)),
        paren_token: Paren(end),
        args: std::iter::once(head).collect(),
    })
}

/// `::core::iter::Iterator::next(&mut iter)`, the argument from the loop's start to its end.
fn next_of(iter: Expr, span: Span, (start, end): (Span, Span)) -> Expr {
    let iter = Expr::Paren(ExprParen {
        attrs: Vec::new(),
        paren_token: Paren(end),
        expr: Box::new(iter),
    });
    let reference = Expr::Reference(ExprReference {
        attrs: Vec::new(),
        and_token: Token![&](start),
        mutability: Some(Token![mut](span)),
        expr: Box::new(iter),
    });
    let next = ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: core_path(&["iter", "Iterator", "next"], span),
    };
    Expr::Call(ExprCall {
        attrs: Vec::new(),
        func: Box::new(Expr::Path(next)),
        paren_token: Paren(span),
        args: std::iter::once(reference).collect(),
    })
}

/// `::core::option::Option::Some(pat)`
fn some(pat: Pat) -> Pat {
    Pat::TupleStruct(PatTupleStruct {
        attrs: Vec::new(),
        qself: None,
        path: core_path(&["option", "Option", "Some"], Span::call_site()),
        paren_token: Default::default(),
        elems: std::iter::once(pat).collect(),
    })
}

/// `::core::option::Option::None`
fn none() -> Pat {
    Pat::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: core_path(&["option", "Option", "None"], Span::call_site()),
    })
}

/// An arm without attributes and guard.
pub fn arm(pat: syn::Pat, target: BlockId) -> Arm {
    Arm {
        attrs: Vec::new(),
        pat,
        guard: None,
        target,
    }
}

/// Whether the expression is one of the loops.
pub fn is_loop(expr: &Expr) -> bool {
    matches!(expr, Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_))
}
