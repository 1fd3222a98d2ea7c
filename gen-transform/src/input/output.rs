//! The return type of a generator: which of the accepted forms it is, and what is yielded, received and returned.

use crate::errors::Errors;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, ReturnType, Token, Type, TypeParamBound};

/// What the generator yields, receives and returns, and how the user spelled it.
#[derive(Debug, Clone)]
pub struct Output {
    /// The type of an item; `None` where it cannot be named in the body (`impl Trait`, anonymous generators).
    pub item: Option<Type>,
    /// What `yield_!` evaluates to, where the full protocol is asked for.
    pub resume: Option<Type>,
    /// The type of the final value, where the full protocol is asked for.
    pub ret: Option<Type>,
    /// How the return type is spelled.
    pub wrapper: Wrapper,
    /// Whether `Clone` stands among the bounds.
    pub clone: bool,
    /// Whether the function was written with `impl Generator`.
    pub full: bool,
}

/// How the return type is spelled.
#[derive(Debug, Clone)]
pub enum Wrapper {
    /// `-> T`: the item type alone.
    Item,
    /// `-> impl Iterator<Item = T> + ..` and `-> impl Generator<R, ..> + ..`.
    Impl(Punctuated<TypeParamBound, Token![+]>),
    /// `-> Box<dyn Iterator<Item = T> + ..>`, kept as written.
    Boxed(Box<Type>),
    /// An anonymous generator: nothing is spelled.
    Anonymous,
}

/// `A + B`
type Bounds = Punctuated<TypeParamBound, Token![+]>;

const MISSING: &str = "a generator needs the type of its items: write `-> T`, or spelled out `-> impl Iterator<Item = T>`";

impl Output {
    /// The output of an anonymous generator, all of it inferred.
    pub fn anonymous() -> Output {
        Output {
            item: None,
            resume: None,
            ret: None,
            wrapper: Wrapper::Anonymous,
            clone: false,
            full: false,
        }
    }

    /// Reads the return type of a function.
    pub fn parse(sig: &syn::Signature, errors: &mut Errors) -> Output {
        match &sig.output {
            ReturnType::Default => {
                errors.error(sig.paren_token.span.close(), MISSING);
                Output::of_item(unit())
            }
            ReturnType::Type(_, ty) if sig.ident == "into_iter" && is_own_into_iter(ty) => {
                errors.error_on(
                    ty,
                    format!("`{}` would be taken for the type of the items: write what it stands for, `-> Box<dyn Iterator<Item = T>>`", spelled(ty)),
                );
                Output {
                    wrapper: Wrapper::Boxed(ty.clone()),
                    ..Output::anonymous()
                }
            }
            ReturnType::Type(_, ty) => Output::of_type(ty, errors),
        }
    }

    fn of_item(ty: Type) -> Output {
        Output {
            item: nameable(&ty),
            wrapper: Wrapper::Item,
            ..Output::anonymous()
        }
    }

    fn of_type(ty: &Type, errors: &mut Errors) -> Output {
        match ungroup(ty) {
            Type::ImplTrait(it) => {
                let mut bounds = it.bounds.clone();
                // `impl A +` is Rust; more bounds will follow.
                bounds.pop_punct();
                let wrapper = Wrapper::Impl(bounds);
                Output::of_bounds(&it.bounds, wrapper, errors)
                    .unwrap_or_else(|| Output::not_an_iterator(ty, errors))
            }
            Type::Path(path) => match boxed_dyn(path) {
                Some(bounds) => {
                    Output::of_bounds(bounds, Wrapper::Boxed(Box::new(ty.clone())), errors)
                        .unwrap_or_else(|| Output::of_item(ty.clone()))
                }
                None if names_items(path) => Output::of_trait(ty, as_bound(path), errors),
                None => Output::of_item(ty.clone()),
            },
            Type::TraitObject(it) => Output::of_trait(ty, it.bounds.clone(), errors),
            Type::Never(never) => {
                errors.error(
                    never.span(),
                    "a generator cannot yield `!`: write the type of its items instead",
                );
                Output::of_item(unit())
            }
            other => Output::of_item(other.clone()),
        }
    }

