//! Which room may open which door: the table of `docs/architecture.md`, held against the source.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each module of `src` with those that it may import. `main.rs` and `lib.rs` stand above all.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("diag", &["source"]),
    ("model", &[]),
    ("parse", &["source", "diag", "model"]),
    ("dataset", &["source", "diag", "model", "parse"]),
    ("graph", &["model", "dataset"]),
    ("check", &["source", "diag", "model", "dataset", "graph"]),
    ("query", &["source", "diag", "model", "dataset", "graph"]),
    ("scene", &["model"]),
    ("layout", &["model", "dataset", "graph", "query", "scene"]),
    ("report", &["model", "dataset", "graph", "query"]),
    ("render", &["model", "dataset", "graph", "query", "scene", "layout"]),
    ("bundled", &["source"]),
    ("edit", &["source", "diag", "model", "parse", "dataset", "graph", "check", "query"]),
    ("import", &["source", "diag", "model", "parse", "dataset", "graph", "check", "query"]),
    (
        "serve",
        &[
            "source", "diag", "model", "parse", "dataset", "graph", "check", "query", "scene", "layout", "report",
            "render",
        ],
    ),
    (
        "cli",
        &[
            "source", "diag", "model", "parse", "dataset", "graph", "check", "query", "scene", "layout", "report",
            "render", "edit", "import", "serve", "bundled",
        ],
    ),
];

#[test]
fn modules_import_only_what_the_table_allows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut broken = Vec::new();
    for file in rust_files(&root) {
        let way = file.strip_prefix(&root).expect("below src").with_extension("");
        let names: Vec<String> = way.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        let [module, ..] = &names[..] else { continue };
        if ["main", "lib"].contains(&module.as_str())
            || names.last().is_some_and(|name| name == "tests" || name == "made")
        {
            continue;
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| name == module) else {
            broken.push(format!("src/{module} has no row in the table"));
            continue;
        };
        let code = code_of(&fs::read_to_string(&file).expect("readable"));
        let is_mod = names.last().is_some_and(|name| name == "mod");
        let depth = names.len() - usize::from(is_mod);
        for door in imports(&code, depth) {
            if door != *module && !allowed.contains(&door.as_str()) {
                broken.push(format!("{} imports {door}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "against the table of docs/architecture.md:\n{}", broken.join("\n"));
}

#[test]
fn the_table_has_no_ring() {
    for (at, (module, allowed)) in MAY_IMPORT.iter().enumerate() {
        let above: Vec<&str> = MAY_IMPORT[..at].iter().map(|(name, _)| *name).collect();
        assert!(allowed.iter().all(|door| above.contains(door)), "{module} may import what stands below it");
    }
}

#[test]
fn every_way_to_import_is_seen() {
    let doors = |text: &str, depth| imports(&code_of(text), depth).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(doors("use crate::{\n    diag::{Code, graph::X},\n    model::Event as E,\n};", 1), "diag model");
    assert_eq!(doors("use crate::graph::Link;\nfn f() -> crate::source::Span {}", 2), "graph source");
    assert_eq!(doors("// use crate::graph\n/// [x](crate::query::X)\nfn f() {}", 1), "");
    assert_eq!(doors("fn f() {}\n#[cfg(test)]\nmod tests {\n    use crate::cli::run;\n}", 1), "");
    assert_eq!(doors("fn f() {}\n#[cfg(test)]\nmod tests;\nuse crate::cli::run;\n", 1), "cli");
    assert_eq!(doors("use super::query::View;", 1), "query", "from the top of a room, `super` is the crate");
    assert_eq!(doors("use super::query::View;", 2), "");
    assert_eq!(doors("use super::super::query::View;", 2), "query");
    assert_eq!(doors("$crate::model::vocabulary! {}", 1), "model");
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// The text without comments, and without a module of tests written out in it, which stands at the end of a file.
fn code_of(text: &str) -> String {
    let code = text.split_once("\n#[cfg(test)]\nmod tests {").map_or(text, |(code, _)| code);
    code.lines().map(|line| line.split_once("//").map_or(line, |(before, _)| before)).collect::<Vec<_>>().join("\n")
}

/// Top-level modules that the code names; `depth` is how many modules lie between the crate and the file's own items.
fn imports(code: &str, depth: usize) -> BTreeSet<String> {
    let to_crate = "super::".repeat(depth);
    let mut doors = BTreeSet::new();
    for root in ["crate::", &to_crate] {
        for (at, _) in code.match_indices(root) {
            // A longer chain of `super::` leads from an inner module, and is seen at its own depth.
            let inside =
                code[..at].ends_with("super::") || code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if !inside {
                doors.extend(first_names(&code[at + root.len()..]));
            }
        }
    }
    doors.remove("super");
    doors.remove("self");
    doors
}

/// The name that begins `rest`, or those that begin each branch of its braces.
fn first_names(rest: &str) -> Vec<String> {
    let Some(inner) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let mut depth = 0;
    let mut names = vec![name(inner)];
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&inner[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn name(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}
