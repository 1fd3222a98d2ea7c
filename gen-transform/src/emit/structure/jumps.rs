//! Jumps: to a component that is written on the spot, out of a labelled block, or back to the start of a loop.

use super::Structurer;
use super::node::Node;
use super::region::{Place, Scope};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use std::rc::Rc;
use syn::Lifetime;

impl Structurer<'_, '_> {
    /// The code for a jump at the end of a piece of code that falls through to `next`.
    pub fn jump(&mut self, from: Option<Node>, to: Node, next: Option<&str>) -> TokenStream {
        self.resolve(from, to, next, true)
    }

    /// The code for a jump from the inside of a statement.
    pub fn jump_out(&mut self, from: Node, to: Node) -> TokenStream {
        self.resolve(Some(from), to, None, false)
    }

    fn resolve(
        &mut self,
        from: Option<Node>,
        to: Node,
        next: Option<&str>,
        may_inline: bool,
    ) -> TokenStream {
        for at in (0..self.scopes.len()).rev() {
            match &self.scopes[at] {
                Scope::Region(region) if !region.is_cut(from, to) => {
                    let region = Rc::clone(region);
                    let Some(component) = region.component_of(to) else {
                        continue;
                    };
                    let gate = self.gate(component.is_gated(), to);
                    if component.place == Place::Inline && may_inline {
                        let code = self.at_depth(at + 1, |this| this.component(component, next));
                        return quote!(#gate #code);
                    }
                    return self.leave_to(&component.label(), next, gate, false);
                }
                Scope::Loop {
                    label,
                    entries,
                    is_gated,
                } if entries.contains(&to) => {
                    let (label, is_gated) = (label.clone(), *is_gated);
                    let gate = self.gate(is_gated, to);
                    return self.leave_to(&label, next, gate, true);
                }
                Scope::Region(_) | Scope::Loop { .. } => {}
            }
        }
        unreachable!("BUG: every block is in the outermost region")
    }

    /// Runs `within` with only the scopes up to `depth` in place: those around the component that is written inline.
    fn at_depth(
        &mut self,
        depth: usize,
        within: impl FnOnce(&mut Self) -> TokenStream,
    ) -> TokenStream {
        let inner = self.scopes.split_off(depth);
        let code = within(self);
        self.scopes.extend(inner);
        code
    }

    /// What tells a loop with several entries where it is entered.
    fn gate(&mut self, is_gated: bool, to: Node) -> TokenStream {
        match is_gated {
            true => self.set_pc(to),
            false => TokenStream::new(),
        }
    }

    fn leave_to(
        &mut self,
        label: &str,
        next: Option<&str>,
        gate: TokenStream,
        is_loop: bool,
    ) -> TokenStream {
        if next == Some(label) {
            return gate;
        }
        self.used_labels.insert(label.to_string());
        let label = lifetime(label);
        if is_loop {
            quote!(#gate continue #label;)
        } else {
            quote!(#gate break #label;)
        }
    }
}

pub fn lifetime(label: &str) -> Lifetime {
    Lifetime {
        apostrophe: Span::mixed_site(),
        ident: format_ident!("{}", label, span = Span::mixed_site()),
    }
}
