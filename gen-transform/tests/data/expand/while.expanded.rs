#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn countdown(
    n: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
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
            let mut n = generator.n_slot;
            let _: () = {
                while n > 0 {
                    {
                        let item: u32 = n;
                        sink(item)
                    };
                    n -= 1;
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
            match pc {
                0 => {}
                2 => {
                    n = n.wrapping_add(1);
                    n -= 1;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
            if n > 0 {
                let item: u32 = n;
                generator.n_slot = n.wrapping_sub(1);
                generator.state = 2;
                return ::core::option::Option::Some(item);
            } else {
                generator.state = 1;
                return ::core::option::Option::None;
            }
        },
    )
}
