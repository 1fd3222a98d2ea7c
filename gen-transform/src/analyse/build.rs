//! From blocks to the flow graph: a walk over each statement in the order of evaluation.

use super::flow::{Context, Event, Flow, MentionInfo, NodeId};
use crate::ir::{BlockId, Body, Stmt as IrStmt, Terminator};
use crate::lower::goto_target;
use crate::resolve::{
    LocalId, LocalKind, Locals, MentionId, bindings, decode, is_plain_binding, rename_tokens,
};
use crate::syntax::{MacroCall, unparen};
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Macro, Pat, Stmt, UnOp};

/// Methods that are well known to take `self` by value.
const CONSUMING: [&str; 62] = [
    "into_iter",
    "unwrap",
    "unwrap_or",
    "unwrap_or_else",
    "unwrap_or_default",
    "unwrap_err",
    "expect",
    "expect_err",
    "map",
    "map_err",
    "map_or",
    "map_or_else",
    "and_then",
    "or_else",
    "filter",
    "filter_map",
    "flat_map",
    "flatten",
    "take_while",
    "skip_while",
    "map_while",
    "scan",
    "inspect",
    "fuse",
    "chain",
    "zip",
    "unzip",
    "enumerate",
    "peekable",
    "step_by",
    "rev",
    "cloned",
    "copied",
    "cycle",
    "collect",
    "count",
    "sum",
    "product",
    "fold",
    "for_each",
    "max",
    "min",
    "max_by_key",
    "min_by_key",
    "max_by",
    "min_by",
    "last",
    "partition",
    "ok",
    "err",
    "ok_or",
    "ok_or_else",
    "join",
    "skip",
    "into_inner",
    "into_string",
    "into_boxed_slice",
    "into_bytes",
    "into_keys",
    "into_values",
    "and",
    "transpose",
];

/// Whether a method of this name is well known to take `self` by value.
pub fn is_consuming(method: &str) -> bool {
    CONSUMING.contains(&method)
        || method == "into"
        || method.starts_with("into_")
        || method.starts_with("unwrap")
}

/// Builds the graph of `body`.
pub fn build(body: &Body) -> Flow {
    let mut flow = Flow {
        mentions: vec![None; body.locals.mention_count()],
        ..Flow::default()
    };
    let start = flow.add(Event::Nothing, body.entry, false);
    flow.start = Some(start);
    for id in body.block_ids() {
        let entry = flow.add(Event::Nothing, id, false);
        flow.block_entry.push(entry);
    }
    let mut walk = Walk {
        body,
        flow,
        block: body.entry,
        at: Some(start),
        loops: Vec::new(),
        closures: 0,
        entries: entry_counts(body),
        in_terminator: false,
        makes_iterator: false,
        behind_closure: None,
        bound_for: BTreeMap::new(),
    };
    for param in &body.params {
        walk.event(Event::Init(*param));
    }
    walk.goto_block(body.entry);
    for id in body.block_ids() {
        walk.block(id);
    }
    walk.flow
}

/// A loop or labelled block of an opaque statement.
struct InnerLoop {
    label: Option<String>,
    continue_to: Option<NodeId>,
    break_to: NodeId,
}

struct Walk<'a> {
    body: &'a Body,
    flow: Flow,
    block: BlockId,
    /// The last node, if what follows is reachable.
    at: Option<NodeId>,
    loops: Vec<InnerLoop>,
    closures: usize,
    /// How often each block is entered.
    entries: Vec<usize>,
    in_terminator: bool,
    makes_iterator: bool,
    behind_closure: Option<NodeId>,
    /// What a condition or arm binds, if the block it leads to is entered from there only: it belongs to that block.
    bound_for: BTreeMap<LocalId, BlockId>,
}

/// How often each block is entered: by jumps, exits, resumes and at the start.
fn entry_counts(body: &Body) -> Vec<usize> {
    let mut counts = vec![0; body.blocks.len()];
    counts[body.entry.index()] += 1;
    for id in body.block_ids() {
        let resume = match body.block(id).terminator {
            Terminator::Yield { resume, .. } => Some(resume),
            _ => None,
        };
        for target in body.successors(id).into_iter().chain(resume) {
            counts[target.index()] += 1;
        }
    }
    counts
}

