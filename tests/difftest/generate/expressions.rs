//! Expressions of a wanted type, written in evaluation order.

use super::jumps::Kind;
use super::patterns::Take;
use super::scope::{Init, VarId};
use super::types::Ty;
use super::{MAX_DEPTH, Writer};

/// What is matched on.
pub struct Scrutinee {
    pub text: String,
    pub ty: Ty,
    /// The variable itself, if it is one: patterns may move out of it or leave it.
    pub place: Option<VarId>,
    pub take: Take,
}

impl Writer {
    /// An expression of type `ty`.
    pub fn expr(&mut self, ty: &Ty) -> String {
        if !self.scopes.is_reachable() {
            return self.fresh(ty);
        }
        if self.depth >= MAX_DEPTH || self.budget == 0 {
            return self.leaf(ty);
        }
        self.depth += 1;
        self.budget -= 1;
        let text = match self.rng.below(24) {
            0..=5 => self.leaf(ty),
            6..=15 => self.operation(ty),
            16..=18 => self.yield_then(ty),
            19 => self.block_value(ty),
            20 => self.if_value(ty),
            21 => self.match_value(ty),
            22 => self.loop_value(ty),
            _ => self.labelled_value(ty),
        };
        self.depth -= 1;
        text
    }

    /// A variable, or something small.
    pub fn leaf(&mut self, ty: &Ty) -> String {
        if self.rng.chance(75)
            && let Some(mention) = self.mention(ty)
        {
            return mention;
        }
        match ty {
            Ty::Int => self.look(),
            _ => self.fresh(ty),
        }
    }

    /// A variable of type `ty` by value.
    fn mention(&mut self, ty: &Ty) -> Option<String> {
        let all = self.live(|var| var.ty == *ty);
        let usable: Vec<VarId> = all
            .into_iter()
            .filter(|id| ty.is_copy() || self.may_move(*id))
            .collect();
        if usable.is_empty() {
            return None;
        }
        let id = self.rng.pick(&usable);
        if *ty == Ty::Text && self.rng.chance(40) {
            return Some(format!("{}.clone()", self.name(id)));
        }
        if !ty.is_copy() {
            self.scopes.set(id, Init::Gone);
        }
        Some(self.name(id))
    }

    /// A new value that depends on nothing.
    pub fn fresh(&mut self, ty: &Ty) -> String {
        let serial = self.serial();
        match ty {
            Ty::Int if self.rng.chance(40) => format!("op({})", self.rng.below(10)),
            Ty::Int => self.rng.below(10).to_string(),
            Ty::Usize => "0".into(),
            Ty::Bool => format!("(op({}) > 4)", self.rng.below(10)),
            Ty::Text => format!("word({serial})"),
            Ty::Noisy => format!("n({serial})"),
            Ty::Duo => format!("duo(n({serial}), {})", serial + 1),
            Ty::Shape => match self.rng.below(3) {
                0 => format!("Shape::One(n({serial}))"),
                1 => format!("Shape::Two({}, n({serial}))", self.rng.below(9)),
                _ => "Shape::Zero".into(),
            },
            Ty::Triple => format!("[{serial}, 2, 3]"),
            Ty::Opt(inner) if self.rng.chance(70) => format!("Some({})", self.fresh(inner)),
            Ty::Opt(inner) => format!("None::<{}>", inner.name()),
            Ty::Pair(a, b) => {
                let a = self.fresh(a);
                format!("({a}, {})", self.fresh(b))
            }
            Ty::List(inner) if self.rng.chance(80) => {
                let first = self.fresh(inner);
                format!("vec![{first}, {}]", self.fresh(inner))
            }
            Ty::List(inner) => format!("Vec::<{}>::new()", inner.name()),
            Ty::Ref(inner) => format!("const {{ &{} }}", constant(inner)),
            Ty::Slice(inner) => format!("const {{ &[{0}, {0}] }}", constant(inner)),
            Ty::Fun => unreachable!("closures are only declared"),
        }
    }

    /// A number read off some variable without changing it.
    pub fn look(&mut self) -> String {
        let wanted = |var: &super::Var| !matches!(var.ty, Ty::Bool | Ty::Shape);
        let Some(id) = self.pick_live(wanted) else {
            return self.fresh(&Ty::Int);
        };
        let x = self.name(id);
        match &self.scopes.var(id).ty {
            Ty::Int => x,
            Ty::Usize => format!("({x} as i32)"),
            Ty::Noisy if self.rng.chance(60) => format!("num(&{x})"),
            Ty::Noisy => format!("{x}.0"),
            Ty::Text | Ty::List(_) | Ty::Slice(_) => format!("({x}.len() as i32)"),
            Ty::Duo if self.rng.chance(50) => format!("{x}.right"),
            Ty::Duo => format!("num(&{x}.left)"),
            Ty::Triple => format!("{x}[1]"),
            Ty::Opt(_) => format!("({x}.is_some() as i32)"),
            Ty::Pair(a, _) if **a == Ty::Int => format!("{x}.0"),
            Ty::Pair(a, _) if **a == Ty::Noisy => format!("num(&{x}.0)"),
            Ty::Ref(inner) if **inner == Ty::Noisy => format!("num({x})"),
            Ty::Ref(inner) if **inner == Ty::Int => format!("*{x}"),
            Ty::Fun => format!("{x}(op(1))"),
            _ => self.fresh(&Ty::Int),
        }
    }

