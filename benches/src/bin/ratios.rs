//! Measures all cases in one run and prints their ratios: `ratios [ROUNDS [WORKLOAD]]`.
//!
//! Writes `results/ratios.csv` and `results/ratios.json` beside the manifest, unless for one workload only.
use gen_benches::item::Xor;
use gen_benches::{measure, report, table};
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let mut args = env::args().skip(1);
    let rounds = args
        .next()
        .map_or(40, |arg| arg.parse().expect("ROUNDS is a number"));
    let only = args.next();
    let mut cases = table::cases::<Xor>();
    cases.retain(|case| {
        only.as_ref()
            .is_none_or(|workload| workload == case.workload)
    });
    measure::assert_agreement(&cases);
    let rows = report::rows(&cases, &measure::best_times(&cases, rounds));
    print!(
        "{}{}",
        report::ratio_tables(&rows),
        report::size_table(&cases)
    );
    if only.is_none() { write(&rows) } else { Ok(()) }
}

fn write(rows: &[report::Row]) -> io::Result<()> {
    let results = Path::new(env!("CARGO_MANIFEST_DIR")).join("results");
    fs::create_dir_all(&results)?;
    fs::write(results.join("ratios.csv"), report::csv(rows))?;
    fs::write(results.join("ratios.json"), report::json(rows))
}
