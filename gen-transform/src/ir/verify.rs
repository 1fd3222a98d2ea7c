//! What every graph has to satisfy.

use super::Body;

/// Checks the invariants of `body`.
///
/// # Panics
/// If one is violated: a bug of the lowering.
pub fn verify(body: &Body) {
    for id in body.block_ids() {
        for target in body.successors(id) {
            assert!(
                target.index() < body.blocks.len(),
                "BUG: bb{} leads to bb{}, which does not exist",
                id.index(),
                target.index()
            );
        }
    }
}
