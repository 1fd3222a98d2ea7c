//! Patterns for each type, and what they bind.

use super::Writer;
use super::expressions::Scrutinee;
use super::scope::{Init, Var, VarId, join};
use super::signature::written;
use super::types::Ty;

/// What a pattern does with the parts that are not `Copy`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Take {
    /// Binds them all: the matched value is moved.
    All,
    /// Binds none of them: the matched value stays whole.
    Nothing,
    /// The value is behind a reference; every binding is one.
    Reference,
}

#[derive(Default)]
pub struct Pattern {
    pub text: String,
    pub bindings: Vec<Var>,
    /// Whether it takes something that is not `Copy`.
    pub moves: bool,
}

/// One arm's pattern, with its guard.
pub struct Arm {
    pub pattern: Pattern,
    pub guard: Option<String>,
}

impl Writer {
    /// A pattern that may fail, for a type that has one.
    pub fn refutable(&mut self, ty: &Ty, take: Take) -> Pattern {
        let mut p = Pattern::default();
        p.text = match ty {
            Ty::Ref(inner) => return self.refutable(inner, Take::Reference),
            Ty::Opt(inner) if **inner == Ty::Int && self.rng.chance(40) => {
                format!("Some({})", self.number(&mut p, take))
            }
            Ty::Opt(inner) => format!("Some({})", self.part(&mut p, inner, take)),
            Ty::Shape => self.shape(&mut p, take),
            Ty::Int => self.number(&mut p, take),
            Ty::Slice(inner) => self.slice(&mut p, inner),
            Ty::Pair(a, b) => match &**a {
                Ty::Opt(a) => {
                    let a = self.part(&mut p, a, take);
                    format!("(Some({a}), {})", self.part(&mut p, b, take))
                }
                _ => unreachable!("no pattern of this type fails"),
            },
            _ => unreachable!("no pattern of this type fails"),
        };
        p
    }

    /// A pattern that takes the whole of a pair or a struct apart.
    pub fn irrefutable(&mut self, ty: &Ty, take: Take) -> Pattern {
        let mut p = Pattern::default();
        p.text = self.part(&mut p, ty, take);
        p
    }

    /// Arms that cover the type. `take` says what each may do; on a variable some may do less.
    pub fn arms(&mut self, ty: &Ty, take: Take) -> Vec<Arm> {
        match ty {
            Ty::Ref(inner) => self.arms(inner, Take::Reference),
            Ty::Opt(_) | Ty::Shape | Ty::Slice(_) => self.arms_by_variant(ty, take),
            Ty::Int => {
                let mut arms = self.arms_by_variant(ty, take);
                arms.push(self.arm("0".into()));
                arms.push(self.last_arm(ty, take));
                arms
            }
            Ty::Bool => vec![self.arm("true".into()), self.arm("false".into())],
            Ty::Pair(..) if can_fail(ty) => {
                let mut arms = self.arms_by_variant(ty, take);
                arms.push(self.last_arm(ty, take));
                arms
            }
            _ => vec![self.last_arm(ty, take)],
        }
    }

    /// Some refutable arms, guarded or not, and what covers the rest.
    fn arms_by_variant(&mut self, ty: &Ty, take: Take) -> Vec<Arm> {
        let mut arms = vec![];
        for _ in 0..self.rng.below(2) + 1 {
            let pattern = self.refutable(ty, take);
            let guard = self.rng.chance(35).then(|| self.guard(&pattern));
            arms.push(Arm { pattern, guard });
        }
        match ty {
            Ty::Opt(_) if self.rng.chance(30) => arms.push(self.whole(ty, "Some(_)", take)),
            Ty::Shape if self.rng.chance(30) => {
                arms.push(self.whole(ty, "(Shape::One(_) | Shape::Two(..))", take));
            }
            _ => {}
        }
        if matches!(ty, Ty::Opt(_) | Ty::Shape | Ty::Slice(_)) {
            arms.push(self.last_arm(ty, take));
        }
        arms
    }