impl Walk<'_> {
    fn block(&mut self, id: BlockId) {
        let body = self.body;
        self.block = id;
        self.at = Some(self.flow.block_entry[id.index()]);
        let block = body.block(id);
        for stmt in &block.stmts {
            self.ir_stmt(stmt);
        }
        self.bound_for.clear();
        self.in_terminator = true;
        self.terminator(&block.terminator);
        self.in_terminator = false;
    }

    fn ir_stmt(&mut self, stmt: &IrStmt) {
        match stmt {
            IrStmt::Let {
                pat, init, diverge, ..
            } => {
                self.flow.deferred.extend(
                    bindings(pat)
                        .into_iter()
                        .filter(|_| init.is_none())
                        .map(|local| (self.block, local)),
                );
                if let Some(init) = init {
                    self.note_rests(init, pat);
                    self.matched(init, [pat].into_iter());
                    if let Some(diverge) = diverge {
                        self.branch(|this| this.expr(diverge));
                    }
                    self.init_all(bindings(pat));
                }
            }
            IrStmt::Init { local, value } => {
                self.makes_iterator = self.body.locals.get(*local).ident == "iter";
                self.expr(value);
                self.makes_iterator = false;
                self.event(Event::Init(*local));
            }
            IrStmt::Eval(stmt) => self.stmt(stmt),
            IrStmt::StorageDead(local) => self.event(Event::Dead(*local)),
        }
    }

    fn terminator(&mut self, terminator: &Terminator) {
        match terminator {
            Terminator::Goto(target) => self.goto_block(*target),
            Terminator::If {
                cond,
                then,
                otherwise,
            } => {
                self.bind_for(&crate::resolve::condition_bindings(cond), *then);
                let mut otherwise_from = Vec::new();
                self.condition(cond, &mut otherwise_from);
                self.goto_block(*then);
                let entry = self.flow.block_entry[otherwise.index()];
                otherwise_from
                    .into_iter()
                    .for_each(|node| self.flow.edge(node, entry));
            }
            Terminator::Match { scrutinee, arms } => {
                self.matched(scrutinee, arms.iter().map(|arm| &arm.pat));
                let owner = direct_local(scrutinee);
                for arm in arms {
                    self.bind_for(&bindings(&arm.pat), arm.target);
                    self.note_rests(scrutinee, &arm.pat);
                    self.branch(|this| {
                        this.enter_arm(scrutinee, owner, &arm.pat);
                        if let Some(guard) = &arm.guard {
                            this.expr(guard);
                        }
                        this.goto_block(arm.target);
                    });
                }
            }
            Terminator::Yield {
                value,
                suspend,
                resume,
            } => {
                self.expr(value);
                self.event(Event::Suspend(*suspend));
                self.goto_block(*resume);
            }
            Terminator::Finish(local) => {
                // The last item is read whatever else happens.
                if let Some(at) = self.at {
                    let read = self.flow.add(Event::Nothing, self.block, false);
                    self.flow.edge(at, read);
                }
                let _ = local;
                self.at = None;
            }
            Terminator::Return | Terminator::Unreachable => self.at = None,
        }
        self.at = None;
    }

    fn bind_for(&mut self, locals: &[LocalId], target: BlockId) {
        if !locals.is_empty() && self.entries[target.index()] == 1 {
            self.flow.arm_targets.insert((self.block, target));
            self.flow
                .bound_by_edge
                .extend(locals.iter().map(|local| (target, *local)));
            self.bound_for
                .extend(locals.iter().map(|local| (*local, target)));
        }
    }

    // Nodes.

    fn event(&mut self, event: Event) {
        let local = match event {
            Event::Use(_, local, _)
            | Event::Move(_, local)
            | Event::Init(local)
            | Event::MaybeInit(local)
            | Event::Dead(local) => Some(local),
            Event::Nothing | Event::Suspend(_) => None,
        };
        let block = local
            .and_then(|local| self.bound_for.get(&local).copied())
            .filter(|_| self.in_terminator)
            .unwrap_or(self.block);
        let node = self.flow.add(event, block, self.closures > 0);
        if let Some(at) = self.at {
            self.flow.edge(at, node);
            self.at = Some(node);
        }
    }

    fn join(&mut self) -> NodeId {
        self.flow.add(Event::Nothing, self.block, self.closures > 0)
    }

    /// Goes on at `node` from here.
    fn go(&mut self, node: NodeId) {
        if let Some(at) = self.at {
            self.flow.edge(at, node);
        }
    }

    fn goto_block(&mut self, target: BlockId) {
        let entry = self.flow.block_entry[target.index()];
        self.go(entry);
        self.at = None;
    }

    /// Walks a branch that may not be taken and that does not come back.
    fn branch(&mut self, within: impl FnOnce(&mut Self)) {
        let before = self.at;
        within(self);
        self.at = before;
    }

    /// Walks alternatives that meet again.
    fn alternatives<T>(
        &mut self,
        branches: impl IntoIterator<Item = T>,
        within: impl Fn(&mut Self, T),
    ) {
        let (before, after) = (self.at, self.join());
        for branch in branches {
            self.at = before;
            within(self, branch);
            self.go(after);
        }
        self.at = Some(after);
    }

    fn init_all(&mut self, locals: Vec<LocalId>) {
        for local in locals {
            self.event(Event::Init(local));
        }
    }

    fn mention(&mut self, expr: &Expr, context: Context) -> bool {
        let Expr::Path(path) = expr else { return false };
        match path.path.get_ident() {
            Some(ident) => self.mention_ident(ident, context),
            None => false,
        }
    }

    fn mention_ident(&mut self, ident: &syn::Ident, context: Context) -> bool {
        let Some(name) = decode(ident) else {
            return false;
        };
        let Some(mention) = name.mention else {
            return false;
        };
        let owner = &self.body.locals;
        let by_value = self.closures == 0 || context == Context::Value;
        let handed_on = super::types::is_handed_on(owner, name.local);
        let takes = takes(context, handed_on) && by_value;
        let moves = context == Context::Value
            && self.closures == 0
            && super::types::is_owned(owner.get(name.local));
        if context == Context::Assign {
            self.event(if self.closures > 0 {
                Event::MaybeInit(name.local)
            } else {
                Event::Init(name.local)
            });
        } else {
            self.event(if moves {
                Event::Move(mention, name.local)
            } else {
                Event::Use(mention, name.local, takes)
            });
        }
        let node = NodeId(self.flow.nodes.len() - 1);
        let block = self.flow.nodes[node.0].block;
        let info = MentionInfo {
            local: name.local,
            context,
            takes,
            moves,
            in_closure: self.closures > 0,
            block,
            node,
            behind: self.behind_closure,
        };
        self.flow.mentions[mention.index()] = Some(info);
        true
    }

    // Expressions, in the order of evaluation.

    /// The place that `expr` denotes, or the temporary for its value.
    fn place(&mut self, expr: &Expr, context: Context) {
        match unparen(expr) {
            path @ Expr::Path(_) => {
                self.mention(path, context);
            }
            Expr::Field(it) => self.place(
                &it.base,
                if context == Context::Value {
                    Context::FieldValue
                } else {
                    projected(context)
                },
            ),
            Expr::Index(it) => {
                self.place(&it.expr, Context::Place);
                self.expr(&it.index);
            }
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => {
                let context = self.deref_context(&it.expr, context);
                self.place(&it.expr, context);
            }
            other => self.expr(other),
        }
    }

    /// What `*base` in this context does to `base`: out of a `Box` it moves.
    fn deref_context(&self, base: &Expr, context: Context) -> Context {
        let by_value = matches!(
            context,
            Context::Value
                | Context::Scrutinee { binds: true, .. }
                | Context::Receiver { consuming: true }
        );
        let local = match unparen(base) {
            Expr::Path(path) => path.path.get_ident().and_then(decode),
            _ => None,
        };
        let is_box =
            local.is_some_and(|name| super::types::is_box(self.body.locals.get(name.local)));
        if by_value && is_box {
            Context::Value
        } else {
            Context::Place
        }
    }

    /// The value of `expr`.
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(_) => {
                self.mention(expr, Context::Value);
            }
            Expr::Field(_) | Expr::Index(_) => self.place(expr, Context::Value),
            Expr::Reference(it) => self.place(&it.expr, Context::Place),
            Expr::RawAddr(it) => self.place(&it.expr, Context::Place),
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => self.place(expr, Context::Value),
            Expr::Assign(it) => {
                self.expr(&it.right);
                self.assignee(&it.left);
            }
            Expr::Binary(it) => self.binary(it),
            Expr::MethodCall(it) => {
                let method = it.method.to_string();
                let consuming = (is_consuming(&method) && !self.is_held_guard(&it.receiver))
                    || self.is_source(&it.receiver, &method);
                self.place(&it.receiver, Context::Receiver { consuming });
                it.args.iter().for_each(|arg| self.expr(arg));
            }
            Expr::Call(it) => {
                self.place(&it.func, Context::Callee);
                it.args.iter().for_each(|arg| self.expr(arg));
            }
            Expr::Struct(it) => {
                it.fields.iter().for_each(|field| self.expr(&field.expr));
                if let Some(rest) = &it.rest {
                    self.place(rest, Context::FieldValue);
                }
            }
            Expr::If(it) => self.if_else(it),
            Expr::Match(it) => self.match_arms(it),
            Expr::Let(it) => {
                self.matched(&it.expr, [&*it.pat].into_iter());
                self.init_all(bindings(&it.pat));
            }
            Expr::Loop(it) => {
                self.inner_loop(it.label.as_ref(), |this, _| this.block_stmts(&it.body))
            }
            Expr::While(it) => self.inner_loop(it.label.as_ref(), |this, break_to| {
                let mut done = Vec::new();
                this.condition(&it.cond, &mut done);
                done.into_iter()
                    .for_each(|node| this.flow.edge(node, break_to));
                this.block_stmts(&it.body);
            }),
            Expr::ForLoop(it) => {
                self.expr(&it.expr);
                self.inner_loop(it.label.as_ref(), |this, break_to| {
                    this.go(break_to);
                    this.init_all(bindings(&it.pat));
                    this.block_stmts(&it.body);
                });
            }
            Expr::Block(it) => match &it.label {
                Some(label) => self.labelled_block(label, &it.block),
                None => self.block_stmts(&it.block),
            },
            Expr::Unsafe(it) => self.block_stmts(&it.block),
            Expr::Break(it) => {
                it.expr.iter().for_each(|value| self.expr(value));
                self.jump(it.label.as_ref(), false);
            }
            Expr::Continue(it) => self.jump(it.label.as_ref(), true),
            Expr::Return(it) => {
                it.expr.iter().for_each(|value| self.expr(value));
                self.at = None;
            }
            Expr::Closure(it) if it.capture.is_some() => self.captures(it.to_token_stream()),
            Expr::Closure(it) => self.closure(|this| {
                it.inputs
                    .iter()
                    .for_each(|input| this.init_all(bindings(input)));
                this.expr(&it.body);
            }),
            Expr::Async(it) if it.capture.is_some() => self.captures(it.to_token_stream()),
            Expr::Async(it) => self.closure(|this| this.block_stmts(&it.block)),
            Expr::Macro(it) => self.macro_call(&it.mac),
            Expr::Const(_) | Expr::Lit(_) | Expr::Infer(_) | Expr::Verbatim(_) => {}
            other => visit::visit_expr(&mut Operands(self), other),
        }
    }

    /// Whether a receiver is a guard that is kept to the end of its statement.
    fn is_held_guard(&self, receiver: &Expr) -> bool {
        let decl = direct_local(receiver).map(|local| self.body.locals.get(local));
        decl.is_some_and(|decl| decl.kind == LocalKind::Temp && decl.ident == "guard")
    }

    /// Whether a method makes the iterator of a loop out of a value of generic type, or of a reader: were it by reference, the
    /// loop would borrow a local over its yields.
    fn is_source(&self, receiver: &Expr, method: &str) -> bool {
        let Some(local) = direct_local(receiver) else {
            return false;
        };
        let decl = self.body.locals.get(local);
        let reads = ["lines", "bytes", "split"].contains(&method)
            && !matches!(decl.ty, Some(syn::Type::Reference(_)));
        self.makes_iterator && (decl.generic || reads)
    }

    fn assignee(&mut self, place: &Expr) {
        match unparen(place) {
            path @ Expr::Path(_) => {
                self.mention(path, Context::Assign);
            }
            Expr::Tuple(it) => it.elems.iter().for_each(|elem| self.assignee(elem)),
            Expr::Array(it) => it.elems.iter().for_each(|elem| self.assignee(elem)),
            Expr::Call(it) => it.args.iter().for_each(|elem| self.assignee(elem)),
            Expr::Struct(it) => it
                .fields
                .iter()
                .for_each(|field| self.assignee(&field.expr)),
            other => self.place(other, Context::Place),
        }
    }

    fn binary(&mut self, it: &syn::ExprBinary) {
        match it.op {
            BinOp::And(_) | BinOp::Or(_) => {
                self.expr(&it.left);
                let (evaluated, skipped) = (Some(&*it.right), None);
                self.alternatives([evaluated, skipped], |this, right| {
                    right.into_iter().for_each(|right| this.expr(right))
                });
            }
            // Comparisons take their operands by reference.
            BinOp::Eq(_)
            | BinOp::Ne(_)
            | BinOp::Lt(_)
            | BinOp::Le(_)
            | BinOp::Gt(_)
            | BinOp::Ge(_) => {
                self.place(&it.left, Context::Place);
                self.place(&it.right, Context::Place);
            }
            BinOp::Add(_)
            | BinOp::Sub(_)
            | BinOp::Mul(_)
            | BinOp::Div(_)
            | BinOp::Rem(_)
            | BinOp::BitXor(_)
            | BinOp::BitAnd(_)
            | BinOp::BitOr(_)
            | BinOp::Shl(_)
            | BinOp::Shr(_) => {
                self.expr(&it.left);
                self.expr(&it.right);
            }
            _ => {
                self.expr(&it.right);
                self.place(&it.left, Context::Place);
            }
        }
    }

    /// A condition: afterwards the walk stands where it holds; `otherwise` collects the nodes from which it does not.
    fn condition(&mut self, cond: &Expr, otherwise: &mut Vec<NodeId>) {
        match unparen(cond) {
            Expr::Binary(it) if matches!(it.op, BinOp::And(_)) => {
                self.condition(&it.left, otherwise);
                self.condition(&it.right, otherwise);
            }
            Expr::Let(it) => {
                self.matched(&it.expr, [&*it.pat].into_iter());
                otherwise.extend(self.at);
                self.init_all(bindings(&it.pat));
            }
            other => {
                self.expr(other);
                otherwise.extend(self.at);
            }
        }
    }

    fn if_else(&mut self, it: &syn::ExprIf) {
        let mut otherwise = Vec::new();
        let after = self.join();
        self.condition(&it.cond, &mut otherwise);
        self.block_stmts(&it.then_branch);
        self.go(after);
        let start = self.join();
        otherwise
            .into_iter()
            .for_each(|node| self.flow.edge(node, start));
        self.at = Some(start);
        if let Some((_, otherwise)) = &it.else_branch {
            self.expr(otherwise);
        }
        self.go(after);
        self.at = Some(after);
    }

    fn match_arms(&mut self, it: &syn::ExprMatch) {
        self.matched(&it.expr, it.arms.iter().map(|arm| &arm.pat));
        let owner = direct_local(&it.expr);
        self.alternatives(&it.arms, |this, arm| {
            this.enter_arm(&it.expr, owner, &arm.pat);
            if let Some((_, guard)) = &arm.guard {
                this.expr(guard);
            }
            this.expr(&arm.body);
        });
    }

    /// Notes the parts of a variable that a pattern leaves out.
    fn note_rests(&mut self, scrutinee: &Expr, pat: &Pat) {
        let Expr::Path(path) = unparen(scrutinee) else {
            return;
        };
        let Some(name) = path.path.get_ident().and_then(decode) else {
            return;
        };
        let locals = &self.body.locals;
        let takes_parts = !user_bindings(locals, pat).is_empty();
        let rests = bindings(pat)
            .into_iter()
            .filter(|local| locals.get(*local).kind == LocalKind::Rest);
        self.flow
            .rests
            .extend(rests.map(|rest| (rest, name.mention.filter(|_| takes_parts))));
    }

    /// The start of an arm. In one that takes nothing of a variable, the variable stays whole; in the others it must not be
    /// used any more if it is taken.
    fn enter_arm(&mut self, scrutinee: &Expr, owner: Option<LocalId>, pat: &Pat) {
        let takes_parts = !user_bindings(&self.body.locals, pat).is_empty();
        match owner {
            Some(owner) if !takes_parts => self.event(Event::MaybeInit(owner)),
            Some(_) => {
                self.event_at_join();
                let mention = direct_mention(scrutinee);
                if let (Some(mention), Some(at)) = (mention, self.at) {
                    self.flow.taking_arms.push((mention, at));
                }
            }
            None => {}
        }
        self.init_all(bindings(pat));
    }

    /// A node of its own for what follows.
    fn event_at_join(&mut self) {
        let node = self.join();
        self.go(node);
        self.at = self.at.map(|_| node);
    }

    /// What patterns are matched against.
    fn matched<'p>(&mut self, scrutinee: &Expr, pats: impl Iterator<Item = &'p Pat> + Clone) {
        let whole = pats.clone().all(|pat| is_plain_binding(pat).is_some())
            && pats.clone().next().is_some();
        if whole {
            return self.expr(scrutinee);
        }
        let locals = &self.body.locals;
        let binds = pats.clone().any(|pat| binds_by_value(locals, pat))
            && !pats.clone().any(binds_by_reference);
        let partial = pats
            .filter(|pat| binds_by_value(locals, pat))
            .any(leaves_parts);
        self.place(scrutinee, Context::Scrutinee { binds, partial });
    }

    fn inner_loop(&mut self, label: Option<&syn::Label>, within: impl FnOnce(&mut Self, NodeId)) {
        let (header, after) = (self.join(), self.join());
        self.go(header);
        self.at = self.at.map(|_| header);
        self.loops.push(InnerLoop {
            label: label.map(|label| label.name.ident.to_string()),
            continue_to: Some(header),
            break_to: after,
        });
        within(self, after);
        self.go(header);
        self.loops.pop();
        self.at = Some(after);
    }

    fn labelled_block(&mut self, label: &syn::Label, block: &syn::Block) {
        let after = self.join();
        self.loops.push(InnerLoop {
            label: Some(label.name.ident.to_string()),
            continue_to: None,
            break_to: after,
        });
        self.block_stmts(block);
        self.go(after);
        self.loops.pop();
        self.at = Some(after);
    }

    fn jump(&mut self, label: Option<&syn::Lifetime>, is_continue: bool) {
        let wanted = label.map(|label| label.ident.to_string());
        let target = self.loops.iter().rev().find(|it| match &wanted {
            Some(label) => it.label.as_ref() == Some(label),
            None => it.continue_to.is_some(),
        });
        let node = target.and_then(|it| {
            if is_continue {
                it.continue_to
            } else {
                Some(it.break_to)
            }
        });
        if let Some(node) = node {
            self.go(node);
        }
        self.at = None;
    }

    /// What a `move` closure or async block mentions of the locals around it is captured here.
    fn captures(&mut self, tokens: TokenStream) {
        let mut own = BTreeSet::new();
        rename_tokens(tokens.clone(), &mut |ident| {
            own.extend(
                decode(ident)
                    .filter(|name| name.mention.is_none())
                    .map(|name| name.local),
            );
            None
        });
        rename_tokens(tokens, &mut |ident| {
            if decode(ident).is_some_and(|name| !own.contains(&name.local)) {
                self.mention_ident(ident, Context::MoveCapture);
            }
            None
        });
    }

    /// A closure that borrows: its body may run now or later, any number of times.
    fn closure(&mut self, within: impl FnOnce(&mut Self)) {
        let (header, after) = (self.join(), self.join());
        self.go(header);
        self.go(after);
        self.at = Some(header);
        let outermost = self.closures == 0;
        if outermost {
            self.behind_closure = Some(after);
        }
        self.closures += 1;
        let loops = std::mem::take(&mut self.loops);
        within(self);
        self.loops = loops;
        self.go(header);
        self.go(after);
        self.closures -= 1;
        if outermost {
            self.behind_closure = None;
        }
        self.at = Some(after);
    }

    fn macro_call(&mut self, mac: &Macro) {
        if let Some(target) = goto_target(mac) {
            return self.goto_block(target);
        }
        match MacroCall::parse(mac) {
            Some(call) => self.known_macro(&call),
            None => self.token_mentions(mac.tokens.clone()),
        }
        if ["panic", "unreachable", "todo", "unimplemented"]
            .iter()
            .any(|name| mac.path.is_ident(name))
        {
            self.at = None;
        }
    }

    fn known_macro(&mut self, call: &MacroCall) {
        for (index, arg) in call.args.iter().enumerate() {
            match &call.pattern {
                Some((pat, guard)) => {
                    self.matched(&arg.value, [pat].into_iter());
                    self.branch(|this| {
                        this.init_all(bindings(pat));
                        guard.iter().for_each(|guard| this.expr(guard));
                    });
                }
                None if call.by_value(index) => self.expr(&arg.value),
                None => self.place(&arg.value, Context::Place),
            }
        }
        call.repeat.iter().for_each(|len| self.expr(len));
    }

    fn token_mentions(&mut self, tokens: TokenStream) {
        rename_tokens(tokens, &mut |ident| {
            self.mention_ident(ident, Context::Token);
            None
        });
    }

    fn block_stmts(&mut self, block: &syn::Block) {
        block.stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Local(local) => {
                let Some(init) = &local.init else { return };
                self.matched(&init.expr, [&local.pat].into_iter());
                if let Some((_, diverge)) = &init.diverge {
                    self.branch(|this| this.expr(diverge));
                }
                self.init_all(bindings(&local.pat));
            }
            Stmt::Expr(expr, _) => self.expr(expr),
            Stmt::Macro(mac) => self.macro_call(&mac.mac),
            Stmt::Item(_) => {}
        }
    }
}

