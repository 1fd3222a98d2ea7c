//! Statements: control flow, declarations, assignments, yields.

use super::expressions::{braces, rvalue};
use super::jumps::Kind;
use super::patterns::{Take, can_fail};
use super::scope::{Flow, Init, Var, VarId, join};
use super::signature::written;
use super::types::Ty;
use super::{MAX_DEPTH, Writer};

impl Writer {
    /// A block's statements in a scope of their own.
    pub fn block_of(&mut self, count: usize) -> Vec<String> {
        let mark = self.scopes.enter();
        let mut lines = vec![];
        self.statements(count, &mut lines);
        self.scopes.leave(mark);
        if self.rng.chance(40) {
            self.end_without_semicolon(&mut lines);
        }
        lines
    }

    /// A block's last yield as its value, which is `()`.
    fn end_without_semicolon(&mut self, lines: &mut [String]) {
        if let Some(last) = lines.last_mut()
            && last.starts_with("yield_!")
        {
            last.pop();
        }
    }

    fn block(&mut self) -> Vec<String> {
        let count = self.rng.below(3) + 1;
        self.block_of(count)
    }

    /// Up to `count` statements; fewer if one of them does not come back.
    pub fn statements(&mut self, count: usize, lines: &mut Vec<String>) {
        self.depth += 1;
        for written in 0..count {
            if !self.scopes.is_reachable() || (written > 0 && self.budget == 0) {
                break;
            }
            let statement = self.with_temporaries(true, Self::statement);
            lines.extend(statement);
        }
        self.depth -= 1;
    }

    fn statement(&mut self) -> Vec<String> {
        if self.budget == 0 || self.depth > MAX_DEPTH {
            return vec![self.yield_statement()];
        }
        self.budget -= 1;
        match self.rng.below(48) {
            0..=8 => vec![self.yield_statement()],
            9..=17 => vec![self.let_statement()],
            18 => vec![self.deferred()],
            19..=22 => vec![self.assignment()],
            23..=25 => vec![self.effect()],
            26..=28 => self.if_statement(),
            29..=31 => self.if_let(),
            32..=33 => self.match_statement(),
            34 => self.loop_statement(),
            35 => self.while_statement(),
            36 => self.while_let(),
            37..=39 => self.for_statement(),
            40 => self.labelled_block(),
            41 => self.let_else(),
            42..=44 => self.conditional_jump(),
            45 => self.closure(),
            46 => self.borrowing_block(),
            _ => self.plain_block(),
        }
    }

    pub fn yield_statement(&mut self) -> String {
        if self.plain > 0 {
            return format!("note({});", self.look());
        }
        let yielded = self.yield_expr();
        match self.rng.below(20) {
            0 => format!("let () = {yielded};"),
            1 => format!("match {yielded} {{ () => note(0) }}"),
            _ => format!("{yielded};"),
        }
    }

    pub fn yield_expr(&mut self) -> String {
        let item = self.item.clone();
        format!("yield_!({})", self.expr(&item))
    }

    fn let_statement(&mut self) -> String {
        let ty = self.random_ty(2);
        if matches!(ty, Ty::Pair(..) | Ty::Duo) && self.rng.chance(50) {
            return self.let_pattern(&ty);
        }
        if self.rng.chance(4) {
            return format!("let _ = {};", rvalue(self.expr(&ty)));
        }
        let value = self.expr(&ty);
        let var = self.new_var(ty);
        let annotation = self.annotation(&var.ty);
        let text = format!("let {}{annotation} = {value};", written(&var));
        self.scopes.declare(var, Init::Live);
        text
    }

    fn annotation(&mut self, ty: &Ty) -> String {
        match self.rng.chance(20) {
            true => format!(": {}", ty.name()),
            false => String::new(),
        }
    }

