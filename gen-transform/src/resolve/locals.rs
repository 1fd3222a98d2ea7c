//! The table of locals.

use super::{bindings, encode};
use crate::syntax::name_expr;
use proc_macro2::{Ident, Span};
use syn::{Expr, Member, Pat, Type};

/// A local variable, unique across shadowing and scopes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LocalId(usize);

/// One place in the body that names a local.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MentionId(usize);

macro_rules! index_newtype {
    ($($name:ident),*) => { $(impl $name {
        /// The position in its table.
        pub fn index(self) -> usize {
            self.0
        }
        pub(crate) fn from_index(index: usize) -> Self {
            Self(index)
        }
    })* };
}
index_newtype!(LocalId, MentionId);

/// Where a local comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LocalKind {
    /// A parameter of the function, by position.
    Param,
    /// A binding of the user's.
    User,
    /// A part of a matched value that the user's pattern leaves out.
    Rest,
    /// A field of another local that has been taken apart.
    Part(LocalId),
    /// A value without a name, which the lowering gives one.
    Temp(TempKind),
}

impl LocalKind {
    /// Whether it is a value without a name.
    pub fn is_temp(self) -> bool {
        matches!(self, LocalKind::Temp(_))
    }
}

/// What a value without a name is. The analysis goes by it, and expansions show it as the name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TempKind {
    /// An operand that is evaluated before a later one yields. Its one use takes it.
    Operand,
    /// The value of a branch, loop or block with a yield in it, or the right side of an assignment whose left side yields.
    /// Its one use takes it.
    Value,
    /// An item on its way to the suspension: one in the middle of whose evaluation a yield stands, or one that a delegate
    /// has handed out. Its one use takes it.
    Item,
    /// What a method takes by value while its arguments yield, when they are there; see `lower::temporaries::receivers`.
    Receiver,
    /// What is called, a copy, in the same way.
    Callee,
    /// What is borrowed, and so has to stay in its place to the end of its scope: the value of `&make()`.
    Temporary,
    /// What a borrowed field or element is in: the value of `make()` in `&make().0`. If that is a reference, its one use takes it.
    Base,
    /// What a method is called on, or `*` applied to, in an expression whose temporaries live on while its body yields:
    /// perhaps the guard of a lock. It stays to the end of its scope even where the method would take it.
    Guard,
    /// The same of a struct that is made on the spot: a method with the name of a consuming one takes it, and of other methods
    /// rustc is asked.
    Made,
    /// The iterator of a `for` loop. What it is made of is moved into it, for otherwise it would borrow over the yields.
    Iter,
    /// The range that a loop counts through, until it is taken apart.
    Range,
    /// The next item of a loop that counts.
    Next,
    /// Where it ends.
    End,
    /// The value of a condition, after its temporaries are gone.
    Condition,
    /// The operand of `yield_from!`.
    Given,
    /// The delegate that is made of it.
    Source,
    /// What was sent in, on its way to the delegate.
    Answer,
    /// The return value of the delegate.
    Completed,
    /// The return value of the generator.
    Returned,
    /// What `?` hands out last.
    LastItem,
    /// A field of a variable that has become one local a field; its name is made of the variable's.
    Field,
}

impl TempKind {
    /// The name in expansions and dumps.
    fn name(self) -> &'static str {
        match self {
            TempKind::Operand => "operand",
            TempKind::Value => "value",
            TempKind::Item => "item",
            TempKind::Receiver => "receiver",
            TempKind::Callee => "callee",
            TempKind::Temporary => "temporary",
            TempKind::Base => "base",
            TempKind::Guard => "guard",
            TempKind::Made => "made",
            TempKind::Iter => "iter",
            TempKind::Range => "range",
            TempKind::Next => "next",
            TempKind::End => "end",
            TempKind::Condition => "condition",
            TempKind::Given => "given",
            TempKind::Source => "source",
            TempKind::Answer => "answer",
            TempKind::Completed => "completed",
            TempKind::Returned => "returned",
            TempKind::LastItem => "last_item",
            TempKind::Field => "field",
        }
    }
}

