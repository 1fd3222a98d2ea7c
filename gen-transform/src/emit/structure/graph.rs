//! Strongly connected components, and their order.

use std::collections::{BTreeMap, BTreeSet};

/// Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972); the components come in topological
/// order, among unordered ones the first in the text first.
pub fn strongly_connected<N: Copy + Ord>(blocks: &[N], edges: &dyn Fn(N) -> Vec<N>) -> Vec<Vec<N>> {
    let mut tarjan = Tarjan {
        edges,
        index: BTreeMap::new(),
        low: BTreeMap::new(),
        stack: Vec::new(),
        found: Vec::new(),
    };
    for block in blocks {
        if !tarjan.index.contains_key(block) {
            tarjan.visit(*block);
        }
    }
    in_topological_order(tarjan.found, edges)
}

struct Tarjan<'e, N> {
    edges: &'e dyn Fn(N) -> Vec<N>,
    index: BTreeMap<N, usize>,
    low: BTreeMap<N, usize>,
    stack: Vec<N>,
    found: Vec<Vec<N>>,
}

impl<N: Copy + Ord> Tarjan<'_, N> {
    /// Visits iteratively: a body may have thousands of blocks in a row.
    fn visit(&mut self, root: N) {
        let mut work: Vec<(N, Vec<N>)> = vec![self.discover(root)];
        while let Some((block, succs)) = work.last_mut() {
            let block = *block;
            match succs.pop() {
                Some(succ) if !self.index.contains_key(&succ) => {
                    let next = self.discover(succ);
                    work.push(next);
                }
                Some(succ) => {
                    if self.stack.contains(&succ) {
                        self.lower(block, self.index[&succ]);
                    }
                }
                None => {
                    work.pop();
                    if let Some((parent, _)) = work.last() {
                        self.lower(*parent, self.low[&block]);
                    }
                    self.close(block);
                }
            }
        }
    }

    fn discover(&mut self, block: N) -> (N, Vec<N>) {
        let number = self.index.len();
        self.index.insert(block, number);
        self.low.insert(block, number);
        self.stack.push(block);
        (block, (self.edges)(block))
    }

    fn lower(&mut self, block: N, to: usize) {
        let low = self
            .low
            .get_mut(&block)
            .expect("BUG: discovered blocks have a number");
        *low = to.min(*low);
    }

    fn close(&mut self, block: N) {
        if self.low[&block] != self.index[&block] {
            return;
        }
        let at = self
            .stack
            .iter()
            .rposition(|other| *other == block)
            .expect("BUG: an open block is on the stack");
        let mut component = self.stack.split_off(at);
        component.sort_unstable();
        self.found.push(component);
    }
}

/// Kahn's algorithm, always taking the component that comes first in the text.
fn in_topological_order<N: Copy + Ord>(
    components: Vec<Vec<N>>,
    edges: &dyn Fn(N) -> Vec<N>,
) -> Vec<Vec<N>> {
    let of_block: BTreeMap<N, usize> = components
        .iter()
        .enumerate()
        .flat_map(|(index, blocks)| blocks.iter().map(move |block| (*block, index)))
        .collect();
    let mut waiting = vec![0; components.len()];
    let mut succs: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); components.len()];
    for (index, blocks) in components.iter().enumerate() {
        for to in blocks.iter().flat_map(|block| edges(*block)) {
            if of_block[&to] != index && succs[index].insert(of_block[&to]) {
                waiting[of_block[&to]] += 1;
            }
        }
    }
    let key = |index: usize| (components[index][0], index);
    let mut ready: BTreeSet<(N, usize)> = (0..components.len())
        .filter(|index| waiting[*index] == 0)
        .map(key)
        .collect();
    let mut order = Vec::new();
    while let Some((_, index)) = ready.pop_first() {
        order.push(index);
        for succ in &succs[index] {
            waiting[*succ] -= 1;
            if waiting[*succ] == 0 {
                ready.insert(key(*succ));
            }
        }
    }
    let mut components: Vec<Option<Vec<N>>> = components.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|index| components[index].take())
        .collect()
}
