#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
pub fn bounded<'a, T: Clone + 'a>(
    value: &'a T,
) -> impl Iterator<Item = T> + Clone + 'a + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0> {
                state: u32,
                value_slot: T0,
            }
            impl<T0> ::gen_core::__private::Frame for Variables<T0> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                }
            }
            impl<T0: ::core::clone::Clone> ::core::clone::Clone for Variables<T0> {
                #[inline]
                fn clone(&self) -> Self {
                    Variables {
                        state: self.state,
                        value_slot: ::core::clone::Clone::clone(&self.value_slot),
                    }
                }
            }
            Variables {
                state: 0,
                value_slot: value,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let value = generator.value_slot;
            let _: () = {
                {
                    let item: T = value.clone();
                    sink(item)
                };
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
            let mut value = generator.value_slot;
            match pc {
                0 => {
                    let item: T = value.clone();
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                }
                2 => {
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

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn boxed(n: u32) -> Box<dyn Iterator<Item = u32> + Send> {
    Box::new(
        ::gen_core::__private::iterator(
            {
                struct Variables<T0> {
                    state: u32,
                    n_slot: T0,
                }
                impl<T0> ::gen_core::__private::Frame for Variables<T0> {
                    #[inline]
                    fn state(&self) -> u32 {
                        self.state
                    }
                    #[inline]
                    fn clear(&mut self) {
                        self.state = 1;
                    }
                }
                Variables { state: 0, n_slot: n }
            },
            #[inline(always)]
            |generator, sink| -> ::gen_core::__private::Ending<_> {
                let n = generator.n_slot;
                let _: () = {
                    {
                        let item: u32 = n;
                        sink(item)
                    };
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
                match pc {
                    0 => {
                        let item: u32 = n;
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    }
                    2 => {
                        generator.state = 1;
                        return ::core::option::Option::None;
                    }
                    _ => {
                        return ::core::option::Option::None;
                    }
                }
            },
        ),
    )
}
