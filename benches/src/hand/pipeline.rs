//! Four adapters, each over the one before.

pub(crate) fn pipeline(n: u64) -> impl Iterator<Item = u64> {
    Sums {
        last: 0,
        input: Squares {
            input: Odds {
                input: Numbers { i: 0, n },
            },
        },
    }
}

struct Numbers {
    i: u64,
    n: u64,
}

impl Iterator for Numbers {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        let i = self.i;
        (i < self.n).then(|| {
            self.i += 1;
            i
        })
    }
}

struct Odds<I> {
    input: I,
}

impl<I: Iterator<Item = u64>> Iterator for Odds<I> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        loop {
            let item = self.input.next()?;
            if item % 2 == 1 {
                return Some(item);
            }
        }
    }
}

struct Squares<I> {
    input: I,
}

impl<I: Iterator<Item = u64>> Iterator for Squares<I> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        let item = self.input.next()?;
        Some(item * item)
    }
}

struct Sums<I> {
    last: u64,
    input: I,
}

impl<I: Iterator<Item = u64>> Iterator for Sums<I> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        let item = self.input.next()?;
        let sum = self.last + item;
        self.last = item;
        Some(sum)
    }
}
