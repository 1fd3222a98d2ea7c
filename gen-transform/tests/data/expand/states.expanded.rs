#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn arms(
    state: State,
) -> impl ::core::iter::Iterator<Item = usize> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1> {
                state: u32,
                next_slot: T0,
                state_slot: ::core::option::Option<T1>,
            }
            impl<T0, T1> ::gen_core::__private::Frame for Variables<T0, T1> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.state_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                next_slot: 0,
                state_slot: ::core::option::Option::Some(state),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let mut state = ::gen_core::__private::argument(generator.state_slot);
            let _: () = {
                for _ in 0..3 {
                    match state {
                        State::Count(n) => {
                            let item: usize = n;
                            sink(item)
                        }
                        State::Text(text) => state = State::Count(text.len()),
                        State::End => {
                            let item: usize = 0;
                            sink(item)
                        }
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
            let state_slot = &mut generator.state_slot;
            let mut next = generator.next_slot;
            loop {
                match pc {
                    0 => {
                        next = 0;
                    }
                    2 => {
                        (next) += 1;
                    }
                    _ => {
                        return ::core::option::Option::None;
                    }
                }
                if (next) < 3 {
                    let mut state = ::gen_core::__private::take((state_slot));
                    match state {
                        State::Count(n) => {
                            *state_slot = ::core::option::Option::Some(state);
                            let item: usize = n;
                            generator.next_slot = next;
                            generator.state = 2;
                            return ::core::option::Option::Some(item);
                        }
                        State::Text(text) => {
                            {
                                let mut text = text;
                                *state_slot = ::core::option::Option::Some(
                                    State::Count(text.len()),
                                );
                            }
                            pc = 2;
                        }
                        State::End => {
                            *state_slot = ::core::option::Option::Some(state);
                            let item: usize = 0;
                            generator.next_slot = next;
                            generator.state = 2;
                            return ::core::option::Option::Some(item);
                        }
                        _ => ::core::unreachable!(),
                    }
                } else {
                    *state_slot = ::core::option::Option::None;
                    generator.state = 1;
                    return ::core::option::Option::None;
                }
            }
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn fields(
    process: Process,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0> {
                state: u32,
                process_slot: ::core::option::Option<T0>,
            }
            impl<T0> ::gen_core::__private::Frame for Variables<T0> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.process_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                process_slot: ::core::option::Option::Some(process),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let mut process = ::gen_core::__private::argument(generator.process_slot);
            let _: () = {
                loop {
                    {
                        let item: u32 = process.steps;
                        sink(item)
                    };
                    process.phase = process.phase.next();
                    process.steps += 1;
                    if process.is_done() {
                        break;
                    }
                    process = Process {
                        log: sorted(process.log),
                        ..process
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
            let process_slot = &mut generator.process_slot;
            if process_slot.is_none() {
                return ::core::option::Option::None;
            }
            'bb2: {
                match pc {
                    0 => {}
                    _ => {
                        let mut process = ::gen_core::__private::take((process_slot));
                        process.phase = process.phase.next();
                        *process_slot = ::core::option::Option::Some(process);
                        let process = ::gen_core::__private::get((process_slot));
                        (*process).steps += 1;
                        if (*process).is_done() {
                            {
                                break 'bb2;
                            };
                        }
                        let mut process = ::gen_core::__private::take((process_slot));
                        process = Process {
                            log: sorted(process.log),
                            ..process
                        };
                        *process_slot = ::core::option::Option::Some(process);
                    }
                }
                let process = ::gen_core::__private::get((process_slot));
                let item: u32 = (*process).steps;
                generator.state = 2;
                return ::core::option::Option::Some(item);
            }
            *process_slot = ::core::option::Option::None;
            generator.state = 1;
            return ::core::option::Option::None;
        },
    )
}
