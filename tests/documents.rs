//! What the documents show of the program and of the collection is what the program says today.
//!
//! A block ```` ```console ```` begins with a command, `$ ensue …`, and goes on with its output. After the word `console`
//! may stand `from=N` and `lines=N`, which cut lines out, and `width=N`, which cuts long lines; `…` stands for what was cut.
//! In tables, a row whose last cell is a selection in backticks has the number of its events in the cell before. Between
//! `<!-- figures: NAME -->` and `<!-- end -->` stand figures of the collection. `./test --update` writes all of them anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
    process::Command,
};

use ensue::{
    dataset::{Dataset, Loaded},
    graph::EventGraph,
    model::{Importance, Stance, Vocabulary},
    query,
    source::Sources,
};

const DOCUMENTS: [&str; 6] = [
    "README.md",
    "docs/collection.md",
    "docs/commands.md",
    "docs/contributing.md",
    "docs/data-model.md",
    "docs/pictures.md",
];

#[test]
fn documents_show_what_the_program_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Loaded { dataset, .. } = Dataset::load(&Sources::read_dir(root.join("events")).unwrap());
    let graph = EventGraph::new(&dataset);
    let mut shown = 0;
    for document in DOCUMENTS {
        let old = fs::read_to_string(root.join(document)).unwrap();
        let (new, sessions) = rewrite(&old, root, &dataset, &graph);
        shown += sessions;
        if env::var_os("UPDATE").is_some() {
            fs::write(root.join(document), &new).unwrap();
        } else {
            let differs = old.lines().zip(new.lines()).find(|(old, new)| old != new);
            assert!(old == new, "{document} is stale: run `./test --update`\n{differs:#?}");
        }
    }
    assert!(shown >= 10, "only {shown} sessions are held");
}

/// The document as it should be, and how many sessions it has.
fn rewrite(old: &str, root: &Path, dataset: &Dataset, graph: &EventGraph) -> (String, usize) {
    let mut new = String::new();
    let mut sessions = 0;
    let mut lines = old.lines();
    while let Some(line) = lines.next() {
        new.push_str(&count(line, dataset, graph).unwrap_or_else(|| line.to_owned()));
        new.push('\n');
        if let Some(cut) = line.strip_prefix("```console") {
            let command = lines.next().unwrap_or_default();
            let (body, end) = until(&mut lines, "```");
            assert!(command.starts_with("$ ensue "), "{command:?} is not a command, before {body:?}");
            new.push_str(&format!("{command}\n{}{end}\n", session(command, cut, root)));
            sessions += 1;
        } else if let Some(name) = line.strip_prefix("<!-- figures: ") {
            let (_, end) = until(&mut lines, "<!-- end -->");
            new.push_str(&format!("{}{end}\n", figures(name.trim_end_matches(" -->"), dataset)));
        }
    }
    (new, sessions)
}

/// The lines before the one that ends a block, and that one.
fn until<'a>(lines: &mut impl Iterator<Item = &'a str>, end: &'a str) -> (Vec<&'a str>, &'a str) {
    let body: Vec<&str> = lines.take_while(|line| *line != end).collect();
    (body, end)
}

/// What a command prints on the collection, cut as the block says.
fn session(command: &str, cut: &str, root: &Path) -> String {
    let cut: BTreeMap<&str, usize> = cut
        .split_whitespace()
        .map(|word| word.split_once('=').expect("key=number"))
        .map(|(key, number)| (key, number.parse().expect("a number")))
        .collect();
    let output = Command::new(env!("CARGO_BIN_EXE_ensue"))
        .current_dir(root)
        .env("NO_COLOR", "1")
        .args(words(command.trim_start_matches("$ ensue ")))
        .output()
        .unwrap();
    let bytes = if output.stdout.is_empty() { output.stderr } else { output.stdout };
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_end().lines().collect();
    let from = cut.get("from").map_or(0, |from| from - 1);
    let to = cut.get("lines").map_or(lines.len(), |count| (from + count).min(lines.len()));
    let mut shown = String::new();
    if from > 0 {
        shown.push_str("…\n");
    }
    for line in lines.get(from..to).unwrap_or_else(|| panic!("{command} prints {} lines only", lines.len())) {
        shown.push_str(&shortened(line.trim_end(), cut.get("width").copied()));
        shown.push('\n');
    }
    if to < lines.len() {
        shown.push_str("…\n");
    }
    shown
}

fn shortened(line: &str, width: Option<usize>) -> String {
    match width {
        Some(width) if line.chars().count() > width => {
            let kept: String = line.chars().take(width - 1).collect();
            format!("{}…", kept.trim_end())
        }
        _ => line.to_owned(),
    }
}

