use super::*;
use crate::source::SourceId;

const INFO: CodeInfo = CodeInfo { code: Code("bad-date"), severity: Severity::Error, summary: "a bad date", doc: "" };

fn write(name: &str, problems: &[&Diagnostic], sources: &Sources) -> String {
    let (_, writer) = WRITERS.iter().find(|(format, _)| *format == name).unwrap();
    let mut out = Vec::new();
    writer(problems, sources, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn span(sources: &Sources, file: usize, what: &str) -> Span {
    let (id, file) = sources.iter().nth(file).unwrap();
    let start = file.text().find(what).unwrap();
    Span::new(id, start, start + what.len())
}

/// Two files and a problem that has a place in each.
fn sample() -> (Sources, Diagnostic) {
    let sources = Sources::from_memory([("a b.yaml", "id: 镓\nname: 镓 date: 2020-1\n"), ("b.yaml", "id: x\n")]);
    let problem = Diagnostic::new(&INFO, span(&sources, 0, "2020-1"), "`2020-1` is 100% no date: a\nb")
        .also(span(&sources, 1, "x"), "as here")
        .help("write `2020-01`");
    (sources, problem)
}

#[test]
fn text_shows_every_place_with_its_line() {
    let (sources, problem) = sample();
    insta::assert_snapshot!(write("text", &[&problem], &sources));
}

#[test]
fn json_has_the_documented_keys() {
    let (sources, problem) = sample();
    let value: serde_json::Value = serde_json::from_str(&write("json", &[&problem], &sources)).unwrap();
    assert_eq!(
        value,
        serde_json::json!({"schema": "ensue/check/1", "problems": [{
            "code": "bad-date", "severity": "error", "message": "`2020-1` is 100% no date: a\nb",
            "file": "a b.yaml", "line": 2, "column": 15, "help": "write `2020-01`",
        }]})
    );
}

#[test]
fn github_commands_are_one_line_each() {
    let (sources, problem) = sample();
    assert_eq!(
        write("github", &[&problem, &problem], &sources).lines().next().unwrap(),
        "::error file=a b.yaml,line=2,col=15,title=bad-date::`2020-1` is 100%25 no date: a%0Ab%0Awrite `2020-01`"
    );
}

#[test]
fn sarif_points_at_rules_and_regions() {
    let (sources, problem) = sample();
    let log: serde_json::Value = serde_json::from_str(&write("sarif", &[&problem], &sources)).unwrap();
    let run = &log["runs"][0];
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], run["results"][0]["ruleId"]);
    let place = &run["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.yaml");
    assert_eq!(place["region"], serde_json::json!({"startLine": 2, "startColumn": 15, "endLine": 2, "endColumn": 21}));
    assert_eq!(run["results"][0]["relatedLocations"][0]["message"]["text"], "as here");
}

#[test]
fn hostile_text_cannot_steer_the_terminal() {
    let sources = Sources::from_memory([("a.yaml", "x: \u{1b}[31mred\u{202e}\n")]);
    let problem =
        Diagnostic::new(&INFO, span(&sources, 0, "red"), "found \u{1b}]0;title\u{7}\u{2066}").help("\u{1b}[2J");
    let text = write("text", &[&problem], &sources);
    assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{2066}']), "{text:?}");
}

#[test]
fn a_huge_line_is_cut_and_many_problems_on_it_are_cheap() {
    let text = format!("- {}", "镓 x, ".repeat(100_000));
    let sources = Sources::from_memory([("a.yaml", text.as_str())]);
    let problems: Vec<Diagnostic> = text
        .match_indices('x')
        .take(20_000)
        .map(|(at, _)| Diagnostic::new(&INFO, Span::new(SourceId(0), at, at + 1), "here"))
        .collect();
    let all: Vec<&Diagnostic> = problems.iter().collect();
    assert!(write("text", &all[..1], &sources).len() < 2_000);
    assert!(
        write("text", &[&Diagnostic::new(&INFO, Span::new(SourceId(0), 0, text.len()), "all of it")], &sources).len()
            < 2_000
    );
    // 20,000 walks over a line of 700 kB would take minutes.
    assert_eq!(write("github", &all, &sources).lines().last().unwrap().split(',').nth(2).unwrap(), "col=100000");
}

#[test]
fn places_outside_the_text_do_no_harm() {
    let sources = Sources::from_memory([("a.yaml", "镓"), ("b.yaml", "")]);
    for (start, end) in [(0, 99), (1, 2), (50, 60), (2, 3)] {
        for file in [0, 1] {
            let problem = Diagnostic::new(&INFO, Span::new(SourceId(file), start, end), "somewhere");
            for (name, _) in WRITERS {
                assert!(write(name, &[&problem], &sources).contains("somewhere"));
            }
        }
    }
}