    fn arm(&mut self, text: String) -> Arm {
        Arm {
            pattern: Pattern {
                text,
                ..Pattern::default()
            },
            guard: None,
        }
    }

    /// The arm for everything else: a wildcard, a binding, or the pattern of the type.
    fn last_arm(&mut self, ty: &Ty, take: Take) -> Arm {
        if self.rng.chance(40) && (take != Take::All || !ty.is_noisy()) {
            return self.arm("_".into());
        }
        Arm {
            pattern: self.irrefutable(ty, take),
            guard: None,
        }
    }

    /// `x @ pattern`.
    fn whole(&mut self, ty: &Ty, pattern: &str, take: Take) -> Arm {
        if take == Take::Nothing && !ty.is_copy() {
            return self.arm(pattern.into());
        }
        let mut p = Pattern::default();
        let name = self.bind(&mut p, ty, take);
        p.text = format!("{name} @ {pattern}");
        Arm {
            pattern: p,
            guard: None,
        }
    }

    /// A condition on what the pattern has bound: guards see bindings by reference and never yield.
    fn guard(&mut self, pattern: &Pattern) -> String {
        let limit = self.rng.below(9);
        let test = |var: &Var| match &var.ty {
            Ty::Int => Some(format!("op({}) > {limit}", var.name)),
            Ty::Bool => Some(var.name.clone()),
            Ty::Noisy => Some(format!("num(&{}) % 2 == 0", var.name)),
            Ty::Ref(inner) if **inner == Ty::Noisy => Some(format!("num({}) % 2 == 1", var.name)),
            _ => None,
        };
        let tests: Vec<String> = pattern.bindings.iter().filter_map(test).collect();
        match tests.is_empty() {
            true => format!("op({limit}) < 5"),
            false => self.rng.pick(&tests),
        }
    }

    /// A pattern for a part of a value: a name, a wildcard, or the part taken apart.
    fn part(&mut self, p: &mut Pattern, ty: &Ty, take: Take) -> String {
        let free = ty.is_copy() || take != Take::All;
        match ty {
            _ if free && self.rng.chance(25) => "_".into(),
            _ if !ty.is_copy() && take == Take::Nothing => "_".into(),
            Ty::Pair(a, b) if self.rng.chance(60) => {
                let a = self.part(p, a, take);
                format!("({a}, {})", self.part(p, b, take))
            }
            Ty::Duo if self.rng.chance(60) => self.fields(p, take),
            ty => self.bind(p, ty, take),
        }
    }

    fn fields(&mut self, p: &mut Pattern, take: Take) -> String {
        let left = self.part(p, &Ty::Noisy, take);
        match self.rng.chance(30) {
            true => format!("Duo {{ left: {left}, .. }}"),
            false => format!(
                "Duo {{ right: {}, left: {left} }}",
                self.part(p, &Ty::Int, take)
            ),
        }
    }

    fn shape(&mut self, p: &mut Pattern, take: Take) -> String {
        match self.rng.below(4) {
            0 => format!("Shape::One({})", self.part(p, &Ty::Noisy, take)),
            1 => {
                let number = self.part(p, &Ty::Int, take);
                format!("Shape::Two({number}, {})", self.part(p, &Ty::Noisy, take))
            }
            2 => {
                let inner = self.part(p, &Ty::Noisy, take);
                format!("Shape::One({inner}) | Shape::Two(_, {inner})")
            }
            _ => "Shape::Zero".into(),
        }
    }

    /// A pattern on a number that fails for some.
    fn number(&mut self, p: &mut Pattern, take: Take) -> String {
        match self.rng.below(4) {
            0 => "1 | 2 | 3".into(),
            1 => "5..".into(),
            2 => format!("{} @ 0..=6", self.bind(p, &Ty::Int, take)),
            _ => format!("{} @ (1 | 4..=9)", self.bind(p, &Ty::Int, take)),
        }
    }

