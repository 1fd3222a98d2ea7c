#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn guarded(
    n: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                inner_slot: ::core::option::Option<T0>,
                _outer_slot: ::core::option::Option<T1>,
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
                    self.inner_slot = ::core::option::Option::None;
                    self._outer_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                inner_slot: ::core::option::Option::None,
                _outer_slot: ::core::option::Option::None,
                n_slot: n,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let n = generator.n_slot;
            let _: () = {
                let _outer = Guard(n);
                {
                    let inner = Guard(n + 1);
                    {
                        let item: u32 = inner.0;
                        sink(item)
                    };
                }
                {
                    let item: u32 = n;
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
            let _outer_slot_kept = &mut generator._outer_slot;
            let mut _outer_slot = ::core::option::Option::None;
            let _outer_slot_type = ::gen_core::__private::Probe::unknown();
            let inner_slot_kept = &mut generator.inner_slot;
            let mut inner_slot = ::core::option::Option::None;
            let inner_slot_type = ::gen_core::__private::Probe::unknown();
            match pc {
                0 => {
                    {
                        let fresh = Guard(n);
                        _outer_slot = (&&&_outer_slot_type.of(&fresh))
                            .place(fresh, _outer_slot_kept);
                    };
                    {
                        let fresh = Guard(n + 1);
                        inner_slot = (&&&inner_slot_type.of(&fresh))
                            .place(fresh, inner_slot_kept);
                    };
                    let inner = (&&&inner_slot_type)
                        .get_kept(inner_slot_kept, &mut inner_slot);
                    let item: u32 = (*inner).0;
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                }
                2 => {
                    *inner_slot_kept = ::core::option::Option::None;
                    inner_slot = ::core::option::Option::None;
                    let item: u32 = n;
                    generator.state = 3;
                    return ::core::option::Option::Some(item);
                }
                3 => {
                    *_outer_slot_kept = ::core::option::Option::None;
                    _outer_slot = ::core::option::Option::None;
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
