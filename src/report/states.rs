//! Every measure's state on a day.

use std::rc::Rc;

use super::{Block, Footnotes, Report, Table, v1, words};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{PartState, measure_states, state_of_whole},
    model::{Day, Event},
    query::View,
};

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct StatesQuestion {
    /// The day.
    pub on: Day,
    /// Only events of that day or before count.
    pub as_known: Option<Day>,
    /// Rows carry footnotes.
    pub cite: bool,
}

/// The states of the measures in a view.
///
/// JSON and CSV have every measure. The table for people leaves out those that nobody had made public by the day, and
/// says how many.
pub fn states<'a>(view: &View<'a>, question: StatesQuestion) -> Report<'a> {
    let dataset = view.dataset;
    let last_recorded = last_recorded(dataset, question.on);
    let measures: Vec<(EventIx, &Event)> = view
        .events
        .iter()
        .map(|&ix| (ix, dataset.event(ix)))
        .filter(|(_, event)| event.measure.is_some())
        .filter(|(_, event)| question.as_known.is_none_or(|day| event.date.value.earliest() <= day))
        .collect();
    let (mut states, mut rows, mut later) = (Vec::new(), Vec::new(), 0);
    let mut footnotes = Footnotes::default();
    for (ix, event) in measures {
        let parts = measure_states(dataset, view.graph, ix, question.on, question.as_known);
        if event.date.value.earliest() > question.on {
            later += 1;
        } else {
            let marks = if question.cite { footnotes.cite_all(event) } else { String::new() };
            rows.extend(people_rows(event, &parts, dataset, &marks));
        }
        states.extend(parts.into_iter().map(|part| (event, part)));
    }
    let mut notes = Vec::new();
    if rows.is_empty() {
        notes.push(format!("no measure in this selection had been made public by {}", question.on));
    }
    if later > 0 {
        let measures = if later == 1 { "1 later measure is".to_owned() } else { format!("{later} later measures are") };
        notes.push(format!("{measures} left out of the table (JSON and CSV have all)"));
    }
    if let Some(day) = last_recorded {
        notes.push(format!("the collection was researched to {day}: every state is as last recorded on that day"));
    }
    if let Some(day) = question.as_known {
        notes.push(format!("as could be known on {day}: later events do not count"));
    }
    let states = Rc::new(states);
    let also = Rc::clone(&states);
    Report {
        schema: "ensue/in-force/1",
        json: Box::new(move || json(&also, question, dataset)),
        blocks: vec![Block::Table(Table { columns: vec!["date", "side", "event", "state", "by", "what"], rows })],
        flat: Box::new(move || flat(&states, dataset)),
        notes,
        footnotes: footnotes.into_texts(),
    }
}

/// The as-of day, where the day asked about lies past it.
pub(super) fn last_recorded(dataset: &Dataset, day: Day) -> Option<Day> {
    dataset.as_of().filter(|&as_of| day > as_of)
}

/// A measure in the table: one row where all its parts share a state, else one for the whole and one a part.
fn people_rows(event: &Event, parts: &[PartState], dataset: &Dataset, marks: &str) -> Vec<Vec<String>> {
    let Some(whole) = state_of_whole(parts) else { return Vec::new() };
    let head = |state: String, by: String| {
        vec![
            event.date.value.to_string(),
            words::side(event, dataset),
            event.id.to_string(),
            state,
            by,
            format!("{}{marks}", event.label()),
        ]
    };
    let alike = parts.iter().all(|part| describe(part, event) == describe(&parts[0], event) && part.by == parts[0].by);
    if alike && !parts.iter().any(|part| is_amended(part, event)) {
        let state = if parts.len() == 1 { describe(&parts[0], event) } else { describe(&whole, event) };
        return vec![head(state, reasons(&whole, dataset))];
    }
    let mut rows = vec![head(whole.to_string(), String::new())];
    rows.extend(parts.iter().map(|part| {
        let name = format!("  {}", part_name(part, parts));
        let text = part.words.clone().unwrap_or_default();
        vec![String::new(), String::new(), name, describe(part, event), reasons(part, dataset), text]
    }));
    rows
}

/// Whether a later act gave the part other words than its own event did.
fn is_amended(part: &PartState, event: &Event) -> bool {
    let own = event.measure.iter().flat_map(|measure| &measure.parts).find(|own| own.id == part.part);
    part.words.as_deref() != own.map(|own| own.text.as_str())
}

/// The name of a part; of one that later acts cut pieces out of, it says that it stands for the rest.
pub(super) fn part_name(part: &PartState, parts: &[PartState]) -> String {
    let cut = parts.iter().any(|other| other.part.stem() == Some(part.part.as_str()));
    if cut { format!("{}, the rest", part.part) } else { part.part.to_string() }
}

/// The state with what belongs to it: `suspended until 2026-11-09`, `in-force again by its own terms, unconfirmed`.
pub(super) fn describe(part: &PartState, event: &Event) -> String {
    let mut text = part.to_string();
    if part.unconfirmed {
        text.push_str(" again by its own terms, unconfirmed");
    }
    if let Some(until) = part.until {
        text.push_str(&format!(" until {until}"));
    }
    if event.is_only_reported() {
        text.push_str(", reported");
    }
    text
}

/// Who gave it the state, and what is excepted.
pub(super) fn reasons(part: &PartState, dataset: &Dataset) -> String {
    let by = words::ids(&part.by, dataset);
    let exceptions = words::ids(&part.exceptions, dataset);
    match (by.is_empty(), exceptions.is_empty()) {
        (_, true) => by,
        (true, false) => format!("but for {exceptions}"),
        (false, false) => format!("{by}, but for {exceptions}"),
    }
}

fn json(
    states: &[(&Event, PartState)],
    question: StatesQuestion,
    dataset: &Dataset,
) -> serde_json::Map<String, serde_json::Value> {
    let last_recorded = last_recorded(dataset, question.on);
    let states: Vec<v1::State> =
        states.iter().map(|(event, part)| v1::state(event, part, dataset, last_recorded)).collect();
    let mut json = serde_json::Map::new();
    json.insert("on".into(), question.on.to_string().into());
    if let Some(day) = question.as_known {
        json.insert("as_known".into(), day.to_string().into());
    }
    json.insert("states".into(), v1::value(&states));
    json
}

fn flat(states: &[(&Event, PartState)], dataset: &Dataset) -> Table {
    Table {
        columns: vec![
            "event",
            "date",
            "part",
            "state",
            "after",
            "either",
            "until",
            "by",
            "exceptions",
            "words",
            "unconfirmed",
            "reported",
        ],
        rows: states.iter().map(|(event, part)| flat_row(event, part, dataset)).collect(),
    }
}

fn flat_row(event: &Event, part: &PartState, dataset: &Dataset) -> Vec<String> {
    let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
    vec![
        event.id.to_string(),
        event.date.value.to_string(),
        if part.is_whole { String::new() } else { part.part.to_string() },
        part.state.to_string(),
        day(part.after),
        part.either.map_or_else(String::new, |(a, b)| format!("{a} or {b}")),
        day(part.until),
        words::ids(&part.by, dataset),
        words::ids(&part.exceptions, dataset),
        part.words.clone().unwrap_or_default(),
        part.unconfirmed.to_string(),
        event.is_only_reported().to_string(),
    ]
}