    fn operation(&mut self, ty: &Ty) -> String {
        match ty {
            Ty::Int => self.int_operation(),
            Ty::Bool => self.bool_operation(),
            Ty::Text => self.text_operation(),
            Ty::Noisy => self.noisy_operation(),
            Ty::Opt(inner) => self.opt_operation(inner),
            Ty::Duo => {
                let left = self.expr(&Ty::Noisy);
                let right = self.expr(&Ty::Int);
                // Fields are evaluated in the order of the literal, not of the declaration.
                format!("Duo {{ left: {left}, right: {right} }}")
            }
            Ty::Shape => {
                let number = self.expr(&Ty::Int);
                format!("Shape::Two({number}, {})", self.expr(&Ty::Noisy))
            }
            Ty::Triple => {
                let (a, b) = (self.expr(&Ty::Int), self.expr(&Ty::Int));
                format!("[{a}, {b}, {}]", self.expr(&Ty::Int))
            }
            Ty::Pair(a, b) => {
                let a = self.expr(a);
                format!("({a}, {})", self.expr(b))
            }
            Ty::List(inner) => {
                let (a, b) = (self.expr(inner), self.expr(inner));
                format!("vec![{a}, {b}]")
            }
            Ty::Usize | Ty::Ref(_) | Ty::Slice(_) | Ty::Fun => self.leaf(ty),
        }
    }

    fn int_operation(&mut self) -> String {
        match self.rng.below(14) {
            0..=2 => {
                let a = self.expr(&Ty::Int);
                // No `*`: loops would overflow.
                let operator = self.rng.pick(&["+", "-", "^", "&", "|"]);
                format!("({a} {operator} {})", self.expr(&Ty::Int))
            }
            3 => format!("op({})", self.expr(&Ty::Int)),
            4 => {
                let a = self.expr(&Ty::Int);
                format!("add({a}, {})", self.expr(&Ty::Int))
            }
            5 => format!("eat({})", self.expr(&Ty::Noisy)),
            6 if self.temporaries => {
                let value = self.expr(&Ty::Noisy);
                format!("num(&{})", rvalue(value))
            }
            7 => format!("-{}", atom(self.expr(&Ty::Int))),
            8 => format!("({} as i64 as i32)", atom(self.expr(&Ty::Int))),
            9 => self.index(),
            10 => {
                let receiver = self.expr(&Ty::Int.opt());
                format!(
                    "{}.unwrap_or({})",
                    rvalue(receiver),
                    self.argument(&Ty::Int)
                )
            }
            11 | 12 if self.temporaries => self.part_of_temporary(),
            _ => self.look(),
        }
    }

    /// A part of a value that is made on the spot, the rest of which lives to the end of the statement. What it is made of shows
    /// that it borrows nothing: otherwise the rest would not outlive a yield.
    fn part_of_temporary(&mut self) -> String {
        let first = self.literal_behind_yield();
        match self.rng.below(4) {
            0 => format!("n({first}).0"),
            1 => format!("duo(n({}), {first}).right", self.serial()),
            2 => format!(
                "vec![n({first}), n({})][op(0) as usize & 1].0",
                self.serial()
            ),
            _ => {
                let second = self.serial();
                let index = self.literal_behind_yield();
                format!("[n({first}), n({second})][({index} & 1) as usize].0")
            }
        }
    }

    fn literal_behind_yield(&mut self) -> String {
        if self.plain > 0 || self.rng.chance(60) {
            return self.fresh(&Ty::Int);
        }
        let mark = self.scopes.enter();
        let first = self.with_temporaries(true, Self::yield_statement);
        self.scopes.leave(mark);
        format!("{{ {first} {} }}", self.fresh(&Ty::Int))
    }

    /// The index is evaluated while the array is only named, not borrowed.
    fn index(&mut self) -> String {
        let Some(id) = self.pick_live(|var| var.ty == Ty::Triple) else {
            return self.look();
        };
        let index = self.with_locked(id, |w| w.expr(&Ty::Int));
        format!("{}[({index} & 1) as usize]", self.name(id))
    }

