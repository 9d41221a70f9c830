//! One actor or technology: all done by it and to it.

use serde_json::json;

use super::{Block, Report, Table, v1, words};
use crate::{
    dataset::{Dataset, EventIx},
    model::{Actor, Event, Technology, Vocabulary},
    query::View,
};

/// An actor: what it, or a body that belongs to it, did and said, and what was aimed at it.
pub fn show_actor<'a>(actor: &Actor, view: &View<'a>) -> Report<'a> {
    let registers = view.dataset.registers();
    let within = |id: &crate::model::ActorId| registers.belongs_to(id, &actor.id);
    let chosen = |holds: &dyn Fn(&Event) -> bool| -> Vec<EventIx> {
        view.events.iter().copied().filter(|&ix| holds(view.dataset.event(ix))).collect()
    };
    let did = chosen(&|event| event.actors.iter().any(within));
    let suffered = chosen(&|event| event.targets.iter().any(|target| within(&target.actor)));
    let mut facts =
        vec![vec!["kind".to_owned(), actor.kind.to_string()], vec!["side".to_owned(), actor.side.to_string()]];
    let mut fact = |name: &str, value: Option<String>| facts.extend(value.map(|value| vec![name.to_owned(), value]));
    fact("Chinese name", actor.name_zh.clone());
    fact(
        "belongs to",
        actor.parent.as_ref().map(|parent| super::show::full_name(parent.as_str(), registers).to_owned()),
    );
    fact("also called", (!actor.aliases.is_empty()).then(|| actor.aliases.join("; ")));
    fact("page", actor.url.clone());
    let head = json!({
        "id": actor.id.to_string(), "name": actor.name, "name_zh": actor.name_zh, "kind": actor.kind.word(),
        "side": actor.side.to_string(),
    });
    subject(
        ("actor", head),
        format!("{}  {}", actor.id, actor.name),
        facts,
        [("Done by it", did), ("Done to it", suffered)],
        view,
    )
}

/// A technology: all events about it, or about one within it.
pub fn show_technology<'a>(technology: &Technology, view: &View<'a>) -> Report<'a> {
    let registers = view.dataset.registers();
    let about = |event: &Event| event.technologies.iter().any(|id| registers.lies_within(id, &technology.id));
    let about: Vec<EventIx> = view.events.iter().copied().filter(|&ix| about(view.dataset.event(ix))).collect();
    let mut facts = Vec::new();
    let mut fact = |name: &str, value: Option<String>| facts.extend(value.map(|value| vec![name.to_owned(), value]));
    fact("Chinese name", technology.name_zh.clone());
    fact("within", technology.broader.as_ref().map(ToString::to_string));
    fact("also called", (!technology.aliases.is_empty()).then(|| technology.aliases.join("; ")));
    let head = json!({ "id": technology.id.to_string(), "name": technology.name, "name_zh": technology.name_zh });
    let heading = format!("{}  {}", technology.id, technology.name);
    subject(("technology", head), heading, facts, [("Events about it", about), ("", Vec::new())], view)
}

fn subject<'a>(
    head: (&'static str, serde_json::Value),
    heading: String,
    facts: Vec<Vec<String>>,
    lists: [(&'static str, Vec<EventIx>); 2],
    view: &View<'a>,
) -> Report<'a> {
    let dataset = view.dataset;
    let mut blocks = vec![Block::Heading(heading)];
    if !facts.is_empty() {
        blocks.push(Block::Table(Table { columns: Vec::new(), rows: facts }));
    }
    for (name, events) in lists.iter().filter(|(_, events)| !events.is_empty()) {
        blocks.push(Block::Heading(format!("{name} ({})", events.len())));
        let rows = events.iter().map(|&ix| row(ix, dataset)).collect();
        blocks.push(Block::Table(Table { columns: Vec::new(), rows }));
    }
    let empty = lists.iter().all(|(_, events)| events.is_empty());
    let notes = if empty { vec!["no event in the collection names it".to_owned()] } else { Vec::new() };
    let also = lists.clone();
    Report {
        schema: "ensue/show/1",
        json: Box::new(move || json(&head, &also, dataset)),
        blocks,
        flat: Box::new(move || flat(&lists, dataset)),
        notes,
        footnotes: Vec::new(),
    }
}

fn row(ix: EventIx, dataset: &Dataset) -> Vec<String> {
    let event = dataset.event(ix);
    vec![event.date.value.to_string(), words::side(event, dataset), event.id.to_string(), event.title.clone()]
}

fn json(
    head: &(&str, serde_json::Value),
    lists: &[(&str, Vec<EventIx>)],
    dataset: &Dataset,
) -> serde_json::Map<String, serde_json::Value> {
    let mut json = serde_json::Map::new();
    json.insert(head.0.into(), head.1.clone());
    for (name, events) in lists.iter().filter(|(name, _)| !name.is_empty()) {
        let listed: Vec<_> = events.iter().map(|&ix| v1::event(dataset.event(ix), dataset)).collect();
        json.insert(name.to_lowercase().replace(' ', "_"), listed.into());
    }
    json
}

fn flat(lists: &[(&str, Vec<EventIx>)], dataset: &Dataset) -> Table {
    let rows = lists.iter().flat_map(|(name, events)| {
        events.iter().map(|&ix| std::iter::once((*name).to_owned()).chain(row(ix, dataset)).collect())
    });
    Table { columns: vec!["list", "date", "side", "id", "title"], rows: rows.collect() }
}
