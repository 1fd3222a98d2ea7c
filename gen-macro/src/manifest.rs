//! The name gen-core has where a macro is used: `gen = { package = "gen-core" }` makes it `::gen`.
//!
//! No macro is told; what there is to read is the manifest of the package that is compiled. It is read each time,
//! for an editor keeps the macro loaded while the manifest changes. Where it cannot be read, or does not say that
//! gen-core has another name, it is `::gen_core`. `crate = path` needs none of this.
//!
//! Of TOML this understands tables, dotted keys, strings and inline tables on one line, as manifests are written.
//! A line it does not understand says nothing.

use std::path::{Path, PathBuf};
use std::{env, fs};

const PACKAGE: &str = "gen-core";
const TABLES: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

/// The other name of gen-core, if it has one.
pub fn renamed() -> Option<String> {
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR")?);
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
    renamed_in(&manifest, || workspace_of(&folder))
}

/// The nearest manifest above (or of) a package that is the root of a workspace.
fn workspace_of(package: &Path) -> Option<String> {
    package.ancestors().find_map(|folder| {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
        let is_root = lines(&manifest).any(|(path, _)| path[0] == "workspace" && path.len() > 1);
        is_root.then_some(manifest)
    })
}

fn renamed_in(manifest: &str, workspace: impl FnOnce() -> Option<String>) -> Option<String> {
    let of_package = fields(manifest, |path| TABLES.contains(&path));
    // Under its own name or not a dependency: then it is the name that expansions have anyway.
    if of_package.iter().any(|it| it.name == PACKAGE) {
        return None;
    }
    if let Some(found) = of_package.iter().find(|it| it.is_package()) {
        return Some(found.name.replace('-', "_"));
    }
    let inherited = of_package.iter().filter(|it| it.field == "workspace");
    let inherited: Vec<&str> = inherited.map(|it| it.name.as_str()).collect();
    if inherited.is_empty() {
        return None;
    }
    let of_workspace = fields(&workspace()?, |path| path == "workspace.dependencies");
    let found = of_workspace
        .into_iter()
        .find(|it| it.is_package() && inherited.contains(&it.name.as_str()))?;
    Some(found.name.replace('-', "_"))
}

/// `name.field = value` in a table of dependencies.
struct Field {
    name: String,
    field: String,
    value: String,
}

impl Field {
    fn is_package(&self) -> bool {
        self.field == "package" && self.value == PACKAGE
    }
}

/// The fields of all dependencies in the tables for which `wanted` holds.
fn fields(manifest: &str, wanted: impl Fn(&str) -> bool) -> Vec<Field> {
    let mut found = Vec::new();
    for (path, value) in lines(manifest) {
        // `target.'cfg(unix)'.dependencies` is a table of dependencies, too.
        let table = (1..path.len()).find(|end| {
            let start = if path[0] == "target" { 2 } else { 0 };
            start < *end && wanted(&path[start..*end].join("."))
        });
        let Some(table) = table else { continue };
        let name = path[table].clone();
        let mut push = |field: &str, value: &str| {
            found.push(Field {
                name: name.clone(),
                field: field.to_owned(),
                value: unquoted(value),
            });
        };
        match (path.get(table + 1), inline_table(&value)) {
            (Some(field), _) => push(field, &value),
            (None, Some(entries)) => {
                for (field, value) in &entries {
                    push(field, value);
                }
            }
            (None, None) => push("version", &value),
        }
    }
    found
}

/// Each `key = value` with its full path.
fn lines(manifest: &str) -> impl Iterator<Item = (Vec<String>, String)> + '_ {
    let mut table: Vec<String> = Vec::new();
    manifest.lines().filter_map(move |line| {
        let line = split(line, '#').first().map_or("", |line| line.trim());
        if let Some(header) = line.strip_prefix('[') {
            table = keys(header.trim_matches(['[', ']']));
            return None;
        }
        let parts = split(line, '=');
        let (key, value) = (parts.first()?, line.get(parts.first()?.len() + 1..)?);
        let path = table.iter().cloned().chain(keys(key)).collect();
        Some((path, value.trim().to_owned()))
    })
}

