//! The textual form of a graph.

use super::Body;
use crate::analyse::FrameLayout;

/// Writes `body` with its frame.
pub fn dump(body: &Body, layout: &FrameLayout) -> String {
    let _ = layout;
    format!("{} blocks", body.blocks.len())
}
