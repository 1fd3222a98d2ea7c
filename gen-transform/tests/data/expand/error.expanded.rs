#[allow(unused, clippy::all, clippy::pedantic, clippy::nursery)]
fn rejected(
    n: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    #[allow(unexpected_cfgs)]
    {
        #[cfg(rust_analyzer)]
        let _ = || {
            macro_rules! yield_ {
                ($($value:tt)*) => {
                    { let _ : u32 = { $($value)* }; ::core::option::Option:: < () >
                    ::None.unwrap() }
                };
            }
            macro_rules! yield_from {
                ($($source:tt)*) => {
                    { use ::gen_core::__private:: { TakesNothing as _, TakesValues as _
                    }; use ::gen_core::bounds::TakesNone as _; let source = { $($source)*
                    }; ::gen_core::__private::Delegate:: < () > ::run((&& &
                    ::gen_core::__private::Source:: < (), _ > ::of(& source))
                    .delegate(source), ::core::option::Option::None, & mut | item | { let
                    _ : u32 = item; ::core::option::Option:: < () > ::None.unwrap() },) }
                };
            }
            yield_!(n);
        };
    }
    ::gen_core::__private::never::<(), u32, ()>()
}
::core::compile_error! {
    "a generator cannot be `const`: an iterator is advanced at run time; remove `const`"
}
