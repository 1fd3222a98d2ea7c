//! Generators in a crate without std and without an allocator.
//!
//! `cargo check -p gen-test-no-std` builds it with gen-core's features off; as a part of the whole workspace it gets them
//! from its neighbours.
#![no_std]
#![deny(warnings, missing_docs)]

use gen_core::{Generator, generator};

/// Why a frame is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameError {
    /// It is longer than its bytes.
    Truncated,
}

/// The frames in a buffer: a length byte, then that many bytes.
#[generator]
pub fn frames(mut bytes: &[u8]) -> Result<&[u8], FrameError> {
    while let [length, rest @ ..] = bytes {
        let (frame, behind) = rest
            .split_at_checked(usize::from(*length))
            .ok_or(FrameError::Truncated)?;
        yield_!(Ok(frame));
        bytes = behind;
    }
}

/// The bits of a byte, highest first.
#[generator(exact_size = 8)]
pub fn bits(byte: u8) -> bool {
    let mut mask = 0x80;
    while mask > 0 {
        yield_!(byte & mask != 0);
        mask >>= 1;
    }
}

/// The bits of many bytes.
#[generator]
pub fn all_bits<const N: usize>(bytes: [u8; N]) -> bool {
    for byte in bytes {
        yield_from!(bits(byte));
    }
}

/// What a line receiver has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Nothing to report.
    Idle,
    /// A line of so many bytes has ended.
    Line(usize),
}

/// Is sent bytes, one at a time, until there is a zero; returns how many lines there were.
#[generator]
pub fn lines() -> impl Generator<u8, Yield = Event, Return = usize> {
    let mut count = 0;
    let mut length = 0;
    let mut event = Event::Idle;
    loop {
        match yield_!(event) {
            0 => return count,
            b'\n' => {
                event = Event::Line(length);
                length = 0;
                count += 1;
            }
            _ => {
                event = Event::Idle;
                length += 1;
            }
        }
    }
}

#[test]
fn they_run() {
    assert!(frames(b"\x01a\x02bc").eq([Ok(b"a".as_slice()), Ok(b"bc")]));
    assert!(frames(b"\x09a").eq([Err(FrameError::Truncated)]));
    assert_eq!(all_bits([0xf0, 0x01]).filter(|bit| *bit).count(), 5);
    let mut lines = lines();
    lines.start();
    assert_eq!(lines.send(b'a').yielded(), Some(Event::Idle));
    assert_eq!(lines.send(b'\n').yielded(), Some(Event::Line(1)));
    assert_eq!(lines.send(0).complete(), Some(1));
}
