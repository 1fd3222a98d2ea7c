#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn sometimes(
    name: String,
    flag: bool,
) -> impl ::core::iter::Iterator<Item = String> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                copy_slot: ::core::option::Option<T0>,
                flag_slot: T1,
                name_slot: ::core::option::Option<T2>,
            }
            impl<T0, T1, T2> ::gen_core::__private::Frame for Variables<T0, T1, T2> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.copy_slot = ::core::option::Option::None;
                    self.name_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                copy_slot: ::core::option::Option::None,
                flag_slot: flag,
                name_slot: ::core::option::Option::Some(name),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let name = ::gen_core::__private::argument(generator.name_slot);
            let flag = generator.flag_slot;
            let _: () = {
                let copy = name.clone();
                if flag {
                    {
                        let item: String = copy;
                        sink(item)
                    };
                }
                {
                    let item: String = name;
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
            let name_slot = &mut generator.name_slot;
            let mut flag = generator.flag_slot;
            let copy_slot_kept = &mut generator.copy_slot;
            let mut copy_slot = ::core::option::Option::None;
            let copy_slot_type = ::gen_core::__private::Probe::unknown();
            match pc {
                0 => {
                    let name = ::gen_core::__private::get((name_slot));
                    {
                        let fresh = (*name).clone();
                        copy_slot = (&&&copy_slot_type.of(&fresh))
                            .place(fresh, copy_slot_kept);
                    };
                    if flag {
                        let item: String = (&&&copy_slot_type)
                            .take(copy_slot_kept, &mut copy_slot);
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    }
                }
                2 => {}
                3 => {
                    *copy_slot_kept = ::core::option::Option::None;
                    copy_slot = ::core::option::Option::None;
                    generator.state = 1;
                    return ::core::option::Option::None;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
            let item: String = ::gen_core::__private::take((name_slot));
            generator.state = 3;
            return ::core::option::Option::Some(item);
        },
    )
}
