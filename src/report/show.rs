//! One event, whole.

use std::cell::RefCell;

use serde_json::json;

use super::{Block, Footnotes, Report, Table, states, v1, words};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{Basis, EventGraph, Lag, Link, LinkKind, LinksOf, measure_states, state_of_whole},
    model::{Day, Event, EventId, Evidence, SourceKey, Vocabulary},
};

/// Everything about one event: dates, state on a day, links both ways with their evidence, commitments and what became
/// of them, conflicts, sources, its place in a file (`place`, as `file:line`), and the official page where an
/// identifier gives it.
///
/// With `cite`, sources are footnotes with numbers, to paste into a memo; else a list under the event's own names.
pub fn show<'a>(
    of: EventIx,
    dataset: &'a Dataset,
    graph: &'a EventGraph,
    on: Day,
    place: &str,
    cite: bool,
) -> Report<'a> {
    let teller = Teller { of, event: dataset.event(of), dataset, graph, on };
    let event = teller.event;
    let marks = Marks { own: &event.id, footnotes: cite.then(RefCell::default) };
    let mut blocks = vec![Block::Heading(format!("{}  {}", event.id, event.title))];
    blocks.push(Block::Table(Table { columns: Vec::new(), rows: teller.facts(place, &marks) }));
    blocks.push(Block::Text(event.summary.trim().to_owned()));
    for (heading, rows) in [
        ("State", teller.state_rows()),
        ("What it answers, and who says so", teller.cause_rows(&marks)),
        ("What it does to earlier acts", teller.legal_rows(&marks)),
        ("What is said to answer it", teller.effect_rows(&marks)),
        ("What later acts did to it", teller.later_legal_rows(&marks)),
        ("What it promises or threatens", teller.commitment_rows(&marks)),
        ("That it happened", evidence_rows(event, &event.evidence, dataset, &marks)),
        ("Where sources disagree", teller.conflict_rows(&marks)),
        ("Nothing answered it", teller.unanswered_rows()),
        ("Sources", if cite { Vec::new() } else { teller.source_rows() }),
    ] {
        if !rows.is_empty() {
            blocks.push(Block::Heading(heading.to_owned()));
            blocks.push(Block::Table(Table { columns: Vec::new(), rows }));
        }
    }
    let (place, also_place) = (place.to_owned(), place.to_owned());
    Report {
        schema: "ensue/show/1",
        json: Box::new(move || teller.json(&also_place)),
        blocks,
        flat: Box::new(move || Table {
            columns: vec!["field", "value"],
            rows: teller.facts(&place, &Marks::plain(teller.event)),
        }),
        notes: Vec::new(),
        footnotes: marks.into_texts(),
    }
}

/// How sources are marked behind what they say.
struct Marks<'a> {
    /// The event shown, whose sources are listed under their own names.
    own: &'a EventId,
    /// Numbers instead of names, where footnotes are asked for.
    footnotes: Option<RefCell<Footnotes>>,
}

impl<'a> Marks<'a> {
    fn plain(event: &'a Event) -> Self {
        Self { own: &event.id, footnotes: None }
    }

    /// ` [s1, s2]`, or ` [1][2]`; nothing where nothing is cited, or where the names would be another event's.
    fn text(&self, event: &Event, keys: &[SourceKey]) -> String {
        if let Some(footnotes) = &self.footnotes {
            return footnotes.borrow_mut().cite(event, keys);
        }
        if keys.is_empty() || event.id != *self.own {
            return String::new();
        }
        format!(" [{}]", keys.iter().map(SourceKey::as_str).collect::<Vec<&str>>().join(", "))
    }

    fn into_texts(self) -> Vec<String> {
        self.footnotes.map(|footnotes| footnotes.into_inner().into_texts()).unwrap_or_default()
    }
}

#[derive(Clone, Copy)]
struct Teller<'a> {
    of: EventIx,
    event: &'a Event,
    dataset: &'a Dataset,
    graph: &'a EventGraph,
    on: Day,
}

