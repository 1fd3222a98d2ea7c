#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn parsed(
    lines: Vec<String>,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1> {
                state: u32,
                iter_slot: ::core::option::Option<T0>,
                lines_1_slot: ::core::option::Option<T1>,
            }
            impl<T0, T1> ::gen_core::__private::Frame for Variables<T0, T1> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.iter_slot = ::core::option::Option::None;
                    self.lines_1_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                iter_slot: ::core::option::Option::None,
                lines_1_slot: ::core::option::Option::Some(lines),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let lines = ::gen_core::__private::argument(generator.lines_1_slot);
            let mut ending = ::gen_core::__private::Ending::Plain;
            ::gen_core::__private::called(
                #[inline(always)]
                || {
                    let _: () = {
                        'lines: for line in lines {
                            ensure!(line.len() < 80);
                            let n: u32 = parsed_or!(line, continue 'lines);
                            {
                                let item: u32 = n;
                                sink(item)
                            };
                        }
                    };
                },
            );
            ending
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
            let lines_1_slot = &mut generator.lines_1_slot;
            let iter_slot = &mut generator.iter_slot;
            'bb7: {
                'bb3: {
                    match pc {
                        0 => {
                            *iter_slot = ::core::option::Option::Some(
                                ::core::iter::IntoIterator::into_iter(
                                    (::gen_core::__private::take((lines_1_slot)),).0,
                                ),
                            );
                        }
                        2 => {}
                        _ => {
                            return ::core::option::Option::None;
                        }
                    }
                    let iter = ::gen_core::__private::get((iter_slot));
                    'loop1: loop {
                        'body1: {
                            match ::core::iter::Iterator::next(&mut ((*iter))) {
                                ::core::option::Option::Some(line) => {
                                    match {
                                        let mut called = ::gen_core::__private::Called::Return;
                                        ::gen_core::__private::called(
                                            #[inline(always)]
                                            || {
                                                ensure!(line.len() < 80);
                                                called = ::gen_core::__private::Called::Value(());
                                            },
                                        );
                                        called
                                    } {
                                        ::gen_core::__private::Called::Value(value) => value,
                                        _ => {
                                            break 'bb3;
                                        }
                                    }
                                    let n: u32 = match {
                                        let mut called = ::gen_core::__private::Called::Return;
                                        'call: {
                                            'lines: for turn in 0..2 {
                                                if turn == 1 {
                                                    called = ::gen_core::__private::Called::Continue(0);
                                                    break 'call;
                                                }
                                                called = ::gen_core::__private::Called::Value(
                                                    parsed_or!(line, continue 'lines),
                                                );
                                                break 'call;
                                            }
                                            called = ::gen_core::__private::Called::Break(0);
                                        }
                                        called
                                    } {
                                        ::gen_core::__private::Called::Value(value) => value,
                                        ::gen_core::__private::Called::Break(0) => {
                                            break 'bb7;
                                        }
                                        _ => {
                                            continue 'loop1;
                                        }
                                    };
                                    let item: u32 = n;
                                    generator.state = 2;
                                    return ::core::option::Option::Some(item);
                                }
                                ::core::option::Option::None => {
                                    break 'bb7;
                                }
                            }
                        }
                    }
                }
                *iter_slot = ::core::option::Option::None;
                generator.state = 1;
                return ::core::option::Option::None;
            }
            *iter_slot = ::core::option::Option::None;
            generator.state = 1;
            return ::core::option::Option::None;
        },
    )
}
