//! Generators that go from thread to thread between two items.
#![forbid(unsafe_code)]
#![deny(warnings)]

use gen_core::{Generator, GeneratorState, generator};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex, PoisonError, mpsc};
use std::thread;

/// Counts how many there are.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(alive: &Arc<AtomicUsize>) -> Counted {
        alive.fetch_add(1, Ordering::SeqCst);
        Counted(Arc::clone(alive))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[generator]
fn walk(rows: Vec<Vec<u32>>, alive: Arc<AtomicUsize>) -> u32 {
    let _whole = Counted::new(&alive);
    for row in rows {
        let _row = Counted::new(&alive);
        let mut sum = 0;
        for n in row {
            let _item = Counted::new(&alive);
            sum += n;
            yield_!(n);
        }
        yield_!(sum);
    }
}

const fn rows(scale: usize) -> usize {
    if cfg!(miri) { scale / 20 + 2 } else { scale }
}

fn input(count: usize) -> Vec<Vec<u32>> {
    let row = |n| vec![n, n + 1, n + 2];
    (0..).map(row).take(count).collect()
}

#[test]
fn each_item_on_another_thread() {
    let alive = Arc::new(AtomicUsize::new(0));
    let expected: Vec<u32> = walk(input(rows(40)), Arc::clone(&alive)).collect();
    let mut generator = walk(input(rows(40)), Arc::clone(&alive));
    let mut items = Vec::new();
    loop {
        let moved = thread::spawn(move || {
            let item = generator.next();
            (generator, item)
        });
        let (back, item) = moved.join().expect("the generator does not panic");
        generator = back;
        match item {
            Some(item) => items.push(item),
            None => break,
        }
    }
    assert_eq!(items, expected);
    assert_eq!(generator.next(), None);
    assert_eq!(alive.load(Ordering::SeqCst), 0);
}

#[test]
fn dropped_on_another_thread_at_each_suspension() {
    let alive = Arc::new(AtomicUsize::new(0));
    for taken in 0..12 {
        let mut generator = walk(input(2), Arc::clone(&alive));
        generator.by_ref().take(taken).for_each(drop);
        let there = thread::spawn(move || drop(generator)).join();
        there.expect("dropping does not panic");
        assert_eq!(
            alive.load(Ordering::SeqCst),
            0,
            "dropped after {taken} items"
        );
    }
}

/// Several threads take turns at one generator.
#[test]
fn shared_behind_a_lock() {
    let alive = Arc::new(AtomicUsize::new(0));
    let count = rows(500);
    let generator = Mutex::new(walk(input(count), Arc::clone(&alive)));
    let start = Barrier::new(4);
    let mut items: Vec<u32> = thread::scope(|scope| {
        let worker = || {
            start.wait();
            let mut mine = Vec::new();
            while let Some(item) = {
                let mut turn = generator.lock().unwrap_or_else(PoisonError::into_inner);
                turn.next()
            } {
                mine.push(item);
            }
            mine
        };
        let workers = [(); 4].map(|()| scope.spawn(worker));
        let joined = workers.map(|it| it.join().expect("no worker panics"));
        joined.into_iter().flatten().collect()
    });
    let mut expected: Vec<u32> = walk(input(count), Arc::clone(&alive)).collect();
    items.sort_unstable();
    expected.sort_unstable();
    assert_eq!(items, expected);
    drop(generator);
    assert_eq!(alive.load(Ordering::SeqCst), 0);
}

/// A ring of threads hands many generators round; each thread advances what it gets by one item.
#[test]
fn many_generators_in_a_ring() {
    const THREADS: usize = 3;
    let alive = Arc::new(AtomicUsize::new(0));
    let (done, results) = mpsc::channel();
    let (senders, receivers): (Vec<_>, Vec<_>) = (0..THREADS).map(|_| mpsc::channel()).unzip();
    let many = rows(100);
    for index in 0..many {
        let generator = walk(input(5), Arc::clone(&alive));
        let sent = senders[index % THREADS].send(Some((generator, Vec::new())));
        sent.expect("the ring is open");
    }
    let expected: Vec<u32> = walk(input(5), Arc::clone(&alive)).collect();
    thread::scope(|scope| {
        for (index, receiver) in receivers.into_iter().enumerate() {
            let (next, done) = (senders[(index + 1) % THREADS].clone(), done.clone());
            scope.spawn(move || {
                while let Ok(Some((mut generator, mut items))) = receiver.recv() {
                    if let Some(item) = generator.next() {
                        items.push(item);
                        let sent = next.send(Some((generator, items)));
                        assert!(sent.is_ok(), "the ring is open");
                    } else {
                        done.send(items).expect("the results are awaited");
                    }
                }
            });
        }
        for _ in 0..many {
            assert_eq!(results.recv().as_ref(), Ok(&expected));
        }
        for sender in &senders {
            assert!(sender.send(None).is_ok(), "the ring is open");
        }
    });
    assert_eq!(alive.load(Ordering::SeqCst), 0);
}

