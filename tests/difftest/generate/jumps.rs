//! Loops and labelled blocks as targets of `break` and `continue`.

use super::Writer;
use super::expressions::break_value;
use super::scope::{Flow, Init, VarId, join};
use super::types::Ty;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Only `loop` can be left with a value.
    Loop,
    While,
    Block,
}

/// Something that is being written and that a jump can leave.
pub struct Target {
    kind: Kind,
    label: Option<String>,
    /// The type that `break` brings, if the target is an expression.
    value: Option<Ty>,
    /// False while a loop's head is written: a jump from there would need a label, or never end.
    open: bool,
    entry: Flow,
    first: VarId,
    exits: Flow,
}

impl Target {
    fn is_loop(&self) -> bool {
        self.kind != Kind::Block
    }
}

impl Writer {
    /// The number of loops around this point.
    pub fn loops(&self) -> usize {
        self.jumps.iter().filter(|target| target.is_loop()).count()
    }

    /// Starts a target; the result is its label as written in front of it, with the colon.
    pub fn begin_target(&mut self, kind: Kind, value: Option<Ty>) -> String {
        let labelled = kind == Kind::Block || self.rng.chance(50);
        let label = labelled.then(|| format!("'l{}", self.serial()));
        let written = label.as_ref().map_or(String::new(), |l| format!("{l}: "));
        self.jumps.push(Target {
            kind,
            label,
            value,
            open: true,
            entry: self.scopes.flow(),
            first: self.scopes.next_id(),
            exits: None,
        });
        written
    }

    /// Ends the innermost target; the result is where control is when it was left by `break`.
    pub fn end_target(&mut self) -> Flow {
        self.jumps.pop().expect("a target was begun").exits
    }

    /// Runs `write` where the loop that was just begun is no target yet.
    pub fn in_head<R>(&mut self, write: impl FnOnce(&mut Self) -> R) -> R {
        let top = self.jumps.len() - 1;
        self.jumps[top].open = false;
        let result = write(self);
        self.jumps[top].open = true;
        result
    }

    /// Control leaves the innermost target here.
    pub fn exit_target(&mut self) {
        let top = self.jumps.len() - 1;
        self.exit(top);
    }

    fn exit(&mut self, index: usize) {
        let flow = self.scopes.diverge();
        let exits = self.jumps[index].exits.take();
        self.jumps[index].exits = join(exits, flow);
    }

    /// Assignments that make live again what the loop `index` found live: see invariant 3.
    fn restoring(&mut self, index: usize) -> Vec<String> {
        if !self.scopes.is_reachable() {
            return vec![];
        }
        let target = &self.jumps[index];
        let used_up = self.scopes.used_up(&target.entry, target.first);
        used_up.into_iter().map(|id| self.restore(id)).collect()
    }

    fn restore(&mut self, id: VarId) -> String {
        let var = self.scopes.var(id).clone();
        assert!(var.mutable, "an immutable variable moved in a loop");
        assert_eq!(self.scopes.resolve(&var.name), Some(id), "shadowed");
        let value = self.fresh(&var.ty);
        self.scopes.set(id, Init::Live);
        format!("{} = {value};", var.name)
    }

    /// Closes the body of the innermost loop: control goes back to its head.
    pub fn back_edge(&mut self) -> Vec<String> {
        let restoring = self.restoring(self.jumps.len() - 1);
        self.scopes.diverge();
        restoring
    }

    /// Statements that leave this place; afterwards control does not get here.
    pub fn jump(&mut self) -> Vec<String> {
        let open = |index: &usize| self.can_name(*index);
        let targets: Vec<usize> = (0..self.jumps.len()).filter(open).collect();
        if targets.is_empty() || self.rng.chance(15) {
            return vec![self.return_()];
        }
        let index = self.rng.pick(&targets);
        if self.jumps[index].is_loop() && self.rng.chance(40) {
            return self.continue_to(index);
        }
        self.break_to(index)
    }

    fn return_(&mut self) -> String {
        let text = match self.plain == 0 && self.rng.chance(20) {
            true => format!("return {};", self.yield_expr()),
            false => "return;".into(),
        };
        self.scopes.diverge();
        text
    }

    fn can_name(&self, index: usize) -> bool {
        let target = &self.jumps[index];
        target.open && (target.label.is_some() || self.is_innermost(index))
    }

    fn is_innermost(&self, index: usize) -> bool {
        index + 1 == self.jumps.len()
    }

    /// The label to write after the keyword; left out where that means the same.
    fn label(&mut self, index: usize) -> String {
        let optional = self.is_innermost(index) && self.jumps[index].is_loop();
        match self.jumps[index].label.clone() {
            Some(label) if !optional || self.rng.chance(50) => format!(" {label}"),
            _ => String::new(),
        }
    }

    fn continue_to(&mut self, index: usize) -> Vec<String> {
        let mut lines = self.restoring(index);
        lines.push(format!("continue{};", self.label(index)));
        self.scopes.diverge();
        lines
    }

    fn break_to(&mut self, index: usize) -> Vec<String> {
        let value = self.jumps[index].value.clone();
        let value = value.map_or(String::new(), |ty| {
            format!(" {}", break_value(self.expr(&ty)))
        });
        let line = format!("break{}{value};", self.label(index));
        self.exit(index);
        vec![line]
    }
}