    fn bool_operation(&mut self) -> String {
        match self.rng.below(6) {
            0 | 1 => {
                let a = self.expr(&Ty::Int);
                let operator = self.rng.pick(&["<", ">=", "==", "!="]);
                format!("({a} {operator} {})", self.expr(&Ty::Int))
            }
            2 => self.short_circuit(),
            3 => format!("!{}", atom(self.expr(&Ty::Bool))),
            4 => {
                let value = self.expr(&Ty::Int);
                format!("matches!({value}, 2..=5)")
            }
            _ => match self.pick_live(|var| matches!(var.ty, Ty::Opt(_))) {
                Some(id) => format!("{}.is_some()", self.name(id)),
                None => self.fresh(&Ty::Bool),
            },
        }
    }

    fn short_circuit(&mut self) -> String {
        let a = self.expr(&Ty::Bool);
        let skipped = self.scopes.flow();
        let b = self.expr(&Ty::Bool);
        self.scopes.join(skipped);
        let operator = self.rng.pick(&["&&", "||"]);
        format!("({a} {operator} {b})")
    }

    fn text_operation(&mut self) -> String {
        match self.rng.below(4) {
            0 => {
                // `format!` borrows its arguments: only the first may yield.
                let first = self.expr(&Ty::Int);
                format!("format!(\"{{}}-{{}}\", {first}, {})", self.look())
            }
            1 => match self.pick_live(|var| var.ty != Ty::Fun) {
                Some(id) => format!("format!(\"{{{}:?}}\")", self.name(id)),
                None => self.fresh(&Ty::Text),
            },
            2 => format!("({} + \"k\")", self.expr(&Ty::Text)),
            _ => format!("word({})", self.expr(&Ty::Int)),
        }
    }

    fn noisy_operation(&mut self) -> String {
        match self.rng.below(6) {
            0 | 1 => {
                let receiver = self.expr(&Ty::Noisy);
                format!("{}.plus({})", rvalue(receiver), self.argument(&Ty::Int))
            }
            2 => {
                let first = self.expr(&Ty::Noisy.opt());
                format!("pick({first}, {})", self.expr(&Ty::Noisy))
            }
            3 => self.replace(),
            _ => format!("n({})", self.expr(&Ty::Int)),
        }
    }

    /// Takes a value through a `&mut` and leaves another.
    fn replace(&mut self) -> String {
        let wanted = |var: &super::Var| var.ty == Ty::Noisy && var.mutable && !var.locked;
        match self.pick_live(wanted) {
            Some(id) => {
                let new = self.fresh(&Ty::Noisy);
                format!("std::mem::replace(&mut {}, {new})", self.name(id))
            }
            None => self.fresh(&Ty::Noisy),
        }
    }

    fn opt_operation(&mut self, inner: &Ty) -> String {
        let opt = inner.clone().opt();
        let list = inner.clone().list();
        let takable = |var: &super::Var| var.mutable && !var.locked;
        match self.rng.below(4) {
            0 => match self.pick_live(|var| takable(var) && var.ty == opt) {
                Some(id) => format!("{}.take()", self.name(id)),
                None => self.fresh(&opt),
            },
            1 => match self.pick_live(|var| takable(var) && var.ty == list) {
                Some(id) => format!("{}.pop()", self.name(id)),
                None => self.fresh(&opt),
            },
            _ => format!("Some({})", self.expr(inner)),
        }
    }

    /// `{ yield_!(x); value }`, the smallest expression that is suspended.
    fn yield_then(&mut self, ty: &Ty) -> String {
        if self.plain > 0 {
            return self.operation(ty);
        }
        let mark = self.scopes.enter();
        let first = self.with_temporaries(true, Self::yield_statement);
        let tail = tail(self.with_temporaries(true, |w| w.leaf(ty)));
        self.scopes.leave(mark);
        format!("{{ {first} {tail} }}")
    }

    fn block_value(&mut self, ty: &Ty) -> String {
        let mark = self.scopes.enter();
        let mut lines = vec![];
        let count = self.rng.below(2) + 1;
        self.statements(count, &mut lines);
        lines.push(tail(self.with_temporaries(true, |w| w.expr(ty))));
        self.scopes.leave(mark);
        braces(&lines)
    }

    fn if_value(&mut self, ty: &Ty) -> String {
        let condition = self.with_temporaries(true, |w| w.expr(&Ty::Bool));
        let before = self.scopes.flow();
        let then = self.block_value(ty);
        let after_then = self.scopes.diverge();
        self.scopes.set_flow(before);
        let otherwise = self.block_value(ty);
        self.scopes.join(after_then);
        format!("(if {condition} {then} else {otherwise})")
    }

