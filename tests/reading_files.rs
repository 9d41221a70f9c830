//! Whole files: encodings, several events in one, broken ones, missing registers, and what links may name.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use ensue::{
    dataset::{Dataset, Loaded, Step},
    model::{Category, DateKind, Scheme, TargetHow, Then},
    source::{Sources, Text},
};
use support::{Files, problems, sample, with};

const BAN: &str = "2024/cn-2024-dual-use-ban-us.yaml";
const STAY: &str = "2025/us-2025-affiliates-rule-suspension.yaml";

fn load(files: &Files) -> Loaded {
    Dataset::load(&Sources::from_memory(files.clone()))
}

fn codes(files: &Files) -> Vec<&'static str> {
    problems(files).into_iter().map(|problem| problem.code).collect()
}

fn text(files: &Files, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

/// All events as text, in the order of the dataset.
fn events(files: &Files) -> String {
    format!("{:#?}", load(files).dataset.events())
}

/// An event of the fewest fields, with more behind them.
fn event(id: &str, date: &str, category: &str, more: &str) -> (String, Vec<u8>) {
    let text = format!(
        "id: {id}\ntitle: t\ndate: {date}\ncategory: {category}\nactors: [us]\nsummary: s\n{more}\n\
         sources: [{{id: s1, kind: press, publisher: p, title: t, url: \"https://example.org\"}}]\n"
    );
    (format!("{id}.yaml"), text.into_bytes())
}

fn small(events: impl IntoIterator<Item = (String, Vec<u8>)>) -> Files {
    let registers = sample().into_iter().filter(|(name, _)| !name.contains('/'));
    registers.chain(events).collect()
}

#[test]
fn the_sample_is_read_to_its_values() {
    let loaded = load(&sample());
    let dataset = &loaded.dataset;
    assert_eq!(dataset.events().len(), 8);
    assert_eq!(dataset.collection().version.as_deref(), Some("1.0"), "a version keeps its spelling");
    let rule = dataset.event(dataset.find("us-2023-chips-guardrails-final-rule").unwrap());
    assert_eq!(rule.date.sources[0].as_str(), "s2");
    assert_eq!(rule.dates[&DateKind::Effective].value.to_string(), "2023-11-24");
    assert_eq!(rule.targets[0].how, Some(TargetHow::Inferred));
    assert_eq!(rule.identifiers.iter().find(|id| id.scheme() == Scheme::Cfr).unwrap().value(), "15 CFR 231");
    let stay = dataset.event(dataset.find("us-2025-affiliates-rule-suspension").unwrap());
    assert_eq!(stay.legal[0].then, Then::Resumes);
    assert_eq!(stay.legal[1].commitment.as_ref().unwrap().as_str(), "us-affiliates-stay");
    let ban = dataset.event(dataset.find("cn-2024-dual-use-ban-us").unwrap());
    assert_eq!(ban.category, Category::ExportControl);
    assert!(ban.summary.starts_with("MOFCOM Announcement 46 of 2024 ends dual-use exports"));
    assert!(!ban.summary.contains('\n'), "a folded text is one line");
    assert_eq!(ban.measure.as_ref().unwrap().parts[2].id.as_str(), "p3");
    assert_eq!(ban.causes[0].evidence.len(), 3);
    assert_eq!(dataset.registers().actor("us-bis").unwrap().label(), "BIS");
    assert!(dataset.registers().belongs_to(&"us-bis".parse().unwrap(), &"us".parse().unwrap()));
}

#[test]
fn a_place_is_found_again() {
    let loaded = load(&sample());
    let ix = loaded.dataset.find("us-2025-affiliates-rule-suspension").unwrap();
    let span = loaded.dataset.span_of(ix, &[Step::Key("legal"), Step::Index(1), Step::Key("commitment")]);
    let file = loaded.dataset.sources().file(span.source);
    assert_eq!(&file.text()[span.start..span.end], "us-affiliates-stay");
    let actor = loaded.dataset.registers().actor_span(&"us-bis".parse().unwrap()).unwrap();
    assert!(loaded.dataset.sources().file(actor.source).text()[actor.start..actor.end].starts_with("{id: us-bis,"));
}

#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    let marked = sample().into_iter().map(|(name, bytes)| (name, [b"\xef\xbb\xbf", &bytes[..]].concat())).collect();
    assert_eq!(events(&marked), events(&sample()));
    let windows: Files = sample()
        .into_keys()
        .map(|name| (name.clone(), text(&sample(), &name).replace('\n', "\r\n").into_bytes()))
        .collect();
    assert_eq!(problems(&windows), []);
    assert_eq!(events(&windows), events(&sample()));
    let mut slip = windows;
    let broken = text(&slip, BAN).replace("date: 2024-12-03", "date: 2024-12-3");
    slip.insert(BAN.into(), format!("\u{feff}{broken}").into_bytes());
    assert_eq!(problems(&slip)[0].place(), ("bad-date", BAN, 4, 7));
}

