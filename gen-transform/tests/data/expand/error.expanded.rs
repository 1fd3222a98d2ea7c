::core::compile_error! {
    "a generator cannot be `const`: an iterator is advanced at run time; remove `const`"
}
#[allow(unused, clippy::all, clippy::pedantic, clippy::nursery)]
fn rejected(
    n: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::never::<(), u32, ()>()
}
