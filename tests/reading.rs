//! Every way in which a hand can slip gives one error, at its place, that says how to mend it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use support::{problems, sample, with};

const BAN: &str = "2024/cn-2024-dual-use-ban-us.yaml";
const STAY: &str = "2025/us-2025-affiliates-rule-suspension.yaml";
const RULE: &str = "2023/us-2023-chips-guardrails-final-rule.yaml";
const ACTORS: &str = "actors.yaml";
const TECHNOLOGIES: &str = "technologies.yaml";
const HEAD: &str = "collection.yaml";

/// A file, what is replaced in it, by what; then the code, the line and column, and words of the advice.
type Slip = (&'static str, &'static str, &'static str, &'static str, usize, usize, &'static str);

#[rustfmt::skip]
const SLIPS: &[Slip] = &[
    // The traps of YAML.
    (BAN, "title: China bars", "title: China: bars", "colon-in-text", 2, 13, "quotes"),
    (BAN, "p1: No dual-use", "p1: Part 1: dual-use", "colon-in-text", 18, 15, "quotes"),
    (BAN, "        says: Presents the", "        says:\n          Presents: the", "colon-in-text", 28, 11, "quotes"),
    (BAN, "short: Ga, Ge", "short: Ga #46 Ge", "comment-in-text", 3, 11, "quotes"),
    (BAN, "publisher: Asia Financial", "publisher: Asia # Financial", "comment-in-text", 38, 21, "quotes"),
    (BAN, "date: 2024-12-03", "date: 2024-12-03 #46", "comment-in-text", 4, 18, "line of its own"),
    (BAN, "p3: Stricter review of", "p3: Stricter # review\n      of", "comment-in-text", 20, 18, "quotes"),
    (BAN, "date: 2024-12-03", "date：2024-12-03", "full-width-colon", 4, 1, "date: "),
    (BAN, "        by: cn-mofcom", "        by： cn-mofcom", "full-width-colon", 32, 9, "by: "),
    (RULE, "{from: 2023-11-24}", "{from：2023-11-24}", "full-width-colon", 16, 11, "from: "),
    (RULE, "measure: {from: 2023-11-24}", "measure:\n  from：2023-11-24", "full-width-colon", 17, 3, "from: "),
    (RULE, "{from: 2023-11-24}", "{parts: {p1: chips, and memory}}", "phantom-key", 16, 30, "quotes"),
    (RULE, "{from: 2023-11-24}", "{parts: {p1: rule: chips}}", "syntax", 16, 27, "quotes"),
    (RULE, "{from: 2023-11-24}", "{from:}", "phantom-key", 16, 11, "own lines"),
    (RULE, "{id: cn, how: inferred}", "{id: cn, how: inferred", "syntax", 10, 11, "bracket"),
    (BAN, "measure:\n  parts:", "measure:\n\tparts:", "tab", 17, 1, "spaces"),
    (BAN, "  mofcom: ", "\tmofcom: ", "tab", 15, 1, "spaces"),
    (BAN, "mofcom: \"2024-46\"", "mofcom: \"2024-46", "syntax", 15, 11, "quotes"),
    (BAN, "mofcom: \"2024-46\"", "mofcom: \"2024-46\" x", "syntax", 15, 21, "quotes"),
    (BAN, "targets: [us]", "targets: [us]]", "syntax", 7, 14, "bracket"),
    (BAN, "\n    type: responds-to", "\n     type: responds-to", "colon-in-text", 23, 10, "quotes"),
    (BAN, "importance: major", "importance major", "syntax", 9, 1, "colon"),
    (BAN, "title: China", "title: *China", "anchor", 2, 8, "quotes"),
    (BAN, "short: Ga, Ge", "short: &Ga Ge", "anchor", 3, 8, "quotes"),
    (BAN, "short: Ga, Ge", "short: !Ga Ge", "tag", 3, 12, "quotes"),
    (BAN, "short: Ga, Ge", "short: @Ga, Ge", "syntax", 3, 8, "quotes"),
    (BAN, "short: Ga", "short: \"\\q\" # ", "syntax", 3, 8, "single quotes"),
    (BAN, "importance: major", "<<: {importance: major}", "bad-key", 9, 1, "plain words"),
    (BAN, "importance: major", "[importance]: major", "bad-key", 9, 1, "plain words"),
    (BAN, "importance: major", "importance: major\nimportance: minor", "duplicate-key", 10, 1, "one of the two"),
    (BAN, "short: Ga", "short: Ga\u{202e}", "hidden-character", 3, 10, "delete"),
    (BAN, "date: 2024-12-03", "# hidden \u{2066} in a comment\ndate: 2024-12-03", "hidden-character", 4, 10, "delete"),
    (BAN, "title: China bars", "title: \"China\\u202e\" # ", "hidden-character", 2, 8, "delete"),
    (BAN, "short: Ga", "short: Ga\0", "hidden-character", 3, 10, "delete"),
    (BAN, "short: Ga", "short: Ga\u{85}", "hidden-character", 3, 10, "delete"),
    // Fields.
    (BAN, "importance: major", "importence: major", "unknown-key", 9, 1, "`importance`"),
    (BAN, "importance: major", "weather: major", "unknown-key", 9, 1, "keys are id, title"),
    (BAN, "        stance: supports\n        says: Presents", "        stanse: supports\n        stance: supports\n        says: Presents", "unknown-key", 26, 9, "`stance`"),
    (BAN, "category: export-control\n", "catgory: export-control\n", "unknown-key", 5, 1, "`category`"),
    (BAN, "category: export-control\n", "", "missing-field", 1, 1, "category"),
    (BAN, "    kind: press\n    publisher: Asia Financial", "    publisher: Asia Financial", "missing-field", 36, 5, "kind"),
    (BAN, "actors: [cn-mofcom]", "actors: []", "empty", 6, 9, "at least one"),
    (BAN, "actors: [cn-mofcom]", "actors: cn-mofcom", "wrong-type", 6, 9, "[a, b]"),
    (BAN, "targets: [us]", "targets:", "empty", 7, 7, "[a, b]"),
    (BAN, "title: China bars exports of gallium, germanium, antimony and superhard materials to the United States", "title:", "empty", 2, 5, "text"),
    (BAN, "importance: major", "importance: ~", "empty", 9, 13, "one"),
    (BAN, "short: Ga, Ge, Sb export ban to the US", "short: \"  \"", "empty", 3, 8, "take the key out"),
    (BAN, "short: Ga, Ge, Sb export ban to the US", "short: [Ga, Ge]", "wrong-type", 3, 8, "one value"),
    (BAN, "short: Ga, Ge, Sb export ban to the US", "short: |\n  Ga\n  Ge", "line-break", 4, 3, "one line"),
    (RULE, "measure: {from: 2023-11-24}", "measure:", "empty", 16, 7, "`measure: {}`"),
    (RULE, "measure: {from: 2023-11-24}", "measure: yes", "wrong-type", 16, 10, "`measure: {}`"),
    (BAN, "- id: s1\n    kind: press", "- s1\n  - id: s1\n    kind: press", "wrong-type", 36, 5, "key: value"),
    // Values.
    (BAN, "date: 2024-12-03", "date: 2024-12-3", "bad-date", 4, 7, "`2024-12-03`"),
    (BAN, "date: 2024-12-03", "date: 3 December 2024", "bad-date", 4, 7, "`2024-12-03`"),
    (BAN, "date: 2024-12-03", "date: December 2024", "bad-date", 4, 7, "`2024-12`"),
    (BAN, "date: 2024-12-03", "date: 2024-02-30", "bad-date", 4, 7, "month"),
    (BAN, "date: 2024-12-03", "date: 03/12/2024", "bad-date", 4, 7, "`2020-10-14`"),
    (BAN, "date: 2024-12-03", "date: [2024-11..2024-12]", "wrong-type", 4, 7, "\"[2020-09..2020-12]\""),
    (RULE, "effective: 2023-11-24", "effective: 2023-11-24/2023-01-01", "bad-date", 7, 14, "earlier day first"),
    (RULE, "effective: 2023-11-24", "efective: 2023-11-24", "unknown-word", 7, 3, "`effective`"),
    (BAN, "category: export-control", "category: export-controls", "unknown-word", 5, 11, "`export-control`"),
    (BAN, "type: responds-to", "type: answers", "unknown-word", 23, 11, "one of retaliates-for"),
    (BAN, "id: cn-2024-dual-use-ban-us", "id: CN-2024-dual-use-ban-us", "bad-id", 1, 5, "`cn-2024-dual-use-ban-us`"),
    (BAN, "id: cn-2024-dual-use-ban-us", "id: dual-use-ban-us", "bad-id", 1, 5, "<side>-<year>-<slug>"),
    (BAN, "p1: No dual", "P1: No dual", "bad-id", 18, 5, "`p1`"),
    (BAN, "mofcom: \"2024-46\"", "mofcom: 46 of 2024", "bad-identifier", 15, 11, "`2024-46`"),
    (BAN, "mofcom: \"2024-46\"", "mofcon: \"2024-46\"", "unknown-word", 15, 3, "`mofcom`"),
    (RULE, "federal_register: \"88 FR 65600\"", "federal_register: [\"88 FR 65600\", 88 F.R. 1]", "bad-identifier", 15, 49, "`84 FR 22961`"),
    (BAN, "url: \"https://www.asia", "url: \"javascript:asia", "bad-url", 40, 10, "https://"),
    // Names of things.
    (BAN, "id: cn-2024-dual-use-ban-us", "id: cn-2024-dual-use-ban", "file-name", 1, 5, "rename the file"),
    (BAN, "actors: [cn-mofcom]", "actors: [cn-mofcom, cn-mofcon]", "unknown-actor", 6, 21, "`cn-mofcom`"),
    (BAN, "actors: [cn-mofcom]", "actors: [nobody]", "unknown-actor", 6, 10, "actors.yaml"),
    (BAN, "targets: [us]", "targets: [{id: usa, how: inferred}]", "unknown-actor", 7, 16, "`us`"),
    (BAN, "        by: cn-mofcom", "        by: cn-mofcon", "unknown-actor", 32, 13, "`cn-mofcom`"),
    (BAN, "[gallium, germanium", "[galium, germanium", "unknown-technology", 8, 16, "`gallium`"),
    (BAN, "event: us-2024-december-chip-controls", "event: us-2024-dec-chip-controls", "unknown-event", 22, 12, "`us-2024-december-chip-controls`"),
    (BAN, "source: s1", "source: s3", "unknown-source", 25, 17, "s1, s2"),
    (BAN, "      - source: s1\n        stance", "      - stance", "missing-source", 25, 17, "source: s1"),
    (BAN, "sources:\n", "sources:\n  - {id: s2, kind: press, publisher: x, title: y, url: \"http://z\"}\n", "duplicate-id", 42, 9, "another id"),
    (STAY, "commitment: us-affiliates-stay", "commitment: us-affiliate-stay", "unknown-commitment", 25, 17, "`us-affiliates-stay`"),
    (STAY, "    until: 2026-11-09\n", "    parts: [p7]\n    until: 2026-11-09\n", "unknown-part", 20, 13, "leave `parts` out"),
    (STAY, "event: us-2025-affiliates-rule\n", "event: [us-2025-affiliates-rule, us-2025-x]\n", "unknown-event", 19, 38, "write that event first"),
    // Registers and head.
    (ACTORS, "side: us, kind: agency, parent: us}", "side: su, kind: agency, parent: us}", "unknown-actor", 5, 74, "`us`"),
    (ACTORS, "kind: agency, parent: cn,", "kind: ministry, parent: cn,", "unknown-word", 8, 92, "one of jurisdiction"),
    (ACTORS, "kind: jurisdiction, aliases: [USA]", "kind: jurisdiction, parent: us-bis", "register-cycle", 5, 100, "take one"),
    (TECHNOLOGIES, "broader: semiconductors", "broader: semiconductor", "unknown-technology", 2, 81, "`semiconductors`"),
    (HEAD, "as_of: 2025-12-31", "as_of: 31.12.2025", "bad-date", 3, 8, "2020-10-14"),
    (HEAD, "licence: CC0-1.0", "license: CC0-1.0", "unknown-key", 4, 1, "`licence`"),
];

#[test]
fn every_slip_gives_one_error_at_its_place_with_advice() {
    assert!(SLIPS.len() > 50);
    let mut wrong = Vec::new();
    for &(file, old, new, code, line, column, advice) in SLIPS {
        let found = problems(&with(file, old, new));
        let as_expected = matches!(&found[..], [only] if only.place() == (code, file, line, column)
            && format!("{} {}", only.message, only.help).contains(advice));
        if !as_expected {
            wrong.push(format!(
                "{file}: {old:?} -> {new:?}\n  expected {code} {line}:{column} {advice:?}\n  found {found:#?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{} slips:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_sample_has_no_problems() {
    assert_eq!(problems(&sample()), []);
}
