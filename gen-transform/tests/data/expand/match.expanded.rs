#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn items(
    value: Result<String, Vec<String>>,
) -> impl ::core::iter::Iterator<Item = String> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1> {
                state: u32,
                iter_slot: ::core::option::Option<T0>,
                value_slot: ::core::option::Option<T1>,
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
                    self.value_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                iter_slot: ::core::option::Option::None,
                value_slot: ::core::option::Option::Some(value),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let value = ::gen_core::__private::argument(generator.value_slot);
            let _: () = {
                match value {
                    Ok(text) if text.is_empty() => {}
                    Ok(text) => {
                        let item: String = text;
                        sink(item)
                    }
                    Err(texts) => {
                        for text in texts {
                            {
                                let item: String = text;
                                sink(item)
                            };
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
            {
                let text: ();
            }
            let pc = generator.state;
            let value_slot = &mut generator.value_slot;
            let iter_slot = &mut generator.iter_slot;
            'bb9: {
                match pc {
                    0 => {
                        match ::gen_core::__private::take((value_slot)) {
                            Ok(text) if text.is_empty() => {
                                {};
                                break 'bb9;
                            }
                            Ok(text_1) => {
                                let item: String = text_1;
                                generator.state = 2;
                                return ::core::option::Option::Some(item);
                            }
                            Err(texts) => {
                                *iter_slot = ::core::option::Option::Some(
                                    ::core::iter::IntoIterator::into_iter((texts,).0),
                                );
                            }
                            _ => ::core::unreachable!(),
                        }
                    }
                    3 => {}
                    2 => {
                        break 'bb9;
                    }
                    _ => {
                        return ::core::option::Option::None;
                    }
                }
                let iter = ::gen_core::__private::get((iter_slot));
                match ::core::iter::Iterator::next(&mut ((*iter))) {
                    ::core::option::Option::Some(text_2) => {
                        let item: String = text_2;
                        generator.state = 3;
                        return ::core::option::Option::Some(item);
                    }
                    ::core::option::Option::None => {
                        *iter_slot = ::core::option::Option::None;
                    }
                }
            }
            generator.state = 1;
            return ::core::option::Option::None;
        },
    )
}
