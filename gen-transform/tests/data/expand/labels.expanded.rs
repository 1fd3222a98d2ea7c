#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn table(
    n: u32,
) -> impl ::core::iter::Iterator<Item = (u32, u32)> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Frame<T0, T1, T2, T3> {
                state: u32,
                iter_1_slot: T0,
                x_slot: T1,
                iter_slot: T2,
                n_slot: T3,
            }
            impl<T0, T1, T2, T3> ::gen_core::__private::Frame for Frame<T0, T1, T2, T3> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
            }
            Frame {
                state: 0,
                iter_1_slot: 0u32..0u32,
                x_slot: 0u32,
                iter_slot: 0u32..0u32,
                n_slot: n,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<(u32, u32)> {
            let n = generator.n_slot;
            let _: () = {
                'rows: for x in 0..n {
                    for y in 0..n {
                        if y > x {
                            continue 'rows;
                        }
                        {
                            let item: (u32, u32) = (x, y);
                            sink(item)
                        };
                    }
                    {
                        let item: (u32, u32) = (x, n);
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
        |generator| -> ::core::option::Option<(u32, u32)> {
            let mut pc = ::core::mem::replace(&mut generator.state, 1);
            let mut n = generator.n_slot;
            let mut x = generator.x_slot;
            let iter = &mut generator.iter_slot;
            let iter_1 = &mut generator.iter_1_slot;
            'bb7: {
                match pc {
                    0 => {
                        *iter = ::core::iter::IntoIterator::into_iter(0..n);
                        pc = 4;
                    }
                    2 => {
                        pc = 5;
                    }
                    3 => {
                        pc = 4;
                    }
                    _ => {
                        return ::core::option::Option::None;
                    }
                }
                loop {
                    'bb5: {
                        match pc {
                            4 => {
                                match ::core::iter::Iterator::next(&mut (*iter)) {
                                    ::core::option::Option::Some(x_bound) => {
                                        x = x_bound;
                                        *iter_1 = ::core::iter::IntoIterator::into_iter(0..n);
                                    }
                                    ::core::option::Option::None => {
                                        return ::core::option::Option::None;
                                    }
                                }
                            }
                            _ => {}
                        }
                        match ::core::iter::Iterator::next(&mut (*iter_1)) {
                            ::core::option::Option::Some(y) => {
                                if y > x {
                                    {
                                        break 'bb5;
                                    };
                                }
                                let item: (u32, u32) = (x, y);
                                generator.x_slot = x;
                                generator.state = 2;
                                return ::core::option::Option::Some(item);
                            }
                            ::core::option::Option::None => {
                                break 'bb7;
                            }
                        }
                    }
                    pc = 4;
                }
            }
            let item: (u32, u32) = (x, n);
            generator.state = 3;
            return ::core::option::Option::Some(item);
        },
    )
}
