#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn receivers(
    order: Order,
    size: usize,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                operand_slot: ::core::option::Option<T0>,
                size_slot: T1,
                order_slot: ::core::option::Option<T2>,
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
                    self.order_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                operand_slot: ::core::option::Option::None,
                size_slot: size,
                order_slot: ::core::option::Option::Some(order),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let order = ::gen_core::__private::argument(generator.order_slot);
            let size = generator.size_slot;
            let _: () = {
                {
                    let item: u32 = 1;
                    sink(item)
                };
                let sent = order.send(size + 1);
                {
                    let item: u32 = sent
                        .turn({
                            {
                                let item: u32 = 2;
                                sink(item)
                            };
                            3
                        });
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
            use ::gen_core::{
                __private::ProbeCopy as _, __private::ProbeMut as _,
                __private::ProbeOwned as _,
            };
            let pc = generator.state;
            let order_slot = &mut generator.order_slot;
            let mut size = generator.size_slot;
            let operand_slot = &mut generator.operand_slot;
            'bb3: {
                match pc {
                    0 => {
                        let item: u32 = 1;
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    }
                    2 => {
                        let order = ::gen_core::__private::get((order_slot));
                        let sent = ({
                            let call = ::gen_core::__private::Call::unknown();
                            ::gen_core::__private::asked!(
                                call, ::gen_core::__private::Probe::of_slot(order_slot), (*
                                ::gen_core::__private::get((order_slot))), send(A0 : size +
                                1)
                            );
                            if call.takes() {
                                call.if_taken();
                                call.returned(
                                    ::gen_core::__private::take((order_slot)).send(size + 1),
                                )
                            } else {
                                call.if_left();
                                call.returned((*order).send(size + 1))
                            }
                        });
                        *operand_slot = ::core::option::Option::Some(sent);
                        let item: u32 = 2;
                        generator.state = 3;
                        return ::core::option::Option::Some(item);
                    }
                    3 => {}
                    4 => {
                        break 'bb3;
                    }
                    _ => {
                        return ::core::option::Option::None;
                    }
                }
                let mut value = 3;
                let receiver = ::gen_core::__private::take((operand_slot));
                let receiver_call = ::gen_core::__private::Call::unknown();
                ::gen_core::__private::asked!(
                    receiver_call, behind arguments, receiver, turn(A0 : value)
                );
                receiver_call.allowed(&receiver);
                let mut item = receiver_call.returned(receiver.turn(value));
                let item: u32 = item;
                generator.state = 4;
                return ::core::option::Option::Some(item);
            }
            *order_slot = ::core::option::Option::None;
            generator.state = 1;
            return ::core::option::Option::None;
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn debounced(
    events: impl Iterator<Item = Event>,
    gap: u64,
) -> impl ::core::iter::Iterator<Item = Event> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2, T3> {
                state: u32,
                event_slot: ::core::option::Option<T0>,
                events_slot: ::core::option::Option<T1>,
                pending_slot: ::core::option::Option<T2>,
                gap_slot: T3,
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
                    self.event_slot = ::core::option::Option::None;
                    self.events_slot = ::core::option::Option::None;
                    self.pending_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                event_slot: ::core::option::Option::None,
                events_slot: ::core::option::Option::Some(events),
                pending_slot: ::core::option::Option::None,
                gap_slot: gap,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let events = ::gen_core::__private::argument(generator.events_slot);
            let gap = generator.gap_slot;
            let _: () = {
                let mut pending: Option<Event> = None;
                for event in events {
                    #[allow(unreachable_code)]
                    loop {
                        break;
                        generator.event_slot = ::core::option::Option::Some(event);
                    }
                    if let Some(last) = pending.take() {
                        if event.at - last.at >= gap {
                            {
                                let item: Event = last;
                                sink(item)
                            };
                        }
                    }
                    pending = Some(event);
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
            use ::gen_core::{
                __private::ProbeCopy as _, __private::ProbeMut as _,
                __private::ProbeOwned as _,
            };
            let mut pc = generator.state;
            let events_slot = &mut generator.events_slot;
            let mut gap = generator.gap_slot;
            let pending_slot_kept = &mut generator.pending_slot;
            let mut pending_slot = ::core::option::Option::None;
            let pending_slot_type = ::gen_core::__private::Probe::unknown();
            let event_slot = &mut generator.event_slot;
            let mut last_slot: ::core::option::Option<_> = ::core::option::Option::None;
            if events_slot.is_none() {
                return ::core::option::Option::None;
            }
            match pc {
                0 => {
                    {
                        let fresh = {
                            let value: Option<Event> = None;
                            value
                        };
                        pending_slot = (&&&pending_slot_type.of(&fresh))
                            .place(fresh, pending_slot_kept);
                    };
                    pc = 3;
                }
                _ => {
                    pc = 2;
                }
            }
            let events = ::gen_core::__private::get((events_slot));
            loop {
                'bb7: {
                    match pc {
                        3 => {
                            match ::core::iter::Iterator::next(&mut ((*events))) {
                                ::core::option::Option::Some(event) => {
                                    *event_slot = ::core::option::Option::Some(event);
                                    let pending = (&&&pending_slot_type)
                                        .get_kept(pending_slot_kept, &mut pending_slot);
                                    if let Some(last) = (*pending).take() {
                                        last_slot = ::core::option::Option::Some(last);
                                        let event = ::gen_core::__private::get((event_slot));
                                        let last = ::gen_core::__private::get(&mut (last_slot));
                                        if (*event).at - (*last).at >= gap {
                                            let item: Event = ::gen_core::__private::take(
                                                &mut (last_slot),
                                            );
                                            generator.state = 2;
                                            return ::core::option::Option::Some(item);
                                        }
                                    } else {
                                        last_slot = ::core::option::Option::None;
                                        break 'bb7;
                                    }
                                }
                                ::core::option::Option::None => {
                                    *events_slot = ::core::option::Option::None;
                                    *pending_slot_kept = ::core::option::Option::None;
                                    pending_slot = ::core::option::Option::None;
                                    generator.state = 1;
                                    return ::core::option::Option::None;
                                }
                            }
                        }
                        _ => {}
                    }
                    last_slot = ::core::option::Option::None;
                }
                {
                    let fresh = {
                        let value: Option<Event> = Some(
                            ::gen_core::__private::take((event_slot)),
                        );
                        value
                    };
                    pending_slot = (&&&pending_slot_type.of(&fresh))
                        .place(fresh, pending_slot_kept);
                };
                pc = 3;
            }
        },
    )
}
