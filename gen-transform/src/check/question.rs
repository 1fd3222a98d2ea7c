//! `?`: it hands the failure to the caller, who only sees items (and, in a full generator, the final value).

use super::shapes;
use super::walk::Walker;
use syn::{ExprTry, Type};

impl Walker<'_> {
    /// `value?`
    pub fn question_mark(&mut self, it: &ExprTry) {
        let output = &self.generator.output;
        let message = if output.full {
            let ret = output
                .ret
                .as_ref()
                .filter(|ty| is_unit(ty) || shapes::carries_no_failure(ty));
            ret.map(|ty| returned(&shapes::spelled(ty)))
        } else {
            let item = output
                .item
                .as_ref()
                .filter(|ty| is_unit(ty) || shapes::carries_no_failure(ty));
            item.map(|ty| yielded(&shapes::spelled(ty)))
        };
        if let Some(message) = message {
            self.errors.error(it.question_token.span, message);
        }
    }
}

fn yielded(item: &str) -> String {
    format!(
        "`?` has no way out here: it would hand out the failure as the last item, but the items are `{item}`; \
         make them `Result<{item}, E>` or `Option<{item}>`, or end without it: `let Ok(x) = .. else {{ return }};`"
    )
}

fn returned(ret: &str) -> String {
    let ok = if ret == "()" { "()" } else { ret };
    format!(
        "`?` has no way out here: it would end the generator with the failure, but `Return` is `{ret}`; \
         write `Return = Result<{ok}, E>`, or end without it: `let Ok(x) = .. else {{ return .. }};`"
    )
}

fn is_unit(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(it) if it.elems.is_empty())
}
