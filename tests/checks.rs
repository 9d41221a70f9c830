//! Every rule finds what it is there for, and leaves alone what is mended; the reference of codes is fresh.
#![allow(clippy::expect_used, reason = "what is missing fails the test")]

use std::{collections::BTreeMap, env, fs, path::Path};

use ensue::{check, dataset::Dataset, diag::Diagnostic, graph::EventGraph, source::Sources};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/checks");
const REFERENCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/checks.md");

/// Problems found in one fixture. Registers and head come from its folder, else from the folder above, of which no
/// fixture uses every entry.
fn problems(code: &str, name: &str) -> Vec<Diagnostic> {
    let folder = Path::new(FIXTURES).join(code);
    let mut files = BTreeMap::from([("2019/events.yaml", fs::read(folder.join(name)).expect("the fixture is there"))]);
    let mut shared = Vec::new();
    for register in ["actors.yaml", "technologies.yaml", "collection.yaml"] {
        if let Ok(own) = fs::read(folder.join(register)) {
            files.insert(register, own);
        } else if let Ok(common) = fs::read(Path::new(FIXTURES).join(register)) {
            files.insert(register, common);
            shared.push(register);
        }
    }
    let sources = Sources::from_memory(files);
    let loaded = Dataset::load(&sources);
    let mut found = loaded.diagnostics;
    check::run(check::ALL, &loaded.dataset, &EventGraph::new(&loaded.dataset), &mut found);
    let of_shared = |problem: &&&Diagnostic| !shared.contains(&&*sources.file(problem.span().source).name);
    found.sorted().iter().filter(of_shared).map(|problem| (*problem).clone()).collect()
}

#[test]
fn every_rule_has_a_bad_fixture_that_gives_only_its_code_and_a_good_one_that_does_not() {
    for check in check::ALL {
        let code = check.info.code.0;
        let bad = problems(code, "bad.yaml");
        assert!(!bad.is_empty(), "{code}: bad.yaml is found good");
        for problem in &bad {
            assert_eq!(problem.code.0, code, "{code}: bad.yaml also gives {}", problem.message);
            assert_eq!(problem.severity, check.info.severity, "{code}");
            assert!(problem.help.is_some(), "{code}: no word on how to mend it");
        }
        let good: Vec<String> = problems(code, "good.yaml").into_iter().map(|problem| problem.message).collect();
        assert!(good.is_empty(), "{code}: good.yaml gives {good:#?}");
    }
}

#[test]
fn every_fixture_folder_is_of_a_code() {
    for entry in fs::read_dir(FIXTURES).expect("the fixtures are there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
            assert!(check::codes().any(|info| info.code.0 == name), "no code is called {name}");
        }
    }
}

#[test]
fn codes_are_distinct_words_and_explained() {
    let codes: Vec<&str> = check::codes().map(|info| info.code.0).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "sorted, and none twice: {codes:?}");
    for info in check::codes() {
        assert!(
            info.code.0.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{}",
            info.code
        );
        assert!(!info.summary.ends_with('.') && !info.doc.trim().is_empty(), "{}", info.code);
    }
    for check in check::ALL {
        assert!(check.info.doc.contains("```yaml"), "{}: no example", check.info.code);
        assert!(check.info.doc.contains("Mended"), "{}: no mended example", check.info.code);
    }
}

#[test]
fn the_reference_is_fresh() {
    let fresh = check::reference();
    if env::var_os("UPDATE").is_some() {
        fs::write(REFERENCE, &fresh).expect("docs/checks.md can be written");
    }
    let written = fs::read_to_string(REFERENCE).unwrap_or_default();
    assert!(written == fresh, "docs/checks.md is stale: run `UPDATE=1 cargo test --test checks`");
}
