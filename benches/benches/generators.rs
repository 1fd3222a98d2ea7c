//! All drives under divan: `cargo bench -p gen-benches [-- FILTER]`.
use divan::Bencher;
use gen_benches::item::Xor;
use gen_benches::measure::assert_agreement;
use gen_benches::table::{Case, cases};

fn main() {
    assert_agreement(&cases::<Xor>());
    divan::main();
}

fn of(mode: &str) -> Vec<Case<u64>> {
    cases::<Xor>()
        .into_iter()
        .filter(|case| case.mode == mode)
        .collect()
}

#[divan::bench(args = of("for"))]
fn by_for(bencher: Bencher<'_, '_>, case: &Case<u64>) {
    bencher.bench_local(case.run);
}

#[divan::bench(args = of("dyn"))]
fn by_dyn(bencher: Bencher<'_, '_>, case: &Case<u64>) {
    bencher.bench_local(case.run);
}

#[divan::bench(args = of("internal"))]
fn internal(bencher: Bencher<'_, '_>, case: &Case<u64>) {
    bencher.bench_local(case.run);
}
