//! Liveness and initialisedness over the flow graph.
//!
//! The textbook fixpoints (Aho, Lam, Sethi, Ullman, "Compilers", 9.2):
//!
//! ```text
//! live_in(n)  = (live_out(n) − defs(n)) ∪ uses(n)     live_out(n)  = ∪ live_in(succ)      backwards, any path
//! maybe_out(n) = (maybe_in(n) − kills(n)) ∪ defs(n)    maybe_in(n)  = ∪ maybe_out(pred)    forwards, any path
//! surely_out(n), the same with ∩ over the predecessors                                   forwards, all paths
//! ```
//!
//! A mention by value kills where the local is not live behind it: then it is a move, or a copy of something that has no
//! drop to track. A suspension kills, for certain, nothing, and perhaps all that is not live behind it: that may be in a
//! variable of the run.

use super::flow::{Event, Flow, MentionInfo, NodeId, TakingArm};
use crate::resolve::{LocalId, MentionId};
use std::collections::{BTreeMap, BTreeSet};

/// A set of small numbers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    /// The empty set with room for `size` numbers.
    pub fn new(size: usize) -> BitSet {
        BitSet {
            words: vec![0; size.div_ceil(64)],
        }
    }

    fn full(size: usize) -> BitSet {
        BitSet {
            words: vec![!0; size.div_ceil(64)],
        }
    }

    /// Whether `index` is in the set.
    pub fn contains(&self, index: usize) -> bool {
        self.words
            .get(index / 64)
            .is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    /// Whether `local` is in the set.
    pub fn has(&self, local: LocalId) -> bool {
        self.contains(local.index())
    }

    /// Puts `index` in or out.
    pub fn set(&mut self, index: usize, present: bool) {
        if present {
            self.words[index / 64] |= 1 << (index % 64);
        } else {
            self.words[index / 64] &= !(1 << (index % 64));
        }
    }

    /// Adds all of `other`; whether that changed anything.
    fn union(&mut self, other: &BitSet) -> bool {
        self.combine(other, |a, b| a | b)
    }

    fn intersect(&mut self, other: &BitSet) -> bool {
        self.combine(other, |a, b| a & b)
    }

    fn combine(&mut self, other: &BitSet, op: impl Fn(u64, u64) -> u64) -> bool {
        let mut changed = false;
        for (word, more) in self.words.iter_mut().zip(&other.words) {
            let new = op(*word, *more);
            changed |= new != *word;
            *word = new;
        }
        changed
    }
}

/// The results, one set of locals a node.
#[derive(Debug)]
pub struct Facts {
    /// The locals that may be used before they are assigned again, before the node.
    pub live_in: Vec<BitSet>,
    /// The same after the node.
    pub live_out: Vec<BitSet>,
    /// The locals that may hold a value, before the node.
    pub maybe_init: Vec<BitSet>,
    /// The locals that hold a value for certain, before the node.
    pub surely_init: Vec<BitSet>,
}

/// Solves all equations.
pub fn solve(flow: &Flow, locals: usize) -> Facts {
    let preds = predecessors(flow);
    let (live_in, live_out) = liveness(flow, &preds, locals);
    let mut losses = Losses {
        taken: taken(flow, (&live_in, &live_out)),
        captured: BTreeMap::new(),
        put_back: put_back(flow, (&live_in, &live_out)),
        live_out: None,
    };
    let maybe_init = initialised(flow, &losses, locals, Paths::Any);
    losses.taken.union(&lent(flow, (&live_in, &live_out)));
    losses.captured = captured(flow, &live_in);
    losses.live_out = Some(&live_out);
    let surely_init = initialised(flow, &losses, locals, Paths::All);
    Facts {
        live_in,
        live_out,
        maybe_init,
        surely_init,
    }
}

fn predecessors(flow: &Flow) -> Vec<Vec<NodeId>> {
    let mut preds = vec![Vec::new(); flow.nodes.len()];
    for (index, node) in flow.nodes.iter().enumerate() {
        for succ in &node.succs {
            preds[succ.0].push(NodeId(index));
        }
    }
    preds
}

fn liveness(flow: &Flow, preds: &[Vec<NodeId>], locals: usize) -> (Vec<BitSet>, Vec<BitSet>) {
    let count = flow.nodes.len();
    let mut live_in = vec![BitSet::new(locals); count];
    let mut live_out = vec![BitSet::new(locals); count];
    let mut work: BTreeSet<usize> = (0..count).collect();
    // Highest number first: close to the order of the flow, backwards.
    while let Some(index) = work.pop_last() {
        let node = &flow.nodes[index];
        let mut out = std::mem::take(&mut live_out[index]);
        for succ in &node.succs {
            out.union(&live_in[succ.0]);
        }
        let mut before = out.clone();
        match node.event {
            Event::Use(_, local, _) | Event::Move(_, local) => before.set(local.index(), true),
            Event::Init(local) => before.set(local.index(), false),
            Event::Dead(local) | Event::Unbound(local) => before.set(local.index(), false),
            Event::MaybeInit(_) | Event::Nothing | Event::Suspend(_) => {}
        }
        live_out[index] = out;
        if live_in[index] != before {
            live_in[index] = before;
            work.extend(preds[index].iter().map(|pred| pred.0));
        }
    }
    (live_in, live_out)
}

