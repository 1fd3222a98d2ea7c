#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn sums(
    a: u32,
    b: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                operand_slot: ::core::option::Option<T0>,
                b_slot: T1,
                a_slot: T2,
            }
            impl<T0, T1, T2> ::gen_core::__private::Frame for Variables<T0, T1, T2> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.operand_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                operand_slot: ::core::option::Option::None,
                b_slot: b,
                a_slot: a,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let a = generator.a_slot;
            let b = generator.b_slot;
            let _: () = {
                let total = a.pow(2)
                    + {
                        {
                            let item: u32 = a;
                            sink(item)
                        };
                        b
                    };
                {
                    let item: u32 = total;
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
            let mut a = generator.a_slot;
            let mut b = generator.b_slot;
            let operand_slot = &mut generator.operand_slot;
            match pc {
                0 => {
                    *operand_slot = ::core::option::Option::Some(a.pow(2));
                    let item: u32 = a;
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                }
                2 => {
                    let mut value = b;
                    let mut total = (::gen_core::__private::take((operand_slot)))
                        + (value);
                    let item: u32 = total;
                    generator.state = 3;
                    return ::core::option::Option::Some(item);
                }
                3 => {
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
