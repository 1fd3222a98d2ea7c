//! Calls of which rustc can be asked whether the method takes its receiver by value: those that can be written twice.

use super::method_calls::is_looked_at;
use super::{std_types, types};
use crate::methods::{self, is_consuming, only_looks};
use crate::resolve::{LocalId, LocalKind, Locals, TempKind, direct_local};
use crate::syntax::{contains_closure, unparen};
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprCall, ExprMethodCall, Path, Stmt, Type, UnOp};

/// Names of std beside its collections: types whose constructors do not tell what they hold, and functions that make whatever is
/// asked for.
const OPEN: [&str; 12] = [
    "Result",
    "Default",
    "Into",
    "From",
    "PhantomData",
    "Iterator",
    "FromIterator",
    "Ok",
    "Err",
    "default",
    "empty",
    "pending",
];

/// Whether a method is called on a variable, or on a field of a value without a name, and neither its name nor the type of
/// that tells whether it takes it.
pub fn is_undecided(locals: &Locals, call: &ExprMethodCall) -> bool {
    let asked = match unparen(&call.receiver) {
        Expr::Field(it) => is_made(locals, &it.base),
        variable => is_open_variable(locals, variable),
    };
    let method = call.method.to_string();
    // What methods of std do tells nothing of a type that is none of std's.
    let open = methods::reads(&method) || is_own(locals, &call.receiver);
    asked && !empties(locals, call) && (can_be_asked(call) || (open && can_be_repeated(call)))
}

/// Whether a method is the one that takes what is in an `Option`, and leaves the variable.
///
/// Input: `last.take()`, of a variable `last: Option<Event>`
fn empties(locals: &Locals, call: &ExprMethodCall) -> bool {
    let ty = direct_local(&call.receiver).and_then(|local| locals.get(local).ty.as_ref());
    let last = ty.and_then(|ty| match ty {
        Type::Path(it) => it.path.segments.last(),
        _ => None,
    });
    let is_option = last.is_some_and(|last| last.ident == "Option");
    is_option && call.method == "take" && call.args.is_empty()
}

/// Whether an expression is a variable that is known to hold something of a type that is none of std's.
fn is_own(locals: &Locals, receiver: &Expr) -> bool {
    direct_local(receiver).is_some_and(|local| types::is_of_own_type(locals.get(local)))
}

/// Whether a method has the name of one of std that takes its receiver, and is called on a variable of a type of one's own, so that
/// rustc is asked nevertheless.
///
/// Input: `stats.max()`, of a variable `stats: Stats`
pub fn is_of_ones_own(locals: &Locals, call: &ExprMethodCall) -> bool {
    is_own(locals, &call.receiver)
        && is_open_variable(locals, &call.receiver)
        && is_consuming(&call.method.to_string())
        && can_be_repeated(call)
        && !is_of_ord(locals, call)
}

/// Whether a method is that of `Ord`, as far as its argument tells: a reference has one, too, and of that it takes another reference,
/// so rustc cannot be asked.
///
/// Input: `first.max(second)`, of variables `first: Version` and `second: Version`
fn is_of_ord(locals: &Locals, call: &ExprMethodCall) -> bool {
    let arguments = match call.method.to_string().as_str() {
        "max" | "min" => 1,
        "clamp" => 2,
        _ => return false,
    };
    let own = |arg: &Expr| is_own(locals, arg) || types::builds(arg);
    call.args.len() == arguments && call.args.first().is_some_and(own)
}

/// Whether a place is what is made on the spot, or a field of it.
fn is_made(locals: &Locals, place: &Expr) -> bool {
    match unparen(place) {
        Expr::Field(it) => is_made(locals, &it.base),
        variable => direct_local(variable)
            .is_some_and(|local| locals.get(local).kind == LocalKind::Temp(TempKind::Made)),
    }
}

/// Whether rustc can be asked whether a method takes its receiver, and its name does not tell.
pub fn can_be_asked(call: &ExprMethodCall) -> bool {
    let named = is_consuming(&call.method.to_string()) || looks(call);
    !named && can_be_repeated(call)
}

/// Whether a call can be written again where it never runs.
pub fn can_be_repeated(call: &ExprMethodCall) -> bool {
    call.turbofish.is_none() && call.args.iter().all(is_typed)
}

/// Whether a method is well known to leave its receiver where it is.
pub fn looks(call: &ExprMethodCall) -> bool {
    let method = call.method.to_string();
    only_looks(&method) || methods::looks_with(&method, call.args.len())
}

/// Whether nothing in sight tells whether a variable is a struct, a box of one or a reference to one, and rustc knows it at the
/// end of the plain body.
pub fn is_unknown(locals: &Locals, local: LocalId) -> bool {
    let decl = locals.get(local);
    let inferred = decl.kind == LocalKind::User && decl.ty.is_none();
    (inferred || types::is_box(decl))
        && !decl.by_ref
        && (!decl.inferred_late || decl.init.as_ref().is_some_and(is_made_by_type))
        && (decl.owned_part || !types::is_struct(decl))
        && !types::is_mut_reference(locals, local)
        && !decl.init.as_ref().is_some_and(is_looked_at)
}

