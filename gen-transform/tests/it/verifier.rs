//! The verifier: silent on what the lowering makes, loud on what is wrong.

use crate::fixtures::{generators, generators_in, package_path, sources};
use gen_transform::errors::Errors;
use gen_transform::ir::verify::verify;
use gen_transform::ir::{Body, Stmt, Terminator};
use gen_transform::{input, lower, resolve};
use std::panic::{AssertUnwindSafe, catch_unwind};
use syn::parse_quote;

/// Two exits, a yield in a loop, two scopes.
const SOURCE: &str = "
    #[generator]
    fn sample(n: u32) -> u32 {
        for x in 0..n {
            let y = x + 1;
            if y == 3 { continue; }
            if y == 5 { return; }
            yield_!(y);
        }
        yield_!(n);
    }
";

fn sample() -> Body {
    let found = generators_in(SOURCE).expect("the sample is valid");
    let fixture = found.functions.into_iter().next();
    let fixture = fixture.expect("the sample is there");
    let generator = input::parse_function(fixture.args, fixture.item).expect("it is a generator");
    let resolved = resolve::resolve(&generator);
    lower::lower(&generator, resolved, &mut Errors::default())
}

/// Breaks the sample and expects the verifier to say so.
fn check(message: &str, change: impl FnOnce(&mut Body)) {
    let mut body = sample();
    verify(&body);
    change(&mut body);
    let panic = catch_unwind(AssertUnwindSafe(|| verify(&body)));
    let text = match panic {
        Ok(()) => String::from("nothing"),
        Err(panic) => match panic.downcast::<String>() {
            Ok(text) => *text,
            Err(_) => String::from("a panic without a text"),
        },
    };
    assert!(
        text.starts_with("BUG: ") && text.contains(message),
        "expected `{message}`, found: {text}"
    );
}

#[test]
fn edges_and_entry() {
    check("not its first block", |body| {
        body.entry = body.block_ids().last().expect("blocks");
    });
    check("does not exist", |body| {
        body.blocks.pop();
    });
    check("is not reachable", |body| {
        body.blocks[0].terminator = Terminator::Return;
    });
    check("only jumps on", |body| {
        let last = body.blocks.len() - 1;
        body.blocks[last].stmts.clear();
        body.blocks[last].terminator = Terminator::Goto(body.entry);
    });
}

#[test]
fn suspend_points() {
    check("ends in yield 1, but", |body| {
        body.suspend_points.pop();
    });
    check("suspend points for 2 yields", |body| {
        body.suspend_points.push(body.suspend_points[0].clone());
    });
    check("ends in yield 0, but", |body| {
        body.suspend_points.swap(0, 1);
    });
}

#[test]
fn code_of_a_block() {
    let push = |body: &mut Body, stmt| body.blocks[0].stmts.push(Stmt::Eval(stmt));
    check("contains a yield", |body| {
        push(body, parse_quote!(f(yield_!(1));))
    });
    check("contains a yield", |body| {
        push(body, parse_quote!(println!("{}", yield_!(1));))
    });
    check("a jump that leaves it", |body| {
        push(
            body,
            parse_quote!(if x {
                return;
            }),
        )
    });
    check("a jump that leaves it", |body| {
        push(body, parse_quote!(f()?;))
    });
    check("the exits of bb0", |body| {
        push(body, parse_quote!(__goto!(1);))
    });
    check("an item or declaration", |body| {
        push(
            body,
            parse_quote!(
                fn f() {}
            ),
        )
    });
    check("stands twice", |body| {
        push(body, parse_quote!(f(__local0_0);));
        push(body, parse_quote!(f(__local0_0);));
    });
    check("does not exist", |body| {
        push(body, parse_quote!(f(__local99_0);))
    });
}

#[test]
fn what_closures_and_nested_generators_contain_is_theirs() {
    let mut body = sample();
    let block = &mut body.blocks[0].stmts;
    block.push(Stmt::Eval(
        parse_quote!(f(|x| { if x { return 1; } g()? });),
    ));
    block.push(Stmt::Eval(parse_quote!(f(gen_!({ yield_!(1) }));)));
    verify(&body);
}

#[test]
fn scopes() {
    check("but it is not declared", |body| body.declared.clear());
    check("is declared twice", |body| {
        body.declared.push(body.declared[0]);
    });
}

#[test]
fn bodies_of_the_other_packages() {
    let mut paths = sources(&package_path("../examples/examples"));
    paths.push(package_path("../benches/src/ours.rs"));
    let mut count = 0;
    for path in paths {
        for fixture in generators(&path).functions {
            if let Err(errors) = gen_transform::dump(fixture.args, fixture.item) {
                panic!("{}: {errors}", path.display());
            }
            count += 1;
        }
    }
    assert!(count > 0);
}
