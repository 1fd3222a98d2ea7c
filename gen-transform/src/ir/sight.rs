//! Which items of inner scopes are in sight.

use std::rc::Rc;
use syn::Item;

/// The items that may stand several times, scope by scope, the innermost last.
#[derive(Clone, Default, Debug)]
pub struct Sight(Vec<Rc<Vec<Item>>>);

impl Sight {
    /// The same from within a scope that has `items`.
    pub fn within(&self, items: Vec<Item>) -> Sight {
        let mut scopes = self.0.clone();
        scopes.push(Rc::new(items));
        Sight(scopes)
    }

    /// The scopes, outermost first.
    pub fn scopes(&self) -> &[Rc<Vec<Item>>] {
        &self.0
    }

    /// All items in sight, and those that inner ones hide.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.0.iter().flat_map(|scope| scope.iter())
    }

    /// Whether whatever is in sight in `outer` is in sight here, if it is not hidden.
    pub fn contains(&self, outer: &Sight) -> bool {
        let mut pairs = self.0.iter().zip(&outer.0);
        self.0.len() >= outer.0.len() && pairs.all(|(here, there)| Rc::ptr_eq(here, there))
    }
}

impl PartialEq for Sight {
    /// Whether the same scopes are in sight, not merely such as look the same.
    fn eq(&self, other: &Sight) -> bool {
        self.contains(other) && other.contains(self)
    }
}
