//! What a run leaves on the heap, by a counting allocator.
//!
//! Under Miri nothing is counted: it finds leaks by itself, and counting would cost it more than all else.

use std::fmt;

/// What a run did to the heap.
#[derive(Debug, Default, PartialEq, Eq, Clone, Copy)]
pub struct Heap {
    /// How many allocations there were.
    pub made: u64,
    /// How many of them are left; negative where something older was freed.
    pub left: i64,
    /// The same in bytes.
    pub bytes: i64,
}

impl Heap {
    /// Everything that was allocated was freed.
    pub fn is_clean(&self) -> bool {
        self.left == 0 && self.bytes == 0
    }

    /// A body may leak on purpose; then its eager twin does, too.
    pub fn same_left(&self, other: &Heap) -> bool {
        self.left == other.left && self.bytes == other.bytes
    }
}

impl fmt::Display for Heap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} left on the heap, {} bytes", self.left, self.bytes)
    }
}

/// Counts what this thread allocates and frees in `work`.
#[cfg(not(miri))]
pub fn counted(work: impl FnOnce()) -> Heap {
    let counted = allocation_counter::measure(work);
    Heap {
        made: counted.count_total,
        left: counted.count_current,
        bytes: counted.bytes_current,
    }
}

/// Runs `work` without counting.
#[cfg(not(miri))]
pub fn uncounted(work: impl FnOnce()) {
    allocation_counter::opt_out(work);
}

#[cfg(miri)]
pub fn counted(work: impl FnOnce()) -> Heap {
    work();
    Heap::default()
}

#[cfg(miri)]
pub fn uncounted(work: impl FnOnce()) {
    work();
}
