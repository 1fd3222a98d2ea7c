#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn greetings(
    name: String,
) -> impl ::core::iter::Iterator<Item = String> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Frame<T0, T1> {
                state: u32,
                next_slot: T0,
                name_slot: ::core::option::Option<T1>,
            }
            impl<T0, T1> ::gen_core::__private::Frame for Frame<T0, T1> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.name_slot = ::core::option::Option::None;
                }
            }
            Frame {
                state: 0,
                next_slot: 0,
                name_slot: ::core::option::Option::Some(name),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<String> {
            let name = ::gen_core::__private::argument(generator.name_slot);
            let _: () = {
                for i in 0..3 {
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
        |generator| -> ::core::option::Option<String> {
            let mut pc = ::core::mem::replace(&mut generator.state, 1);
            let name_slot = &mut generator.name_slot;
            let mut next = generator.next_slot;
            match pc {
                0 => {
                    next = 0;
                }
                2 => {}
                _ => {
                    return ::core::option::Option::None;
                }
            }
            if next < 3 {
                let i = next;
                next += 1;
                let name = ::gen_core::__private::get(name_slot);
                let item: String = format!("hello {name} {i}", name = (* name), i = i);
                generator.next_slot = next;
                generator.state = 2;
                return ::core::option::Option::Some(item);
            } else {
                *name_slot = ::core::option::Option::None;
                return ::core::option::Option::None;
            }
        },
    )
}
