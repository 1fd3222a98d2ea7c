//! The traits that a run needs in scope: what types it looks up is told by method lookup.

use super::Context;
use crate::analyse::Context as Use;
use crate::resolve::{LocalKind, TempKind, visit_idents};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// The traits that have the method of this name.
fn traits_of(method: &str) -> &'static [&'static str] {
    match method {
        "unknown" | "of_slot" => &[
            "__private::ProbeCopy",
            "__private::ProbeMut",
            "__private::ProbeOwned",
        ],
        "of_field" => &[
            "__private::FieldCopy",
            "__private::FieldEmpty",
            "__private::FieldMut",
            "__private::FieldOwned",
            "__private::FieldText",
        ],
        "unboxed" | "unboxed_kept" => &["__private::ProbeBox", "__private::ProbeGuard"],
        "lend" | "lend_kept" => &["__private::ProbeShared"],
        "callable" | "callable_kept" => &[
            "callee::CalleeCopy",
            "callee::CalleeOften",
            "callee::CalleeOnce",
            "callee::CalleeOther",
            "callee::CalleeReference",
        ],
        "Whole" => &["__private::Apart"],
        "is_guard" => &["__private::NoCopy", "__private::NoGuard"],
        "look" | "is_reference" => &[
            "__private::LookMut",
            "__private::LookOwned",
            "__private::LookShared",
        ],
        "no_value" => &["__private::NoValueUnit", "__private::NoValueOther"],
        "Source" => &[
            "__private::TakesNothing",
            "__private::TakesValues",
            "bounds::TakesNone",
        ],
        _ => &[],
    }
}

/// Whether anything in a run may be asked for the kind of its type: what is in a slot, what has been taken apart, a delegate.
fn may_call_traits(cx: &Context<'_>) -> bool {
    let mut kinds = cx.body.locals.ids().map(|id| cx.body.locals.get(id).kind);
    let mut mentions = cx.layout.mentions.iter().flatten();
    cx.has_slots
        || mentions.any(|info| info.context == Use::FieldMove)
        || kinds.any(|kind| matches!(kind, LocalKind::Part(_) | LocalKind::Temp(TempKind::Source)))
}

/// The traits whose methods the code of a run calls.
///
/// Output: `use ::gen_core::__private::{ProbeCopy as _, ProbeMut as _, ProbeOwned as _};`
pub fn of_run(cx: &Context<'_>, run: &TokenStream) -> Option<TokenStream> {
    if !may_call_traits(cx) {
        return None;
    }
    let mut called: BTreeSet<&str> = BTreeSet::new();
    visit_idents(run.clone(), &mut |ident| {
        called.extend(traits_of(&ident.to_string()))
    });
    let traits = called
        .into_iter()
        .map(|name| name.parse().unwrap_or_default());
    let traits: Vec<TokenStream> = traits.collect();
    (!traits.is_empty()).then(|| quote!(use ::gen_core::{#(#traits as _),*};))
}