/// The entries of `{ key = value, .. }`.
fn inline_table(value: &str) -> Option<Vec<(String, String)>> {
    let inner = value.strip_prefix('{')?.strip_suffix('}')?;
    let entries = split(inner, ',').into_iter().filter_map(|entry| {
        let (key, value) = entry.split_once('=')?;
        Some((unquoted(key), value.trim().to_owned()))
    });
    Some(entries.collect())
}

fn keys(dotted: &str) -> Vec<String> {
    split(dotted, '.').into_iter().map(unquoted).collect()
}

fn unquoted(text: &str) -> String {
    text.trim().trim_matches(['"', '\'']).to_owned()
}

/// Splits at `at`, but not inside strings.
fn split(text: &str, at: char) -> Vec<&str> {
    let mut quote = None;
    let separators = text.char_indices().filter(|(_, c)| {
        match quote {
            Some(open) if open == *c => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(*c),
            _ => {}
        }
        quote.is_none() && *c == at
    });
    let ends: Vec<usize> = separators.map(|(index, _)| index).collect();
    let starts = std::iter::once(0).chain(ends.iter().map(|end| end + at.len_utf8()));
    let ends = ends.iter().copied().chain(std::iter::once(text.len()));
    starts
        .zip(ends)
        .map(|(start, end)| &text[start..end])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::renamed_in;

    fn name(manifest: &str) -> Option<String> {
        renamed_in(manifest, || None)
    }

    #[test]
    fn each_way_to_write_it() {
        let ways = [
            "[dependencies]\ngen = { package = \"gen-core\", version = \"0.1\" }",
            "[dependencies]\ngen = { version = \"0.1\", features = [\"a, b\"], package = 'gen-core' } # it",
            "[dependencies.gen]\nversion = \"0.1\"\npackage = \"gen-core\"",
            "[dependencies]\ngen.package = \"gen-core\"\ngen.version = \"0.1\"",
            "dependencies.gen = { package = \"gen-core\" }",
            "[dev-dependencies]\n\"gen\" = { package = \"gen-core\" }",
            "[target.'cfg(not(a.b))'.dependencies]\ngen = { package = \"gen-core\" }",
            "[target.x86_64-unknown-linux-gnu.dependencies.gen]\npackage = \"gen-core\"",
            "[package]\nname = \"x = #\" # [dependencies]\n\n[ dependencies ]\n gen = {package=\"gen-core\"}",
        ];
        for manifest in ways {
            assert_eq!(name(manifest).as_deref(), Some("gen"), "{manifest}");
        }
    }

    #[test]
    fn hyphens_are_underscores() {
        let manifest = "[dependencies]\nmy-gen = { package = \"gen-core\" }";
        assert_eq!(name(manifest).as_deref(), Some("my_gen"));
    }

    #[test]
    fn its_own_name_comes_first() {
        let plain = [
            "[dependencies]\ngen-core = \"0.1\"",
            "[dependencies]\ngen-core.workspace = true",
            "[dependencies]\ngen-core = { path = \"x\" }\ngen = { package = \"gen-core\" }",
            "[dependencies]\nother = { package = \"gen-core-more\" }",
            "[dependencies]\nnote = \"package = gen-core\"",
            "[features]\ngen = { package = \"gen-core\" }",
            "[package.metadata.dependencies]\ngen = { package = \"gen-core\" }",
            "",
            "[",
            "= { }\n'\n[[x",
        ];
        for manifest in plain {
            assert_eq!(name(manifest), None, "{manifest}");
        }
    }

    #[test]
    fn from_the_workspace() {
        let workspace = "[workspace.dependencies]\ngen = { package = \"gen-core\" }\nsyn = \"2\"";
        let found = |manifest| renamed_in(manifest, || Some(workspace.to_owned()));
        let inherited = "[dependencies]\ngen = { workspace = true }";
        assert_eq!(found(inherited).as_deref(), Some("gen"));
        assert_eq!(
            found("[dependencies]\ngen.workspace = true").as_deref(),
            Some("gen")
        );
        assert_eq!(found("[dependencies]\nsyn.workspace = true"), None);
        assert_eq!(found("[dependencies]\nsyn = \"2\""), None);
    }
}
