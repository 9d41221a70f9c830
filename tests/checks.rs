//! Every rule finds what it is there for, and leaves alone what is mended; the reference of codes is fresh.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

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

/// A collection of events of which each is told by its id, its day and what matters of the rest.
fn collection(events: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let event = |&(id, date, rest): &(&str, &str, &str)| {
        let written = format!(
            "id: {id}\ntitle: {}\ndate: {date}\ncategory: entity-listing\nactors: [us-bis]\n\
             targets: [huawei, zte]\nsummary: An act.\n{rest}\nsources:\n  \
             - {{id: s1, kind: primary-legal, publisher: Gazette, title: Notice, url: 'https://example.org/n'}}\n",
            id.replace('-', "")
        );
        format!("- {}\n", written.trim_end().replace('\n', "\n  "))
    };
    let written: String = events.iter().map(event).collect();
    let register = |name: &str| fs::read(Path::new(FIXTURES).join(name)).expect("the register is there");
    let sources = Sources::from_memory([
        ("events.yaml", written.into_bytes()),
        ("actors.yaml", register("actors.yaml")),
        ("technologies.yaml", register("technologies.yaml")),
    ]);
    let loaded = Dataset::load(&sources);
    let mut found = loaded.diagnostics;
    check::run(check::ALL, &loaded.dataset, &EventGraph::new(&loaded.dataset), &mut found);
    let told = |problem: &&Diagnostic| {
        let help = problem.help.clone().unwrap_or_default();
        (problem.code.0.to_owned(), problem.message.clone(), help)
    };
    let quiet = ["unlinked-event", "unused-actor", "unused-technology", "end-unanswered"];
    found.sorted().iter().map(told).filter(|(code, ..)| !quiet.contains(&code.as_str())).collect()
}

/// The only problem of a collection.
fn only(events: &[(&str, &str, &str)]) -> (String, String, String) {
    let found = collection(events);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.into_iter().next().unwrap_or_default()
}

const LISTING: (&str, &str, &str) = ("us-2020-listing", "2020-01-01", "measure: {}");

#[test]
fn a_resumption_points_at_what_was_suspended() {
    let stay = ("us-2020-stay", "2020-02-01", "legal: [{type: suspends, event: us-2020-listing}]");
    let back = ("us-2020-back", "2020-03-01", "legal: [{type: resumes, event: us-2020-stay}]");
    let (code, _, help) = only(&[LISTING, stay, back]);
    assert_eq!((code.as_str(), help.as_str()), ("acts-on-nothing", "point at what was suspended: `us-2020-listing`"));
    // A stay that was itself stayed can be resumed.
    let stayed = ("us-2020-stayed", "2020-02-15", "legal: [{type: suspends, event: us-2020-stay}]");
    assert_eq!(collection(&[LISTING, stay, stayed, back]), []);
}

#[test]
fn an_extension_points_at_what_set_the_end() {
    let stay = ("us-2020-stay", "2020-02-01", "legal: [{type: suspends, event: us-2020-listing, until: 2020-02-29}]");
    let first = ("us-2020-first", "2020-03-01", "legal: [{type: extends, event: us-2020-stay, until: 2020-03-31}]");
    let second = ("us-2020-second", "2020-04-01", "legal: [{type: extends, event: us-2020-first, until: 2020-04-30}]");
    let (code, _, help) = only(&[LISTING, stay, first, second]);
    assert_eq!(
        (code.as_str(), help.as_str()),
        ("acts-on-nothing", "point at the event that set the end: `us-2020-stay`")
    );
    let right = ("us-2020-second", "2020-04-01", "legal: [{type: extends, event: us-2020-stay, until: 2020-04-30}]");
    assert_eq!(collection(&[LISTING, stay, first, right]), []);
    let endless =
        ("us-2020-first", "2020-03-01", "legal: [{type: extends, event: us-2020-listing, until: 2020-03-31}]");
    assert!(only(&[LISTING, endless]).1.contains("it sets no end date"));
}

#[test]
fn a_part_must_be_covered_by_what_is_acted_on() {
    let stay =
        |parts: &str| format!("legal: [{{type: suspends, event: us-2020-listing, parts: {parts}, until: 2020-02-29}}]");
    let longer = "legal: [{type: extends, event: us-2020-stay, parts: [zte], until: 2020-03-31}]";
    let (one, both) = (stay("[huawei]"), stay("[huawei, zte]"));
    let case = |stay: &str| {
        collection(&[LISTING, ("us-2020-stay", "2020-02-01", stay), ("us-2020-longer", "2020-03-01", longer)])
    };
    assert_eq!(case(&one).first().map(|found| found.0.as_str()), Some("acts-on-nothing"));
    assert_eq!(case(&both), []);
}

#[test]
fn what_has_no_measure_can_be_withdrawn_only() {
    let plan = ("us-2020-plan", "2020-01-01", "");
    let act = |kind: &str| {
        collection(&[plan, ("us-2020-act", "2020-02-01", &format!("legal: [{{type: {kind}, event: us-2020-plan}}]"))])
    };
    assert_eq!(act("repeals"), []);
    assert_eq!(act("finalises"), []);
    for kind in ["amends", "suspends", "resumes", "exempts", "supersedes", "annuls", "enjoins"] {
        let found = act(kind);
        assert_eq!(found.first().map(|found| found.0.as_str()), Some("acts-on-nothing"), "{kind}");
    }
}

