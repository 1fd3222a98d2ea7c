//! What a local owns, as far as syntax shows it.

use crate::analyse::method_calls::is_iterator;
use crate::ir::Body;
use crate::lower::is_iterator_parameter;
use crate::methods;
use crate::resolve::{LocalDecl, LocalId, LocalKind, TempKind, direct_local};
use crate::syntax::unparen;
use syn::{Expr, ExprCall, ExprMethodCall, GenericArgument, Lit, PathArguments, Type};

/// What a local owns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A `String`.
    Text,
    /// A `Vec`, an array, a `VecDeque`.
    List,
    /// A map or a set.
    Map,
    /// A `RefCell`, a `Mutex` or an `RwLock`.
    Lock,
    /// An `Option` or a `Result`.
    Maybe,
    /// A tuple, or a struct written down in the body.
    Parts,
    /// An iterator.
    Iterator,
    /// A number, a `bool`, a `char`.
    Number,
    /// Something else that is no reference.
    Other,
}

/// What the local owns; `None` where it may hold a reference.
pub fn kind_of(body: &Body, local: LocalId) -> Option<Kind> {
    let decl = body.locals.get(local);
    match (&decl.ty, &decl.init) {
        // Even if it stands for a reference, it is one that the generator owns.
        _ if is_iterator_parameter(decl) => Some(Kind::Iterator),
        // A type parameter may stand for a reference.
        (Some(ty), _) => by_type(ty).filter(|_| !decl.generic),
        (None, Some(init)) if is_its_value(decl) => {
            by_value(body, init).or_else(|| locked(body, local))
        }
        _ => None,
    }
}

/// What the local is a guard of, as far as the type of the lock is written: its methods are those of what is locked.
///
/// Input: `cell.borrow()` of a `cell: &RefCell<Vec<u32>>` · Output: `Kind::List`
pub fn locked(body: &Body, local: LocalId) -> Option<Kind> {
    let decl = body.locals.get(local);
    let init = decl
        .init
        .as_ref()
        .filter(|_| decl.ty.is_none() && is_its_value(decl))?;
    let call = match unparen(init) {
        Expr::MethodCall(it) if ["unwrap", "expect"].iter().any(|name| it.method == name) => {
            unparen(&it.receiver)
        }
        init => init,
    };
    let Expr::MethodCall(call) = call else {
        return None;
    };
    let lock = body.locals.get(direct_local(&call.receiver)?).ty.as_ref();
    let kind = by_type(in_lock(lock?)?)?;
    let known = [Kind::Text, Kind::List, Kind::Map].contains(&kind);
    (methods::is_guard(&call.method.to_string()) && known).then_some(kind)
}

/// What is in a lock, behind a reference or a pointer.
///
/// Input: `Rc<RefCell<T>>`, `&Mutex<T>` · Output: `T`
fn in_lock(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Reference(it) => in_lock(&it.elem),
        Type::Path(it) => in_lock_of(&it.path),
        _ => None,
    }
}

fn in_lock_of(path: &syn::Path) -> Option<&Type> {
    let last = path.segments.last()?;
    let PathArguments::AngleBracketed(args) = &last.arguments else {
        return None;
    };
    let Some(GenericArgument::Type(inner)) = args.args.first() else {
        return None;
    };
    match last.ident.to_string().as_str() {
        "RefCell" | "Mutex" | "RwLock" => Some(inner),
        "Rc" | "Arc" | "Box" => in_lock(inner),
        _ => None,
    }
}

/// Whether the initialiser is the value of the local itself.
fn is_its_value(decl: &LocalDecl) -> bool {
    !decl.by_ref && decl.kind != LocalKind::Temp(TempKind::Iter)
}

pub fn by_type(ty: &Type) -> Option<Kind> {
    match ty {
        Type::Group(it) => by_type(&it.elem),
        Type::Paren(it) => by_type(&it.elem),
        Type::Array(_) => Some(Kind::List),
        Type::Tuple(it) if !it.elems.is_empty() => Some(Kind::Parts),
        Type::Path(it) if it.qself.is_none() => by_name(&it.path),
        _ => None,
    }
}

/// A type of std by its name. A name that std does not have may stand for a reference.
fn by_name(path: &syn::Path) -> Option<Kind> {
    let last = path.segments.last()?;
    Some(match last.ident.to_string().as_str() {
        "String" => Kind::Text,
        "Vec" | "VecDeque" | "BinaryHeap" | "LinkedList" => Kind::List,
        "HashMap" | "BTreeMap" | "HashSet" | "BTreeSet" => Kind::Map,
        "RefCell" | "Mutex" | "RwLock" => Kind::Lock,
        "Option" | "Result" => Kind::Maybe,
        "Peekable" => Kind::Iterator,
        "Rc" | "Arc" => in_lock_of(path).map(|_| Kind::Lock)?,
        "Box" | "PathBuf" | "OsString" => Kind::Other,
        "bool" | "char" | "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16"
        | "i32" | "i64" | "i128" | "isize" | "f32" | "f64" => Kind::Number,
        _ => return None,
    })
}

