#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn twice(
    values: Vec<u32>,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                value_slot: T0,
                iter_slot: ::core::option::Option<T1>,
                values_slot: ::core::option::Option<T2>,
            }
            impl<T0, T1, T2> ::gen_core::__private::Frame for Variables<T0, T1, T2> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.iter_slot = ::core::option::Option::None;
                    self.values_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                value_slot: 0u32,
                iter_slot: ::core::option::Option::None,
                values_slot: ::core::option::Option::Some(values),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let values = ::gen_core::__private::argument(generator.values_slot);
            let _: () = {
                for value in values {
                    if value % 2 == 0 {
                        {
                            let item: u32 = value;
                            sink(item)
                        };
                    }
                    {
                        let item: u32 = value + 1;
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
            let values_slot = &mut generator.values_slot;
            let mut value = generator.value_slot;
            let iter_slot = &mut generator.iter_slot;
            'bb4: {
                match pc {
                    0 => {
                        *iter_slot = ::core::option::Option::Some(
                            ::core::iter::IntoIterator::into_iter(
                                (::gen_core::__private::take((values_slot)),).0,
                            ),
                        );
                    }
                    3 => {}
                    2 => {
                        break 'bb4;
                    }
                    _ => {
                        return ::core::option::Option::None;
                    }
                }
                let iter = ::gen_core::__private::get((iter_slot));
                match ::core::iter::Iterator::next(&mut ((*iter))) {
                    ::core::option::Option::Some(value_bound) => {
                        value = value_bound;
                        if value % 2 == 0 {
                            let item: u32 = value;
                            generator.value_slot = value;
                            generator.state = 2;
                            return ::core::option::Option::Some(item);
                        }
                    }
                    ::core::option::Option::None => {
                        *iter_slot = ::core::option::Option::None;
                        generator.state = 1;
                        return ::core::option::Option::None;
                    }
                }
            }
            let item: u32 = value + 1;
            generator.state = 3;
            return ::core::option::Option::Some(item);
        },
    )
}
