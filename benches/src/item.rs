//! What the workloads yield, and what is done with it.
use std::fmt::Debug;

/// Something a workload yields.
pub trait Item: Debug {
    /// Whether [`Item::stops`] is ever true.
    const CAN_STOP: bool = false;

    /// A number that cannot be had without computing the item.
    fn weigh(self) -> u64;

    /// Whether the consumer stops here, as `find` does.
    #[inline]
    fn stops(&self) -> bool {
        false
    }
}

/// What is done with the items.
pub trait Absorb: Default {
    /// What is known at the end.
    type Out;
    /// Takes one more item.
    fn absorb<T: Item>(&mut self, item: T);
    /// Ends the drive.
    fn done(self) -> Self::Out;
}

/// The checksum used for timing. Exclusive or, since LLVM replaces sums of simple sequences by a formula,
/// while loops over this one can still be vectorised.
#[derive(Default)]
pub struct Xor(u64);

impl Absorb for Xor {
    type Out = u64;

    #[inline]
    fn absorb<T: Item>(&mut self, item: T) {
        self.0 ^= item.weigh();
    }

    #[inline]
    fn done(self) -> u64 {
        self.0
    }
}

/// Every item in order, for the equality test.
#[derive(Default)]
pub struct Trace(Vec<String>);

impl Absorb for Trace {
    type Out = Vec<String>;

    fn absorb<T: Item>(&mut self, item: T) {
        self.0.push(format!("{item:?}"));
    }

    fn done(self) -> Vec<String> {
        self.0
    }
}

/// What the tokenizer finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// Letters.
    Word(&'a str),
    /// Decimal digits.
    Number(u64),
    /// Any other byte but space.
    Symbol(u8),
}

/// Two numbers; the consumer stops at the first pair with product [`Pair::PRODUCT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair(pub u32, pub u32);

impl Pair {
    /// 163 · 167, two primes, so that there is one such pair.
    pub const PRODUCT: u32 = 27_221;
}

impl Item for Pair {
    const CAN_STOP: bool = true;

    #[inline]
    fn weigh(self) -> u64 {
        (u64::from(self.0) << 32) | u64::from(self.1)
    }

    #[inline]
    fn stops(&self) -> bool {
        self.0 * self.1 == Self::PRODUCT
    }
}

impl Item for u8 {
    #[inline]
    fn weigh(self) -> u64 {
        self.into()
    }
}

impl Item for u32 {
    #[inline]
    fn weigh(self) -> u64 {
        self.into()
    }
}

impl Item for u64 {
    #[inline]
    fn weigh(self) -> u64 {
        self
    }
}

impl Item for &u32 {
    #[inline]
    fn weigh(self) -> u64 {
        (*self).into()
    }
}

impl Item for (u32, u32, u32) {
    #[inline]
    fn weigh(self) -> u64 {
        u64::from(self.0) | u64::from(self.1) << 20 | u64::from(self.2) << 40
    }
}

impl Item for Token<'_> {
    #[inline]
    fn weigh(self) -> u64 {
        match self {
            Token::Word(word) => word.len() as u64,
            Token::Number(value) => value,
            Token::Symbol(byte) => byte.into(),
        }
    }
}

impl Item for String {
    #[inline]
    fn weigh(self) -> u64 {
        self.len() as u64
    }
}