/// What a value is, by the expression that makes it.
fn by_value(body: &Body, value: &Expr) -> Option<Kind> {
    match unparen(value) {
        Expr::Lit(it) => match it.lit {
            Lit::Int(_) | Lit::Float(_) | Lit::Bool(_) | Lit::Char(_) | Lit::Byte(_) => {
                Some(Kind::Number)
            }
            _ => None,
        },
        Expr::Array(_) | Expr::Repeat(_) => Some(Kind::List),
        Expr::Struct(_) => Some(Kind::Parts),
        Expr::Tuple(it) if !it.elems.is_empty() => Some(Kind::Parts),
        Expr::Macro(it) if it.mac.path.is_ident("vec") => Some(Kind::List),
        Expr::Macro(it) if it.mac.path.is_ident("format") => Some(Kind::Text),
        Expr::Cast(it) => by_type(&it.ty),
        Expr::Binary(it) => by_operator(body, it),
        Expr::Call(it) => by_call(it),
        Expr::MethodCall(it) => {
            by_method(body, it).or_else(|| is_iterator(value).then_some(Kind::Iterator))
        }
        Expr::Range(_) => Some(Kind::Iterator),
        Expr::Try(it) => unwrapped(&it.expr),
        Expr::Path(_) => {
            let source = direct_local(value)?;
            kind_of(body, source)
        }
        _ => None,
    }
}

/// Numbers make numbers.
fn by_operator(body: &Body, it: &syn::ExprBinary) -> Option<Kind> {
    let number = |side| by_value(body, side) == Some(Kind::Number);
    (number(&it.left) && number(&it.right)).then_some(Kind::Number)
}

/// `String::new()`, `Vec::from(..)`, `Some(..)`
fn by_call(call: &ExprCall) -> Option<Kind> {
    let Expr::Path(path) = unparen(&call.func) else {
        return None;
    };
    let mut segments = path.path.segments.iter().rev();
    let (last, of) = (segments.next()?, segments.next());
    match (last.ident.to_string().as_str(), of) {
        ("Some" | "Ok" | "Err", None) => Some(Kind::Maybe),
        ("new" | "from" | "with_capacity" | "default" | "from_iter", Some(of)) => {
            by_name(&of.ident.clone().into())
        }
        _ => None,
    }
}

fn by_method(body: &Body, call: &ExprMethodCall) -> Option<Kind> {
    match (call.method.to_string().as_str(), call.args.len()) {
        ("to_string" | "to_uppercase" | "to_lowercase", 0) | ("replace", 2) => Some(Kind::Text),
        ("to_owned", 0) if is_text_literal(&call.receiver) => Some(Kind::Text),
        ("len", 0) => {
            let of = kind_of(body, direct_local(&call.receiver)?)?;
            [Kind::Text, Kind::List, Kind::Map]
                .contains(&of)
                .then_some(Kind::Number)
        }
        ("to_vec", 0) => Some(Kind::List),
        ("clone", 0) => kind_of(body, direct_local(&call.receiver)?),
        ("collect", 0) => by_turbofish(call),
        ("unwrap" | "expect", _) => unwrapped(&call.receiver),
        _ => None,
    }
}

/// `collect::<Vec<_>>()`
fn by_turbofish(call: &ExprMethodCall) -> Option<Kind> {
    match call.turbofish.as_ref()?.args.first()? {
        GenericArgument::Type(ty) => by_type(ty),
        _ => None,
    }
}

/// What is in the `Result` of a function of std: `read_to_string(..)?`, `String::from_utf8(..).unwrap()`
fn unwrapped(value: &Expr) -> Option<Kind> {
    let Expr::Call(call) = unparen(value) else {
        return None;
    };
    let Expr::Path(path) = unparen(&call.func) else {
        return None;
    };
    let mut segments = path.path.segments.iter().rev();
    let (last, of) = (segments.next()?, segments.next()?);
    let is = |name: &str, places: &[&str]| {
        last.ident == name && places.iter().any(|place| of.ident == place)
    };
    let text = is("read_to_string", &["fs", "io"]) || is("from_utf8", &["String"]);
    text.then_some(Kind::Text)
}

fn is_text_literal(expr: &Expr) -> bool {
    matches!(unparen(expr), Expr::Lit(it) if matches!(it.lit, Lit::Str(_)))
}