/// Whether a mention takes the value away where the local is not used any more.
///
/// A `&mut` is handed on whatever the use is: so its borrow lasts as long as the reference does, and not only as long as
/// the frame is borrowed. So is a value without a name, which is no place.
fn takes(context: Context, is_handed_on: bool) -> bool {
    match context {
        Context::Value | Context::MoveCapture | Context::Receiver { consuming: true } => true,
        Context::Scrutinee { binds, partial } => is_handed_on || (binds && !partial),
        Context::Place
        | Context::Receiver { consuming: false }
        | Context::Callee
        | Context::FieldValue => is_handed_on,
        Context::Assign | Context::Token => false,
    }
}

/// The context of the base of a field in this context.
fn projected(context: Context) -> Context {
    match context {
        Context::Value | Context::FieldValue | Context::MoveCapture => Context::FieldValue,
        Context::Scrutinee { binds: true, .. } => Context::FieldValue,
        Context::Receiver { .. } | Context::Callee => Context::FieldValue,
        Context::Place | Context::Scrutinee { .. } | Context::Assign | Context::Token => {
            Context::Place
        }
    }
}

/// Whether a pattern takes parts of what it matches by value.
fn binds_by_value(locals: &Locals, pat: &Pat) -> bool {
    !user_bindings(locals, pat).is_empty()
}

