#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn filtered(
    n: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1> {
                state: u32,
                i_slot: T0,
                n_slot: T1,
            }
            impl<T0, T1> ::gen_core::__private::Frame for Variables<T0, T1> {
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
                i_slot: 0u32,
                n_slot: n,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let n = generator.n_slot;
            let _: () = {
                for i in 0..n {
                    if i % 7 != 3 {
                        {
                            let item: u32 = i;
                            sink(item)
                        };
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
            let mut pc = generator.state;
            let mut n = generator.n_slot;
            let mut i = generator.i_slot;
            loop {
                match pc {
                    0 => {
                        i = 0;
                    }
                    2 => {
                        i += 1;
                    }
                    _ => {
                        return ::core::option::Option::None;
                    }
                }
                if i < n {
                    if i % 7 != 3 {
                        let item: u32 = i;
                        generator.i_slot = i;
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    } else {
                        pc = 2;
                    }
                } else {
                    generator.state = 1;
                    return ::core::option::Option::None;
                }
            }
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn primes(
    limit: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                n_slot: T0,
                found_slot: ::core::option::Option<T1>,
                limit_slot: T2,
            }
            impl<T0, T1, T2> ::gen_core::__private::Frame for Variables<T0, T1, T2> {
                #[inline]
                fn state(&self) -> u32 {
                    self.state
                }
                #[inline]
                fn clear(&mut self) {
                    self.state = 1;
                    self.found_slot = ::core::option::Option::None;
                }
            }
            Variables {
                state: 0,
                n_slot: 0u32,
                found_slot: ::core::option::Option::None,
                limit_slot: limit,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let limit = generator.limit_slot;
            let _: () = {
                let mut found: Vec<u32> = Vec::new();
                #[allow(unreachable_code)]
                loop {
                    break;
                    generator.found_slot = ::core::option::Option::Some(found);
                }
                'next: for n in 2..limit {
                    for prime in &found {
                        if n % prime == 0 {
                            continue 'next;
                        }
                    }
                    found.push(n);
                    {
                        let item: u32 = n;
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
            let mut limit = generator.limit_slot;
            let found_slot = &mut generator.found_slot;
            let mut n = generator.n_slot;
            match pc {
                0 => {
                    *found_slot = ::core::option::Option::Some({
                        let value: Vec<u32> = Vec::new();
                        value
                    });
                    n = 2;
                }
                2 => {
                    n += 1;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
            let found = ::gen_core::__private::get((found_slot));
            loop {
                'bb3: {
                    if n < limit {
                        for prime in &(*found) {
                            if n % prime == 0 {
                                {
                                    break 'bb3;
                                };
                            }
                        }
                        (*found).push(n);
                        let item: u32 = n;
                        generator.n_slot = n;
                        generator.state = 2;
                        return ::core::option::Option::Some(item);
                    } else {
                        *found_slot = ::core::option::Option::None;
                        generator.state = 1;
                        return ::core::option::Option::None;
                    }
                }
                n += 1;
            }
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn twice(
    n: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1> {
                state: u32,
                i_slot: T0,
                n_slot: T1,
            }
            impl<T0, T1> ::gen_core::__private::Frame for Variables<T0, T1> {
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
                i_slot: 0u32,
                n_slot: n,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let n = generator.n_slot;
            let _: () = {
                for i in 0..n {
                    if i % 2 == 0 {
                        {
                            let item: u32 = i;
                            sink(item)
                        };
                    }
                    if i % 3 == 0 {
                        {
                            let item: u32 = i + 1;
                            sink(item)
                        };
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
            let mut pc = generator.state;
            let mut n = generator.n_slot;
            let mut i = generator.i_slot;
            match pc {
                0 => {
                    i = 0;
                    pc = 4;
                }
                2 => {
                    pc = 2;
                }
                3 => {
                    pc = 3;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
            loop {
                'bb6: {
                    match pc {
                        4 => {
                            if i < n {
                                if i % 2 == 0 {
                                    let item: u32 = i;
                                    generator.i_slot = i;
                                    generator.state = 2;
                                    return ::core::option::Option::Some(item);
                                }
                            } else {
                                generator.state = 1;
                                return ::core::option::Option::None;
                            }
                        }
                        2 => {}
                        _ => {
                            break 'bb6;
                        }
                    }
                    if i % 3 == 0 {
                        let item: u32 = i + 1;
                        generator.i_slot = i;
                        generator.state = 3;
                        return ::core::option::Option::Some(item);
                    }
                }
                i += 1;
                pc = 4;
            }
        },
    )
}

#[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
fn table(
    n: u32,
) -> impl ::core::iter::Iterator<Item = u32> + ::core::iter::FusedIterator {
    ::gen_core::__private::iterator(
        {
            struct Variables<T0, T1, T2> {
                state: u32,
                y_slot: T0,
                x_slot: T1,
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
                y_slot: 0u32,
                x_slot: 0u32,
                n_slot: n,
            }
        },
        #[inline(always)]
        |generator, sink| -> ::gen_core::__private::Ending<_> {
            let n = generator.n_slot;
            let _: () = {
                for x in 0..n {
                    for y in 0..n {
                        if x != y {
                            {
                                let item: u32 = x * y;
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
            let mut pc = generator.state;
            let mut n = generator.n_slot;
            let mut x = generator.x_slot;
            let mut y = generator.y_slot;
            match pc {
                0 => {
                    x = 0;
                    pc = 3;
                }
                2 => {
                    pc = 2;
                }
                _ => {
                    return ::core::option::Option::None;
                }
            }
            loop {
                'bb7: {
                    match pc {
                        3 => {
                            if x < n {
                                y = 0;
                                pc = 4;
                            } else {
                                generator.state = 1;
                                return ::core::option::Option::None;
                            }
                        }
                        _ => {
                            pc = 2;
                        }
                    }
                    loop {
                        match pc {
                            4 => {
                                if y < n {
                                    if x != y {
                                        let item: u32 = x * y;
                                        generator.y_slot = y;
                                        generator.x_slot = x;
                                        generator.state = 2;
                                        return ::core::option::Option::Some(item);
                                    }
                                } else {
                                    break 'bb7;
                                }
                            }
                            _ => {}
                        }
                        y += 1;
                        pc = 4;
                    }
                }
                x += 1;
                pc = 3;
            }
        },
    )
}