    /// Takes a value apart; what the pattern leaves is dropped with the statement.
    fn let_pattern(&mut self, ty: &Ty) -> String {
        let value = rvalue(self.expr(ty));
        let take = self.rng.pick(&[Take::All, Take::All, Take::Nothing]);
        let pattern = self.irrefutable(ty, take);
        let text = self.matched(pattern, None);
        format!("let {text} = {value};")
    }

    /// A declaration without a value; the placeholder becomes its type if nothing tells it.
    fn deferred(&mut self) -> String {
        let ty = self.random_ty(1);
        let var = Var {
            assigned: false,
            ..self.new_var(ty)
        };
        let text = written(&var);
        let id = self.scopes.declare(var, Init::Never);
        let placeholder = format!("/*{}*/", self.serial());
        self.deferred.push((placeholder.clone(), id));
        format!("let {text}{placeholder};")
    }

    /// Puts types where inference would miss them.
    pub fn annotate(&self, text: &str) -> String {
        let mut text = text.to_string();
        for (placeholder, id) in &self.deferred {
            let var = self.scopes.var(*id);
            let annotation = match var.assigned {
                true => String::new(),
                false => format!(": {}", var.ty.name()),
            };
            text = text.replace(placeholder, &annotation);
        }
        text
    }

    fn assignment(&mut self) -> String {
        let named = self.scopes.named();
        let assignable: Vec<VarId> = named
            .into_iter()
            .filter(|id| self.may_assign(*id))
            .collect();
        if assignable.is_empty() {
            return self.let_statement();
        }
        // Those that wait for a value come first: otherwise most would never get one.
        let waiting = |id: &VarId| !self.scopes.is_live(*id);
        let empty: Vec<VarId> = assignable.iter().copied().filter(waiting).collect();
        let id = match !empty.is_empty() && self.rng.chance(70) {
            true => self.rng.pick(&empty),
            false => self.rng.pick(&assignable),
        };
        self.assign(id)
    }

    fn may_assign(&self, id: VarId) -> bool {
        let var = self.scopes.var(id);
        let first = self.scopes.init(id) == Some(Init::Never) && self.loops() == var.loops;
        let reassigns = var.mutable && !var.locked;
        var.ty != Ty::Fun && (reassigns || first)
    }

    fn assign(&mut self, id: VarId) -> String {
        let var = self.scopes.var(id).clone();
        let live = self.scopes.is_live(id);
        match &var.ty {
            Ty::Int if live && self.rng.chance(60) => {
                let operator = self.rng.pick(&["+=", "-=", "^="]);
                format!("{} {operator} {};", var.name, self.expr(&Ty::Int))
            }
            Ty::Duo if live && self.rng.chance(60) => self.assign_field(id),
            Ty::List(inner) if live && self.rng.chance(60) => {
                let push = |w: &mut Self| w.in_plain(|w| w.expr(inner));
                format!("{}.push({});", var.name, self.with_locked(id, push))
            }
            ty => self.assign_whole(id, ty),
        }
    }

    fn assign_whole(&mut self, id: VarId, ty: &Ty) -> String {
        let name = self.name(id);
        let immutable = !self.scopes.var(id).mutable;
        // An immutable one is assigned once: the value must not do it first.
        let value = match immutable {
            true => self.with_locked(id, |w| w.fresh(ty)),
            false => self.expr(ty),
        };
        if self.scopes.is_reachable() {
            self.scopes.set(id, Init::Live);
            self.scopes.var_mut(id).assigned = true;
        }
        format!("{name} = {value};")
    }

    /// The other field keeps its value; the struct stays whole, so it must not move in the value.
    fn assign_field(&mut self, id: VarId) -> String {
        let (field, ty) = self.rng.pick(&[("left", Ty::Noisy), ("right", Ty::Int)]);
        let value = self.with_locked(id, |w| w.expr(&ty));
        format!("{}.{field} = {value};", self.name(id))
    }

