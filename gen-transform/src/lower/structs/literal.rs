//! The literals whose fields are known.

use super::super::temporaries::is_constructor;
use crate::analyse::scalars::{Scalar, of_expr};
use crate::analyse::types::builds_owned;
use crate::resolve::{LocalId, Locals, direct_local, is_plain_binding};
use crate::syntax::{member_name, unparen};
use syn::punctuated::Punctuated;
use syn::{Expr, Path, Stmt, Token};

/// A variable that is initialised by a struct literal, a call of a tuple struct, or a tuple.
pub struct Literal {
    pub local: LocalId,
    /// `None` for a tuple.
    pub path: Option<Path>,
    pub fields: NamedValues,
}

/// Fields by name, with their values.
type NamedValues = Vec<(String, Expr)>;

impl Literal {
    /// The one that `stmt` declares.
    pub fn of(stmt: &Stmt, locals: &Locals) -> Option<Literal> {
        let Stmt::Local(it) = stmt else { return None };
        let local = is_plain_binding(&it.pat)?;
        let init = &it.init.as_ref()?.expr;
        let (path, fields) = literal(init, locals)?;
        Some(Literal {
            local,
            path,
            fields,
        })
    }

    /// The value that `field` is initialised by.
    pub fn value(&self, field: &str) -> Option<&Expr> {
        let found = self.fields.iter().find(|(name, _)| name == field);
        found.map(|(_, value)| value)
    }

    /// Whether a use of `field` by value moves it and does not copy it. `certain` says that its uses show as much.
    pub fn owns(&self, field: &str, certain: bool, known: &[Option<Scalar>]) -> bool {
        self.value(field).is_some_and(|value| {
            let certain = self.path.is_none() || certain || is_built(value);
            certain && !is_copied(value, known)
        })
    }
}

/// Whether a variable is initialised by a literal, so that it may become one local a field.
pub fn is_literal(local: LocalId, locals: &Locals) -> bool {
    let init = locals.get(local).init.as_ref();
    init.is_some_and(|init| literal(init, locals).is_some())
}

/// The path of a literal and its fields; of a variable, those of what it was initialised by.
fn literal(init: &Expr, locals: &Locals) -> Option<(Option<Path>, NamedValues)> {
    match unparen(init) {
        Expr::Tuple(it) => Some((None, numbered(&it.elems))),
        Expr::Struct(it) if it.dot2_token.is_none() => {
            let fields = it.fields.iter();
            let fields = fields.map(|field| (member_name(&field.member), field.expr.clone()));
            Some((Some(it.path.clone()), fields.collect()))
        }
        Expr::Call(it) if is_constructor(&it.func) => {
            let Expr::Path(callee) = &*it.func else {
                return None;
            };
            Some((Some(callee.path.clone()), numbered(&it.args)))
        }
        variable => literal(locals.get(direct_local(variable)?).init.as_ref()?, locals),
    }
}

fn numbered(values: &Punctuated<Expr, Token![,]>) -> NamedValues {
    let values = values.iter().enumerate();
    values
        .map(|(index, value)| (index.to_string(), value.clone()))
        .collect()
}

/// Whether a value is built on the spot, by a constructor or a macro of std, and so probably none that is copied.
fn is_built(value: &Expr) -> bool {
    let value = unparen(value);
    let built = match value {
        Expr::Struct(_) | Expr::Closure(_) => true,
        Expr::Call(it) => is_constructor(&it.func),
        _ => false,
    };
    built || builds_owned(value)
}

/// Whether a value is a number or the like, of which a use by value is a copy.
fn is_copied(value: &Expr, known: &[Option<Scalar>]) -> bool {
    matches!(unparen(value), Expr::Reference(_)) || of_expr(value, known).is_some()
}
