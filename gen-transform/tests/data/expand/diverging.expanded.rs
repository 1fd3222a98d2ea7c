#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn from_first(
    first: Option<u32>,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0> {
                state: u32,
                first_slot: ::core::option::Option<T0>,
            }
            impl<T0> ::gen_core::__private::Frame for Variables<T0> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.first_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                first_slot: ::core::option::Option::Some(first),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let first = ::gen_core::__private::argument(generator.first_slot);
            let _: () = {
                let first = match first {
                    Some(first) => first,
                    None => panic!("nothing"),
                };
                {
                    let item: u32 = first;
                    sink(item)
                };
                std::process::exit(1);
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
            {
                let first: ();
            }
            let pc = generator.state;
            let first_slot = &mut generator.first_slot;
            match pc {
                0 => {
                    let first_2 = match ::gen_core::__private::take((first_slot)) {
                        Some(first_1) => first_1,
                        whole @ None => {
                            *first_slot = ::core::option::Option::Some(whole);
                            match panic!("nothing") {
                                ref never => ::gen_core::__private::never_returns(never),
                            }
                        }
                    };
                    let item: u32 = first_2;
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                }
                2 => {
                    std::process::exit(1);
                    generator.state = 1;
                    return ::core::option::Option::None;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
        },
    )
}