    /// Something that is done for its effect.
    fn effect(&mut self) -> String {
        match self.rng.below(5) {
            0 | 1 => format!("drop({});", self.expr(&Ty::Noisy)),
            2 => {
                let ty = self.random_ty(2);
                format!("drop({});", self.expr(&ty))
            }
            3 => {
                let value = self.expr(&Ty::Int);
                format!("assert!({value} != 777, \"seven\");")
            }
            _ => format!("note({});", self.expr(&Ty::Int)),
        }
    }

    fn if_statement(&mut self) -> Vec<String> {
        let condition = self.expr(&Ty::Bool);
        let before = self.scopes.flow();
        let then = self.block();
        self.else_of(format!("if {condition} {}", braces(&then)), before)
    }

    /// An `else` or none, from where the condition was false.
    fn else_of(&mut self, text: String, when_false: Flow) -> Vec<String> {
        let after_then = self.scopes.diverge();
        self.scopes.set_flow(when_false);
        let otherwise = match self.rng.below(4) {
            0 | 1 => String::new(),
            2 => format!(" else {}", braces(&self.block())),
            _ => {
                let condition = self.expr(&Ty::Bool);
                let skipped = self.scopes.flow();
                let block = self.block();
                self.scopes.join(skipped);
                format!(" else if {condition} {}", braces(&block))
            }
        };
        self.scopes.join(after_then);
        vec![format!("{text}{otherwise}")]
    }

    /// `if let`, with a further condition now and then.
    fn if_let(&mut self) -> Vec<String> {
        let mark = self.scopes.enter();
        let (head, when_false) = self.let_chain();
        let then = self.block();
        self.scopes.leave(mark);
        self.else_of(format!("if {head} {}", braces(&then)), when_false)
    }

    /// `let pattern = value && condition`; control is where all of it holds, the other result is where not.
    fn let_chain(&mut self) -> (String, Flow) {
        let scrutinee = self.scrutinee(can_fail, true);
        let pattern = self.matching(&scrutinee, Self::refutable);
        let mut when_false = self.scopes.flow();
        let pattern = self.matched(pattern, scrutinee.place);
        let mut head = format!("let {pattern} = {}", scrutinee.text);
        let chained = self.options.owned_chains || !scrutinee.ty.is_noisy();
        if self.rng.chance(30) && chained {
            let condition = self.with_temporaries(false, |w| w.expr(&Ty::Bool));
            when_false = join(when_false, self.scopes.flow());
            head = format!("{head} && {condition}");
        }
        (head, when_false)
    }

    fn match_statement(&mut self) -> Vec<String> {
        let scrutinee = self.scrutinee(|_| true, true);
        let arms = self.match_arms(&scrutinee, |w| braces(&w.block()));
        vec![format!("match {} {}", scrutinee.text, braces(&arms))]
    }

    /// Declares a loop's counter.
    pub fn counter(&mut self) -> (VarId, String) {
        let var = Var {
            mutable: true,
            locked: true,
            ..self.new_var(Ty::Int)
        };
        let text = format!("let {} = 0;", written(&var));
        (self.scopes.declare(var, Init::Live), text)
    }

    pub fn count_up(&mut self, counter: VarId) -> String {
        format!("{} += 1;", self.name(counter))
    }

    /// The body of the innermost loop after its first lines, and the way back to the head.
    fn loop_body(&mut self, mut lines: Vec<String>) -> Vec<String> {
        let mark = self.scopes.enter();
        let count = self.rng.below(3) + 1;
        self.statements(count, &mut lines);
        lines.extend(self.back_edge());
        self.scopes.leave(mark);
        lines
    }

    fn loop_statement(&mut self) -> Vec<String> {
        let (counter, setup) = self.counter();
        let label = self.begin_target(Kind::Loop, None);
        let before = self.scopes.flow();
        self.exit_target();
        self.scopes.set_flow(before);
        let rounds = self.rng.below(2) + 1;
        let head = format!("if {} > {rounds} {{ break; }}", self.name(counter));
        let first = vec![head, self.count_up(counter)];
        let body = self.loop_body(first);
        let exits = self.end_target();
        self.scopes.set_flow(exits);
        vec![setup, format!("{label}loop {}", braces(&body))]
    }

