//! The example of every explanation has the problem that it explains, and the mended one has none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeSet;

use ensue::{dataset, parse};
use support::{Files, problems, sample};

const EVENT: &str = "2024/cn-2024-dual-use-ban-us.yaml";

/// What a short example cannot show.
const WITHOUT_EXAMPLE: [&str; 3] = ["missing-register", "not-utf8", "too-deep"];

/// The key that a line of a block begins, if it begins one.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once([':', '：'])?;
    key.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '<').then_some(key)
}

/// Lines, cut where a key at the margin begins.
fn entries(text: &str) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match (key(line), entries.last_mut()) {
            (None, Some((_, lines))) => lines.push_str(&format!("{line}\n")),
            (name, _) => entries.push((name.unwrap_or_default().to_owned(), format!("{line}\n"))),
        }
    }
    entries
}

/// The sample with an example in it: entries added to a register, or keys of an event replaced.
fn sample_with(example: &str) -> Files {
    let mut files = sample();
    let (file, example) = match example.strip_prefix("# ").and_then(|rest| rest.split_once('\n')) {
        Some((file, example)) => (file, example),
        None => (EVENT, example),
    };
    if let Some(register) = files.get_mut(file).filter(|_| !file.contains('/')) {
        register.extend(example.bytes());
        return files;
    }
    let event = String::from_utf8(files.remove(EVENT).unwrap()).unwrap();
    let new = entries(example);
    let names: BTreeSet<&String> = new.iter().map(|(name, _)| name).collect();
    let kept = entries(&event).into_iter().filter(|(name, _)| !names.contains(name)).map(|(_, lines)| lines);
    let text: String = new.iter().map(|(_, lines)| lines.clone()).chain(kept).collect();
    files.insert(file.to_owned(), text.into_bytes());
    files
}

#[test]
fn examples_show_what_they_explain() {
    for info in parse::CODES.iter().chain(dataset::CODES) {
        let code = info.code.0;
        let examples: Vec<&str> =
            info.doc.split("```yaml\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0)).collect();
        if WITHOUT_EXAMPLE.contains(&code) {
            assert_eq!(examples.len(), 0, "{code}");
            continue;
        }
        let [broken, mended] = examples[..] else { panic!("{code} has {} examples", examples.len()) };
        let found: Vec<&str> = problems(&sample_with(broken)).iter().map(|problem| problem.code).collect();
        assert!(!found.is_empty() && found.iter().all(|found| *found == code), "{code}: {found:?}\n{broken}");
        assert_eq!(problems(&sample_with(mended)), [], "{code}\n{mended}");
    }
}

#[test]
fn codes_are_words_and_each_is_defined_once() {
    let codes: Vec<&str> = parse::CODES.iter().chain(dataset::CODES).map(|info| info.code.0).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    assert!(codes.iter().all(|code| code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')));
    assert!(parse::CODES.iter().chain(dataset::CODES).all(|info| info.doc.len() > 60));
}
