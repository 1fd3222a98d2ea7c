//! Runs one case for a profiler: `drive WORKLOAD KIND MODE`; without arguments, lists the cases.
use gen_benches::item::Xor;
use gen_benches::table;
use std::env;
use std::hint::black_box;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    for case in table::cases::<Xor>() {
        match &args[..] {
            [] => println!("{} {} {}", case.workload, case.kind, case.mode),
            [workload, kind, mode]
                if [workload, kind, mode] == [case.workload, case.kind, case.mode] =>
            {
                // The first drive makes the inputs.
                assert_eq!((case.run)(), measured(case.run));
            }
            _ => {}
        }
    }
}

/// What callgrind counts, by its name.
#[inline(never)]
fn measured(run: fn() -> u64) -> u64 {
    black_box(run())
}
