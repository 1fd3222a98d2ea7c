#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn mixed(
    n: usize,
) -> impl ::core::iter::Iterator<Item = u64> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                i_slot: T0,
                words_slot: T1,
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
                i_slot: 0usize,
                words_slot: [0u64, 0, 0, 0],
                n_slot: n,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let n = generator.n_slot;
            let _: () = {
                let mut words = [1u64, 2, 3, 4];
                #[allow(unreachable_code)]
                loop {
                    break;
                    generator.words_slot = words;
                }
                for i in 0..n {
                    let (here, there) = (i % 4, (i + 1) % 4);
                    {
                        let item: u64 = words[here];
                        sink(item)
                    };
                    words[there] ^= words[here] + i as u64;
                    {
                        let item: u64 = words[there];
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
            let mut n = generator.n_slot;
            let words = &mut generator.words_slot;
            let mut i = generator.i_slot;
            let mut here = 0usize;
            let mut there = 0usize;
            match pc {
                0 => {
                    *words = [1u64, 2, 3, 4];
                    i = 0;
                }
                2 => {
                    here = i % 4;
                    there = (i + 1) % 4;
                    (*words)[there] ^= (*words)[here] + i as u64;
                    let item: u64 = (*words)[there];
                    generator.i_slot = i;
                    generator.state = 3;
                    return ::core::option::Option::Some(item);
                }
                3 => {
                    i += 1;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
            if i < n {
                let (here_bound, there_bound) = (i % 4, (i + 1) % 4);
                here = here_bound;
                there = there_bound;
                let item: u64 = (*words)[here];
                generator.i_slot = i;
                generator.state = 2;
                return ::core::option::Option::Some(item);
            } else {
                generator.state = 1;
                return ::core::option::Option::None;
            }
        },
    )
}
