#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn greetings(
    name: String,
) -> impl ::core::iter::Iterator<Item = String> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1> {
                state: u32,
                i_slot: T0,
                name_slot: ::core::option::Option<T1>,
            }
            impl<T0, T1> ::gen_core::__private::Frame for Variables<T0, T1> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.name_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                i_slot: 0,
                name_slot: ::core::option::Option::Some(name),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let name = ::gen_core::__private::argument(generator.name_slot);
            let _: () = {
                for i in 0..3 {
                    #[allow(unreachable_code)]
                    loop {
                        break;
                        generator.i_slot = i;
                    }
                    {
                        let item: String = format!("hello {name} {i}");
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
            let name_slot = &mut generator.name_slot;
            let mut i = generator.i_slot;
            if name_slot.is_none() {
                return ::core::option::Option::None;
            }
            match pc {
                0 => {
                    i = 0;
                }
                _ => {
                    i += 1;
                }
            }
            if i < 3 {
                let name = ::gen_core::__private::get((name_slot));
                let item: String = format!("hello {name} {i}", name = (* name));
                generator.i_slot = i;
                generator.state = 2;
                return ::core::option::Option::Some(item);
            } else {
                *name_slot = ::core::option::Option::None;
                generator.state = 1;
                return ::core::option::Option::None;
            }
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn of_the_body(
    n: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    #[allow(unused_macros, unused_macro_rules)]
    macro_rules! add {
        ($x:expr) => {
            sum += $x; list.push(sum)
        };
    }
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                sum_slot: T0,
                list_slot: ::core::option::Option<T1>,
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
                    self.list_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                sum_slot: 0,
                list_slot: ::core::option::Option::None,
                n_slot: n,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let n = generator.n_slot;
            let _: () = {
                let mut list = vec![n];
                #[allow(unreachable_code)]
                loop {
                    break;
                    generator.list_slot = ::core::option::Option::Some(list);
                }
                let mut sum = 0;
                #[allow(unreachable_code)]
                loop {
                    break;
                    generator.sum_slot = sum;
                }
                macro_rules! add {
                    ($x:expr) => {
                        sum += $x; list.push(sum)
                    };
                }
                {
                    let item: u32 = 0;
                    sink(item)
                };
                add!(n);
                {
                    let item: u32 = sum;
                    sink(item)
                };
                log!(list);
                {
                    let item: u32 = 2;
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
            let mut n = generator.n_slot;
            let list_slot = &mut generator.list_slot;
            let mut sum = generator.sum_slot;
            match pc {
                0 => {
                    *list_slot = ::core::option::Option::Some(vec![n]);
                    sum = 0;
                    let item: u32 = 0;
                    generator.sum_slot = sum;
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                }
                2 => {
                    let list = ::gen_core::__private::get((list_slot));
                    macro_rules! add {
                        ($x:expr) => {
                            sum += $x; (* list).push(sum)
                        };
                    }
                    add!(n);
                    let item: u32 = sum;
                    generator.state = 3;
                    return ::core::option::Option::Some(item);
                }
                3 => {
                    let mut list = ::gen_core::__private::take((list_slot));
                    log!(list);
                    ({
                        let call = ::gen_core::__private::Call::unknown();
                        ::gen_core::__private::asked!(
                            call, spent::gen_core::__private::Probe::of_slot(list_slot)
                        );
                        if call.takes() {
                            call.if_taken();
                            call.returned(())
                        } else {
                            call.if_left();
                            call.returned({
                                *list_slot = ::core::option::Option::Some(list);
                            })
                        }
                    });
                    let item: u32 = 2;
                    generator.state = 4;
                    return ::core::option::Option::Some(item);
                }
                4 => {
                    *list_slot = ::core::option::Option::None;
                    generator.state = 1;
                    return ::core::option::Option::None;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn looked_at(
    words: Vec<String>,
) -> impl ::core::iter::Iterator<Item = usize> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0> {
                state: u32,
                words_slot: ::core::option::Option<T0>,
            }
            impl<T0> ::gen_core::__private::Frame for Variables<T0> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.words_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                words_slot: ::core::option::Option::Some(words),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let words = ::gen_core::__private::argument(generator.words_slot);
            let _: () = {
                {
                    let item: usize = 0;
                    sink(item)
                };
                for word in words.iter() {
                    if word.is_empty() {
                        return ::gen_core::__private::Ending::Plain;
                    }
                    debug!("{word} of {}: {:?}", words.len(), words);
                }
                {
                    let item: usize = 1;
                    sink(item)
                };
                let longest = words.iter().max();
                show!(words, longest);
                {
                    let item: usize = words.len();
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
            let pc = generator.state;
            let words_slot = &mut generator.words_slot;
            'bb2: {
                match pc {
                    0 => {
                        let item: usize = 0;
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    }
                    2 => {
                        let words = ::gen_core::__private::get((words_slot));
                        for word in (*words).iter() {
                            if word.is_empty() {
                                {
                                    break 'bb2;
                                };
                            }
                            debug!("{word} of {}: {:?}", (* words).len(), (* words));
                        }
                        let item: usize = 1;
                        generator.state = 3;
                        return ::core::option::Option::Some(item);
                    }
                    3 => {
                        let mut words = ::gen_core::__private::take((words_slot));
                        let longest = words.iter().max();
                        show!(words, longest);
                        *words_slot = ::core::option::Option::Some(words);
                        let words = ::gen_core::__private::get((words_slot));
                        let item: usize = (*words).len();
                        generator.state = 4;
                        return ::core::option::Option::Some(item);
                    }
                    4 => {
                        *words_slot = ::core::option::Option::None;
                        generator.state = 1;
                        return ::core::option::Option::None;
                    }
                    _ => {
                        return ::core::option::Option::None;
                    }
                }
            }
            *words_slot = ::core::option::Option::None;
            generator.state = 1;
            return ::core::option::Option::None;
        },
    )
}