/// The words of a command as a shell reads them, with single quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in command.chars() {
        match letter {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            letter => words.last_mut().unwrap().push(letter),
        }
    }
    words.into_iter().filter(|word| !word.is_empty()).collect()
}

/// The row of a table with the number of the events of the selection in its last cell.
fn count(line: &str, dataset: &Dataset, graph: &EventGraph) -> Option<String> {
    let (start, selection) = line.strip_prefix("| ")?.strip_suffix("` |")?.rsplit_once(" | `")?;
    let (text, number) = start.rsplit_once(" | ")?;
    number.parse::<usize>().ok()?;
    let expression = selection.replace("\\|", "|").parse().unwrap_or_else(|_| panic!("{selection} is no selection"));
    let view = query::select(&expression, dataset, graph).unwrap_or_else(|_| panic!("{selection} cannot be answered"));
    Some(format!("| {text} | {} | `{selection}` |", view.events.len()))
}

fn figures(name: &str, dataset: &Dataset) -> String {
    let events = dataset.events();
    let sources = || events.iter().flat_map(|event| &event.sources);
    let causes = || events.iter().flat_map(|event| &event.causes);
    let number = |number: usize| thousands(number);
    match name {
        "size" => {
            let pages: BTreeSet<&str> = sources().map(|source| source.url.as_str()).collect();
            format!(
                "{} events, {} legal links and {} claims about causes, with {} statements for and against them, from {} pages.\n",
                number(events.len()),
                number(events.iter().map(|event| event.legal.len()).sum()),
                number(causes().count()),
                number(causes().map(|claim| claim.evidence.len()).sum()),
                number(pages.len()),
            )
        }
        "sides" => {
            let acted = |side: &str| {
                events.iter().filter(|event| dataset.acting_sides(event).iter().any(|&id| id.as_str() == side)).count()
            };
            let others = events
                .iter()
                .filter(|event| dataset.acting_sides(event).iter().any(|id| !matches!(id.as_str(), "us" | "cn")))
                .count();
            let weight = |importance| events.iter().filter(|event| event.importance == importance).count();
            let rows = [
                ("United States", acted("us"), "major", weight(Importance::Major)),
                ("China", acted("cn"), "notable", weight(Importance::Notable)),
                ("others", others, "minor", weight(Importance::Minor)),
            ];
            let rows: String = rows
                .iter()
                .map(|(side, acts, importance, weight)| {
                    format!("| {side} | {} | | {importance} | {} |\n", number(*acts), number(*weight))
                })
                .collect();
            format!("| side that acted | events | | importance | events |\n|---|---|---|---|---|\n{rows}")
        }
        "sources" => {
            let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
            for source in sources() {
                *kinds.entry(source.kind.word()).or_default() += 1;
            }
            let mut kinds: Vec<(&str, usize)> = kinds.into_iter().collect();
            kinds.sort_by_key(|&(kind, count)| (usize::MAX - count, kind));
            let rows: String =
                kinds.iter().map(|(kind, count)| format!("| `{kind}` | {} |\n", number(*count))).collect();
            format!("| kind of source | citations |\n|---|---|\n{rows}")
        }
        "doubts" => {
            let spoken = |event: &&ensue::model::Event| !event.evidence.is_empty();
            let other =
                causes().filter(|claim| claim.evidence.iter().any(|said| said.stance != Stance::Supports)).count();
            [
                (
                    sources().filter(|source| source.via.is_some()).count(),
                    "citations read in a copy (`via`), not at the author's own page",
                ),
                (other, "claims with a denial, another reason or the silence of somebody"),
                (
                    events.iter().filter(|event| !event.conflicts.is_empty()).count(),
                    "events whose sources disagree on a date or a number",
                ),
                (events.iter().filter(spoken).count(), "events with evidence for or against their having happened"),
                (
                    events.iter().filter(|event| event.unanswered.is_some()).count(),
                    "acts for which somebody looked for an answer and found none",
                ),
            ]
            .iter()
            .fold("| number | what |\n|---|---|\n".to_owned(), |table, (count, what)| {
                table + &format!("| {} | {what} |\n", number(*count))
            })
        }
        name => panic!("no figures are called {name:?}"),
    }
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let head = digits.len() % 3;
    let groups = digits.as_bytes()[head..].chunks(3).map(|group| std::str::from_utf8(group).unwrap());
    let parts: Vec<&str> = Some(&digits[..head]).into_iter().filter(|part| !part.is_empty()).chain(groups).collect();
    parts.join(",")
}
