//! Regions and loops as Rust.

use super::jumps::lifetime;
use super::node::Node;
use super::region::{Component, Entry, Place, Scope};
use super::{Structurer, chunks};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::rc::Rc;

impl Structurer<'_, '_> {
    /// A region, whose end falls through to the code labelled `next`.
    pub fn region(
        &mut self,
        blocks: Vec<Node>,
        entry: &Entry,
        cut: Option<Node>,
        next: Option<&str>,
    ) -> TokenStream {
        let region = Rc::new(self.components(&blocks, entry, cut));
        if chunks::is_long(&region) {
            return self.chunks(&region, entry);
        }
        self.scopes.push(Scope::Region(Rc::clone(&region)));
        let placed: Vec<usize> = (0..region.components.len())
            .filter(|at| region.components[*at].place == Place::Labelled)
            .collect();
        let labels: Vec<String> = placed
            .iter()
            .map(|at| region.components[*at].label())
            .collect();
        let next_of = |index: usize| labels.get(index).map(String::as_str).or(next);
        let mut code = self.enter(entry, next_of(0));
        for (index, at) in placed.iter().enumerate() {
            if self.used_labels.contains(&labels[index]) {
                let label = lifetime(&labels[index]);
                code = quote!(#label: { #code });
            }
            code.extend(self.component(&region.components[*at], next_of(index + 1)));
        }
        self.scopes.pop();
        code
    }

    fn enter(&mut self, entry: &Entry, next: Option<&str>) -> TokenStream {
        match entry {
            Entry::Block(block) => self.jump(None, *block, next),
            Entry::Dispatch(targets, otherwise) => {
                let mut arms: Vec<(Literal, TokenStream)> = Vec::new();
                for target in targets {
                    let recomputed = otherwise.as_ref().map(|_| self.recomputed(*target));
                    let (number, jump) = (self.number(*target), self.jump(None, *target, next));
                    arms.push((number, quote!(#recomputed #jump)));
                }
                let told = otherwise.is_some() && self.told_by.is_some();
                if told && (arms.len() == 1 || arms.iter().all(|(_, code)| code.is_empty())) {
                    self.open_gate();
                    return arms.pop().map(|(_, code)| code).unwrap_or_default();
                }
                self.dispatch(arms, otherwise.as_ref().filter(|_| !told))
            }
        }
    }

    pub fn component(&mut self, component: &Component, next: Option<&str>) -> TokenStream {
        if !component.is_loop {
            return self.block(component.blocks[0], next);
        }
        // In a later turn of the loop a reference from in front of it may be of no use.
        self.in_sight.clear();
        self.with_references(component, |this| this.turning(component))
    }

    /// A loop.
    fn turning(&mut self, component: &Component) -> TokenStream {
        let label = component.loop_label();
        self.scopes.push(Scope::Loop {
            label: label.clone(),
            entries: component.entries.clone(),
            is_gated: component.is_gated(),
        });
        let body = self.fenced(&component.body_label(), |this| {
            this.region(
                component.blocks.clone(),
                &component.entry(),
                component.header(),
                Some(&label),
            )
        });
        self.scopes.pop();
        if self.used_labels.contains(&label) {
            let label = lifetime(&label);
            quote!(#label: loop { #body })
        } else {
            quote!(loop { #body })
        }
    }

    /// Nothing is told by `pc` where a run starts, and so neither in the turns of a loop around that.
    fn open_gate(&mut self) {
        if let Some(Scope::Loop { is_gated, .. }) = self.scopes.first_mut() {
            *is_gated = false;
        }
    }

    /// `match pc { 0 => .., 2 => .. }`
    fn dispatch(
        &mut self,
        mut arms: Vec<(Literal, TokenStream)>,
        otherwise: Option<&TokenStream>,
    ) -> TokenStream {
        let pc = self.read_pc();
        let last = match otherwise {
            Some(otherwise) => otherwise.clone(),
            None => arms.pop().map(|(_, code)| code).unwrap_or_default(),
        };
        let arms = arms
            .into_iter()
            .map(|(number, code)| quote!(#number => { #code }));
        quote!(match #pc { #(#arms)* _ => { #last } })
    }
}
