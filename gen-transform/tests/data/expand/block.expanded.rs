fn block() {
    {
        ::gen_core::__private::owning_block(
            {
                struct Variables<T0, T1> {
                    state: u32,
                    iter_slot: ::core::option::Option<T0>,
                    values_slot: ::core::option::Option<T1>,
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
                        self.values_slot = ::core::option::Option::None;
                    }
                }
                Variables {
                    state: 0,
                    iter_slot: ::core::option::Option::None,
                    values_slot: ::core::option::Option::Some(values),
                }
            },
            #[inline(always)]
            move |generator, sink| -> ::gen_core::__private::Ending<_> {
                if let ::core::option::Option::Some(sink) = sink {
                    return {
                        #[allow(unused_mut)]
                        let mut values = ::gen_core::__private::take(
                            &mut generator.values_slot,
                        );
                        let _: () = {
                            for value in values {
                                if value % 2 == 0 {
                                    {
                                        let item = value;
                                        sink(item)
                                    };
                                }
                            }
                        };
                        #[allow(unreachable_code)]
                        { ::gen_core::__private::Ending::Plain }
                    };
                }
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
                {
                    let mut pc = generator.state;
                    let values_slot = &mut generator.values_slot;
                    let mut value_slot: ::core::option::Option<_> = ::core::option::Option::None;
                    let iter_slot = &mut generator.iter_slot;
                    match pc {
                        0 => {
                            *iter_slot = ::core::option::Option::Some(
                                ::core::iter::IntoIterator::into_iter(
                                    (::gen_core::__private::take((values_slot)),).0,
                                ),
                            );
                            pc = 3;
                        }
                        2 => {
                            pc = 2;
                        }
                        _ => {
                            return ::gen_core::__private::Ending::Plain;
                        }
                    }
                    let iter = ::gen_core::__private::get((iter_slot));
                    loop {
                        match pc {
                            3 => {
                                match ::core::iter::Iterator::next(&mut ((*iter))) {
                                    ::core::option::Option::Some(value) => {
                                        value_slot = ::core::option::Option::Some(value);
                                        let value = ::gen_core::__private::get(&mut (value_slot));
                                        if (*value) % 2 == 0 {
                                            let item = ::gen_core::__private::take(&mut (value_slot));
                                            generator.state = 2;
                                            return ::gen_core::__private::Ending::LastItem(item);
                                        }
                                    }
                                    ::core::option::Option::None => {
                                        *iter_slot = ::core::option::Option::None;
                                        generator.state = 1;
                                        return ::gen_core::__private::Ending::Plain;
                                    }
                                }
                            }
                            _ => {}
                        }
                        value_slot = ::core::option::Option::None;
                        pc = 3;
                    }
                }
            },
        )
    }
}

fn block() {
    {
        let source = ::core::iter::IntoIterator::into_iter(0..10);
        ::gen_core::__private::block(
            {
                struct Variables<T0, T1> {
                    state: u32,
                    iter_slot: ::core::option::Option<T0>,
                    source_slot: ::core::option::Option<T1>,
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
                        self.source_slot = ::core::option::Option::None;
                    }
                }
                Variables {
                    state: 0,
                    iter_slot: ::core::option::Option::None,
                    source_slot: ::core::option::Option::Some(source),
                }
            },
            #[inline(always)]
            |generator, sink| -> ::gen_core::__private::Ending<_> {
                if let ::core::option::Option::Some(sink) = sink {
                    return {
                        #[allow(unused_mut)]
                        let source = ::gen_core::__private::take(
                            &mut generator.source_slot,
                        );
                        let _: () = {
                            for x in source {
                                if x % 2 == 0 {
                                    {
                                        let item = x * x;
                                        sink(item)
                                    };
                                }
                            }
                        };
                        #[allow(unreachable_code)]
                        { ::gen_core::__private::Ending::Plain }
                    };
                }
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
                {
                    let mut pc = generator.state;
                    let source_slot = &mut generator.source_slot;
                    let mut x_slot: ::core::option::Option<_> = ::core::option::Option::None;
                    let iter_slot = &mut generator.iter_slot;
                    match pc {
                        0 => {
                            *iter_slot = ::core::option::Option::Some(
                                ::core::iter::IntoIterator::into_iter(
                                    (::gen_core::__private::take((source_slot)),).0,
                                ),
                            );
                            pc = 3;
                        }
                        2 => {
                            pc = 2;
                        }
                        _ => {
                            return ::gen_core::__private::Ending::Plain;
                        }
                    }
                    let iter = ::gen_core::__private::get((iter_slot));
                    loop {
                        match pc {
                            3 => {
                                match ::core::iter::Iterator::next(&mut ((*iter))) {
                                    ::core::option::Option::Some(x) => {
                                        x_slot = ::core::option::Option::Some(x);
                                        let x = ::gen_core::__private::get(&mut (x_slot));
                                        if (*x) % 2 == 0 {
                                            let item = (*x)
                                                * ::gen_core::__private::take(&mut (x_slot));
                                            generator.state = 2;
                                            return ::gen_core::__private::Ending::LastItem(item);
                                        }
                                    }
                                    ::core::option::Option::None => {
                                        *iter_slot = ::core::option::Option::None;
                                        generator.state = 1;
                                        return ::gen_core::__private::Ending::Plain;
                                    }
                                }
                            }
                            _ => {}
                        }
                        x_slot = ::core::option::Option::None;
                        pc = 3;
                    }
                }
            },
        )
    }
}