impl Teller<'_> {
    fn facts(&self, place: &str, marks: &Marks) -> Vec<Vec<String>> {
        let (event, registers) = (self.event, self.dataset.registers());
        let mut rows = Vec::new();
        let mut row = |name: &str, value: String| {
            if !value.is_empty() {
                rows.push(vec![name.to_owned(), value]);
            }
        };
        let cited = |keys: &[SourceKey]| if keys.is_empty() { String::new() } else { marks.text(event, keys) };
        let note = |note: &Option<String>| note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        row("Chinese title", event.title_zh.clone().unwrap_or_default());
        row("first public", format!("{}{}{}", event.date.value, cited(&event.date.sources), note(&event.date.note)));
        for (kind, date) in &event.dates {
            row(kind.word(), format!("{}{}{}", date.value, cited(&date.sources), note(&date.note)));
        }
        row("category", format!("{} ({})", event.category, event.category.family()));
        row("importance", event.importance.to_string());
        let actors: Vec<&str> = event.actors.iter().map(|id| full_name(id.as_str(), registers)).collect();
        row("acting", actors.join("; "));
        let target = |target: &crate::model::Target| match target.how {
            None => full_name(target.actor.as_str(), registers).to_owned(),
            Some(how) => format!("{} ({how})", full_name(target.actor.as_str(), registers)),
        };
        row("aimed at", event.targets.iter().map(target).collect::<Vec<String>>().join("; "));
        let technology = |id: &crate::model::TechnologyId| {
            registers.technology(id.as_str()).map_or_else(|| id.to_string(), |technology| technology.name.clone())
        };
        row("about", event.technologies.iter().map(technology).collect::<Vec<String>>().join("; "));
        for identifier in &event.identifiers {
            let page = identifier.official_page().map(|page| format!("  {page}")).unwrap_or_default();
            row(&identifier.scheme().word().replace('_', " "), format!("{}{page}", identifier.value()));
        }
        for amount in &event.amounts {
            row("amount", format!("{} {}: {}{}", amount.value, amount.unit, amount.what, cited(&amount.sources)));
        }
        row("file", place.to_owned());
        rows
    }

    fn state_rows(&self) -> Vec<Vec<String>> {
        let parts = measure_states(self.dataset, self.graph, self.of, self.on, None);
        let Some(whole) = state_of_whole(&parts) else { return Vec::new() };
        let mut on = format!("on {}", self.on);
        if let Some(day) = states::last_recorded(self.dataset, self.on) {
            on.push_str(&format!(", as last recorded on {day}"));
        }
        let mut rows = vec![vec![on, states::describe(&whole, self.event), states::reasons(&whole, self.dataset)]];
        if parts.len() > 1 || !parts[0].is_whole {
            rows.extend(parts.iter().map(|part| {
                let words = part.words.as_ref().map(|words| format!(": {words}")).unwrap_or_default();
                let name = format!("  {}{words}", states::part_name(part, &parts));
                vec![name, states::describe(part, self.event), states::reasons(part, self.dataset)]
            }));
        }
        rows
    }

    /// The other end of a link with its date and how many days lie between.
    fn other(&self, link: &Link, other: EventIx) -> Vec<String> {
        let (from, to) = (self.dataset.event(link.from), self.dataset.event(link.to));
        let event = self.dataset.event(other);
        let lag = Lag::on(Basis::FirstPublic, from, to).map_or_else(String::new, |lag| lag.to_string());
        vec![event.date.value.to_string(), lag, event.id.to_string(), words::link(link, self.dataset)]
    }

    fn cause_rows(&self, marks: &Marks) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for link in self.links(self.graph.causes(self.of), true) {
            rows.push(self.other(link, link.from));
            let claim = &self.event.causes[link.entry];
            rows.extend(evidence_rows(self.event, &claim.evidence, self.dataset, marks));
            rows.extend(claim.note.as_ref().map(|note| note_row(note)));
        }
        rows
    }

    fn effect_rows(&self, marks: &Marks) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for link in self.links(self.graph.effects(self.of), true) {
            rows.push(self.other(link, link.to));
            let later = self.dataset.event(link.to);
            rows.extend(evidence_rows(later, &later.causes[link.entry].evidence, self.dataset, marks));
        }
        rows
    }

    fn legal_rows(&self, marks: &Marks) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for link in self.links(self.graph.causes(self.of), false) {
            rows.push(self.cited(link, link.from, marks));
            rows.extend(self.event.legal[link.entry].note.as_ref().map(|note| note_row(note)));
        }
        rows
    }

    fn later_legal_rows(&self, marks: &Marks) -> Vec<Vec<String>> {
        self.links(self.graph.effects(self.of), false).map(|link| self.cited(link, link.to, marks)).collect()
    }

    /// The row of a legal link, with where it can be read.
    fn cited(&self, link: &Link, other: EventIx, marks: &Marks) -> Vec<String> {
        let mut row = self.other(link, other);
        let later = self.dataset.event(link.to);
        if let Some(words) = row.last_mut() {
            words.push_str(&marks.text(later, &later.legal[link.entry].sources));
        }
        row
    }

    fn links<'a>(&'a self, of: LinksOf<'a>, causes: bool) -> impl Iterator<Item = &'a Link> {
        of.map(|ix| self.graph.link(ix)).filter(move |link| link.kind.is_cause() == causes)
    }

    fn commitment_rows(&self, marks: &Marks) -> Vec<Vec<String>> {
        let registers = self.dataset.registers();
        let mut rows = Vec::new();
        for promise in &self.event.commitments {
            let due = promise.due.map(|due| format!(", due {due}")).unwrap_or_default();
            let by = full_name(promise.by.as_str(), registers);
            rows.push(vec![promise.id.to_string(), format!("{by}{due}"), promise.text.clone()]);
            let kept = self.resolutions(&promise.id);
            if kept.is_empty() {
                rows.push(vec![String::new(), "no act found that resolves it".to_owned()]);
            }
            for link in kept {
                let later = self.dataset.event(link.to);
                let word = if link.kind == LinkKind::Legal(crate::model::LegalType::Repeals) {
                    "withdrawn by"
                } else {
                    link.kind.word()
                };
                rows.push(vec![
                    String::new(),
                    format!("{word}, {}: {}  {}", later.date.value, later.id, later.label()),
                ]);
            }
            rows.extend(evidence_rows(self.event, &promise.evidence, self.dataset, marks));
        }
        rows
    }

    fn resolutions(&self, commitment: &crate::model::CommitmentId) -> Vec<&Link> {
        let resolves =
            |link: &&Link| self.dataset.event(link.to).legal[link.entry].commitment.as_ref() == Some(commitment);
        self.links(self.graph.effects(self.of), false).filter(resolves).collect()
    }

    fn conflict_rows(&self, marks: &Marks) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for conflict in &self.event.conflicts {
            let values: Vec<String> = conflict
                .values
                .iter()
                .map(|value| format!("{}{}", value.value, marks.text(self.event, &value.sources)))
                .collect();
            rows.push(vec![conflict.field.clone(), values.join(" against "), format!("ruling: {}", conflict.why)]);
        }
        rows
    }

    fn unanswered_rows(&self) -> Vec<Vec<String>> {
        let Some(found) = &self.event.unanswered else { return Vec::new() };
        let mut rows = vec![vec![format!("until {}", found.as_of), format!("searched: {}", found.searched.join("; "))]];
        rows.extend(found.note.as_ref().map(|note| note_row(note)));
        rows
    }

    fn source_rows(&self) -> Vec<Vec<String>> {
        self.event.sources.iter().map(|source| vec![format!("[{}]", source.id), source.reference()]).collect()
    }

    fn json(&self, place: &str) -> serde_json::Map<String, serde_json::Value> {
        let links = |of: LinksOf| {
            let all: Vec<v1::Link> = of.map(|ix| v1::link(ix, self.dataset, self.graph, Basis::FirstPublic)).collect();
            v1::value(&all)
        };
        let recorded = states::last_recorded(self.dataset, self.on);
        let parts = measure_states(self.dataset, self.graph, self.of, self.on, None);
        let parts: Vec<v1::State> =
            parts.iter().map(|part| v1::state(self.event, part, self.dataset, recorded)).collect();
        let pages: Vec<String> = self.event.identifiers.iter().filter_map(|number| number.official_page()).collect();
        let mut json = serde_json::Map::new();
        json.insert("event".into(), v1::event(self.event, self.dataset));
        json.insert("on".into(), json!(self.on.to_string()));
        json.insert("states".into(), v1::value(&parts));
        json.insert("causes".into(), links(self.graph.causes(self.of)));
        json.insert("effects".into(), links(self.graph.effects(self.of)));
        json.insert("official_pages".into(), json!(pages));
        json.insert("place".into(), json!(place));
        json
    }
}

/// The name of an actor, or its id where it is not registered.
pub(super) fn full_name<'a>(id: &'a str, registers: &'a crate::dataset::Registers) -> &'a str {
    registers.actor(id).map_or(id, |actor| &actor.name)
}

fn note_row(note: &str) -> Vec<String> {
    vec![String::new(), format!("note: {note}")]
}

/// Who says what, for and against.
fn evidence_rows(event: &Event, evidence: &[Evidence], dataset: &Dataset, marks: &Marks) -> Vec<Vec<String>> {
    let row = |item: &Evidence| {
        let speaker = match &item.by {
            Some(by) => full_name(by.as_str(), dataset.registers()).to_owned(),
            None => {
                let publishers: Vec<&str> =
                    event.cited(&item.sources).iter().map(|source| source.publisher.as_str()).collect();
                publishers.join(", ")
            }
        };
        let quote = item.quote.as_ref().map(|quote| format!(" “{quote}”")).unwrap_or_default();
        let keys = marks.text(event, &item.sources);
        vec![String::new(), format!("{} · {speaker}: {}{quote}{keys}", item.stance, item.says)]
    };
    evidence.iter().map(row).collect()
}