    fn match_value(&mut self, ty: &Ty) -> String {
        let scrutinee = self.scrutinee(|_| true, false);
        let arms = self.match_arms(&scrutinee, |w| {
            let value = w.with_temporaries(true, |w| w.expr(ty));
            format!("{},", tail(value))
        });
        format!("(match {} {})", scrutinee.text, braces(&arms))
    }

    /// `loop` with `break value`. The counter lives in a block of its own around the loop.
    fn loop_value(&mut self, ty: &Ty) -> String {
        let outside = self.scopes.enter();
        let (counter, setup) = self.counter();
        let label = self.begin_target(Kind::Loop, Some(ty.clone()));
        let inside = self.scopes.enter();
        let mut lines = self.last_round(counter, ty);
        lines.push(self.count_up(counter));
        let count = self.rng.below(2) + 1;
        self.statements(count, &mut lines);
        lines.extend(self.back_edge());
        self.scopes.leave(inside);
        let exits = self.end_target();
        self.scopes.set_flow(exits);
        self.scopes.leave(outside);
        format!("{{ {setup} {label}loop {} }}", braces(&lines))
    }

    /// Leaves the counted loop with a value. Stands first, where no `continue` gets around it, and the
    /// value cannot jump to the loop's head either.
    fn last_round(&mut self, counter: VarId, ty: &Ty) -> Vec<String> {
        let before = self.scopes.flow();
        let value = self.in_head(|w| w.with_temporaries(true, |w| w.expr(ty)));
        let value = break_value(value);
        self.exit_target();
        self.scopes.set_flow(before);
        vec![format!(
            "if {} > 1 {{ break {value}; }}",
            self.name(counter)
        )]
    }

    /// `'l: { .. break 'l value; .. value }`.
    fn labelled_value(&mut self, ty: &Ty) -> String {
        let label = self.begin_target(Kind::Block, Some(ty.clone()));
        let block = self.block_value(ty);
        let exits = self.end_target();
        self.scopes.join(exits);
        format!("{label}{block}")
    }

    /// Something to match on; in operand position nothing may be left over until the end of the statement.
    pub fn scrutinee(&mut self, wanted: impl Fn(&Ty) -> bool, leftovers: bool) -> Scrutinee {
        if self.rng.chance(55)
            && let Some(id) = self.pick_live(|var| var.ty != Ty::Fun && wanted(&var.ty))
        {
            let ty = self.scopes.var(id).ty.clone();
            let take = match self.may_move(id) && self.rng.chance(70) {
                true => Take::All,
                false => Take::Nothing,
            };
            return Scrutinee {
                text: self.name(id),
                ty,
                place: Some(id),
                take,
            };
        }
        let ty = self.matched_ty();
        let text = self.with_temporaries(false, |w| w.expr(&ty));
        let take = match leftovers && self.rng.chance(30) {
            true => Take::Nothing,
            false => Take::All,
        };
        Scrutinee {
            text: rvalue(text),
            ty,
            place: None,
            take,
        }
    }

    fn matched_ty(&mut self) -> Ty {
        self.rng.pick(&[
            Ty::Int,
            Ty::Shape,
            Ty::Int.opt(),
            Ty::Noisy.opt(),
            Ty::Noisy.opt(),
            Ty::Noisy.opt().pair(Ty::Int),
            Ty::Noisy.pair(Ty::Int).opt(),
        ])
    }
}

/// A value that a constant can have.
fn constant(ty: &Ty) -> String {
    match ty {
        Ty::Int => "6".into(),
        Ty::Noisy => "constant(6)".into(),
        Ty::Shape => "Shape::One(constant(6))".into(),
        Ty::Opt(inner) => format!("Some({})", constant(inner)),
        _ => unreachable!("no reference to this type is made"),
    }
}

pub fn braces(lines: &[String]) -> String {
    format!("{{\n{}\n}}", lines.join("\n"))
}

/// A name is a place: in braces it becomes a value, moved at this point.
pub fn rvalue(text: String) -> String {
    let is_name = text.chars().all(|c| c.is_alphanumeric() || c == '_');
    match is_name && !text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with("Duo ") {
        true => format!("{{ {text} }}"),
        false => text,
    }
}

/// At the start of a statement or an arm a block ends there: `{ x }.plus(1)` needs parentheses.
pub fn tail(text: String) -> String {
    match text.starts_with(['{', '\'']) && !text.ends_with('}') {
        true => format!("({text})"),
        false => text,
    }
}

/// After `break` a label is the target's and a block looks like a labelled one's: both need parentheses.
pub fn break_value(text: String) -> String {
    match text.starts_with(['{', '\'']) {
        true => format!("({text})"),
        false => text,
    }
}

/// Parentheses around what does not bind more tightly than a prefix operator.
fn atom(text: String) -> String {
    match text.starts_with(['{', '-', '\'']) {
        true => format!("({text})"),
        false => text,
    }
}
