//! What the runtime asks of a generated frame.

/// A frame: the saved locals and the state of one generator.
pub trait Frame {
    /// Whether the body has not started.
    fn is_unresumed(&self) -> bool;
    /// Whether the body has ended. Between two runs only: while the body runs, its frame says so, too.
    fn is_done(&self) -> bool;
    /// Drops what the saved locals hold, newest first.
    fn clear(&mut self);
}

/// Clears the frame when a panic unwinds out of a run.
pub struct ClearOnUnwind<'f, F: Frame>(pub &'f mut F);

impl<F: Frame> Drop for ClearOnUnwind<'_, F> {
    fn drop(&mut self) {
        self.0.clear();
    }
}
