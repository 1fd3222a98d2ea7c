//! Which variables are in scope and which of them are initialised: the borrow checker's rules on moves and
//! initialisation, applied while a program is written instead of afterwards.

use super::types::Ty;

/// A variable, unique across shadowing: the n-th declared in the body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VarId(usize);

/// What is known about a variable at a point of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Init {
    /// Declared without a value and not assigned on any path.
    Never,
    /// Has a value on every path.
    Live,
    /// Moved on every path.
    Gone,
    /// Differs from path to path.
    Maybe,
}

#[derive(Clone, Debug)]
pub struct Var {
    pub name: String,
    pub ty: Ty,
    pub mutable: bool,
    /// How many loops stand around the declaration.
    pub loops: usize,
    /// Must neither move nor change: a loop counts with it or iterates over it.
    pub locked: bool,
    /// Assigned somewhere, so that its type can be inferred if it was declared without a value.
    pub assigned: bool,
}

/// One state for each variable; `None` where control cannot get to.
pub type Flow = Option<Vec<Init>>;

#[derive(Default)]
pub struct Scopes {
    vars: Vec<Var>,
    /// Variables in scope, oldest first; a name means the newest variable of that name.
    visible: Vec<VarId>,
    flow: Flow,
}

impl Scopes {
    pub fn new() -> Self {
        Self {
            flow: Some(vec![]),
            ..Self::default()
        }
    }

    pub fn declare(&mut self, var: Var, init: Init) -> VarId {
        let id = VarId(self.vars.len());
        self.vars.push(var);
        self.visible.push(id);
        self.set(id, init);
        id
    }

    pub fn var(&self, id: VarId) -> &Var {
        &self.vars[id.0]
    }

    pub fn var_mut(&mut self, id: VarId) -> &mut Var {
        &mut self.vars[id.0]
    }

    /// Opens a scope; the mark is for [`Scopes::leave`].
    pub fn enter(&self) -> usize {
        self.visible.len()
    }

    pub fn leave(&mut self, mark: usize) {
        self.visible.truncate(mark);
    }

    /// The id the next variable will get: everything below was declared before this point.
    pub fn next_id(&self) -> VarId {
        VarId(self.vars.len())
    }

    pub fn resolve(&self, name: &str) -> Option<VarId> {
        let mut newest_first = self.visible.iter().rev().copied();
        newest_first.find(|id| self.var(*id).name == name)
    }

    /// What names in scope mean, oldest first.
    pub fn named(&self) -> Vec<VarId> {
        let means_it = |id: &VarId| self.resolve(&self.var(*id).name) == Some(*id);
        self.visible.iter().copied().filter(means_it).collect()
    }

    pub fn init(&self, id: VarId) -> Option<Init> {
        let flow = self.flow.as_ref()?;
        Some(flow.get(id.0).copied().unwrap_or(Init::Never))
    }

    pub fn is_live(&self, id: VarId) -> bool {
        self.init(id) == Some(Init::Live)
    }

    pub fn set(&mut self, id: VarId, init: Init) {
        let Some(flow) = &mut self.flow else { return };
        if flow.len() <= id.0 {
            flow.resize(id.0 + 1, Init::Never);
        }
        flow[id.0] = init;
    }

    pub fn is_reachable(&self) -> bool {
        self.flow.is_some()
    }

    /// Control does not get past this point.
    pub fn diverge(&mut self) -> Flow {
        self.flow.take()
    }

    pub fn flow(&self) -> Flow {
        self.flow.clone()
    }

    pub fn set_flow(&mut self, flow: Flow) {
        self.flow = flow;
    }

    /// Control gets here from `other` as well.
    pub fn join(&mut self, other: Flow) {
        self.flow = join(self.flow.take(), other);
    }

    /// Those declared before `first`, live in `entry` and not live now: what an iteration has used up.
    pub fn used_up(&self, entry: &Flow, first: VarId) -> Vec<VarId> {
        let Some(entry) = entry else { return vec![] };
        let was_live = |id: &VarId| entry.get(id.0) == Some(&Init::Live);
        let before = self.visible.iter().copied().filter(|id| id.0 < first.0);
        before
            .filter(|id| was_live(id) && !self.is_live(*id))
            .collect()
    }
}

/// What is known where two paths meet.
pub fn join(a: Flow, b: Flow) -> Flow {
    let (Some(a), Some(b)) = (a.as_ref(), b.as_ref()) else {
        return a.or(b);
    };
    let state = |flow: &[Init], i: usize| flow.get(i).copied().unwrap_or(Init::Never);
    let joined = |i| match (state(a, i), state(b, i)) {
        (x, y) if x == y => x,
        _ => Init::Maybe,
    };
    Some((0..a.len().max(b.len())).map(joined).collect())
}
