#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn running_sum() -> impl Generator<i64, Yield = i64, Return = u32> {
    ::gen_core::__private::coroutine::<
        i64,
        i64,
        u32,
        _,
        _,
        _,
    >(
        {
            struct Variables<T0, T1> {
                state: u32,
                count_slot: T0,
                sum_slot: T1,
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
                count_slot: 0,
                sum_slot: 0,
            }
        },
        #[inline(always)]
        |generator, sink| -> u32 {
            let returned: u32 = {
                let mut sum = 0;
                #[allow(unreachable_code)]
                loop {
                    break;
                    generator.sum_slot = sum;
                }
                let mut count = 0;
                #[allow(unreachable_code)]
                loop {
                    break;
                    generator.count_slot = count;
                }
                loop {
                    let x = {
                        let item: i64 = sum;
                        (sink)(item)
                    };
                    if x == 0 {
                        return {
                            let value: u32 = { count };
                            value
                        };
                    }
                    sum += x;
                    count += 1;
                }
            };
            #[allow(unreachable_code)] { returned }
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
        |generator, mut sent| -> ::gen_core::GeneratorState<i64, u32> {
            let pc = generator.state;
            let mut sum = generator.sum_slot;
            let mut count = generator.count_slot;
            let mut x_slot: ::core::option::Option<_> = ::core::option::Option::None;
            let mut returned_slot: ::core::option::Option<u32> = ::core::option::Option::None;
            'bb3: {
                match pc {
                    0 => {
                        sum = 0;
                        count = 0;
                    }
                    2 => {
                        let x = ::core::option::Option::insert(
                            &mut x_slot,
                            { (::gen_core::__private::received(&mut sent),).0 },
                        );
                        if (*x) == 0 {
                            {
                                returned_slot = ::core::option::Option::Some({
                                    let value: u32 = { count };
                                    value
                                });
                                {
                                    break 'bb3;
                                }
                            };
                        }
                        sum += ::gen_core::__private::take(&mut (x_slot));
                        count += 1;
                    }
                    _ => {
                        ::gen_core::__private::resumed_after_end();
                    }
                }
                let item: i64 = sum;
                generator.count_slot = count;
                generator.sum_slot = sum;
                generator.state = 2;
                return ::gen_core::GeneratorState::Yielded(item);
            }
            x_slot = ::core::option::Option::None;
            generator.state = 1;
            return ::gen_core::GeneratorState::Complete(
                ::gen_core::__private::take(&mut (returned_slot)),
            );
        },
    )
}
