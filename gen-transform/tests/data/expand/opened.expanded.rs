#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
/// A pattern that takes a struct apart: one with a `Drop` of its own stays whole. `Reverse` has none.
fn opened(
    heap: BinaryHeap<Reverse<Step>>,
) -> impl ::core::iter::Iterator<Item = (u32, usize)> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2, T3> {
                state: u32,
                node_slot: ::core::option::Option<T0>,
                cost_slot: ::core::option::Option<T1>,
                rest_slot: ::core::option::Option<T2>,
                heap_slot: ::core::option::Option<T3>,
            }
            impl<T0, T1, T2, T3> ::gen_core::__private::Frame
            for Variables<T0, T1, T2, T3> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.node_slot = ::core::option::Option::None;
                    self.cost_slot = ::core::option::Option::None;
                    self.rest_slot = ::core::option::Option::None;
                    self.heap_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                node_slot: ::core::option::Option::None,
                cost_slot: ::core::option::Option::None,
                rest_slot: ::core::option::Option::None,
                heap_slot: ::core::option::Option::Some(heap),
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let mut heap = ::gen_core::__private::argument(generator.heap_slot);
            let _: () = {
                while let Some(Reverse(Step { cost, node })) = heap.pop() {
                    #[allow(unreachable_code)]
                    loop {
                        break;
                        generator.cost_slot = ::core::option::Option::Some(cost);
                        generator.node_slot = ::core::option::Option::Some(node);
                    }
                    {
                        let item: (u32, usize) = (cost, node);
                        sink(item)
                    };
                    heap.extend(next(cost, node));
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
                __private::LookMut as _, __private::LookOwned as _,
                __private::LookShared as _, __private::NoCopy as _,
                __private::NoGuard as _, __private::ProbeCopy as _,
                __private::ProbeMut as _, __private::ProbeOwned as _,
            };
            let pc = generator.state;
            let heap_slot = &mut generator.heap_slot;
            let cost_slot = &mut generator.cost_slot;
            let node_slot = &mut generator.node_slot;
            let rest_slot_kept = &mut generator.rest_slot;
            let mut rest_slot = ::core::option::Option::None;
            let rest_slot_type = ::gen_core::__private::Probe::unknown();
            if heap_slot.is_none() {
                return ::core::option::Option::None;
            }
            match pc {
                0 => {}
                _ => {
                    let heap = ::gen_core::__private::get((heap_slot));
                    (*heap)
                        .extend(
                            next(
                                ::gen_core::__private::take((cost_slot)),
                                ::gen_core::__private::take((node_slot)),
                            ),
                        );
                    *rest_slot_kept = ::core::option::Option::None;
                    rest_slot = ::core::option::Option::None;
                }
            }
            let heap = ::gen_core::__private::get((heap_slot));
            if let Some(Reverse(rest @ Step { cost: _, node: _ })) = (*heap).pop() {
                let (cost, node) = {
                    let probe = ::gen_core::__private::Probe::of_struct(&rest);
                    if probe.is_guard() {
                        let parts = match *(&&&probe).look(&rest) {
                            Step { cost: ref cost, node: ref node } => {
                                (
                                    (&&&probe).part(cost).copied(),
                                    (&&&probe).part(node).copied(),
                                )
                            }
                            _ => ::core::unreachable!(),
                        };
                        {
                            let fresh = rest;
                            rest_slot = (&&&rest_slot_type.of(&fresh))
                                .place(fresh, rest_slot_kept);
                        };
                        parts
                    } else {
                        probe.open();
                        match rest {
                            Step { cost: cost, node: node } => (cost, node),
                            _ => ::core::unreachable!(),
                        }
                    }
                };
                *cost_slot = ::core::option::Option::Some(cost);
                *node_slot = ::core::option::Option::Some(node);
                let cost = ::gen_core::__private::get((cost_slot));
                let node = ::gen_core::__private::get((node_slot));
                let item: (u32, usize) = ((*cost), (*node));
                generator.state = 2;
                return ::core::option::Option::Some(item);
            } else {
                *heap_slot = ::core::option::Option::None;
                generator.state = 1;
                return ::core::option::Option::None;
            }
        },
    )
}
