//! A table of events.

use super::{Block, Footnotes, Report, Table, v1, words};
use crate::{
    graph::Basis,
    model::{Event, Vocabulary},
    query::View,
};

/// The events of a view, one a row. With `links`, the JSON has the links among them too; with `cite`, rows carry
/// footnotes.
pub fn list<'a>(view: &'a View, links: bool, cite: bool) -> Report<'a> {
    let dataset = view.dataset;
    let mut footnotes = Footnotes::default();
    let row = |event: &Event, footnotes: &mut Footnotes| {
        let marks = if cite { footnotes.cite_all(event) } else { String::new() };
        vec![
            event.date.value.to_string(),
            words::side(event, dataset),
            event.id.to_string(),
            format!("{}{marks}", event.title),
        ]
    };
    let rows = view.events.iter().map(|&ix| row(dataset.event(ix), &mut footnotes)).collect();
    let mut notes = Vec::new();
    if view.events.is_empty() {
        notes.push("no event is chosen by this selection".to_owned());
    }
    Report {
        schema: "ensue/list/1",
        json: Box::new(move || json(view, links)),
        blocks: vec![Block::Table(Table { columns: vec!["date", "side", "id", "title"], rows })],
        flat: Box::new(|| flat(view)),
        notes,
        footnotes: footnotes.into_texts(),
    }
}

fn json(view: &View, links: bool) -> serde_json::Map<String, serde_json::Value> {
    let dataset = view.dataset;
    let events: Vec<_> = view.events.iter().map(|&ix| v1::event(dataset.event(ix), dataset)).collect();
    let mut json = serde_json::Map::new();
    json.insert("events".into(), events.into());
    if links {
        let links: Vec<v1::Link> =
            view.links.iter().map(|&ix| v1::link(ix, dataset, view.graph, Basis::FirstPublic)).collect();
        json.insert("links".into(), v1::value(&links));
    }
    json
}

/// One event a row, with every field that fits into a cell.
fn flat(view: &View) -> Table {
    let dataset = view.dataset;
    let joined = |items: Vec<String>| items.join("; ");
    let row = |event: &Event| {
        let date = event.date.value;
        let numbers = event.identifiers.iter().map(|number| format!("{} {}", number.scheme(), number.value()));
        vec![
            event.id.to_string(),
            date.to_string(),
            date.earliest().to_string(),
            date.latest().to_string(),
            dataset.side(event).to_string(),
            event.category.to_string(),
            event.category.family().to_string(),
            event.importance.to_string(),
            event.title.clone(),
            event.title_zh.clone().unwrap_or_default(),
            joined(event.actors.iter().map(ToString::to_string).collect()),
            joined(event.targets.iter().map(|target| target.actor.to_string()).collect()),
            joined(event.technologies.iter().map(ToString::to_string).collect()),
            joined(numbers.collect()),
            joined(event.causes.iter().map(|claim| format!("{} {}", claim.kind, claim.event)).collect()),
            joined(
                event
                    .legal
                    .iter()
                    .flat_map(|link| link.events.iter().map(move |e| format!("{} {e}", link.kind)))
                    .collect(),
            ),
            event.summary.clone(),
            joined(event.sources.iter().map(|source| source.url.clone()).collect()),
        ]
    };
    Table {
        columns: vec![
            "id",
            "date",
            "earliest",
            "latest",
            "side",
            "category",
            "family",
            "importance",
            "title",
            "title_zh",
            "actors",
            "targets",
            "technologies",
            "identifiers",
            "causes",
            "legal",
            "summary",
            "sources",
        ],
        rows: view.events.iter().map(|&ix| row(dataset.event(ix))).collect(),
    }
}

/// A word of a vocabulary, for cells.
pub(super) fn word<T: Vocabulary>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.word().to_owned())
}
