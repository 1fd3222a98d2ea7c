//! Whether a variable is used again behind one of its mentions.

use crate::resolve::{LocalId, MentionId, Name, decode, direct_local};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{
    Arm, Block, ExprAssign, ExprClosure, ExprForLoop, ExprIf, ExprLoop, ExprMatch, ExprWhile,
    Ident, Macro,
};

/// The variables of a body.
#[derive(Default)]
pub struct Again {
    /// The mentions of each in the text.
    mentions: BTreeMap<LocalId, Vec<Mention>>,
    /// How many loops there are around the declarations; of a parameter there is none.
    declared: BTreeMap<LocalId, usize>,
    /// Those that are assigned as a whole: what is used again is another value.
    assigned: BTreeSet<LocalId>,
}

struct Mention {
    id: MentionId,
    /// The branches that it stands in, by the number of the `if` or `match` and that of the branch in it.
    branches: Vec<(usize, usize)>,
    /// How many loops there are around.
    loops: usize,
}

impl Again {
    pub fn of(body: &Block) -> Again {
        let mut find = Find::default();
        find.visit_block(body);
        find.again
    }

    /// Whether the value that is mentioned here is used again, by a later mention or in the next turn of a loop.
    pub fn is_used_again(&self, name: Name) -> bool {
        let mentions = self.mentions.get(&name.local).into_iter().flatten();
        let here = mentions
            .clone()
            .find(|mention| Some(mention.id) == name.mention);
        let Some(here) = here else {
            return false;
        };
        let declared = self.declared.get(&name.local).copied().unwrap_or_default();
        let mut later = mentions.filter(|mention| mention.id > here.id);
        !self.assigned.contains(&name.local)
            && (here.loops > declared || later.any(|later| !are_alternatives(here, later)))
    }
}

/// Whether code stands in two branches of which one only is taken.
fn are_alternatives(one: &Mention, other: &Mention) -> bool {
    let both = one.branches.iter().zip(&other.branches);
    both.take_while(|((own, _), (its, _))| own == its)
        .any(|((_, own), (_, its))| own != its)
}

#[derive(Default)]
struct Find {
    again: Again,
    around: Vec<(usize, usize)>,
    branches: usize,
    loops: usize,
}

impl Find {
    fn in_loop(&mut self, within: impl FnOnce(&mut Self)) {
        self.loops += 1;
        within(self);
        self.loops -= 1;
    }

    fn branch(&mut self, of: usize, index: usize, within: impl FnOnce(&mut Self)) {
        self.around.push((of, index));
        within(self);
        self.around.pop();
    }
}

impl Visit<'_> for Find {
    fn visit_ident(&mut self, ident: &Ident) {
        let Some(name) = decode(ident) else { return };
        let Some(id) = name.mention else {
            self.again.declared.insert(name.local, self.loops);
            return;
        };
        let mentions = self.again.mentions.entry(name.local).or_default();
        mentions.push(Mention {
            id,
            branches: self.around.clone(),
            loops: self.loops,
        });
    }
    fn visit_expr_for_loop(&mut self, it: &ExprForLoop) {
        self.visit_expr(&it.expr);
        self.in_loop(|this| {
            this.visit_pat(&it.pat);
            this.visit_block(&it.body);
        });
    }
    fn visit_expr_while(&mut self, it: &ExprWhile) {
        self.in_loop(|this| visit::visit_expr_while(this, it));
    }
    fn visit_expr_loop(&mut self, it: &ExprLoop) {
        self.in_loop(|this| visit::visit_expr_loop(this, it));
    }
    fn visit_expr_closure(&mut self, it: &ExprClosure) {
        self.in_loop(|this| visit::visit_expr_closure(this, it));
    }
    fn visit_macro(&mut self, mac: &Macro) {
        if !crate::syntax::each_macro_arg(mac, &mut |expr| self.visit_expr(expr)) {
            crate::resolve::visit_idents(mac.tokens.clone(), &mut |ident| self.visit_ident(ident));
        }
    }
    fn visit_expr_assign(&mut self, it: &ExprAssign) {
        self.again.assigned.extend(direct_local(&it.left));
        visit::visit_expr_assign(self, it);
    }
    fn visit_expr_if(&mut self, it: &ExprIf) {
        self.branches += 1;
        let number = self.branches;
        self.visit_expr(&it.cond);
        self.branch(number, 0, |this| this.visit_block(&it.then_branch));
        if let Some((_, otherwise)) = &it.else_branch {
            self.branch(number, 1, |this| this.visit_expr(otherwise));
        }
    }
    fn visit_expr_match(&mut self, it: &ExprMatch) {
        self.branches += 1;
        let number = self.branches;
        self.visit_expr(&it.expr);
        let arms = it.arms.iter().enumerate();
        arms.for_each(|(index, arm): (usize, &Arm)| {
            self.branch(number, index, |this| this.visit_arm(arm));
        });
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}
