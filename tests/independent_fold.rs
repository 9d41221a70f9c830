//! The state of measures, held to a second working-out of the same text in another language: `independent/fold.py`.
//!
//! Runs where `python3` has PyYAML; elsewhere it says that it was skipped.
#![allow(clippy::unwrap_used, clippy::panic)]

mod made;

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use ensue::{
    dataset::Dataset,
    graph::EventGraph,
    model::Day,
    query::View,
    report::{self, Format, StatesQuestion, TextStyle},
    source::Sources,
};
use proptest::{
    strategy::Strategy,
    test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner},
};
use serde_json::{Value, json};

/// The program in Python, kept running.
struct Peer {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    /// None where Python or PyYAML is missing.
    fn start() -> Option<Self> {
        let yaml = Command::new("python3").args(["-c", "import yaml"]).stderr(Stdio::null()).status();
        if !yaml.is_ok_and(|status| status.success()) {
            eprintln!("skipped: python3 with yaml is not installed");
            return None;
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/independent/fold.py");
        let mut child =
            Command::new("python3").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (requests, answers) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        Some(Self { child, requests, answers })
    }

    fn ask(&mut self, request: &Value) -> Value {
        writeln!(self.requests, "{request}").unwrap();
        self.requests.flush().unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("no answer from fold.py to {request}"))
    }

    fn stop(self) {
        let Self { mut child, requests, .. } = self;
        drop(requests);
        child.wait().unwrap();
    }
}

/// What `ensue in-force --format json` prints for each day.
fn ours(dataset: &Dataset, day: Day) -> Value {
    let graph = EventGraph::new(dataset);
    let question = StatesQuestion { on: day, as_known: None, cite: false };
    let report = report::states(&View::all(dataset, &graph), question);
    let bytes = report::write(&report, dataset, Format::Json, TextStyle::default()).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

/// Every difference, as a line.
fn differences(dataset: &Dataset, days: &BTreeSet<Day>, theirs: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for day in days {
        let answer = ours(dataset, *day);
        let theirs = &theirs[day.to_string()];
        let rows = answer["states"].as_array().unwrap();
        let counted: usize = theirs.as_object().unwrap().values().map(|parts| parts.as_object().unwrap().len()).sum();
        if counted != rows.len() {
            found.push(format!("{day}: {} parts here, {counted} there", rows.len()));
        }
        for row in rows {
            let event = row["event"].as_str().unwrap();
            let part = row["part"].as_str().unwrap_or(event);
            let their = &theirs[event][part];
            if let Some(what) = difference(row, their) {
                found.push(format!("{day} {event} {part} {what}: {row} here, {their} there"));
            }
        }
    }
    found
}

/// The first thing in which two answers on one part differ. What depends on blurred days comes twice from there; where
/// the two are not the same, either will do.
fn difference(row: &Value, their: &Value) -> Option<&'static str> {
    let one_of = |name: &str, value: &Value| their[name].as_array().unwrap().contains(value);
    let set = |value: &Value| value.as_array().unwrap().iter().map(Value::to_string).collect::<BTreeSet<_>>();
    if row["state"] != their["state"] {
        return Some("state");
    }
    match row["state"].as_str().unwrap() {
        "uncertain" => (set(&row["either"]) != set(&their["either"])).then_some("either"),
        "unknown-after" => (!one_of("after", &row["after"])).then_some("after"),
        "in-force" if their["exceptions"].as_array().unwrap().iter().all(|one| set(one) != set(&row["exceptions"])) => {
            Some("exceptions")
        }
        "in-force" if !one_of("words", &row["words"]) => Some("words"),
        "in-force" => {
            let ours = row.get("unconfirmed").cloned().unwrap_or(Value::Bool(false));
            (!one_of("unconfirmed", &ours)).then_some("unconfirmed")
        }
        _ => None,
    }
}

/// Two hundred days from 2016 to 2027, evenly spread.
fn sample_of_days() -> BTreeSet<Day> {
    let first: Day = "2016-01-01".parse().unwrap();
    (0..200).map(|step| first + chrono::Days::new(step * 21 + step % 7)).collect()
}

#[test]
fn the_collection_has_the_same_states() {
    let Some(mut peer) = Peer::start() else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("events");
    let dataset = Dataset::load(&Sources::read_dir(&folder).unwrap()).dataset;
    let days = sample_of_days();
    let names: Vec<String> = days.iter().map(Day::to_string).collect();
    let theirs = peer.ask(&json!({"events": folder, "days": names}));
    peer.stop();
    let found = differences(&dataset, &days, &theirs);
    assert!(found.is_empty(), "{} differences\n{}", found.len(), found[..found.len().min(20)].join("\n"));
}

#[test]
fn made_collections_have_the_same_states() {
    let Some(mut peer) = Peer::start() else { return };
    let config = Config { cases: 300, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let cell = std::cell::RefCell::new(&mut peer);
    let cases = made::collections(8).prop_map(|made| (made.dataset(), made));
    let outcome = runner.run(&cases, |(dataset, made)| {
        let names: Vec<String> = made.days.iter().map(Day::to_string).collect();
        let theirs = cell.borrow_mut().ask(&json!({"text": made.text(), "days": names}));
        let found = differences(&dataset, &made.days, &theirs);
        proptest::prop_assert!(found.is_empty(), "{}\n{}", found[..found.len().min(5)].join("\n"), made.text());
        Ok(())
    });
    peer.stop();
    // The collection itself stands in the reason, which is enough to read.
    if let Err(TestError::Fail(reason, _)) = &outcome {
        panic!("{reason}");
    }
    assert!(outcome.is_ok());
}
