//! The macros of [gen-core](https://docs.rs/gen-core), which exports them; use them from there.
#![forbid(unsafe_code)]

mod editor;
mod manifest;

use proc_macro::TokenStream;

/// Turns a function that says `yield_!` into one that returns an iterator.
///
/// The body is compiled to a state machine: a struct with the variables that outlive a yield, and a function that runs
/// to the next one. Nothing is boxed or pinned, and calling the function runs nothing of its body yet.
///
/// ```
/// use gen_core::generator;
///
/// #[generator]
/// fn countdown(mut n: u32) -> u32 {
///     while n > 0 {
///         yield_!(n);
///         n -= 1;
///     }
/// }
///
/// assert!(countdown(3).eq([3, 2, 1]));
/// ```
///
/// # The return type
///
/// | written | the function returns |
/// | --- | --- |
/// | `-> T` | `impl Iterator<Item = T> + FusedIterator` |
/// | `-> impl Iterator<Item = T> + Send + 'a` | that, and `FusedIterator` |
/// | `-> Box<dyn Iterator<Item = T> + 'a>` | that |
/// | `-> impl Generator<R, Yield = T, Return = V>` | that, and where `R` is `()` an `Iterator`, too |
/// | `-> Box<dyn Generator<R, Yield = T, Return = V>>` | that |
///
/// `Send`, `Sync` and `Clone` hold where they do for the saved variables; `Clone` has to be asked for.
///
/// ```
/// use gen_core::generator;
///
/// #[generator]
/// fn digits(mut n: u64) -> impl Iterator<Item = u64> + Clone + Send {
///     while n > 0 {
///         yield_!(n % 10);
///         n /= 10;
///     }
/// }
///
/// let mut g = digits(123);
/// g.next();
/// let copy = g.clone();
/// assert!(g.eq([2, 1]));
/// assert!(copy.eq([2, 1]));
/// ```
///
/// # In the body
///
/// * `yield_!(x)` hands out `x`, `yield_!()` hands out `()`. It stands wherever an expression does, except in closures,
///   nested functions and the like, and needs no import. In a full generator it evaluates to what is sent in.
/// * `yield_from!(e)` hands out everything that `e` does: any `IntoIterator`, or a generator, whose return value it
///   evaluates to and to which sent values go on.
/// * `return` ends an iterator; a full generator returns a value.
/// * `?` hands the failure out as the last item where the items are `Result` or `Option`, and returns it from a full
///   generator whose `Return` is one.
///
/// ```
/// use gen_core::{Generator, GeneratorState, generator};
///
/// #[generator]
/// fn asks() -> impl Generator<u32, Yield = &'static str, Return = u32> {
///     yield_!("one?") + yield_!("two?")
/// }
///
/// #[generator]
/// fn twice() -> impl Generator<u32, Yield = &'static str, Return = u32> {
///     2 * yield_from!(asks())
/// }
///
/// let mut g = twice();
/// assert_eq!(g.start(), GeneratorState::Yielded("one?"));
/// assert_eq!(g.send(1), GeneratorState::Yielded("two?"));
/// assert_eq!(g.send(2), GeneratorState::Complete(6));
/// ```
///
/// # Options
///
/// `size_hint = (low, high)`: what `size_hint()` says before the first item, over the arguments of the function. It
/// shrinks as items are taken.
/// `exact_size = n`: the same for an exact number, which adds `ExactSizeIterator`. With debug assertions a wrong promise
/// panics.
///
/// ```
/// use gen_core::generator;
///
/// #[generator(exact_size = words.len())]
/// fn shouted(words: &[&str]) -> String {
///     for word in words {
///         yield_!(word.to_uppercase());
///     }
/// }
///
/// let mut g = shouted(&["a", "b"]);
/// g.next();
/// assert_eq!(g.len(), 1);
/// ```
///
/// `recursive`: a `yield_from!` of the function itself (`walk(x)`, `Self::walk(x)`, `x.walk()`) does not put a generator
/// into a generator. All levels lie on one stack of frames, the innermost is resumed directly, and neither running nor
/// dropping a deep one recurses. Needs the feature `alloc`.
///
/// ```
/// use gen_core::generator;
///
/// struct Node {
///     value: u32,
///     children: Vec<Node>,
/// }
///
/// #[generator(recursive)]
/// fn walk(node: &Node) -> u32 {
///     yield_!(node.value);
///     for child in &node.children {
///         yield_from!(walk(child));
///     }
/// }
///
/// let leaf = |value| Node { value, children: vec![] };
/// let tree = Node { value: 1, children: vec![leaf(2), leaf(3)] };
/// assert!(walk(&tree).eq([1, 2, 3]));
/// ```
///
/// `crate = path`: where gen-core is found, for macros that expand to generators and for crates that get it through
/// another one. A dependency of another name (`gen = { package = "gen-core", .. }`) is found without.
#[proc_macro_attribute]
pub fn generator(args: TokenStream, item: TokenStream) -> TokenStream {
    let (args, item) = (args.into(), item.into());
    found(match editor::asks() {
        true => gen_transform::generator_in_editor(args, item),
        false => gen_transform::generator(args, item),
    })
}

/// An anonymous generator: a block, or an expression as in Python.
///
/// # Blocks
///
/// `gen_! { .. }` is an iterator over what the block yields. Besides `yield_!(x)` and `yield_from!(e)` the keyword form
/// `yield x` works; it takes the whole expression behind it.
///
/// ```
/// use gen_core::gen_;
///
/// let limit = 50;
/// let fibonacci = gen_! {
///     let (mut a, mut b) = (0, 1);
///     while a < limit {
///         yield a;
///         (a, b) = (b, a + b);
///     }
/// };
/// assert!(fibonacci.eq([0, 1, 1, 2, 3, 5, 8, 13, 21, 34]));
/// ```
///
/// It captures like a closure: by reference, a variable whose value it uses up by value, and with `move` all by value, so
/// that it can be returned.
///
/// ```
/// use gen_core::gen_;
///
/// fn repeated<T: Clone>(items: Vec<T>, times: usize) -> impl Iterator<Item = T> {
///     gen_!(move {
///         for item in items {
///             for _ in 0..times {
///                 yield item.clone();
///             }
///         }
///     })
/// }
/// assert!(repeated(vec!['a', 'b'], 2).eq("aabb".chars()));
/// ```
///
/// Which variables are used up has to be seen from the text: a bare mention as an argument, operand, initialiser or
/// iterable is, unless the variable is assigned as well; a method call is where the method is well known for it.
/// If that guess is wrong, rustc says so; `move`, or `{ x }` and `&x` in the block, decide it.
///
/// # Expressions
///
/// `gen_!(element for pattern in iterable if condition ..)`, with any number of `for`s and `if`s. The first iterable is
/// evaluated at once, as in Python, the others on demand. `gen_!(move ..)` captures by value.
///
/// ```
/// use gen_core::gen_;
///
/// assert!(gen_!(x * x for x in 0.. if x % 2 == 1).take(3).eq([1, 9, 25]));
///
/// let rows = [vec![1, 2], vec![3]];
/// let sum: i32 = gen_!(x for row in &rows for x in row).sum();
/// assert_eq!(sum, 6);
/// ```
#[proc_macro]
pub fn gen_(tokens: TokenStream) -> TokenStream {
    found(gen_transform::gen_block(tokens.into()))
}

/// An expansion that says gen-core's name in the crate it is for.
fn found(expansion: proc_macro2::TokenStream) -> TokenStream {
    match manifest::renamed() {
        Some(name) => gen_transform::renamed(expansion, &name).into(),
        None => expansion.into(),
    }
}
