//! Borrows of owned locals that live across a yield, which a frame cannot keep.

use super::super::FrameLayout;
use super::super::method_names::is_owned_borrow;
use super::Storage;
use crate::errors::Errors;
use crate::ir::Body;
use crate::resolve::{LocalId, LocalKind};
use quote::ToTokens;

/// Reports owned locals that are borrowed by something that lives across a yield, where syntax shows it.
pub fn borrows_across_yields(body: &Body, layout: &FrameLayout, errors: &mut Errors) {
    for id in body.locals.ids() {
        let Some(init) = &body.locals.get(id).init else {
            continue;
        };
        if !matches!(layout.storage(id), Storage::Slot { saved: true }) {
            continue;
        }
        let Some(owner) = is_owned_borrow(body, init) else {
            continue;
        };
        let Some(point) = (0..body.suspend_points.len()).find(|point| layout.live[*point].has(id))
        else {
            continue;
        };
        report_borrow(body, id, owner, point, errors);
    }
}

fn report_borrow(
    body: &Body,
    borrower: LocalId,
    owner: LocalId,
    point: usize,
    errors: &mut Errors,
) {
    let name = body.locals.get(owner).ident.to_string();
    let decl = body.locals.get(borrower);
    let line = body.suspend_points[point].span.start().line;
    let what = match decl.kind {
        LocalKind::User => format!(
            "`{}` borrows `{name}` and is used after the `yield_!` on line {line}",
            decl.ident
        ),
        LocalKind::Param | LocalKind::Part(_) | LocalKind::Temp(_) | LocalKind::Rest => {
            format!("this borrows `{name}` over the `yield_!` on line {line}")
        }
    };
    let remedy = match decl.kind {
        LocalKind::User => format!(
            "borrow it again after the yield, clone what you need, or let the caller own `{name}` and take `&{name}` as a parameter"
        ),
        LocalKind::Param | LocalKind::Part(_) | LocalKind::Temp(_) | LocalKind::Rest => format!(
            "iterate by value (`for x in {name}`), by index (`for i in 0..{name}.len()`), or take `{name}` as a `&` parameter"
        ),
    };
    let borrow = decl
        .init
        .as_ref()
        .map_or_else(|| decl.ident.to_token_stream(), ToTokens::to_token_stream);
    errors.error_on(
        borrow,
        format!("{what}, but a generator owns its variables and is moved between two items, so a borrow of them cannot be kept: {remedy}"),
    );
}
