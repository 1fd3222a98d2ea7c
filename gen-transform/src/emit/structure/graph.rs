//! Strongly connected components, and their order.

use std::collections::BTreeSet;

/// The components of the graph of these nodes, which come in the order of the text, in topological order; among unordered ones
/// the first in the text first.
pub fn strongly_connected<N: Copy + Ord>(nodes: &[N], edges: &dyn Fn(N) -> Vec<N>) -> Vec<Vec<N>> {
    let number = |node: N| {
        let known = nodes.binary_search(&node);
        known.expect("BUG: edges stay within the nodes")
    };
    let numbered = |from: &N| edges(*from).into_iter().map(number).collect();
    let edges: Vec<Vec<usize>> = nodes.iter().map(numbered).collect();
    let components = in_topological_order(Tarjan::components(&edges), &edges);
    let named = |component: Vec<usize>| component.into_iter().map(|index| nodes[index]).collect();
    components.into_iter().map(named).collect()
}

/// What no node has for a number.
const UNKNOWN: usize = usize::MAX;

/// Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972).
struct Tarjan<'e> {
    edges: &'e [Vec<usize>],
    /// The order in which each node was discovered.
    order: Vec<usize>,
    low: Vec<usize>,
    discovered: usize,
    stack: Vec<usize>,
    found: Vec<Vec<usize>>,
}

impl<'e> Tarjan<'e> {
    fn components(edges: &'e [Vec<usize>]) -> Vec<Vec<usize>> {
        let mut tarjan = Tarjan {
            edges,
            order: vec![UNKNOWN; edges.len()],
            low: vec![UNKNOWN; edges.len()],
            discovered: 0,
            stack: Vec::new(),
            found: Vec::new(),
        };
        for node in 0..edges.len() {
            if tarjan.order[node] == UNKNOWN {
                tarjan.visit(node);
            }
        }
        tarjan.found
    }

    /// Visits iteratively: a body may have thousands of blocks in a row.
    fn visit(&mut self, root: usize) {
        let mut work: Vec<(usize, &[usize])> = vec![self.discover(root)];
        while let Some((node, succs)) = work.last_mut() {
            let node = *node;
            match succs.split_last() {
                Some((succ, left)) => {
                    *succs = left;
                    if self.order[*succ] == UNKNOWN {
                        work.push(self.discover(*succ));
                    } else if self.stack.contains(succ) {
                        self.low[node] = self.low[node].min(self.order[*succ]);
                    }
                }
                None => {
                    work.pop();
                    if let Some((parent, _)) = work.last() {
                        self.low[*parent] = self.low[*parent].min(self.low[node]);
                    }
                    self.close(node);
                }
            }
        }
    }

    fn discover(&mut self, node: usize) -> (usize, &'e [usize]) {
        self.order[node] = self.discovered;
        self.low[node] = self.discovered;
        self.discovered += 1;
        self.stack.push(node);
        (node, &self.edges[node])
    }

    fn close(&mut self, node: usize) {
        if self.low[node] != self.order[node] {
            return;
        }
        let at = self.stack.iter().rposition(|other| *other == node);
        let at = at.expect("BUG: an open node is on the stack");
        let mut component = self.stack.split_off(at);
        component.sort_unstable();
        self.found.push(component);
    }
}

/// Kahn's algorithm, always taking the component that comes first in the text.
fn in_topological_order(mut components: Vec<Vec<usize>>, edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut of_node = vec![UNKNOWN; edges.len()];
    for (index, nodes) in components.iter().enumerate() {
        nodes.iter().for_each(|node| of_node[*node] = index);
    }
    let mut waiting = vec![0; components.len()];
    for (from, succs) in edges.iter().enumerate() {
        for to in succs {
            waiting[of_node[*to]] += usize::from(of_node[*to] != of_node[from]);
        }
    }
    let key = |components: &[Vec<usize>], index: usize| (components[index][0], index);
    let free = (0..components.len()).filter(|index| waiting[*index] == 0);
    let mut ready: BTreeSet<(usize, usize)> = free.map(|index| key(&components, index)).collect();
    let mut order = Vec::new();
    while let Some((_, index)) = ready.pop_first() {
        let outside = components[index].iter().flat_map(|node| &edges[*node]);
        for to in outside.map(|to| of_node[*to]).filter(|to| *to != index) {
            waiting[to] -= 1;
            if waiting[to] == 0 {
                ready.insert(key(&components, to));
            }
        }
        order.push(std::mem::take(&mut components[index]));
    }
    order
}
