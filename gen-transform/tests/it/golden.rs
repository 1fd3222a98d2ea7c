//! Expected texts in files.

use similar::TextDiff;
use std::fs;
use std::path::{Path, PathBuf};

/// What differs from its expected file, for all files of a test.
#[derive(Default)]
pub struct Goldens {
    differing: Vec<String>,
}

impl Goldens {
    /// Compares `actual` with the file at `path`, or writes it there if `UPDATE_EXPECT` is set.
    pub fn check(&mut self, path: &Path, actual: &str) {
        let expected = fs::read_to_string(path).unwrap_or_default();
        if expected == actual {
            return;
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(path, actual)
                .unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
            return;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let diff = TextDiff::from_lines(expected.as_str(), actual);
        let diff = diff.unified_diff().header("expected", "actual").to_string();
        self.differing.push(format!("{name}\n{diff}"));
    }

    /// Panics with all differences, if there are any.
    pub fn finish(self) {
        assert!(
            self.differing.is_empty(),
            "{} expected files differ; UPDATE_EXPECT=1 accepts what is there now\n\n{}",
            self.differing.len(),
            self.differing.join("\n")
        );
    }
}

/// Every expected file belongs to a source.
pub fn no_strays(folder: &Path, expected: &str, sources: &[PathBuf]) {
    let entries = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        let text = path.to_string_lossy().into_owned();
        if let Some(stem) = text.strip_suffix(expected) {
            assert!(
                sources.contains(&PathBuf::from(format!("{stem}.rs"))),
                "{text} has no source"
            );
        }
    }
}