#[generator]
fn accumulate() -> impl Generator<u64, Yield = u64, Return = Vec<u64>> {
    let mut all = Vec::new();
    loop {
        let sum = all.iter().sum();
        match yield_!(sum) {
            0 => return all,
            n => all.push(n),
        }
    }
}

#[test]
fn sent_from_several_threads() {
    let mut generator = accumulate();
    generator.start();
    let generator = Mutex::new(generator);
    let each = if cfg!(miri) { 5 } else { 200 };
    thread::scope(|scope| {
        for from in 1..=4_u64 {
            let generator = &generator;
            scope.spawn(move || {
                for _ in 0..each {
                    let mut turn = generator.lock().unwrap_or_else(PoisonError::into_inner);
                    assert!(turn.send(from).yielded().is_some());
                }
            });
        }
    });
    let mut generator = generator
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    let GeneratorState::Complete(all) = generator.send(0) else {
        panic!("the zero ends it");
    };
    assert_eq!(all.iter().sum::<u64>(), 10 * each);
}

#[generator]
fn fails(alive: Arc<AtomicUsize>) -> u32 {
    let _first = Counted::new(&alive);
    yield_!(1);
    let _second = Counted::new(&alive);
    panic!("as planned");
}

#[test]
fn a_panic_on_another_thread_ends_it() {
    let alive = Arc::new(AtomicUsize::new(0));
    let mut generator = fails(Arc::clone(&alive));
    assert_eq!(generator.next(), Some(1));
    let there = thread::spawn(move || {
        let panicked = catch_unwind(AssertUnwindSafe(|| generator.next())).is_err();
        (generator, panicked)
    });
    let (mut generator, panicked) = there.join().expect("the panic was caught");
    assert!(panicked);
    assert_eq!(alive.load(Ordering::SeqCst), 0);
    assert_eq!(generator.next(), None);
}

#[generator(recursive)]
fn nested(depth: u32, alive: Arc<AtomicUsize>) -> u32 {
    let _here = Counted::new(&alive);
    yield_!(depth);
    if depth > 0 {
        yield_from!(nested(depth - 1, Arc::clone(&alive)));
    }
    yield_!(depth);
}

/// A recursive generator takes all its levels along; whoever has it last drops them.
#[test]
fn recursion_goes_from_thread_to_thread() {
    let alive = Arc::new(AtomicUsize::new(0));
    let depth = if cfg!(miri) { 3 } else { 50 };
    let expected: Vec<u32> = (0..=depth).rev().chain(0..=depth).collect();
    for taken in [expected.len() + 1, depth as usize + 1] {
        let mut generator = nested(depth, Arc::clone(&alive));
        for item in expected.iter().copied().map(Some).chain([None]).take(taken) {
            let moved = thread::spawn(move || {
                let found = generator.next();
                (generator, found)
            });
            let (back, found) = moved.join().expect("the generator does not panic");
            assert_eq!(found, item);
            generator = back;
        }
        thread::spawn(move || drop(generator))
            .join()
            .expect("dropping does not panic");
        assert_eq!(alive.load(Ordering::SeqCst), 0);
    }
}

/// A trait object of the whole protocol, driven from one thread after the other.
#[test]
fn a_boxed_generator_goes_from_thread_to_thread() {
    let mut boxed: Box<dyn Generator<u64, Yield = u64, Return = Vec<u64>> + Send> =
        Box::new(accumulate());
    boxed.start();
    for n in 1..=10 {
        let moved = thread::spawn(move || {
            let sum = boxed.send(n).yielded();
            (boxed, sum)
        });
        let (back, sum) = moved.join().expect("the generator does not panic");
        assert_eq!(sum, Some(n * (n + 1) / 2));
        boxed = back;
    }
    assert_eq!(boxed.send(0).complete(), Some((1..=10).collect()));
}