/// Whether a mention's local may be used again behind it: after the closure around it, or in the arms that take parts of it. Where
/// it may in some of them, those put it back.
pub fn is_live_behind(
    flow: &Flow,
    (live_in, live_out): (&[BitSet], &[BitSet]),
    id: MentionId,
    mention: &MentionInfo,
) -> bool {
    if let Some(behind) = mention.behind {
        return live_in[behind.0].has(mention.local);
    }
    let arms = flow.taking_arms.iter().filter(|arm| arm.matched == id);
    let is_live = |arm: &TakingArm| live_in[arm.at.0].has(mention.local);
    let (back, others): (Vec<&TakingArm>, Vec<_>) = arms.partition(|arm| arm.puts_back);
    match (back.as_slice(), others.as_slice()) {
        ([], []) => live_out[mention.node.0].has(mention.local),
        ([], others) => others.iter().any(|arm| is_live(arm)),
        (back, others) => {
            others.iter().any(|arm| is_live(arm)) || back.iter().all(|arm| is_live(arm))
        }
    }
}

/// The arms that put a local back which the mention that is matched has taken.
fn put_back(flow: &Flow, live: (&[BitSet], &[BitSet])) -> BTreeMap<NodeId, LocalId> {
    let arms = flow.taking_arms.iter().filter(|arm| arm.puts_back);
    let back = arms.filter_map(|arm| {
        let info = flow.mentions[arm.matched.index()].as_ref()?;
        let is_back = info.takes
            && live.0[arm.at.0].has(info.local)
            && !is_live_behind(flow, live, arm.matched, info);
        is_back.then_some((arm.at, info.local))
    });
    back.collect()
}

/// The nodes at which a mention takes its local's value away.
fn taken(flow: &Flow, live: (&[BitSet], &[BitSet])) -> BitSet {
    let mut taken = BitSet::new(flow.nodes.len());
    for (index, mention) in flow.mentions.iter().enumerate() {
        let Some(mention) = mention else { continue };
        let takes = matches!(flow.nodes[mention.node.0].event, Event::Use(_, _, true));
        // In a closure it may happen any number of times, or never.
        if takes
            && !mention.in_closure
            && !is_live_behind(flow, live, MentionId::from_index(index), mention)
        {
            taken.set(mention.node.0, true);
        }
    }
    taken
}

/// The nodes at which the type decides whether a mention takes its local's value away, or an unknown macro does.
fn lent(flow: &Flow, live: (&[BitSet], &[BitSet])) -> BitSet {
    let mut lent = BitSet::new(flow.nodes.len());
    for (index, mention) in flow.mentions.iter().enumerate() {
        let Some(mention) = mention else { continue };
        let in_macro = mention.context.is_in_macro() && !mention.in_closure;
        if (mention.is_by_type() || in_macro)
            && !is_live_behind(flow, live, MentionId::from_index(index), mention)
        {
            lent.set(mention.node.0, true);
        }
    }
    lent
}

/// The locals that a closure may have taken for itself, by the node behind it: those that nobody uses any more.
fn captured(flow: &Flow, live_in: &[BitSet]) -> BTreeMap<NodeId, Vec<LocalId>> {
    let mut captured: BTreeMap<NodeId, Vec<LocalId>> = BTreeMap::new();
    for mention in flow.mentions.iter().flatten() {
        if let Some(behind) = mention.behind
            && mention.captures
            && !live_in[behind.0].has(mention.local)
        {
            captured.entry(behind).or_default().push(mention.local);
        }
    }
    captured
}

/// Where locals lose their values, beside moves and the ends of scopes, and get them back.
struct Losses<'a> {
    /// The nodes at which a mention takes its local's value.
    taken: BitSet,
    /// The locals that a closure may have taken, by the node behind it.
    captured: BTreeMap<NodeId, Vec<LocalId>>,
    /// The locals that arms put back.
    put_back: BTreeMap<NodeId, LocalId>,
    /// What is live behind each node, if what is not does not outlive a suspension.
    live_out: Option<&'a [BitSet]>,
}

/// Over which paths to a node something has to hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Paths {
    Any,
    All,
}

fn initialised(flow: &Flow, losses: &Losses<'_>, locals: usize, paths: Paths) -> Vec<BitSet> {
    let count = flow.nodes.len();
    let unknown = match paths {
        Paths::Any => BitSet::new(locals),
        Paths::All => BitSet::full(locals),
    };
    let meet = |set: &mut BitSet, other: &BitSet| match paths {
        Paths::Any => set.union(other),
        Paths::All => set.intersect(other),
    };
    let mut before = vec![unknown; count];
    let Some(start) = flow.start else {
        return before;
    };
    before[start.0] = BitSet::new(locals);
    let mut visited = vec![false; count];
    let mut work: BTreeSet<usize> = BTreeSet::from([start.0]);
    while let Some(index) = work.pop_first() {
        visited[index] = true;
        let node = &flow.nodes[index];
        let mut after = before[index].clone();
        match node.event {
            Event::Use(_, local, _) if losses.taken.contains(index) => {
                after.set(local.index(), false)
            }
            Event::Move(_, local) => after.set(local.index(), false),
            Event::Init(local) => after.set(local.index(), true),
            Event::MaybeInit(local) if paths == Paths::Any => after.set(local.index(), true),
            Event::Dead(local) | Event::Unbound(local) => after.set(local.index(), false),
            Event::Suspend(_) => losses.live_out.into_iter().for_each(|live| {
                after.intersect(&live[index]);
            }),
            Event::Use(..) | Event::MaybeInit(_) | Event::Nothing => {}
        }
        if let Some(local) = losses.put_back.get(&NodeId(index)) {
            after.set(local.index(), true);
        }
        for local in losses.captured.get(&NodeId(index)).into_iter().flatten() {
            after.set(local.index(), false);
        }
        for succ in &node.succs {
            if meet(&mut before[succ.0], &after) || !visited[succ.0] {
                work.insert(succ.0);
            }
        }
    }
    before
}