/// Whether a value is what a function of a type makes: what that holds may be inferred later, but no longer than to the end of the
/// plain body, unless a closure is among it.
///
/// Input: `Config::default()`, `Stack::new()`
fn is_made_by_type(value: &Expr) -> bool {
    let Expr::Call(it) = unparen(value) else {
        return false;
    };
    let Expr::Path(func) = &*it.func else {
        return false;
    };
    func.path.segments.len() > 1 && !contains_closure(value)
}

/// Whether an expression is a variable whose type does not show.
fn is_open_variable(locals: &Locals, expr: &Expr) -> bool {
    direct_local(expr).is_some_and(|local| {
        let decl = locals.get(local);
        let reference = decl.by_ref || matches!(decl.ty, Some(Type::Reference(_)));
        !reference
            && matches!(
                decl.kind,
                LocalKind::User | LocalKind::Param | LocalKind::Temp(TempKind::Made)
            )
            && (!types::is_owned(decl) || types::is_pointer(decl))
            && !types::is_mut_reference(locals, local)
    })
}

/// Whether an expression has its type of its own, without the method that it is an argument of, and nothing in it jumps or
/// makes a temporary that is borrowed.
fn is_typed(arg: &Expr) -> bool {
    match unparen(arg) {
        Expr::Reference(it) => is_place(&it.expr),
        Expr::Unary(it) if !matches!(it.op, UnOp::Deref(_)) => is_typed(&it.expr),
        Expr::Binary(it) => is_typed(&it.left) && is_typed(&it.right),
        Expr::Cast(it) => is_typed(&it.expr),
        Expr::Tuple(it) => it.elems.iter().all(is_typed),
        Expr::Struct(it) => {
            let mut fields = it.fields.iter();
            it.rest.is_none() && !is_open(&it.path) && fields.all(|field| is_typed(&field.expr))
        }
        Expr::MethodCall(it) => {
            methods::is_typed(&it.method.to_string())
                && it.args.is_empty()
                && is_place(&it.receiver)
        }
        Expr::Call(it) => is_typed_call(it),
        Expr::Macro(it) => ["format", "matches"]
            .iter()
            .any(|name| it.mac.path.is_ident(name)),
        Expr::Block(it) => it.label.is_none() && is_typed_block(&it.block),
        Expr::If(it) => {
            let otherwise = it.else_branch.as_ref().map(|(_, expr)| &**expr);
            may_be_repeated(&it.cond)
                && is_typed_block(&it.then_branch)
                && otherwise.is_some_and(is_typed)
        }
        Expr::Match(it) => {
            let guards = it.arms.iter().filter_map(|arm| arm.guard.as_ref());
            may_be_repeated(&it.expr)
                && guards.map(|(_, guard)| &**guard).all(may_be_repeated)
                && it.arms.iter().all(|arm| is_typed(&arm.body))
        }
        place => is_place(place),
    }
}

fn is_typed_block(block: &Block) -> bool {
    let Some((Stmt::Expr(tail, None), before)) = block.stmts.split_last() else {
        return false;
    };
    let plain = |stmt: &Stmt| match stmt {
        Stmt::Local(it) => it
            .init
            .as_ref()
            .is_none_or(|init| init.diverge.is_none() && may_be_repeated(&init.expr)),
        Stmt::Expr(it, _) => may_be_repeated(it),
        Stmt::Item(_) | Stmt::Macro(_) => false,
    };
    before.iter().all(plain) && is_typed(tail)
}

/// Whether code can be written again where it never runs: nothing in it jumps, or makes a closure, whose type would be another one.
fn may_be_repeated(expr: &Expr) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_expr(&mut self, expr: &Expr) {
            self.0 |= matches!(
                expr,
                Expr::Return(_)
                    | Expr::Break(_)
                    | Expr::Continue(_)
                    | Expr::Try(_)
                    | Expr::Closure(_)
                    | Expr::Async(_)
                    | Expr::Macro(_)
            );
            visit::visit_expr(self, expr);
        }
        fn visit_stmt_macro(&mut self, _: &syn::StmtMacro) {
            self.0 = true;
        }
    }
    let mut find = Find(false);
    find.visit_expr(expr);
    !find.0
}

/// What can be borrowed for longer than its statement.
fn is_place(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Lit(_) => true,
        Expr::Path(it) => it.qself.is_none() && is_value(&it.path),
        Expr::Field(it) => is_place(&it.base),
        Expr::Index(it) => is_place(&it.expr) && is_typed(&it.index),
        Expr::Unary(it) => is_place(&it.expr),
        _ => false,
    }
}

/// A variable, a constant or a variant.
fn is_value(path: &Path) -> bool {
    let last = path.segments.last();
    let upper = |name: String| name.starts_with(char::is_uppercase);
    !is_open(path)
        && last.is_some_and(|it| it.ident != "None")
        && (path.segments.len() == 1 || last.is_some_and(|it| upper(it.ident.to_string())))
}

/// `Duration::from_secs(5)`, `Point(1, 2)`, `size()`
fn is_typed_call(it: &ExprCall) -> bool {
    let Expr::Path(func) = &*it.func else {
        return false;
    };
    !is_open(&func.path) && it.args.iter().all(is_typed)
}

/// Whether a path is that of something of std that does not tell what type it has or makes.
fn is_open(path: &Path) -> bool {
    let arguments = path.segments.iter().any(|it| !it.arguments.is_none());
    arguments
        || path.segments.iter().any(|it| {
            std_types::is_collection(&it.ident) || OPEN.iter().any(|name| it.ident == name)
        })
}