    fn while_statement(&mut self) -> Vec<String> {
        let (counter, setup) = self.counter();
        let label = self.begin_target(Kind::While, None);
        let rounds = self.rng.below(2) + 2;
        let mut head = format!("{} < {rounds}", self.name(counter));
        let mut when_false = self.scopes.flow();
        if self.rng.chance(40) {
            let condition = self.in_head(|w| w.expr(&Ty::Bool));
            when_false = join(when_false, self.scopes.flow());
            head = format!("{head} && {condition}");
        }
        let first = vec![self.count_up(counter)];
        let body = self.loop_body(first);
        self.leave_loop(when_false);
        vec![setup, format!("{label}while {head} {}", braces(&body))]
    }

    fn leave_loop(&mut self, when_false: Flow) {
        let exits = self.end_target();
        self.scopes.set_flow(when_false);
        self.scopes.join(exits);
    }

    /// Takes a list from the end, as long as there is something.
    fn while_let(&mut self) -> Vec<String> {
        let element = self.rng.pick(&[Ty::Noisy, Ty::Int, Ty::Text]);
        let value = self.fresh(&element.clone().list());
        let list = Var {
            mutable: true,
            locked: true,
            ..self.new_var(element.clone().list())
        };
        let setup = format!("let {} = {value};", written(&list));
        let name = list.name.clone();
        self.scopes.declare(list, Init::Live);
        let label = self.begin_target(Kind::While, None);
        let when_false = self.scopes.flow();
        let mark = self.scopes.enter();
        let pattern = self.refutable(&element.opt(), Take::All);
        let pattern = self.matched(pattern, None);
        let body = self.loop_body(vec![]);
        self.scopes.leave(mark);
        self.leave_loop(when_false);
        let head = format!("{label}while let {pattern} = {name}.pop()");
        vec![setup, format!("{head} {}", braces(&body))]
    }

    fn for_statement(&mut self) -> Vec<String> {
        let (head, element) = self.iterated();
        let label = self.begin_target(Kind::While, None);
        let when_false = self.scopes.flow();
        let mark = self.scopes.enter();
        let take = self.rng.pick(&[Take::All, Take::All, Take::Nothing]);
        let pattern = self.irrefutable(&element, take);
        let pattern = self.matched(pattern, None);
        let body = self.loop_body(vec![]);
        self.scopes.leave(mark);
        self.leave_loop(when_false);
        vec![format!("{label}for {pattern} in {head} {}", braces(&body))]
    }

    /// What a `for` goes over, and the type of its elements.
    fn iterated(&mut self) -> (String, Ty) {
        let slices = |var: &Var| matches!(var.ty, Ty::Slice(_));
        match self.rng.below(6) {
            0 | 1 => {
                let start = self.rng.below(3);
                (format!("{start}..{}", start + 2), Ty::Int)
            }
            2 | 3 => {
                let element = self
                    .rng
                    .pick(&[Ty::Noisy, Ty::Int, Ty::Noisy.pair(Ty::Int)]);
                let ty = element.clone().list();
                let list = self.with_temporaries(false, |w| w.expr(&ty));
                match self.rng.chance(30) {
                    true => (
                        format!("{}.into_iter().enumerate()", rvalue(list)),
                        Ty::Pair(Box::new(Ty::Usize), Box::new(element)),
                    ),
                    false => (list, element),
                }
            }
            4 => {
                let tag = self.with_temporaries(false, |w| w.expr(&Ty::Noisy));
                (format!("count({tag}, 2)"), Ty::Int)
            }
            _ => match self.pick_live(slices) {
                Some(id) => {
                    let Ty::Slice(element) = self.scopes.var(id).ty.clone() else {
                        unreachable!("only slices were asked for");
                    };
                    let all = self.rng.pick(&["", ".iter().rev()"]);
                    (format!("{}{all}", self.name(id)), element.reference())
                }
                None => ("[4, 5]".into(), Ty::Int),
            },
        }
    }

