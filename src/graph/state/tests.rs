use serde_yaml::Value;

use super::*;
use crate::{
    dataset::{Dataset, EventIx, Origin, Registers},
    graph::EventGraph,
    model::{
        Category, Collection, Day, Event, Importance, LegalLink, LinkPart, Measure, Part, Target, Then, Vocabulary,
    },
    source::SourceId,
};

/// Short names of the worked cases, as ids of events.
fn id(name: &str) -> String {
    format!("us-2000-{name}")
}

fn text(value: &Value) -> String {
    value.as_str().map(str::to_owned).unwrap_or_else(|| serde_yaml::to_string(value).unwrap().trim().to_owned())
}

fn date(value: Option<&Value>) -> Option<crate::model::Edtf> {
    value.map(|value| text(value).parse().unwrap())
}

fn parse<T: std::str::FromStr<Err: std::fmt::Debug>>(name: &str) -> T {
    name.parse().unwrap()
}

fn part(entry: (&Value, &Value)) -> Part {
    let (key, value) = entry;
    match value {
        Value::Mapping(_) => Part {
            id: parse(&text(key)),
            text: text(&value["text"]),
            from: date(value.get("from")),
            until: date(value.get("until")),
        },
        _ => Part { id: parse(&text(key)), text: text(value), from: None, until: None },
    }
}

fn measure(value: &Value) -> Measure {
    let parts = value.get("parts").and_then(Value::as_mapping);
    Measure {
        from: date(value.get("from")),
        until: date(value.get("until")),
        parts: parts.into_iter().flatten().map(part).collect(),
    }
}

fn legal(value: &Value, ids: &[String]) -> LegalLink {
    let events = match &value["event"] {
        Value::Sequence(list) => list.iter().map(text).collect(),
        one => vec![text(one)],
    };
    // A part may be the name of one of the events of the case.
    let part_id = |name: String| if ids.contains(&name) { parse(&id(&name)) } else { parse(&name) };
    let parts = match value.get("parts") {
        Some(Value::Sequence(list)) => {
            list.iter().map(|name| LinkPart { id: part_id(text(name)), words: None }).collect()
        }
        Some(Value::Mapping(map)) => {
            map.iter().map(|(name, words)| LinkPart { id: part_id(text(name)), words: Some(text(words)) }).collect()
        }
        _ => Vec::new(),
    };
    LegalLink {
        kind: crate::model::LegalType::from_word(&text(&value["type"])).unwrap(),
        events: events.iter().map(|name| parse(&id(name))).collect(),
        parts,
        from: date(value.get("from")),
        until: date(value.get("until")),
        then: value.get("then").map_or(Then::Unknown, |then| Then::from_word(&text(then)).unwrap()),
        commitment: None,
        sources: Vec::new(),
        note: None,
    }
}

fn event(value: &Value, ids: &[String]) -> Event {
    let dated = |date| crate::model::Dated { value: date, sources: Vec::new(), note: None };
    let others = value.get("dates").and_then(Value::as_mapping).into_iter().flatten();
    let list = |key: &str| value.get(key).and_then(Value::as_sequence).into_iter().flatten();
    Event {
        id: parse(&id(&text(&value["id"]))),
        title: text(&value["id"]),
        short: None,
        title_zh: None,
        date: dated(date(value.get("date")).unwrap()),
        dates: others
            .map(|(key, value)| {
                (crate::model::DateKind::from_word(&text(key)).unwrap(), dated(date(Some(value)).unwrap()))
            })
            .collect(),
        category: value.get("category").map_or(Category::Tariff, |word| Category::from_word(&text(word)).unwrap()),
        actors: vec![parse("us")],
        targets: list("targets").map(|name| Target { actor: parse(&text(name)), how: None }).collect(),
        technologies: Vec::new(),
        importance: Importance::Notable,
        summary: String::new(),
        identifiers: Vec::new(),
        amounts: Vec::new(),
        measure: value.get("measure").map(measure),
        legal: list("legal").map(|link| legal(link, ids)).collect(),
        causes: Vec::new(),
        commitments: Vec::new(),
        evidence: Vec::new(),
        unanswered: None,
        conflicts: Vec::new(),
        accepted: Vec::new(),
        sources: Vec::new(),
    }
}

fn dataset(events: Vec<Event>) -> Dataset {
    let origin = Origin { source: SourceId(0), start: 0, end: 0 };
    let events = events.into_iter().map(|event| (event, origin)).collect();
    Dataset::assemble(events, Registers::default(), Collection::default(), crate::source::Sources::default())
}

fn check_case(case: &Value, reverse: bool) {
    let name = text(&case["case"]);
    let listed = case["events"].as_sequence().unwrap();
    let ids: Vec<String> = listed.iter().map(|value| text(&value["id"])).collect();
    let mut events: Vec<Event> = listed.iter().map(|value| event(value, &ids)).collect();
    if reverse {
        events.reverse();
    }
    let dataset = dataset(events);
    let graph = EventGraph::new(&dataset);
    let of = dataset.find(&id(&text(&case["of"]))).unwrap();
    for (day, expected) in case["expect"].as_mapping().unwrap() {
        let day: Day = text(day).parse().unwrap();
        let states = measure_states(&dataset, &graph, of, day, None);
        for (key, value) in expected.as_mapping().unwrap() {
            check(&dataset, &states, &text(key), value, &format!("{name}, {day}, {}", text(key)));
        }
    }
}

fn check(dataset: &Dataset, states: &[PartState], key: &str, expected: &Value, place: &str) {
    let whole = state_of_whole(states).unwrap();
    match key {
        "whole" => assert_eq!(whole.to_string(), text(expected), "{place}"),
        "unconfirmed" => assert_eq!(whole.unconfirmed, expected.as_bool().unwrap(), "{place}"),
        "words" => assert_eq!(whole.words.as_deref(), Some(text(expected).as_str()), "{place}"),
        "with" => {
            let found: Vec<&str> = whole.exceptions.iter().map(|&ix| dataset.event(ix).title.as_str()).collect();
            let wanted: Vec<String> = expected.as_sequence().unwrap().iter().map(text).collect();
            assert_eq!(found, wanted, "{place}");
        }
        part => {
            let state = states.iter().find(|state| state.part.as_str() == part).expect("the part exists");
            assert_eq!(state.to_string(), text(expected), "{place}");
        }
    }
}

#[test]
fn worked_cases() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/folds.yaml");
    let cases: Value = serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let cases = cases.as_sequence().unwrap();
    assert!(cases.len() >= 27, "only {} cases were read", cases.len());
    for case in cases {
        check_case(case, false);
        check_case(case, true);
    }
}

#[test]
fn the_history_names_each_turn() {
    let listed: Value = serde_yaml::from_str(
        "- {id: rule, date: 2025-09-29, measure: {}}\n- {id: stay, date: 2025-11-10, legal: [{type: suspends, event: rule, until: 2026-11-09, then: resumes}]}",
    )
    .unwrap();
    let dataset = dataset(listed.as_sequence().unwrap().iter().map(|value| event(value, &[])).collect());
    let graph = EventGraph::new(&dataset);
    let turns: Vec<String> = whole_history(&dataset, &graph, EventIx(0))
        .iter()
        .map(|turn| format!("{} {}", turn.from, turn.state))
        .collect();
    assert_eq!(turns, ["2025-09-29 in-force", "2025-11-10 suspended", "2026-11-10 in-force"]);
}
