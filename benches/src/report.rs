//! Times and sizes as tables.
use crate::table::{Case, MODES};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The implementations whose iterator is a value, not a pin to one.
const IN_PLACE: [&str; 5] = ["hand", "ours", "std_adapters", "diapause", "rustc_gen"];

/// One measured case.
pub struct Row {
    /// What is computed.
    pub workload: &'static str,
    /// How it is consumed.
    pub mode: &'static str,
    /// Who computes it.
    pub kind: &'static str,
    /// The best time of a drive.
    pub nanos: f64,
    /// That time by the time of the baseline: the hand-written iterator, or the plain loop for internal iteration.
    pub ratio: f64,
}

/// Joins the cases with their times.
pub fn rows(cases: &[Case<u64>], nanos: &[f64]) -> Vec<Row> {
    let base = |case: &Case<u64>| {
        let same = |c: &Case<u64>| {
            (c.workload, c.mode, c.kind) == (case.workload, case.mode, baseline(case.mode))
        };
        cases.iter().position(same).map_or(f64::NAN, |i| nanos[i])
    };
    let row = |(case, &nanos): (&Case<u64>, &f64)| Row {
        workload: case.workload,
        mode: case.mode,
        kind: case.kind,
        nanos,
        ratio: nanos / base(case),
    };
    cases.iter().zip(nanos).map(row).collect()
}

/// What the times of a mode are compared with.
fn baseline(mode: &str) -> &'static str {
    if mode == "internal" { "plain" } else { "hand" }
}

/// A table of ratios for each mode, with the median and the worst of each implementation.
pub fn ratio_tables(rows: &[Row]) -> String {
    MODES.iter().map(|mode| ratio_table(rows, mode)).collect()
}

fn ratio_table(rows: &[Row], mode: &str) -> String {
    let rows: Vec<&Row> = rows.iter().filter(|row| row.mode == mode).collect();
    let base = baseline(mode);
    let kinds = in_order(rows.iter().map(|row| row.kind).filter(|&kind| kind != base));
    let find = |workload, kind| {
        rows.iter()
            .find(|row| (row.workload, row.kind) == (workload, kind))
    };
    let mut text = head(
        &format!("`{mode}`, ratio to {base}"),
        &format!("{base}, µs"),
        &kinds,
    );
    for workload in in_order(rows.iter().map(|row| row.workload)) {
        let first = find(workload, base).map(|row| row.nanos / 1e3);
        line(
            &mut text,
            workload,
            first,
            kinds
                .iter()
                .map(|kind| find(workload, kind).map(|row| row.ratio)),
        );
    }
    let of = |kind: &&str| {
        rows.iter()
            .filter(|row| row.kind == *kind)
            .map(|row| row.ratio)
            .collect()
    };
    line(
        &mut text,
        "**median**",
        None,
        kinds.iter().map(|kind| median(of(kind))),
    );
    line(
        &mut text,
        "**worst**",
        None,
        kinds
            .iter()
            .map(|kind| of(kind).into_iter().reduce(f64::max)),
    );
    text + "\n"
}

/// The sizes of the iterators that are values, in bytes.
pub fn size_table(cases: &[Case<u64>]) -> String {
    let sized: Vec<_> = cases
        .iter()
        .filter(|case| case.mode == "for" && IN_PLACE.contains(&case.kind))
        .collect();
    let kinds = in_order(sized.iter().map(|case| case.kind));
    let mut text = format!(
        "| size, bytes | {} |\n| --- |{}\n",
        kinds.join(" | "),
        " --: |".repeat(kinds.len())
    );
    for workload in sized.chunk_by(|a, b| a.workload == b.workload) {
        let size = |kind: &&str| {
            let case = workload.iter().find(|case| case.kind == *kind);
            case.map_or("–".into(), |case| (case.size)().to_string())
        };
        let cells: Vec<String> = kinds.iter().map(size).collect();
        writeln!(text, "| {} | {} |", workload[0].workload, cells.join(" | "))
            .expect("a string takes all");
    }
    text
}

/// One line a case.
pub fn csv(rows: &[Row]) -> String {
    let line = |r: &Row| {
        format!(
            "{},{},{},{:.1},{:.4}\n",
            r.workload, r.mode, r.kind, r.nanos, r.ratio
        )
    };
    "workload,mode,kind,nanos,ratio\n".to_owned() + &rows.iter().map(line).collect::<String>()
}

/// One object a case.
pub fn json(rows: &[Row]) -> String {
    let object = |r: &Row| {
        let Row {
            workload,
            mode,
            kind,
            nanos,
            ratio,
        } = r;
        format!(
            r#"  {{"workload": "{workload}", "mode": "{mode}", "kind": "{kind}", "nanos": {nanos:.1}, "ratio": {ratio:.4}}}"#
        )
    };
    format!(
        "[\n{}\n]\n",
        rows.iter().map(object).collect::<Vec<_>>().join(",\n")
    )
}

fn head(title: &str, first: &str, kinds: &[&str]) -> String {
    format!(
        "| {title} | {first} | {} |\n| --- |{}\n",
        kinds.join(" | "),
        " --: |".repeat(kinds.len() + 1)
    )
}

fn line(
    text: &mut String,
    name: &str,
    first: Option<f64>,
    cells: impl Iterator<Item = Option<f64>>,
) {
    let cells: Vec<String> = [first].into_iter().chain(cells).map(cell).collect();
    writeln!(text, "| {name} | {} |", cells.join(" | ")).expect("a string takes all");
}

fn cell(value: Option<f64>) -> String {
    value.map_or("–".into(), |value| {
        if value < 10.0 {
            format!("{value:.2}")
        } else {
            format!("{value:.1}")
        }
    })
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    Some(if values.len() % 2 == 1 {
        upper
    } else {
        (values[middle - 1] + upper) / 2.0
    })
}

/// Each name once, in the order of the first mention.
fn in_order<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    names.filter(|name| seen.insert(*name)).collect()
}
