//! The sample collection, and changes to it.
#![allow(dead_code)]

use std::{collections::BTreeMap, path::Path};

use ensue::{dataset::Dataset, source::LineIndex, source::Sources};

/// The files of a collection by name.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A problem as tests look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) code: &'static str,
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Problem {
    pub(crate) fn place(&self) -> (&str, &str, usize, usize) {
        (self.code, &self.file, self.line, self.column)
    }
}

/// The sample collection.
pub(crate) fn sample() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/collection");
    let sources = Sources::read_dir(root).unwrap();
    sources.iter().map(|(_, file)| (file.name.clone(), file.text().as_bytes().to_vec())).collect()
}

/// The sample with the first `old` in one file replaced.
pub(crate) fn with(file: &str, old: &str, new: &str) -> Files {
    let mut files = sample();
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert!(text.contains(old), "{file} has no {old:?}");
    files.insert(file.to_owned(), text.replacen(old, new, 1).into_bytes());
    files
}

/// What reading says of a collection, in order.
pub(crate) fn problems(files: &Files) -> Vec<Problem> {
    let sources = Sources::from_memory(files.clone());
    let loaded = Dataset::load(&sources);
    let found = loaded.diagnostics.sorted().into_iter().map(|diagnostic| {
        let file = sources.file(diagnostic.span().source);
        let place = LineIndex::new(file.text()).locate(file.text(), diagnostic.span().start);
        Problem {
            code: diagnostic.code.0,
            file: file.name.clone(),
            line: place.line,
            column: place.column,
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone().unwrap_or_default(),
        }
    });
    found.collect()
}