/// Whether a pattern borrows what it matches.
fn binds_by_reference(pat: &Pat) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
            self.0 |= pat.by_ref.is_some();
            visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut find = Find(false);
    find.visit_pat(pat);
    find.0
}

/// The locals a pattern binds for the user.
pub fn user_bindings(locals: &Locals, pat: &Pat) -> Vec<LocalId> {
    let mut found = bindings(pat);
    found.retain(|local| locals.get(*local).kind != LocalKind::Rest);
    found
}

fn direct_mention(expr: &Expr) -> Option<MentionId> {
    match unparen(expr) {
        Expr::Path(path) => path
            .path
            .get_ident()
            .and_then(decode)
            .and_then(|name| name.mention),
        _ => None,
    }
}

/// The local that an expression is a mention of.
pub fn direct_local(expr: &Expr) -> Option<LocalId> {
    match unparen(expr) {
        Expr::Path(path) => path
            .path
            .get_ident()
            .and_then(decode)
            .map(|name| name.local),
        _ => None,
    }
}

/// Whether a pattern leaves out parts of what it matches.
pub fn leaves_parts(pat: &Pat) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_pat(&mut self, pat: &Pat) {
            match pat {
                Pat::Wild(_) | Pat::Rest(_) => self.0 = true,
                Pat::Struct(it) if it.rest.is_some() => self.0 = true,
                Pat::Ident(_) => {}
                other => visit::visit_pat(self, other),
            }
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut find = Find(false);
    find.visit_pat(pat);
    find.0
}

/// The operands of expressions that need no rule of their own.
struct Operands<'a, 'b>(&'a mut Walk<'b>);

impl Visit<'_> for Operands<'_, '_> {
    fn visit_expr(&mut self, expr: &Expr) {
        self.0.expr(expr);
    }
    fn visit_type(&mut self, _: &syn::Type) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}
