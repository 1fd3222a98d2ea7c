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
