#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn table(
    n: u32,
) -> impl ::core::iter::Iterator<Item = (u32, u32)> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                y_slot: T0,
                x_slot: T1,
                n_slot: T2,
            }
            impl<T0, T1, T2> ::gen_core::__private::Frame for Variables<T0, T1, T2> {
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
                y_slot: 0u32,
                x_slot: 0u32,
                n_slot: n,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
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
        #[deny(unsafe_op_in_unsafe_fn)]
        |generator| -> ::core::option::Option<_> {
            let mut pc = generator.state;
            let mut n = generator.n_slot;
            let mut x = generator.x_slot;
            let mut y = generator.y_slot;
            'run: loop {
                'bb3: {
                    match pc {
                        0 => {
                            x = 0;
                        }
                        2 => {
                            y += 1;
                            break 'bb3;
                        }
                        3 => {
                            x += 1;
                        }
                        _ => {
                            return ::core::option::Option::None;
                        }
                    }
                    if x < n {
                        y = 0;
                    } else {
                        generator.state = 1;
                        return ::core::option::Option::None;
                    }
                }
                if y < n {
                    if y > x {
                        {
                            pc = 3;
                            continue 'run;
                        };
                    }
                    let item: (u32, u32) = (x, y);
                    generator.y_slot = y;
                    generator.x_slot = x;
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                } else {
                    let item: (u32, u32) = (x, n);
                    generator.x_slot = x;
                    generator.state = 3;
                    return ::core::option::Option::Some(item);
                }
            }
        },
    )
}
