//! The literals whose fields are known.

use crate::analyse::items::item_type;
use crate::analyse::scalars::{Scalar, is_scalar, of_expr, scalars};
use crate::analyse::types::builds_owned;
use crate::lower::temporaries::is_constructor;
use crate::resolve::{LocalDecl, LocalId, Locals, direct_local, is_plain_binding};
use crate::syntax::{member_name, unparen};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprForLoop, Path, Stmt, Token, Type};

/// A variable that is initialised by a struct literal, a call of a tuple struct, or a tuple, or whose type is written as a tuple.
pub struct Literal {
    pub local: LocalId,
    /// `None` for a tuple.
    pub path: Option<Path>,
    pub fields: NamedFields,
}

/// What is known of a field.
#[derive(Clone)]
pub enum Field {
    /// What it is initialised by.
    Value(Expr),
    /// The type that is written for it.
    Type(Type),
}

/// Fields by name.
type NamedFields = Vec<(String, Field)>;

impl Literal {
    /// The one that `stmt` declares.
    pub fn of(stmt: &Stmt, locals: &Locals) -> Option<Literal> {
        let Stmt::Local(it) = stmt else { return None };
        let local = is_plain_binding(&it.pat)?;
        let by_value = literal(&it.init.as_ref()?.expr, locals);
        let by_type = || typed(locals.get(local).ty.as_ref()?);
        Literal::new(local, by_value.or_else(by_type))
    }

    /// The one that a local is, as far as its declaration tells.
    pub fn of_local(local: LocalId, locals: &Locals) -> Option<Literal> {
        Literal::new(local, declared(locals.get(local), locals))
    }

    /// The item of a loop, if its type is a tuple as far as the head tells.
    ///
    /// Input: `for pair in list`, of a parameter `list: Vec<(String, u32)>`
    pub fn of_item(it: &ExprForLoop, locals: &Locals) -> Option<Literal> {
        let local = is_plain_binding(&it.pat)?;
        let known = |(_, field): &(String, Field)| !matches!(field, Field::Type(Type::Infer(_)));
        let fields = typed(&item_type(locals, &it.expr)?);
        Literal::new(local, fields.filter(|(_, fields)| fields.iter().all(known)))
    }

    fn new(local: LocalId, known: Option<(Option<Path>, NamedFields)>) -> Option<Literal> {
        known.map(|(path, fields)| Literal {
            local,
            path,
            fields,
        })
    }

    /// What is known of `field`.
    pub fn field(&self, field: &str) -> Option<&Field> {
        find(&self.fields, field)
    }

    /// Whether a use by value of a field, or of a field in it, moves it and does not copy it. `certain` says that its uses show
    /// as much.
    pub fn owns(&self, path: &[String], certain: bool, locals: &Locals) -> bool {
        let known = scalars(locals);
        let fields = (self.path.is_none(), &self.fields);
        owns(fields, path, certain, (locals, &known))
    }
}

fn find<'f>(fields: &'f NamedFields, name: &str) -> Option<&'f Field> {
    let found = fields.iter().find(|(known, _)| known == name);
    found.map(|(_, field)| field)
}

fn owns(
    (is_tuple, fields): (bool, &NamedFields),
    path: &[String],
    certain: bool,
    (locals, known): (&Locals, &[Option<Scalar>]),
) -> bool {
    let Some((first, inner)) = path.split_first() else {
        return false;
    };
    match (find(fields, first), inner) {
        (None, _) => false,
        (Some(Field::Value(value)), []) => {
            (is_tuple || certain || is_built(value)) && !is_copied(value, known)
        }
        (Some(Field::Type(ty)), []) => !is_scalar(ty) && !matches!(ty, Type::Reference(_)),
        (Some(field), _) => field.fields(locals).is_some_and(|(path, fields)| {
            owns((path.is_none(), &fields), inner, certain, (locals, known))
        }),
    }
}

impl Field {
    fn fields(&self, locals: &Locals) -> Option<(Option<Path>, NamedFields)> {
        match self {
            Field::Value(value) => literal(value, locals),
            Field::Type(ty) => typed(ty),
        }
    }
}

/// Whether a variable is initialised by a literal, so that it may become one local a field.
pub fn is_literal(local: LocalId, locals: &Locals) -> bool {
    let init = locals.get(local).init.as_ref();
    init.is_some_and(|init| literal(init, locals).is_some())
}

/// Whether an expression is a literal, and not a variable that is initialised by one.
pub fn is_literal_expr(expr: &Expr, locals: &Locals) -> bool {
    direct_local(expr).is_none() && literal(expr, locals).is_some()
}

/// The fields of a variable by what it is initialised by, or by its type.
fn declared(decl: &LocalDecl, locals: &Locals) -> Option<(Option<Path>, NamedFields)> {
    let init = decl.init.as_ref();
    let by_value = init.and_then(|init| literal(init, locals));
    by_value.or_else(|| typed(decl.ty.as_ref()?))
}

/// The fields of a tuple type.
fn typed(ty: &Type) -> Option<(Option<Path>, NamedFields)> {
    let Type::Tuple(it) = ty else { return None };
    let fields = it.elems.iter().cloned().map(Field::Type).enumerate();
    let fields = fields.map(|(index, field)| (index.to_string(), field));
    Some((None, fields.collect()))
}

/// The path of a literal and its fields; of a variable, those of what it was initialised by.
fn literal(init: &Expr, locals: &Locals) -> Option<(Option<Path>, NamedFields)> {
    match unparen(init) {
        Expr::Tuple(it) => Some((None, numbered(&it.elems))),
        Expr::Struct(it) if it.dot2_token.is_none() => {
            let fields = it.fields.iter().map(|field| {
                let value = Field::Value(field.expr.clone());
                (member_name(&field.member), value)
            });
            Some((Some(it.path.clone()), fields.collect()))
        }
        Expr::Call(it) if is_constructor(&it.func) => {
            let Expr::Path(callee) = &*it.func else {
                return None;
            };
            Some((Some(callee.path.clone()), numbered(&it.args)))
        }
        variable => declared(locals.get(direct_local(variable)?), locals),
    }
}

fn numbered(values: &Punctuated<Expr, Token![,]>) -> NamedFields {
    let values = values.iter().cloned().map(Field::Value).enumerate();
    values
        .map(|(index, value)| (index.to_string(), value))
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
