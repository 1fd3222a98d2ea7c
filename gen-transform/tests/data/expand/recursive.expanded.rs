#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn walk(
    tree: &Tree,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    struct __GeneratorVariables<T0, T1> {
        state: u32,
        iter_slot: ::core::option::Option<T0>,
        tree_slot: T1,
    }
    impl<T0, T1> ::gen_core::__private::Frame for __GeneratorVariables<T0, T1> {
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
    ::gen_core::__private::recursive_iterator(
        __GeneratorVariables {
            state: 0,
            iter_slot: ::core::option::Option::None,
            tree_slot: tree,
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let tree = generator.tree_slot;
            let _: () = {
                {
                    let item: u32 = tree.value;
                    sink(item)
                };
                for child in &tree.children {
                    {
                        let arg0: &Tree = child;
                        ::gen_core::__private::recursed::<(), _>((arg0,))
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
        |
            generator,
            mut sent,
            mut callee_value,
        | -> ::gen_core::__private::Step<_, u32, ()> {
            let pc = generator.state;
            let mut tree = generator.tree_slot;
            let iter_slot = &mut generator.iter_slot;
            match pc {
                0 => {
                    let item: u32 = tree.value;
                    generator.state = 2;
                    return ::gen_core::__private::Step::Yielded(item);
                }
                2 => {
                    *iter_slot = ::core::option::Option::Some(
                        ::core::iter::IntoIterator::into_iter((&tree.children,).0),
                    );
                }
                3 => {}
                _ => {
                    return ::gen_core::__private::Step::Complete(());
                }
            }
            let iter = ::gen_core::__private::get((iter_slot));
            match ::core::iter::Iterator::next(&mut ((*iter))) {
                ::core::option::Option::Some(child) => {
                    let callee = {
                        let arg0: &Tree = child;
                        __GeneratorVariables {
                            state: 0,
                            iter_slot: ::core::option::Option::None,
                            tree_slot: arg0,
                        }
                    };
                    generator.state = 3;
                    return ::gen_core::__private::Step::Call(callee);
                }
                ::core::option::Option::None => {
                    *iter_slot = ::core::option::Option::None;
                    generator.state = 1;
                    return ::gen_core::__private::Step::Complete(());
                }
            }
        },
    )
}
