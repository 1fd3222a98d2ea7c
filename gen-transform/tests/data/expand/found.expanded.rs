#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
/// What a search has found has a number; statements that follow each other bind it once.
fn bumped(
    items: &mut Vec<Item>,
    id: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                found_slot: T0,
                id_slot: T1,
                items_slot: ::core::option::Option<T2>,
            }
            impl<T0, T1, T2> ::gen_core::__private::Frame for Variables<T0, T1, T2> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.items_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                found_slot: 0usize,
                id_slot: id,
                items_slot: ::core::option::Option::Some(items),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let items = ::gen_core::__private::argument(generator.items_slot);
            let id = generator.id_slot;
            let _: () = {
                let Some(item) = items.iter_mut().find(|item| item.id == id) else {
                    return ::gen_core::__private::Ending::Plain;
                };
                {
                    let item: u32 = item.count;
                    sink(item)
                };
                item.count += 1;
                item.seen.push(id);
                {
                    let item: u32 = item.count;
                    sink(item)
                };
                items.clear();
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
                let item: ();
            }
            let pc = generator.state;
            let items_slot = &mut generator.items_slot;
            let mut id = generator.id_slot;
            let mut found = generator.found_slot;
            if items_slot.is_none() {
                return ::core::option::Option::None;
            }
            'bb3: {
                'bb2: {
                    'bb1: {
                        match pc {
                            0 => {}
                            2 => {
                                break 'bb2;
                            }
                            _ => {
                                break 'bb3;
                            }
                        }
                        let items = ::gen_core::__private::get((items_slot));
                        let Some(_) = (({
                            found = ::gen_core::__private::position(
                                (*items).iter_mut(),
                                move |item| item.id == id,
                            );
                            ::gen_core::__private::nth((*items).iter_mut(), found)
                        })) else {
                            {
                                break 'bb1;
                            };
                        };
                        let item: u32 = (match ::gen_core::__private::nth(
                            (*items).iter_mut(),
                            found,
                        ) {
                            Some(item_2) => item_2.count,
                            _ => ::core::unreachable!(),
                        });
                        generator.found_slot = found;
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    }
                    *items_slot = ::core::option::Option::None;
                    generator.state = 1;
                    return ::core::option::Option::None;
                }
                let items = ::gen_core::__private::get((items_slot));
                match ::gen_core::__private::nth((*items).iter_mut(), found) {
                    Some(item_3) => {
                        item_3.count += 1;
                        item_3.seen.push(id);
                    }
                    _ => ::core::unreachable!(),
                }
                let item: u32 = (match ::gen_core::__private::nth(
                    (*items).iter_mut(),
                    found,
                ) {
                    Some(item_4) => item_4.count,
                    _ => ::core::unreachable!(),
                });
                generator.state = 3;
                return ::core::option::Option::Some(item);
            }
            {
                let mut items = ::gen_core::__private::take((items_slot));
                items.clear();
            }
            generator.state = 1;
            return ::core::option::Option::None;
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
/// One reference a field, where a field is borrowed over the yield.
fn drained(
    items: &mut Vec<Item>,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2, T3> {
                state: u32,
                iter_1_slot: ::core::option::Option<T0>,
                item_count_slot: ::core::option::Option<T1>,
                iter_slot: ::core::option::Option<T2>,
                items_slot: ::core::option::Option<T3>,
            }
            impl<T0, T1, T2, T3> ::gen_core::__private::Frame
            for Variables<T0, T1, T2, T3> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.iter_1_slot = ::core::option::Option::None;
                    self.item_count_slot = ::core::option::Option::None;
                    self.iter_slot = ::core::option::Option::None;
                    self.items_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                iter_1_slot: ::core::option::Option::None,
                item_count_slot: ::core::option::Option::None,
                iter_slot: ::core::option::Option::None,
                items_slot: ::core::option::Option::Some(items),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let items = ::gen_core::__private::argument(generator.items_slot);
            let _: () = {
                for item in items.iter_mut() {
                    #[allow(unreachable_code)]
                    loop {
                        break;
                        generator.item_count_slot = ::core::option::Option::Some(
                            &mut item.count,
                        );
                    }
                    for id in item.seen.drain(..) {
                        item.count += 1;
                        {
                            let item: u32 = id + item.count;
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
            let items_slot = &mut generator.items_slot;
            let item_count_slot = &mut generator.item_count_slot;
            let iter_slot = &mut generator.iter_slot;
            let iter_1_slot = &mut generator.iter_1_slot;
            match pc {
                0 => {
                    *iter_slot = ::core::option::Option::Some(
                        ::core::iter::IntoIterator::into_iter(
                            (::gen_core::__private::take((items_slot)).iter_mut(),).0,
                        ),
                    );
                    pc = 3;
                }
                2 => {
                    pc = 2;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
            let iter = ::gen_core::__private::get((iter_slot));
            loop {
                match pc {
                    3 => {
                        match ::core::iter::Iterator::next(&mut ((*iter))) {
                            ::core::option::Option::Some(item) => {
                                let (item_count, item_seen) = {
                                    let whole = { item };
                                    (&mut whole.count, &mut whole.seen)
                                };
                                *item_count_slot = ::core::option::Option::Some(item_count);
                                *iter_1_slot = ::core::option::Option::Some(
                                    ::core::iter::IntoIterator::into_iter(
                                        ((*(item_seen)).drain(..),).0,
                                    ),
                                );
                            }
                            ::core::option::Option::None => {
                                *iter_slot = ::core::option::Option::None;
                                generator.state = 1;
                                return ::core::option::Option::None;
                            }
                        }
                    }
                    _ => {}
                }
                let iter_1 = ::gen_core::__private::get((iter_1_slot));
                match ::core::iter::Iterator::next(&mut ((*iter_1))) {
                    ::core::option::Option::Some(id) => {
                        let item_count = ::gen_core::__private::get((item_count_slot));
                        (*((*item_count))) += 1;
                        let item: u32 = id + (*((*item_count)));
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    }
                    ::core::option::Option::None => {
                        *iter_1_slot = ::core::option::Option::None;
                        *item_count_slot = ::core::option::Option::None;
                        pc = 3;
                    }
                }
            }
        },
    )
}