#[test]
fn parts_extended_at_different_times_are_told_apart() {
    let stay = ("us-2020-stay", "2020-02-01", "legal: [{type: suspends, event: us-2020-listing, until: 2020-02-29}]");
    let one =
        ("us-2020-one", "2020-02-20", "legal: [{type: extends, event: us-2020-stay, parts: [zte], until: 2020-06-30}]");
    let same = |parts: &str, from: &str| {
        let legal = format!(
            "legal: [{{type: extends, event: us-2020-stay, parts: [{parts}], from: {from}, until: 2020-09-30}}]"
        );
        let found = collection(&[LISTING, stay, one, ("us-2020-two", "2020-07-01", &legal)]);
        found.first().map(|found| found.0.clone())
    };
    assert_eq!(same("zte", "2020-07-01"), None);
    assert_eq!(same("huawei", "2020-03-01"), None);
    assert_eq!(same("huawei", "2020-07-01").as_deref(), Some("extension-after-gap"));
    // An extension that was itself ended moved nothing.
    let undone = ("us-2020-undone", "2020-02-25", "legal: [{type: repeals, event: us-2020-one}]");
    let short = ("us-2020-short", "2020-02-28", "legal: [{type: extends, event: us-2020-stay, until: 2020-04-30}]");
    assert_eq!(only(&[LISTING, stay, one, short]).0, "extension-too-short");
    assert_eq!(collection(&[LISTING, stay, one, undone, short]), []);
}

#[test]
fn rings_are_told_with_all_their_members_and_end_every_rule() {
    let link = |a: &str, b: &str| {
        format!(
            "measure: {{}}\nlegal: [{{type: suspends, event: [us-2020-{a}, us-2020-{b}]}}, {{type: based-on, event: us-2020-{a}}}]"
        )
    };
    let day = "2020-01-01";
    let ring = [link("b", "c"), link("a", "c"), link("a", "b")];
    let found = collection(&[("us-2020-a", day, &ring[0]), ("us-2020-b", day, &ring[1]), ("us-2020-c", day, &ring[2])]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].0, "legal-cycle");
    let itself = ("us-2020-a", day, "measure: {}\nlegal: [{type: amends, event: us-2020-a}]");
    assert!(only(&[itself]).1.ends_with("`us-2020-a` amends `us-2020-a`"));
    let long: Vec<(String, String)> = (0..5)
        .map(|at| (format!("us-2020-e{at}"), format!("legal: [{{type: based-on, event: us-2020-e{}}}]", (at + 1) % 5)))
        .collect();
    let long: Vec<(&str, &str, &str)> = long.iter().map(|(id, rest)| (id.as_str(), "2020-01", rest.as_str())).collect();
    let (_, message, _) = only(&long);
    assert!((0..5).all(|at| message.contains(&format!("`us-2020-e{at}`"))), "{message}");
}

#[test]
fn doubtful_dates_are_no_errors() {
    for date in ["2020-01", "2019-12-31~", "2019-12-31?", "\"[2019-11..2020-01]\""] {
        let act = ("us-2020-act", date, "legal: [{type: amends, event: us-2020-listing}]");
        assert_eq!(collection(&[LISTING, act]), [], "{date}");
    }
    let early = ("us-2020-act", "2019-12-31", "legal: [{type: amends, event: us-2020-listing}]");
    assert_eq!(only(&[LISTING, early]).0, "link-to-later-event");
}

#[test]
fn a_warning_is_accepted_on_its_own_event_and_an_error_never() {
    let long = "short: A label of very many characters, far too long\n";
    let accept = |code: &str| format!("accepted: [{{code: {code}, why: It is known so.}}]");
    let label = |rest: &str| format!("{long}measure: {{}}\n{rest}");
    let event = |rest: &str| collection(&[("us-2020-listing", "2020-01-01", rest)]);
    let codes = |found: Vec<(String, String, String)>| found.into_iter().map(|found| found.0).collect::<Vec<_>>();
    assert_eq!(codes(event(&label(""))), ["too-long"]);
    assert_eq!(codes(event(&label(&accept("too-long")))), Vec::<String>::new());
    let other = ("us-2020-other", "2020-01-02", &*accept("too-long"));
    assert_eq!(
        codes(collection(&[("us-2020-listing", "2020-01-01", &label("")), other])),
        ["too-long", "accepted-nothing"]
    );
    let plan = ("us-2020-plan", "2020-01-01", "");
    let rest = format!("legal: [{{type: amends, event: us-2020-plan}}]\n{}", accept("acts-on-nothing"));
    let found = collection(&[plan, ("us-2020-act", "2020-02-01", &rest)]);
    assert!(found.iter().any(|found| found.1.contains("an error, which cannot be accepted")), "{found:#?}");
    assert_eq!(codes(found), ["acts-on-nothing", "accepted-nothing"]);
}

#[test]
fn what_could_not_be_read_is_not_called_missing() {
    let codes = |events: &[(&str, &str, &str)]| collection(events).into_iter().map(|found| found.0).collect::<Vec<_>>();
    // The end of the listing cannot be read, so nobody can say that there is none to extend.
    let listing = ("us-2020-listing", "2020-01-01", "measure: {until: 2020-13-01}");
    let longer =
        ("us-2020-longer", "2020-02-01", "legal: [{type: extends, event: us-2020-listing, until: 2020-03-01}]");
    assert_eq!(codes(&[listing, longer]), ["bad-date"]);
    // Nor that nobody makes the claim.
    let claim = "causes: [{event: us-2020-listing, type: responds-to, evidence: [{stance: suports, says: So.}]}]";
    assert_eq!(codes(&[LISTING, ("us-2020-answer", "2020-02-01", claim)]), ["unknown-word"]);
}
