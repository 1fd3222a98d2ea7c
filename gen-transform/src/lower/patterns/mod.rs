//! What a pattern, or a literal that continues another value, takes and what it leaves behind.

pub mod borrowed;
mod mixed;
pub mod rests;
pub mod taken;
pub mod updates;
