//! What tells a run that the generator has ended.
//!
//! A variable that holds a value wherever a run starts, the iterator that an adaptor reads from, is gone once the generator has
//! ended. Its slot says so, where it is looked at anyway, and the state need not be asked:
//!
//! ```text
//! for n in numbers { if n % 2 == 1 { yield_!(n); } }
//!
//! if numbers_slot.is_none() { return None; }
//! loop { match numbers.next() { .. } }
//! ```
//!
//! rustc's optimiser then sees in a chain of adaptors that none of them has ended before the first one has.

use super::Structurer;
use crate::analyse::Storage;
use crate::resolve::LocalId;
use proc_macro2::TokenStream;
use quote::quote;

impl Structurer<'_, '_> {
    /// The slot that holds a value wherever a run starts; of several the one that the body mentions first.
    pub fn held_by_all_runs(&self) -> Option<LocalId> {
        let layout = &self.cx.layout;
        let held = |local: LocalId| {
            layout.storage(local) == (Storage::Slot { saved: true })
                && self.starts().iter().all(|start| {
                    let at_entry = &layout.init_at_entry[start.block.index()];
                    at_entry.has(local)
                })
        };
        let mentions = layout.mentions.iter().flatten();
        let mut locals = mentions.map(|info| info.local);
        locals.find(|local| held(*local))
    }

    /// Output: `if numbers_slot.is_none() { return None; }`
    pub fn unless_held(&self, local: LocalId, ended: &TokenStream) -> TokenStream {
        let slot = self.cx.names.slot(local);
        quote!(if #slot.is_none() { #ended })
    }
}
