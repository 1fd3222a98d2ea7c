//! The textual form of a graph: what tests read.
//!
//! ```text
//! fn countdown {
//!     param n: plain value, saved
//!
//!     bb0: {
//!         if n > 0 -> [bb1, else bb2]
//!     }
//!     bb1: {
//!         yield n -> bb3                  // suspend 0
//!     }
//!     ..
//!     suspend 0: bb1 -> bb3, live [n]
//! }
//! ```
//!
//! A local goes by the user's name, with its number behind it where several have that name. `move x` is a mention that
//! takes the value away, `drop x` the end of a scope in which `x` may still hold a value, `dead x` one in which it
//! holds none.

mod line;

use super::{BasicBlock, BlockId, Body, Stmt, SuspendPoint, Terminator};
use crate::analyse::{FrameLayout, Storage};
use crate::resolve::{LocalId, LocalKind, decode};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use std::collections::BTreeSet;
use std::fmt;
use syn::{Expr, Item};

/// The text for the generator called `name`.
pub fn dump(name: &str, body: &Body, layout: &FrameLayout) -> String {
    let dump = Dump {
        name,
        body,
        layout,
        locals: local_names(body),
    };
    dump.to_string()
}

struct Dump<'a> {
    name: &'a str,
    body: &'a Body,
    layout: &'a FrameLayout,
    /// What each local is called.
    locals: Vec<String>,
}

/// The user's name of each local, with its number where several have that name.
fn local_names(body: &Body) -> Vec<String> {
    let text = |id| body.locals.get(id).ident.to_string();
    let all: Vec<String> = body.locals.ids().map(text).collect();
    let is_shared = |name: &String| all.iter().filter(|other| *other == name).count() > 1;
    all.iter()
        .enumerate()
        .map(|(index, name)| match is_shared(name) {
            true => format!("{name}_{index}"),
            false => name.clone(),
        })
        .collect()
}

impl fmt::Display for Dump<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "fn {} {{", self.name)?;
        for id in self.body.locals.ids() {
            self.local(f, id)?;
        }
        for item in self.body.items.iter().flatten() {
            writeln!(f, "    {}", item_head(item))?;
        }
        for id in self.body.block_ids() {
            writeln!(f)?;
            self.block(f, id)?;
        }
        if !self.body.suspend_points.is_empty() {
            writeln!(f)?;
        }
        for (number, point) in self.body.suspend_points.iter().enumerate() {
            self.suspend_point(f, number, point)?;
        }
        writeln!(f, "}}")
    }
}