    fn slice(&mut self, p: &mut Pattern, element: &Ty) -> String {
        let first = self.part(p, element, Take::Reference);
        match self.rng.below(3) {
            0 => format!("[{first}]"),
            1 => format!("[{first}, .., {}]", self.part(p, element, Take::Reference)),
            _ => {
                let rest = self.bind(p, element, Take::Reference);
                let bound = p.bindings.last_mut().expect("just bound");
                bound.ty = Ty::Slice(Box::new(element.clone()));
                format!("[{first}, {rest} @ ..]")
            }
        }
    }

    /// A binding, its name different from the others of the pattern.
    fn bind(&mut self, p: &mut Pattern, ty: &Ty, take: Take) -> String {
        let mut var = self.new_var(ty.clone());
        while p.bindings.iter().any(|other| other.name == var.name) {
            var.name = self.new_name();
        }
        if take == Take::Reference {
            var.ty = ty.clone().reference();
            // `mut` is not allowed where the binding mode is not written.
            var.mutable = false;
        } else if !ty.is_copy() {
            p.moves = true;
        }
        let text = written(&var);
        p.bindings.push(var);
        text
    }

    /// Writes a pattern for `scrutinee` with the name of what it moves kept free.
    pub fn matching<R>(
        &mut self,
        scrutinee: &Scrutinee,
        write: impl FnOnce(&mut Self, &Ty, Take) -> R,
    ) -> R {
        self.reserved = scrutinee.place.map(|id| self.name(id));
        let result = write(self, &scrutinee.ty, scrutinee.take);
        self.reserved = None;
        result
    }

    /// The pattern has matched: its bindings are there, what it moved is gone.
    pub fn matched(&mut self, pattern: Pattern, place: Option<VarId>) -> String {
        if let Some(id) = place
            && pattern.moves
        {
            self.scopes.set(id, Init::Gone);
        }
        for var in pattern.bindings {
            self.scopes.declare(var, Init::Live);
        }
        pattern.text
    }

    /// The arms of a `match`; `body` writes what stands behind each arrow.
    pub fn match_arms(
        &mut self,
        scrutinee: &Scrutinee,
        mut body: impl FnMut(&mut Self) -> String,
    ) -> Vec<String> {
        let arms = self.matching(scrutinee, |w, ty, take| match take {
            Take::All if w.mixes_arms(scrutinee) => w.mixed_arms(ty),
            take => w.arms(ty, take),
        });
        let before = self.scopes.flow();
        let mut after = None;
        let mut lines = vec![];
        for arm in arms {
            self.scopes.set_flow(before.clone());
            let mark = self.scopes.enter();
            let guard = arm.guard.map_or(String::new(), |g| format!(" if {g}"));
            let pattern = self.matched(arm.pattern, scrutinee.place);
            lines.push(format!("{pattern}{guard} => {}", body(self)));
            self.scopes.leave(mark);
            after = join(after, self.scopes.diverge());
        }
        self.scopes.set_flow(after);
        lines
    }

    fn mixes_arms(&mut self, scrutinee: &Scrutinee) -> bool {
        self.options.moves_by_arm && scrutinee.place.is_some() && self.rng.chance(50)
    }

    /// Arms of which some move out of the variable and others leave it whole.
    fn mixed_arms(&mut self, ty: &Ty) -> Vec<Arm> {
        let mut arms = self.arms(ty, Take::All);
        if can_fail(ty) {
            let pattern = self.refutable(ty, Take::Nothing);
            let guard = self.rng.chance(50).then(|| self.guard(&pattern));
            arms.insert(0, Arm { pattern, guard });
        }
        let last = arms.len() - 1;
        if last > 0 && arms[last].guard.is_none() && self.rng.chance(50) {
            arms[last] = self.arm("_".into());
        }
        arms
    }
}

/// Whether a type has a pattern that may fail.
pub fn can_fail(ty: &Ty) -> bool {
    match ty {
        Ty::Opt(_) | Ty::Shape | Ty::Int | Ty::Slice(_) => true,
        Ty::Ref(inner) => can_fail(inner),
        Ty::Pair(a, _) => matches!(**a, Ty::Opt(_)),
        _ => false,
    }
}
