#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn squares(
    n: u32,
) -> impl ::core::iter::Iterator<
    Item = u32,
> + ::core::iter::FusedIterator + ::core::iter::ExactSizeIterator {
    {
        let size: usize = n as usize;
        ::gen_core::__private::with_exact_size(
            ::gen_core::__private::iterator(
                {
                    struct Variables<T0, T1> {
                        state: u32,
                        x_slot: T0,
                        n_slot: T1,
                    }
                    impl<T0, T1> ::gen_core::__private::Frame for Variables<T0, T1> {
                        #[inline]
                        fn state(&self) -> u32 {
                            self.state
                        }
                        #[inline]
                        fn clear(&mut self) {
                            self.state = 1;
                        }
                    }
                    Variables {
                        state: 0,
                        x_slot: 0u32,
                        n_slot: n,
                    }
                },
                #[inline(always)]
                |generator, sink| -> ::gen_core::__private::Ending<_> {
                    let n = generator.n_slot;
                    let _: () = {
                        for x in 0..n {
                            {
                                let item: u32 = x * x;
                                sink(item)
                            };
                        }
                    };
                    #[allow(unreachable_code)] { ::gen_core::__private::Ending::Plain }
                },
                #[inline(always)]
                #[allow(
                    warnings,
                    unused,
                    nonstandard_style,
                    future_incompatible,
                    rust_2018_idioms,
                    rust_2021_compatibility,
                    rust_2024_compatibility,
                    missing_docs,
                    clippy::all,
                    clippy::pedantic,
                    clippy::nursery,
                    clippy::restriction
                )]
                #[deny(unsafe_op_in_unsafe_fn)]
                |generator| -> ::core::option::Option<_> {
                    let pc = generator.state;
                    let mut n = generator.n_slot;
                    let mut x = generator.x_slot;
                    match pc {
                        0 => {
                            x = 0;
                        }
                        2 => {
                            x += 1;
                        }
                        _ => {
                            return ::core::option::Option::None;
                        }
                    }
                    if x < n {
                        let item: u32 = x * x;
                        generator.x_slot = x;
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    } else {
                        generator.state = 1;
                        return ::core::option::Option::None;
                    }
                },
            ),
            size,
            "squares",
        )
    }
}