#[test]
fn one_file_with_all_events_reads_the_same() {
    let separate = sample();
    let (registers, files): (Files, Files) = separate.clone().into_iter().partition(|(name, _)| !name.contains('/'));
    let texts: Vec<String> = files.values().map(|bytes| String::from_utf8(bytes.clone()).unwrap()).collect();
    let indented = |text: &String| format!("- {}\n", text.trim_end().replace('\n', "\n  "));
    for all in [
        texts.join("---\n"),
        texts.iter().rev().cloned().collect::<Vec<_>>().join("...\n---\n"),
        texts.iter().map(indented).collect::<String>(),
    ] {
        let mut together = registers.clone();
        together.insert("mine.yaml".into(), all.into_bytes());
        assert_eq!(problems(&together), []);
        assert_eq!(events(&together), events(&separate));
    }
}

#[test]
fn what_is_no_text_says_how_to_save_it() {
    let mut files = sample();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain("id: x".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    files.insert("utf16.yaml".into(), utf16);
    files.insert("latin.yaml".into(), b"id: caf\xe9\n".to_vec());
    let found = problems(&files);
    assert_eq!(found.iter().map(|p| p.code).collect::<Vec<_>>(), ["not-utf8", "not-utf8"]);
    assert!(found[0].message.contains("byte 8") && found[0].help.contains("UTF-8"));
    assert!(found[1].message.contains("UTF-16"));
    assert!(matches!(Sources::from_memory(files).iter().last().unwrap().1.text, Text::NotUtf8 { utf16: true, .. }));
}

#[test]
fn reading_goes_on_after_a_broken_document() {
    let mut files = sample();
    let broken = text(&files, BAN).replace("importance: major", "importense: major\nsummary: a: b").into_bytes();
    let second = text(&files, "2025/us-2025-affiliates-rule.yaml").replace("date: 2025", "date: 25");
    files.remove("2025/us-2025-affiliates-rule.yaml");
    files.insert(BAN.into(), [&broken[..], b"---\n", second.as_bytes()].concat());
    let found = problems(&files);
    let places: Vec<_> = found.iter().map(|p| (p.code, p.line)).collect();
    // The key before the error is reported too; fields behind it are not missed; links to both events are no errors.
    assert_eq!(places, [("unknown-key", 9), ("colon-in-text", 10), ("bad-date", 50)], "{found:#?}");
}

#[test]
fn links_to_a_broken_file_are_no_errors() {
    let files = with("2025/us-cn-2025-busan-deal.yaml", "id:", "{id:");
    assert_eq!(codes(&files), ["syntax"]);
    assert_eq!(load(&files).dataset.events().len(), 7);
}

#[test]
fn links_to_an_event_without_actors_are_taken_out() {
    let files = with("2025/us-2025-affiliates-rule.yaml", "actors: [us-bis]", "actors: [us-bsi]");
    assert_eq!(codes(&files), ["unknown-actor"]);
    let dataset = load(&files).dataset;
    assert_eq!(dataset.events().len(), 7);
    let stay = dataset.event(dataset.find("us-2025-affiliates-rule-suspension").unwrap());
    assert_eq!(stay.legal.len(), 1, "{:?}", stay.legal);
}

#[test]
fn a_missing_or_broken_register_is_one_error() {
    let mut files = sample();
    files.remove("technologies.yaml");
    assert_eq!(codes(&files), if cfg!(feature = "bundled") { vec![] } else { vec!["missing-register"] });
    files.insert("technologies.yaml".into(), b"- {id: gallium, name: Gallium\n- {id: x}\n".to_vec());
    assert_eq!(codes(&files), ["syntax"]);
    files.insert("technologies.yaml".into(), b"gallium: Gallium\n".to_vec());
    assert_eq!(codes(&files), ["wrong-type"]);
    let mut files = sample();
    files.remove("actors.yaml");
    assert_eq!(codes(&files), if cfg!(feature = "bundled") { vec![] } else { vec!["missing-register"] });
    assert_eq!(problems(&Files::new()), []);
}

#[test]
fn two_events_of_one_id_are_shown_both() {
    let mut files = sample();
    files.insert("again.yaml".into(), [b"- ".to_vec(), text(&files, STAY).replace('\n', "\n  ").into_bytes()].concat());
    let sources = Sources::from_memory(files);
    let loaded = Dataset::load(&sources);
    let [problem] = loaded.diagnostics.sorted()[..] else { panic!("{:#?}", loaded.diagnostics) };
    assert_eq!(problem.code.0, "duplicate-id");
    assert_eq!(problem.labels.len(), 2);
    assert_eq!(sources.file(problem.labels[0].span.source).name, "again.yaml");
}

#[test]
fn the_order_of_problems_does_not_depend_on_the_order_of_files() {
    let mut files = with(BAN, "date: 2024-12-03", "date: 2024-12-3");
    files.extend(with(STAY, "then: resumes", "then: resume").into_iter().filter(|(name, _)| name == STAY));
    let forward = Sources::from_memory(files.clone());
    let backward = Sources::from_memory(files.into_iter().rev());
    let all = |sources: &Sources| format!("{:?}", Dataset::load(sources).diagnostics.sorted());
    assert_eq!(all(&forward), all(&backward));
}

#[test]
fn a_link_may_name_parts_of_what_it_acts_on() {
    let base = [
        event("us-2020-rule", "2020-01-01", "tariff", "measure: {parts: {p1: one, cn: two}}"),
        event("us-2020-listing", "2020-01-02", "sanctions", "targets: [us, {id: cn, how: incidental}]\nmeasure: {}"),
        event(
            "us-2021-stay",
            "2021-01-01",
            "tariff",
            "legal: [{type: suspends, event: [us-2020-rule, us-2020-listing]}]",
        ),
    ];
    let link = |target: &str, parts: &str| {
        let legal = format!("legal: [{{type: amends, event: {target}, parts: {parts}}}]");
        codes(&small(base.iter().cloned().chain([event("us-2022-act", "2022-01-01", "tariff", &legal)])))
    };
    for (target, parts) in [
        ("us-2020-rule", "[p1, cn]"),
        ("us-2020-rule", "{cn.24: part of it, cn.24.a: part of that}"),
        ("us-2020-rule", "[us-2020-rule]"),
        ("us-2020-listing", "[us]"),
        ("us-2021-stay", "[us-2020-listing]"),
        ("us-2021-stay", "[p1, us]"),
    ] {
        assert_eq!(link(target, parts), Vec::<&str>::new(), "{target} {parts}");
    }
    for (target, parts) in [
        ("us-2020-rule", "[p2]"),
        ("us-2020-rule", "[p2.x]"),
        ("us-2020-rule", "[us]"),
        ("us-2020-listing", "[cn]"),
        ("us-2020-listing", "[us-2020-rule]"),
    ] {
        assert_eq!(link(target, parts), ["unknown-part"], "{target} {parts}");
    }
}

#[test]
fn hostile_files_end_in_an_error_and_in_time() {
    let many = 1_000_000;
    let bomb = (1..30).fold("a0: &a0 x\n".to_owned(), |text, n| {
        text + &format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}, *a{0}, *a{0}, *a{0}, *a{0}, *a{0}]\n", n - 1)
    });
    for (text, code) in [
        ("[".repeat(many), "too-deep"),
        (format!("a: {}", "{a: ".repeat(many)), "too-deep"),
        ("- ".repeat(many), "too-deep"),
        ((0..3_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect(), "too-deep"),
        (bomb, "anchor"),
        ("# a comment\n".repeat(many), ""),
        (format!("title: {}", "word ".repeat(many)), "missing-field"),
        (format!("title: \"{}\"", "\\u0041".repeat(many)), "missing-field"),
        ("? ".repeat(many), "too-deep"),
        ("%".repeat(many), "syntax"),
        ("'".repeat(many), "wrong-type"),
        ((0..20_000).map(|n| format!("k{n}: x\n")).collect(), "unknown-key"),
        ("x: [\n---\n".repeat(20_000), "syntax"),
        ("\0".repeat(20_000), "hidden-character"),
        (format!("[{}]", "{},".repeat(20_000)), "missing-field"),
    ] {
        let mut files = small([]);
        files.insert("x.yaml".into(), text.clone().into_bytes());
        let loaded = load(&files);
        let found: Vec<&str> = loaded.diagnostics.sorted().into_iter().map(|problem| problem.code.0).collect();
        let start: String = text.chars().take(20).collect();
        assert!(
            if code.is_empty() { found.is_empty() } else { found.contains(&code) },
            "{start}: {:?}",
            &found[..found.len().min(5)]
        );
    }
}