    fn labelled_block(&mut self) -> Vec<String> {
        let label = self.begin_target(Kind::Block, None);
        let block = self.block();
        let exits = self.end_target();
        self.scopes.join(exits);
        vec![format!("{label}{}", braces(&block))]
    }

    fn let_else(&mut self) -> Vec<String> {
        let scrutinee = self.scrutinee(can_fail, true);
        let pattern = self.matching(&scrutinee, Self::refutable);
        let matching = self.scopes.flow();
        let otherwise = self.diverging_block();
        self.scopes.set_flow(matching);
        let mut pattern = self.matched(pattern, scrutinee.place);
        if pattern.contains('|') {
            pattern = format!("({pattern})");
        }
        // `else` must not follow a brace.
        let value = match scrutinee.text.ends_with('}') {
            true => format!("({})", scrutinee.text),
            false => scrutinee.text,
        };
        let otherwise = braces(&otherwise);
        vec![format!("let {pattern} = {value} else {otherwise};")]
    }

    fn diverging_block(&mut self) -> Vec<String> {
        let mark = self.scopes.enter();
        let mut lines = vec![];
        let count = self.rng.below(3);
        self.statements(count, &mut lines);
        if self.scopes.is_reachable() {
            lines.extend(self.jump());
        }
        self.scopes.leave(mark);
        lines
    }

    fn conditional_jump(&mut self) -> Vec<String> {
        let condition = self.expr(&Ty::Bool);
        let before = self.scopes.flow();
        let jump = self.jump();
        self.scopes.set_flow(before);
        vec![format!("if {condition} {}", braces(&jump))]
    }

    /// A closure that owns what it uses, so that it may live across yields.
    fn closure(&mut self) -> Vec<String> {
        let Some(id) = self.pick_live(|var| var.ty == Ty::Noisy) else {
            return vec![self.counting_closure()];
        };
        if !self.may_move(id) {
            return vec![self.counting_closure()];
        }
        let captured = self.name(id);
        self.scopes.set(id, Init::Gone);
        if self.rng.chance(30) {
            return vec![format!("{{ let f = move || eat({captured}); note(f()); }}")];
        }
        vec![self.declare_closure(false, &format!("move |q: i32| q + num(&{captured})"))]
    }

    /// A closure with a state of its own: its copy of a number.
    fn counting_closure(&mut self) -> String {
        match self.pick_live(|var| var.ty == Ty::Int && var.mutable) {
            Some(id) => {
                let total = self.name(id);
                let text = format!("move |q: i32| {{ {total} += q; op({total}) }}");
                self.declare_closure(true, &text)
            }
            None => self.declare_closure(false, "|q| op(q) + 1"),
        }
    }

    fn declare_closure(&mut self, mutable: bool, text: &str) -> String {
        let var = Var {
            mutable,
            ..self.new_var(Ty::Fun)
        };
        let text = format!("let {} = {text};", written(&var));
        self.scopes.declare(var, Init::Live);
        text
    }

    /// Borrows of locals that end before the next yield; the references stay in scope, dead.
    fn borrowing_block(&mut self) -> Vec<String> {
        let Some(id) = self.pick_live(|var| var.ty == Ty::Noisy && !var.locked) else {
            return vec![self.let_statement()];
        };
        let x = self.name(id);
        let mut lines = vec![match self.rng.below(3) {
            0 => format!("let r = &{x}; note(num(r));"),
            1 => format!("let f = || num(&{x}); note(f() + f());"),
            _ => format!("let ref r = {x}; note(num(r));"),
        }];
        if self.options.dead_borrows && self.rng.chance(60) {
            lines.extend(self.block());
        }
        vec![braces(&lines)]
    }

    fn plain_block(&mut self) -> Vec<String> {
        vec![braces(&self.block())]
    }
}
