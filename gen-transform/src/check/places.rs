//! Where a yield may stand: in the generator's own body, and nowhere else.

use super::walk::Walker;
use crate::syntax::YieldKind;
use quote::quote;
use syn::Macro;

/// What the walk is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// The generator's own body.
    Body,
    /// `|..| ..`
    Closure,
    /// A `fn` inside the body, or an item that holds one.
    Function,
    /// `async { .. }`
    Async,
    /// `const`, `static`, an array length, a constant generic argument.
    Const,
    /// `pattern if guard =>`
    Guard,
    /// A pattern.
    Pattern,
}

impl Place {
    /// Whether `return`, `?` and `.await` here are the generator's own.
    pub fn belongs_to_body(self) -> bool {
        matches!(self, Place::Body | Place::Guard | Place::Pattern)
    }

    /// Why nothing can be yielded here and what to write instead; `None` in the body itself.
    fn objection(self) -> Option<&'static str> {
        Some(match self {
            Place::Body => return None,
            Place::Closure => {
                "in a closure: a closure is a function of its own, and only the generator itself hands out items; \
                 write a loop (`for x in ..`) in place of the closure"
            }
            Place::Function => {
                "in a nested function: only the generator itself hands out items; \
                 make that function a `#[generator]`, too, and hand its items on with `yield_from!(name(..))`"
            }
            Place::Async => {
                "in an async block: that block runs when someone awaits it, not while the generator runs; \
                 yield outside of it"
            }
            Place::Const => {
                "in a constant: its value is computed by the compiler, long before the generator runs; \
                 yield in a statement of its own"
            }
            Place::Guard => {
                "in a match guard: a guard may only look at the value while the arm is being chosen; \
                 yield before the `match`, or in the arm and go on with an `if` there"
            }
            Place::Pattern => {
                "in a pattern: patterns are compared, not run; yield before the `match`"
            }
        })
    }
}

impl Walker<'_> {
    /// Reports a yield in a place that has none to give.
    pub fn yield_place(&mut self, mac: &Macro, kind: YieldKind) {
        if let Some(objection) = self.place.objection() {
            let (path, bang) = (&mac.path, &mac.bang_token);
            let message = format!("`{}` cannot stand {objection}", kind.name());
            self.errors.error_on(quote!(#path #bang), message);
        }
    }
}

impl YieldKind {
    /// How the user spells it.
    pub fn name(self) -> &'static str {
        match self {
            YieldKind::Yield => "yield_!",
            YieldKind::From => "yield_from!",
        }
    }
}
