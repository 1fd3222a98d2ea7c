//! Parameters, and arguments that steer the body down different paths.

use super::Writer;
use super::scope::{Init, Var};
use super::types::Ty;

pub struct Signature {
    /// Empty, or the lifetime that all references share.
    pub generics: &'static str,
    pub params: String,
    /// Whether a pattern takes a parameter apart.
    pub destructures: bool,
    pub calls: Vec<String>,
}

/// How often each body is called, with different arguments.
const CALLS: usize = 2;

impl Writer {
    /// Chooses the item type and the parameters and declares them.
    pub fn signature(&mut self) -> Signature {
        self.item = self.item_ty();
        // The first two decide conditions, so that one body takes more than one path.
        let mut types = vec![Ty::Bool, Ty::Int];
        for _ in 0..self.rng.below(4) {
            types.push(self.param_ty());
        }
        let generics = self.rng.pick(&["", "<'a>"]);
        let mut params: Vec<String> = types.iter().map(|ty| self.param(ty, generics)).collect();
        if !generics.is_empty() {
            params = params.iter().map(|p| p.replace('&', "&'a ")).collect();
        }
        let call = |c| {
            let numbered = types.iter().enumerate();
            let arguments = numbered.map(|(i, ty)| argument(ty, 10 * i as i32 + 900, c));
            arguments.collect::<Vec<_>>().join(", ")
        };
        Signature {
            generics,
            destructures: params.iter().any(|p| p.starts_with('(')),
            params: params.join(", "),
            calls: (0..CALLS).map(call).collect(),
        }
    }

    fn item_ty(&mut self) -> Ty {
        self.rng.pick(&[
            Ty::Int,
            Ty::Int,
            Ty::Noisy,
            Ty::Text,
            Ty::Noisy.opt(),
            Ty::Int.pair(Ty::Noisy),
        ])
    }

    fn param_ty(&mut self) -> Ty {
        self.rng.pick(&[
            Ty::Noisy,
            Ty::Noisy,
            Ty::Text,
            Ty::Shape,
            Ty::Int.opt(),
            Ty::Noisy.opt(),
            Ty::Noisy.pair(Ty::Noisy),
            Ty::Noisy.list(),
            Ty::Noisy.reference(),
            Ty::Noisy.opt().reference(),
            Ty::Shape.reference(),
            Ty::Slice(Box::new(Ty::Noisy)),
            Ty::Slice(Box::new(Ty::Int)),
        ])
    }

    fn param(&mut self, ty: &Ty, generics: &str) -> String {
        // With lifetimes of their own, one reference could not be assigned to another.
        let fixed = generics.is_empty() && matches!(ty, Ty::Ref(_) | Ty::Slice(_));
        let pattern = match ty {
            Ty::Pair(a, b) if self.rng.chance(60) => {
                let (a, b) = (self.param_name(a, fixed), self.param_name(b, fixed));
                format!("({a}, {b})")
            }
            Ty::Noisy if self.rng.chance(15) => "_".into(),
            ty => self.param_name(ty, fixed),
        };
        format!("{pattern}: {}", ty.name())
    }

    /// Parameters are declared once each: no name twice.
    fn param_name(&mut self, ty: &Ty, fixed: bool) -> String {
        let mut var = self.new_var(ty.clone());
        var.mutable &= !fixed;
        var.name = format!("p{}", self.serial());
        let written = written(&var);
        self.scopes.declare(var, Init::Live);
        written
    }
}

/// A variable as its declaration writes it.
pub fn written(var: &Var) -> String {
    let mutable = if var.mutable { "mut " } else { "" };
    format!("{mutable}{}", var.name)
}

/// The argument for a parameter in call number `call`. It must not be an operation: the twins are compared
/// from the call on, and what happens before it is the caller's business.
fn argument(ty: &Ty, id: i32, call: usize) -> String {
    let first = call == 0;
    match ty {
        Ty::Int => if first { "3" } else { "8" }.into(),
        Ty::Bool => first.to_string(),
        Ty::Text => format!("String::from(\"t{id}\")"),
        Ty::Noisy => format!("N({id})"),
        Ty::Shape if first => format!("Shape::One(N({id}))"),
        Ty::Shape => format!("Shape::Two(4, N({id}))"),
        Ty::Opt(inner) if first => format!("Some({})", argument(inner, id, call)),
        Ty::Opt(_) => "None".into(),
        Ty::Pair(a, b) => format!("({}, {})", argument(a, id, call), argument(b, id + 1, call)),
        Ty::List(inner) => format!("vec![{}]", several(inner, id, call)),
        // Constants live for ever and are never dropped, whatever they hold.
        Ty::Ref(inner) => format!("const {{ &{} }}", constant(argument(inner, id, call))),
        Ty::Slice(inner) => format!("const {{ &[{}] }}", constant(several(inner, id, call))),
        Ty::Usize | Ty::Duo | Ty::Triple | Ty::Fun => unreachable!("no parameter has this type"),
    }
}

/// Nothing is allocated in a constant.
fn constant(argument: String) -> String {
    argument.replace("N(", "constant(")
}

fn several(ty: &Ty, id: i32, call: usize) -> String {
    let count = 2 + call as i32;
    let each: Vec<String> = (0..count).map(|i| argument(ty, id + i, call)).collect();
    each.join(", ")
}
