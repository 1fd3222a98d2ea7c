//! What happens to each local, over the whole graph.

use crate::analyse::dataflow::{BitSet, Facts};
use crate::analyse::drops::drops_nothing_decl;
use crate::analyse::flow::{Event, Flow, Node};
use crate::ir::{BlockId, Body};
use crate::resolve::{LocalId, bindings};

/// What happens to each local, over the whole graph.
pub struct Events {
    /// Used after a suspension.
    pub live_across: BitSet,
    /// May hold a value at a suspension.
    pub held_across: BitSet,
    /// The blocks in which something happens to it.
    pub blocks: Vec<Vec<BlockId>>,
    pub initialised: BitSet,
    /// Bound by the pattern of a parameter.
    pub of_parameters: BitSet,
    /// Declared by a statement of the graph, not inside one.
    pub declared: BitSet,
}

impl Events {
    pub fn collect(body: &Body, flow: &Flow, facts: &Facts) -> Events {
        let count = body.locals.len();
        let mut events = Events {
            live_across: BitSet::new(count),
            held_across: BitSet::new(count),
            blocks: vec![Vec::new(); count],
            initialised: BitSet::new(count),
            declared: BitSet::new(count),
            of_parameters: BitSet::new(count),
        };
        for local in body
            .param_patterns
            .iter()
            .flat_map(|(_, pat)| bindings(pat))
        {
            events.of_parameters.set(local.index(), true);
        }
        for id in &body.declared {
            events.declared.set(id.index(), true);
        }
        for (block, local) in &flow.deferred {
            events.happens(*local, *block);
        }
        for (index, node) in flow.nodes.iter().enumerate() {
            events.happens_at(body, facts, index, node);
        }
        events
    }

    fn happens_at(&mut self, body: &Body, facts: &Facts, index: usize, node: &Node) {
        match node.event {
            Event::Suspend(_) => self.suspension(body, facts, index),
            Event::Init(local) | Event::MaybeInit(local) => {
                self.initialised.set(local.index(), true);
                self.happens(local, node.block);
            }
            Event::Use(_, local, _) | Event::Move(_, local) => self.happens(local, node.block),
            Event::Dead(local) => {
                let harmless = drops_nothing_decl(&body.locals, body.locals.get(local));
                if facts.maybe_init[index].has(local) && !harmless {
                    self.happens(local, node.block);
                }
            }
            Event::Unbound(_) | Event::Nothing => {}
        }
    }

    fn suspension(&mut self, body: &Body, facts: &Facts, node: usize) {
        for id in body.locals.ids() {
            if facts.live_out[node].has(id) {
                self.live_across.set(id.index(), true);
            }
            if facts.maybe_init[node].has(id) {
                self.held_across.set(id.index(), true);
            }
        }
    }

    fn happens(&mut self, local: LocalId, block: BlockId) {
        let blocks = &mut self.blocks[local.index()];
        if !blocks.contains(&block) {
            blocks.push(block);
        }
    }
}
