//! The nodes and edges that constructs are made of.

use super::Walk;
use crate::analyse::flow::{Event, NodeId};
use crate::ir::BlockId;
use crate::resolve::LocalId;

impl Walk<'_> {
    /// A node for what happens next.
    pub fn event(&mut self, event: Event) {
        let local = match event {
            Event::Use(_, local, _)
            | Event::Move(_, local)
            | Event::Init(local)
            | Event::MaybeInit(local)
            | Event::Dead(local)
            | Event::Unbound(local) => Some(local),
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

    /// A node where several ways meet; nothing leads to it yet.
    pub fn join(&mut self) -> NodeId {
        self.flow.add(Event::Nothing, self.block, self.closures > 0)
    }

    /// Goes on at `node` from here.
    pub fn go(&mut self, node: NodeId) {
        if let Some(at) = self.at {
            self.flow.edge(at, node);
        }
    }

    pub fn goto_block(&mut self, target: BlockId) {
        let entry = self.flow.block_entry[target.index()];
        self.go(entry);
        self.at = None;
    }

    /// A node of its own for what follows.
    pub fn go_on_at_join(&mut self) {
        let node = self.join();
        self.go(node);
        self.at = self.at.map(|_| node);
    }

    /// Walks a branch that may not be taken and that does not come back.
    pub fn branch(&mut self, within: impl FnOnce(&mut Self)) {
        let before = self.at;
        within(self);
        self.at = before;
    }

    /// Walks alternatives that meet again.
    pub fn alternatives<T>(
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

    pub fn init_all(&mut self, locals: Vec<LocalId>) {
        for local in locals {
            self.event(Event::Init(local));
        }
    }
}
