//! Graph and frame of each construct, as text.

use crate::fixtures::{generators, package_path, sources};
use crate::golden::{Goldens, no_strays};

#[test]
fn dumps_are_as_expected() {
    let folder = package_path("tests/data/ir");
    let sources = sources(&folder);
    assert!(!sources.is_empty());
    let mut goldens = Goldens::default();
    for path in &sources {
        let dumps = generators(path).functions.into_iter().map(|fixture| {
            gen_transform::dump(fixture.args, fixture.item)
                .unwrap_or_else(|errors| panic!("{}: {errors}", path.display()))
        });
        let dumps: Vec<String> = dumps.collect();
        goldens.check(&path.with_extension("ir"), &dumps.join("\n"));
    }
    no_strays(&folder, ".ir", &sources);
    goldens.finish();
}
