//! What the runtime asks of a generated frame.

/// A frame: the saved locals and the state of one generator.
pub trait Frame {
    /// Where the next run begins; meaningful between two runs only.
    fn state(&self) -> u32;
    /// Ends the generator, and drops what the saved locals hold, newest first.
    fn clear(&mut self);
    /// Whether the body has not started.
    #[inline]
    fn is_unresumed(&self) -> bool {
        self.state() == 0
    }
    /// Whether the body has ended.
    #[inline]
    fn is_done(&self) -> bool {
        self.state() == 1
    }
}

/// Clears the frame when a panic unwinds out of a run, so that the generator has ended.
pub struct ClearOnUnwind<'f, F: Frame>(pub &'f mut F);

impl<F: Frame> Drop for ClearOnUnwind<'_, F> {
    fn drop(&mut self) {
        self.0.clear();
    }
}
