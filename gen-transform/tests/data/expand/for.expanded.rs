#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn words(
    text: &str,
) -> impl ::core::iter::Iterator<Item = &str> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1> {
                state: u32,
                iter_slot: ::core::option::Option<T0>,
                text_slot: T1,
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
                }
            }
            Variables {
                state: 0,
                iter_slot: ::core::option::Option::None,
                text_slot: text,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let text = generator.text_slot;
            let _: () = {
                for word in text.split(' ') {
                    {
                        let item: &str = word;
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
            let mut text = generator.text_slot;
            let iter_slot = &mut generator.iter_slot;
            match pc {
                0 => {
                    *iter_slot = ::core::option::Option::Some(
                        ::core::iter::IntoIterator::into_iter((text.split(' '),).0),
                    );
                }
                2 => {}
                _ => {
                    return ::core::option::Option::None;
                }
            }
            let iter = ::gen_core::__private::get((iter_slot));
            match ::core::iter::Iterator::next(&mut ((*iter))) {
                ::core::option::Option::Some(word) => {
                    let item: &str = word;
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                }
                ::core::option::Option::None => {
                    *iter_slot = ::core::option::Option::None;
                    generator.state = 1;
                    return ::core::option::Option::None;
                }
            }
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn pairs(
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
                for x in 0..n {
                    for y in x..n {
                        {
                            let item: (u32, u32) = (x, y);
                            sink(item)
                        };
                    }
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
            match pc {
                0 => {
                    x = 0;
                    pc = 3;
                }
                2 => {
                    y += 1;
                    pc = 4;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
            loop {
                match pc {
                    3 => {
                        if x < n {
                            y = x;
                        } else {
                            generator.state = 1;
                            return ::core::option::Option::None;
                        }
                    }
                    _ => {}
                }
                if y < n {
                    let item: (u32, u32) = (x, y);
                    generator.y_slot = y;
                    generator.x_slot = x;
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                } else {
                    x += 1;
                    pc = 3;
                }
            }
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn sums(
    source: impl Iterator<Item = u64>,
) -> impl ::core::iter::Iterator<Item = u64> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1> {
                state: u32,
                item_slot: T0,
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
                    self.source_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                item_slot: 0u64,
                source_slot: ::core::option::Option::Some(source),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let source = ::gen_core::__private::argument(generator.source_slot);
            let _: () = {
                let mut last = 0;
                {
                    ::core::iter::Iterator::for_each(
                        source,
                        #[inline(always)]
                        |item| {
                            {
                                let item: u64 = last + item;
                                sink(item)
                            };
                            last = item;
                        },
                    );
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
            let source_slot = &mut generator.source_slot;
            let mut last = 0;
            let mut item = generator.item_slot;
            if source_slot.is_none() {
                return ::core::option::Option::None;
            }
            match pc {
                0 => {
                    last = 0;
                }
                _ => {
                    last = item;
                }
            }
            let source = ::gen_core::__private::get((source_slot));
            match ::core::iter::Iterator::next(&mut ((*source))) {
                ::core::option::Option::Some(item_bound) => {
                    item = item_bound;
                    let item: u64 = last + item;
                    generator.item_slot = item;
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                }
                ::core::option::Option::None => {
                    *source_slot = ::core::option::Option::None;
                    generator.state = 1;
                    return ::core::option::Option::None;
                }
            }
        },
    )
}
