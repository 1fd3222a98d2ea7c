#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn spine(
    &self,
) -> impl ::core::iter::Iterator<Item = &u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1> {
                state: u32,
                tree_slot: ::core::option::Option<T0>,
                this_slot: T1,
            }
            impl<T0, T1> ::gen_core::__private::Frame for Variables<T0, T1> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.tree_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                tree_slot: ::core::option::Option::None,
                this_slot: self,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            #[allow(unused_variables)]
            let this = generator.this_slot;
            let _: () = {
                let mut at = Some(this);
                while let Some(tree) = at {
                    #[allow(unreachable_code)]
                    loop {
                        break;
                        generator.tree_slot = ::core::option::Option::Some(tree);
                    }
                    {
                        let item: &u32 = &tree.value;
                        sink(item)
                    };
                    at = tree.left.as_deref();
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
            let mut this = generator.this_slot;
            let mut at_slot: ::core::option::Option<_> = ::core::option::Option::None;
            let tree_slot = &mut generator.tree_slot;
            match pc {
                0 => {
                    at_slot = ::core::option::Option::Some(Some(this));
                }
                2 => {
                    let mut tree = ::gen_core::__private::take((tree_slot));
                    at_slot = ::core::option::Option::Some(tree.left.as_deref());
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
            match ::gen_core::__private::take(&mut (at_slot)) {
                Some(tree) => {
                    *tree_slot = ::core::option::Option::Some(tree);
                    let tree = ::gen_core::__private::get((tree_slot));
                    let item: &u32 = &(*tree).value;
                    generator.state = 2;
                    return ::core::option::Option::Some(item);
                }
                whole => {
                    at_slot = ::core::option::Option::Some(whole);
                    at_slot = ::core::option::Option::None;
                    generator.state = 1;
                    return ::core::option::Option::None;
                }
            }
        },
    )
}