impl Dump<'_> {
    fn local(&self, f: &mut fmt::Formatter<'_>, id: LocalId) -> fmt::Result {
        let decl = self.body.locals.get(id);
        let kind = match decl.kind {
            LocalKind::Param => "param",
            LocalKind::User => "let",
            LocalKind::Temp(_) => "temp",
            LocalKind::Part(_) => "part",
            LocalKind::Rest => "rest",
        };
        let storage = match self.layout.storage(id) {
            _ if self.layout.recomputed.contains(&id) => "plain value, computed again",
            Storage::Unused => "unused",
            Storage::Block => "variable of a block",
            Storage::Scalar { saved: true } => "plain value, saved",
            Storage::Scalar { saved: false } => "plain value of a run",
            Storage::Bare => "field in place, saved",
            Storage::Slot { saved: true } => "slot, saved",
            Storage::Slot { saved: false } => "slot of a run",
            Storage::Kept => "kept for its drop",
        };
        writeln!(f, "    {kind} {}: {storage}", self.locals[id.index()])
    }

    fn block(&self, f: &mut fmt::Formatter<'_>, id: BlockId) -> fmt::Result {
        let block = self.body.block(id);
        writeln!(f, "    {}: {{{}", name_of(id), block_notes(block))?;
        for stmt in &block.stmts {
            writeln!(f, "        {}", self.stmt(id, stmt))?;
        }
        self.terminator(f, &block.terminator)?;
        writeln!(f, "    }}")
    }

    fn stmt(&self, block: BlockId, stmt: &Stmt) -> String {
        match stmt {
            Stmt::Let {
                attrs,
                pat,
                init,
                diverge,
            } => {
                let init = init.as_ref().map(|init| quote!(= #init));
                let diverge = diverge.as_ref().map(|diverge| quote!(else #diverge));
                self.line(quote!(#(#attrs)* let #pat #init #diverge;))
            }
            Stmt::Init { local, value } => {
                format!("{} = {};", self.local_name(*local), self.expr(value))
            }
            Stmt::Eval(stmt) => self.line(stmt.to_token_stream()),
            Stmt::StorageDead(local) => {
                let held = self.layout.held_at_dead.contains(&(block, *local));
                let what = if held { "drop" } else { "dead" };
                format!("{what} {}", self.local_name(*local))
            }
        }
    }

    fn terminator(&self, f: &mut fmt::Formatter<'_>, terminator: &Terminator) -> fmt::Result {
        let indent = "        ";
        match terminator {
            Terminator::Goto(target) => writeln!(f, "{indent}goto {}", name_of(*target)),
            Terminator::If {
                cond,
                then,
                otherwise,
            } => {
                let (then, otherwise) = (name_of(*then), name_of(*otherwise));
                writeln!(
                    f,
                    "{indent}if {} -> [{then}, else {otherwise}]",
                    self.expr(cond)
                )
            }
            Terminator::Match { scrutinee, arms } => {
                writeln!(f, "{indent}match {} {{", self.expr(scrutinee))?;
                for arm in arms {
                    let (attrs, pat) = (&arm.attrs, &arm.pat);
                    let guard = arm.guard.as_ref().map(|guard| quote!(if #guard));
                    let head = self.line(quote!(#(#attrs)* #pat #guard));
                    writeln!(f, "{indent}    {head} -> {}", name_of(arm.target))?;
                }
                writeln!(f, "{indent}}}")
            }
            Terminator::Yield {
                value,
                suspend,
                resume,
            } => {
                let (value, resume) = (self.expr(value), name_of(*resume));
                writeln!(
                    f,
                    "{indent}yield {value} -> {resume}    // suspend {suspend}"
                )
            }
            Terminator::Finish(local) => writeln!(f, "{indent}finish {}", self.local_name(*local)),
            Terminator::Return => match self.body.ret {
                Some(ret) => writeln!(f, "{indent}return {}", self.local_name(ret)),
                None => writeln!(f, "{indent}return"),
            },
            Terminator::Unreachable => writeln!(f, "{indent}unreachable"),
        }
    }

    /// Live are the locals that are used after the suspension, held those that are not, but may hold a value.
    fn suspend_point(
        &self,
        f: &mut fmt::Formatter<'_>,
        number: usize,
        point: &SuspendPoint,
    ) -> fmt::Result {
        let (live, held) = (&self.layout.live[number], &self.layout.held[number]);
        let (block, resume) = (name_of(point.block), name_of(point.resume));
        let live_list = self.list(|id| live.has(id));
        let held_list = self.list(|id| held.has(id) && !live.has(id));
        write!(
            f,
            "    suspend {number}: {block} -> {resume}, live [{live_list}]"
        )?;
        if !held_list.is_empty() {
            write!(f, ", held [{held_list}]")?;
        }
        writeln!(f)
    }

    fn list(&self, contains: impl Fn(LocalId) -> bool) -> String {
        let in_scope = self.body.params.iter().chain(&self.body.declared);
        let listed: BTreeSet<LocalId> = in_scope.copied().collect();
        let ids = listed.into_iter().filter(|id| contains(*id));
        let names: Vec<&str> = ids.map(|id| self.local_name(id)).collect();
        names.join(", ")
    }

    // Tokens.

    fn local_name(&self, id: LocalId) -> &str {
        &self.locals[id.index()]
    }

    fn expr(&self, expr: &Expr) -> String {
        self.line(expr.to_token_stream())
    }

    fn line(&self, tokens: TokenStream) -> String {
        line::line(tokens, &|ident| self.ident(ident))
    }

    /// A local by its name, `move` before a mention that takes the value away.
    fn ident(&self, ident: &Ident) -> String {
        let Some(name) = decode(ident) else {
            return ident.to_string();
        };
        let text = self.local_name(name.local);
        let is_move = name.mention.is_some_and(|mention| {
            let live = self.layout.live_after.contains(mention.index());
            let info = self.layout.mention(mention);
            info.is_some_and(|info| info.moves || (info.takes && !live))
        });
        match is_move {
            true => format!("move {text}"),
            false => text.to_string(),
        }
    }
}

fn name_of(id: BlockId) -> String {
    format!("bb{}", id.index())
}

/// The exits of the statements and the items in sight.
fn block_notes(block: &BasicBlock) -> String {
    let mut notes = Vec::new();
    if !block.exits.is_empty() {
        let exits: Vec<String> = block.exits.iter().map(|exit| name_of(*exit)).collect();
        notes.push(format!("exits [{}]", exits.join(", ")));
    }
    notes.extend(block.items.items().map(item_head));
    match notes.is_empty() {
        true => String::new(),
        false => format!("    // {}", notes.join(", ")),
    }
}

/// The kind and name of an item.
fn item_head(item: &Item) -> String {
    let named = |kind: &str, ident: &Ident| format!("{kind} {ident}");
    match item {
        Item::Const(it) => named("const", &it.ident),
        Item::Enum(it) => named("enum", &it.ident),
        Item::Fn(it) => named("fn", &it.sig.ident),
        Item::Mod(it) => named("mod", &it.ident),
        Item::Static(it) => named("static", &it.ident),
        Item::Struct(it) => named("struct", &it.ident),
        Item::Trait(it) => named("trait", &it.ident),
        Item::Type(it) => named("type", &it.ident),
        Item::Union(it) => named("union", &it.ident),
        Item::Macro(it) => match &it.ident {
            Some(ident) => named("macro", ident),
            None => "macro call".to_string(),
        },
        other => {
            let head = line::line(other.to_token_stream(), &Ident::to_string);
            head.split(['{', ';'])
                .next()
                .unwrap_or_default()
                .trim()
                .to_string()
        }
    }
}
