#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn numbers(
    text: &str,
) -> impl ::core::iter::Iterator<
    Item = Result<u32, ParseIntError>,
> + ::core::iter::FusedIterator {
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
                        let item: Result<u32, ParseIntError> = Ok(
                            match ::gen_core::bounds::Try::branch(word.parse()) {
                                ::core::ops::ControlFlow::Continue(
                                    value_of_question_mark,
                                ) => value_of_question_mark,
                                ::core::ops::ControlFlow::Break(
                                    residual_of_question_mark,
                                ) => {
                                    return ::gen_core::__private::Ending::LastItem(
                                        ::gen_core::bounds::FromResidual::from_residual(
                                            residual_of_question_mark,
                                        ),
                                    );
                                }
                            },
                        );
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
            let mut last_item_slot: ::core::option::Option<Result<u32, ParseIntError>> = ::core::option::Option::None;
            'bb3: {
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
                        let item: Result<u32, ParseIntError> = Ok(
                            match ::gen_core::bounds::Try::branch(word.parse()) {
                                ::core::ops::ControlFlow::Continue(
                                    value_of_question_mark,
                                ) => value_of_question_mark,
                                ::core::ops::ControlFlow::Break(
                                    residual_of_question_mark,
                                ) => {
                                    last_item_slot = ::core::option::Option::Some(
                                        ::gen_core::bounds::FromResidual::from_residual(
                                            residual_of_question_mark,
                                        ),
                                    );
                                    {
                                        break 'bb3;
                                    }
                                }
                                _ => ::core::unreachable!(),
                            },
                        );
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    }
                    ::core::option::Option::None => {
                        *iter_slot = ::core::option::Option::None;
                        generator.state = 1;
                        return ::core::option::Option::None;
                    }
                }
            }
            *iter_slot = ::core::option::Option::None;
            generator.state = 1;
            return ::core::option::Option::Some(
                ::gen_core::__private::take(&mut (last_item_slot)),
            );
        },
    )
}