    /// `-> Iterator<Item = T>` and `-> dyn Iterator<Item = T>`, as if `impl` stood there.
    fn of_trait(ty: &Type, mut bounds: Bounds, errors: &mut Errors) -> Output {
        bounds.pop_punct();
        let wrapper = Wrapper::Impl(bounds.clone());
        let Some(output) = Output::of_bounds(&bounds, wrapper, errors) else {
            return Output::of_unsized(ty, errors);
        };
        let spelled = spelled(&bounds);
        errors.error_on(
            ty,
            format!("a generator returns a value of one type, and this is a trait: write `-> impl {spelled}`, or the type of the items alone"),
        );
        output
    }

    /// `-> dyn Fn()`, and whatever else an item cannot be; of a path, rustc knows why.
    fn of_unsized(ty: &Type, errors: &mut Errors) -> Output {
        if let Type::TraitObject(_) = ty {
            let spelled = spelled(ty);
            errors.error_on(
                ty,
                format!("a generator hands out its items by value, and `{spelled}` has no size: write `-> Box<{spelled}>`, or `-> impl Iterator<Item = ..>`"),
            );
            return Output::of_item(unit());
        }
        Output::of_item(ty.clone())
    }

    fn not_an_iterator(ty: &Type, errors: &mut Errors) -> Output {
        errors.error_on(
            ty,
            "the `impl` type of a generator has to name `Iterator<Item = T>` or `Generator<R, Yield = T, Return = V>`: \
             write `-> impl Iterator<Item = ..>`",
        );
        Output::of_item(unit())
    }

    /// Reads `Iterator<Item = T> + ..` or `Generator<R, Yield = T, Return = V> + ..`; `None` if neither is there.
    fn of_bounds(
        bounds: &Punctuated<TypeParamBound, Token![+]>,
        wrapper: Wrapper,
        errors: &mut Errors,
    ) -> Option<Output> {
        let clone = bounds
            .iter()
            .any(|bound| bound_name(bound).is_some_and(|(name, _)| name == "Clone"));
        for bound in bounds {
            let Some((name, segment)) = bound_name(bound) else {
                continue;
            };
            let base = Output {
                wrapper: wrapper.clone(),
                clone,
                ..Output::anonymous()
            };
            match name.as_str() {
                "Iterator" | "FusedIterator" | "ExactSizeIterator" => {
                    let Some(item) = assoc(segment, "Item") else {
                        continue;
                    };
                    return Some(Output {
                        item: nameable(&item),
                        ..base
                    });
                }
                "Generator" => {
                    one_lifetime(bound, errors);
                    return Some(Output::of_generator(segment, base, errors));
                }
                _ => {}
            }
        }
        None
    }

    fn of_generator(segment: &syn::PathSegment, base: Output, errors: &mut Errors) -> Output {
        let resume = match &segment.arguments {
            PathArguments::AngleBracketed(list) => list.args.iter().find_map(|arg| match arg {
                GenericArgument::Type(ty) => Some(ty.clone()),
                _ => None,
            }),
            _ => None,
        };
        let item = assoc(segment, "Yield").unwrap_or_else(|| {
            errors.error_on(segment, "`Generator` needs the type of its items: write `Generator<R, Yield = T, Return = V>`");
            unit()
        });
        Output {
            item: nameable(&item),
            resume: Some(resume.unwrap_or_else(unit)),
            ret: Some(assoc(segment, "Return").unwrap_or_else(unit)),
            full: true,
            ..base
        }
    }

    /// The type of the final value.
    pub fn return_type(&self) -> Type {
        self.ret.clone().unwrap_or_else(unit)
    }

    /// The type of what `yield_!` evaluates to.
    pub fn resume_type(&self) -> Type {
        self.resume.clone().unwrap_or_else(unit)
    }

    /// Whether `yield_!` always evaluates to `()`, so that the generator is an `Iterator`.
    pub fn is_iterator(&self) -> bool {
        match &self.resume {
            None => true,
            Some(Type::Tuple(tuple)) => tuple.elems.is_empty(),
            Some(_) => false,
        }
    }
}

/// `()`
fn unit() -> Type {
    Type::Tuple(syn::TypeTuple {
        paren_token: Default::default(),
        elems: Punctuated::new(),
    })
}

