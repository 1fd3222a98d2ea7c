#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn flattened(
    rows: Vec<Vec<u32>>,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                source_slot: ::core::option::Option<T0>,
                iter_slot: ::core::option::Option<T1>,
                rows_slot: ::core::option::Option<T2>,
            }
            impl<T0, T1, T2> ::gen_core::__private::Frame for Variables<T0, T1, T2> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.source_slot = ::core::option::Option::None;
                    self.iter_slot = ::core::option::Option::None;
                    self.rows_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                source_slot: ::core::option::Option::None,
                iter_slot: ::core::option::Option::None,
                rows_slot: ::core::option::Option::Some(rows),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let rows = ::gen_core::__private::argument(generator.rows_slot);
            let _: () = {
                for row in rows {
                    match (row) {
                        given => {
                            use ::gen_core::__private::{
                                TakesNothing as _, TakesValues as _,
                            };
                            use ::gen_core::bounds::TakesNone as _;
                            let given = (&&&::gen_core::__private::Source::<
                                (),
                                _,
                            >::of(&given))
                                .delegate(given);
                            ::gen_core::__private::Delegate::<
                                (),
                            >::run(
                                given,
                                ::core::option::Option::Some(()),
                                &mut |item| {
                                    let item: u32 = item;
                                    sink(item)
                                },
                            )
                        }
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
            use ::gen_core::{
                __private::TakesNothing as _, __private::TakesValues as _,
                bounds::TakesNone as _,
            };
            let mut pc = generator.state;
            let rows_slot = &mut generator.rows_slot;
            let iter_slot = &mut generator.iter_slot;
            let source_slot = &mut generator.source_slot;
            match pc {
                0 => {
                    *iter_slot = ::core::option::Option::Some(
                        ::core::iter::IntoIterator::into_iter(
                            (::gen_core::__private::take((rows_slot)),).0,
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
                            ::core::option::Option::Some(row) => {
                                let mut given = row;
                                *source_slot = ::core::option::Option::Some(
                                    (&&&::gen_core::__private::Source::<(), _>::of(&given))
                                        .delegate(given),
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
                let source = ::gen_core::__private::get((source_slot));
                match ::gen_core::__private::Delegate::<
                    (),
                >::advance(&mut (*source), ::core::option::Option::Some(())) {
                    ::gen_core::GeneratorState::Yielded(item) => {
                        let item: u32 = item;
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    }
                    ::gen_core::GeneratorState::Complete(completed) => {
                        completed;
                        *source_slot = ::core::option::Option::None;
                        pc = 3;
                    }
                }
            }
        },
    )
}
