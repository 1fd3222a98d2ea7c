#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn odd(
    numbers: impl Iterator<Item = u32>,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0> {
                state: u32,
                numbers_slot: ::core::option::Option<T0>,
            }
            impl<T0> ::gen_core::__private::Frame for Variables<T0> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.numbers_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                numbers_slot: ::core::option::Option::Some(numbers),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let numbers = ::gen_core::__private::argument(generator.numbers_slot);
            let _: () = {
                {
                    ::core::iter::Iterator::for_each(
                        numbers,
                        #[inline(always)]
                        |n| {
                            if n % 2 == 1 {
                                {
                                    let item: u32 = n;
                                    sink(item)
                                };
                            }
                        },
                    );
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
            let numbers_slot = &mut generator.numbers_slot;
            let mut n = 0u32;
            if numbers_slot.is_none() {
                return ::core::option::Option::None;
            }
            loop {
                let numbers = ::gen_core::__private::get((numbers_slot));
                match ::core::iter::Iterator::next(&mut ((*numbers))) {
                    ::core::option::Option::Some(n_bound) => {
                        n = n_bound;
                        if n % 2 == 1 {
                            let item: u32 = n;
                            generator.state = 0;
                            return ::core::option::Option::Some(item);
                        }
                    }
                    ::core::option::Option::None => {
                        *numbers_slot = ::core::option::Option::None;
                        generator.state = 1;
                        return ::core::option::Option::None;
                    }
                }
            }
        },
    )
}