/// Looks through the invisible groups that `macro_rules!` puts around a `$t:ty`.
fn ungroup(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungroup(&group.elem),
        Type::Paren(paren) => ungroup(&paren.elem),
        other => other,
    }
}

/// The bounds of `Box<dyn A + B>`.
fn boxed_dyn(path: &syn::TypePath) -> Option<&Punctuated<TypeParamBound, Token![+]>> {
    let last = path
        .path
        .segments
        .last()
        .filter(|segment| segment.ident == "Box")?;
    let PathArguments::AngleBracketed(list) = &last.arguments else {
        return None;
    };
    match list.args.first()? {
        GenericArgument::Type(Type::TraitObject(object)) => Some(&object.bounds),
        _ => None,
    }
}

/// `Self::IntoIter` or `<Self as IntoIterator>::IntoIter`, which `into_iter` has to return.
fn is_own_into_iter(ty: &Type) -> bool {
    let Type::Path(it) = ungroup(ty) else {
        return false;
    };
    let of_self = match &it.qself {
        Some(of) => matches!(&*of.ty, Type::Path(it) if it.path.is_ident("Self")),
        None => {
            it.path.segments.len() == 2
                && it
                    .path
                    .segments
                    .first()
                    .is_some_and(|it| it.ident == "Self")
        }
    };
    of_self
        && it
            .path
            .segments
            .last()
            .is_some_and(|it| it.ident == "IntoIter")
}

/// Whether a path says what an associated type is, which only traits have: `Iterator<Item = T>`.
fn names_items(path: &syn::TypePath) -> bool {
    let last = path.path.segments.last();
    path.qself.is_none()
        && matches!(last.map(|last| &last.arguments), Some(PathArguments::AngleBracketed(list))
        if list.args.iter().any(|arg| matches!(arg, GenericArgument::AssocType(_))))
}

/// The path as the one bound of an `impl` type.
fn as_bound(path: &syn::TypePath) -> Bounds {
    let bound = TypeParamBound::Trait(syn::TraitBound {
        paren_token: None,
        modifier: syn::TraitBoundModifier::None,
        lifetimes: None,
        path: path.path.clone(),
    });
    std::iter::once(bound).collect()
}

/// Types and bounds as one writes them.
fn spelled(tokens: impl ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    [
        (" < ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" :: ", "::"),
        ("& ", "&"),
    ]
    .iter()
    .fold(text, |text, (from, to)| text.replace(from, to))
}

fn bound_name(bound: &TypeParamBound) -> Option<(String, &syn::PathSegment)> {
    match bound {
        TypeParamBound::Trait(it) => it
            .path
            .segments
            .last()
            .map(|segment| (segment.ident.to_string(), segment)),
        _ => None,
    }
}

/// A generator is sent values of one type, not of one for each lifetime.
fn one_lifetime(bound: &TypeParamBound, errors: &mut Errors) {
    if let TypeParamBound::Trait(it) = bound
        && let Some(lifetimes) = &it.lifetimes
    {
        errors.error_on(
            lifetimes,
            "a generator is sent values of one type, so their lifetime needs a name: \
             write `fn name<'a>(..) -> impl Generator<&'a T, ..>`, or send owned values",
        );
    }
}

/// `T` of `Trait<name = T>`.
fn assoc(segment: &syn::PathSegment, name: &str) -> Option<Type> {
    let PathArguments::AngleBracketed(list) = &segment.arguments else {
        return None;
    };
    list.args.iter().find_map(|arg| match arg {
        GenericArgument::AssocType(it) if it.ident == name => Some(it.ty.clone()),
        _ => None,
    })
}

/// The type, unless it contains an `impl Trait`, which cannot be written in a body.
pub fn nameable(ty: &Type) -> Option<Type> {
    struct FindImpl(bool);
    impl syn::visit::Visit<'_> for FindImpl {
        fn visit_type_impl_trait(&mut self, _: &syn::TypeImplTrait) {
            self.0 = true;
        }
    }
    let mut find = FindImpl(false);
    syn::visit::Visit::visit_type(&mut find, ty);
    (!find.0).then(|| ty.clone())
}