/// A local variable.
#[derive(Debug, Clone)]
pub struct LocalDecl {
    /// The user's identifier, or a descriptive one for a value without a name.
    pub ident: Ident,
    /// Whether it is bound `mut`.
    pub mutable: bool,
    /// Where it comes from.
    pub kind: LocalKind,
    /// The type written at its binding.
    pub ty: Option<Type>,
    /// The initialiser, where the binding is a plain `let name = init`.
    pub init: Option<Expr>,
    /// Where the statement that declares it starts and ends: `let` and `;`.
    pub ends: Option<(Span, Span)>,
    /// The head of the `for` loop whose items it is.
    pub item_of: Option<Expr>,
    /// Whether its type is a type parameter or an `impl Trait`.
    pub generic: bool,
    /// Whether it is a parameter whose written type is moved and never copied.
    pub never_copied: bool,
    /// Whether it is a parameter whose written type is a collection of such values.
    pub items_never_copied: bool,
    /// Whether its type, or a bound on it, says that it can be called once only.
    pub called_once: bool,
    /// Whether it is a part of something whose written type has no reference in it, and so none itself.
    pub owned_part: bool,
    /// Whether an assignment gives it a struct or a variant that is spelled out, and so it is no reference.
    pub built: bool,
    /// Whether it is a part of something of which no part has a drop that could be noticed.
    pub harmless_part: bool,
    /// Bound by `ref` or `ref mut`.
    pub by_ref: bool,
    /// Whether it is a shared reference, as far as what it is taken out of tells.
    pub shared: bool,
    /// Whether the type of what it is taken out of may be complete only later in the function.
    pub inferred_late: bool,
    /// Whether a closure stands in what it is taken out of.
    pub of_closure: bool,
    /// Whether it is an entry of one of std's maps, or a part of one.
    pub map_entry: bool,
    /// Whether it is a struct that a pattern takes apart, if its type has no `Drop`.
    pub opened: bool,
    /// Whether it is a part of such a struct, which it is left behind by, if at all.
    pub in_opened: bool,
    /// The references to its fields that stand for it, if it is a `&mut` of which fields are handed out.
    pub fields: Vec<(Member, LocalId)>,
}

impl LocalDecl {
    /// One of which nothing more is known.
    pub fn new(ident: Ident, kind: LocalKind) -> Self {
        LocalDecl {
            ident,
            mutable: false,
            kind,
            ty: None,
            init: None,
            ends: None,
            item_of: None,
            generic: false,
            never_copied: false,
            items_never_copied: false,
            called_once: false,
            owned_part: false,
            built: false,
            harmless_part: false,
            by_ref: false,
            shared: false,
            inferred_late: false,
            of_closure: false,
            map_entry: false,
            opened: false,
            in_opened: false,
            fields: Vec::new(),
        }
    }

    /// The name of the local that one of its fields becomes.
    ///
    /// Input: `pair`, `r#type` · Output: `pair_type`
    pub fn part_ident(&self, field: &str) -> Ident {
        let whole = self.ident.to_string();
        let [whole, field] = [&whole, field].map(|name| name.trim_start_matches("r#"));
        Ident::new(&format!("{whole}_{field}"), self.ident.span())
    }
}

/// All locals of a body.
#[derive(Debug, Default, Clone)]
pub struct Locals {
    decls: Vec<LocalDecl>,
    mentions: usize,
}

impl Locals {
    /// Adds a local.
    pub fn add(&mut self, decl: LocalDecl) -> LocalId {
        self.decls.push(decl);
        LocalId(self.decls.len() - 1)
    }

    /// Adds a value without a name.
    pub fn add_temp(&mut self, kind: TempKind, span: Span) -> LocalId {
        self.add_nameless(LocalKind::Temp(kind), kind.name(), span)
    }

    /// Adds a part of a matched value that the user's pattern leaves out.
    pub fn add_rest(&mut self, span: Span) -> LocalId {
        self.add_nameless(LocalKind::Rest, "rest", span)
    }

    fn add_nameless(&mut self, kind: LocalKind, name: &str, span: Span) -> LocalId {
        let ident = Ident::new(name, Span::mixed_site().located_at(span));
        self.add(LocalDecl {
            mutable: true,
            ..LocalDecl::new(ident, kind)
        })
    }

    /// The declaration of `id`.
    pub fn get(&self, id: LocalId) -> &LocalDecl {
        &self.decls[id.0]
    }

    /// The declaration of `id`, to add what is learnt about it.
    pub fn get_mut(&mut self, id: LocalId) -> &mut LocalDecl {
        &mut self.decls[id.0]
    }

    /// The locals a pattern binds for the user.
    pub fn user_bindings(&self, pat: &Pat) -> Vec<LocalId> {
        let mut found = bindings(pat);
        found.retain(|local| self.get(*local).kind != LocalKind::Rest);
        found
    }

    /// All ids in the order of declaration.
    pub fn ids(&self) -> impl Iterator<Item = LocalId> + use<> {
        (0..self.decls.len()).map(LocalId)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.decls.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.decls.is_empty()
    }

    /// How many mentions there are.
    pub fn mention_count(&self) -> usize {
        self.mentions
    }

    /// An identifier for a new mention of `id`.
    pub fn mention(&mut self, id: LocalId, span: Span) -> Ident {
        self.mentions += 1;
        encode::mention(id, MentionId(self.mentions - 1), span)
    }

    /// An expression that is a new mention of `id`.
    pub fn mention_expr(&mut self, id: LocalId, span: Span) -> Expr {
        let ident = self.mention(id, span);
        name_expr(ident)
    }

    /// The identifier for the binding of `id`.
    pub fn binding(&self, id: LocalId) -> Ident {
        encode::binding(id, self.get(id).ident.span())
    }
}
