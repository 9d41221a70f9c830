//! The parts of a measure: as declared, as its targets give them, and as later acts cut them.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::DEEPEST;
use crate::{
    dataset::{Dataset, EventIx},
    graph::{EventGraph, Link, LinkKind},
    model::{Edtf, Event, PartId},
};

/// A part of a measure with the words and days that its own event gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasurePart {
    /// Its name; of a measure without parts, the event's id.
    pub id: PartId,
    /// Its words, where it has any.
    pub text: Option<String>,
    /// First day.
    pub from: Edtf,
    /// Last day.
    pub until: Option<Edtf>,
}

impl MeasurePart {
    /// Whether it stands for the whole of a measure that has no parts.
    pub fn is_whole(&self, event: &Event) -> bool {
        self.id.as_str() == event.id.as_str()
    }
}

/// The parts that an event's own file gives its measure: those declared, else the plainly named targets of a listing,
/// else the whole as one, under the event's id. Empty where the event has no measure.
pub fn own_parts(event: &Event) -> Vec<MeasurePart> {
    let Some(measure) = &event.measure else { return Vec::new() };
    let from = measure.from.unwrap_or(*event.default_from());
    let part = |id: PartId, text: Option<String>| MeasurePart { id, text, from, until: measure.until };
    if !measure.parts.is_empty() {
        let declared = measure.parts.iter().map(|declared| MeasurePart {
            id: declared.id.clone(),
            text: Some(declared.text.clone()),
            from: declared.from.unwrap_or(from),
            until: declared.until.or(measure.until),
        });
        return declared.collect();
    }
    if event.category.targets_are_parts() {
        let named = event.targets.iter().filter(|target| target.how.is_none());
        let parts: Vec<MeasurePart> = named.map(|target| part(PartId::of_actor(&target.actor), None)).collect();
        if !parts.is_empty() {
            return parts;
        }
    }
    vec![part(PartId::of_event(&event.id), None)]
}

/// All parts of a measure: its own, each followed by those that later acts cut out of it, be it directly or through
/// other acts. With `known`, only links of events that answer true count.
pub fn measure_parts(
    dataset: &Dataset,
    graph: &EventGraph,
    measure: EventIx,
    known: &dyn Fn(EventIx) -> bool,
) -> Vec<MeasurePart> {
    let event = dataset.event(measure);
    let mut cut: BTreeMap<&str, BTreeMap<&PartId, Option<&String>>> = BTreeMap::new();
    for link in acts_that_reach(dataset, graph, measure, known) {
        for part in &dataset.event(link.to).legal[link.entry].parts {
            let id = &part.id;
            if id.stem().is_none() || (link.from != measure && has_own_part(dataset.event(link.from), id)) {
                continue;
            }
            if let Some(whole) = heads(id).find(|head| declares(event, head))
                && whole != id.as_str()
            {
                let words = cut.entry(whole).or_default().entry(id).or_default();
                *words = words.or(part.words.as_ref());
            }
        }
    }
    let mut parts = Vec::new();
    for own in own_parts(event) {
        let cuts = cut.remove(own.id.as_str()).unwrap_or_default();
        let (from, until) = (own.from, own.until);
        parts.push(own);
        parts.extend(cuts.into_iter().map(|(id, text)| MeasurePart {
            id: id.clone(),
            text: text.cloned(),
            from,
            until,
        }));
    }
    parts
}

/// Links that change state and that reach an event, directly or through one another, in time order. Acts on acts are
/// followed as deep as the fold follows them.
fn acts_that_reach<'a>(
    dataset: &Dataset,
    graph: &'a EventGraph,
    event: EventIx,
    known: &dyn Fn(EventIx) -> bool,
) -> Vec<&'a Link> {
    let mut acts = Vec::new();
    let mut seen = BTreeSet::new();
    let mut edge = vec![event];
    for _ in 0..DEEPEST {
        let mut next = Vec::new();
        for link in edge.drain(..).flat_map(|event| graph.effects(event)).map(|ix| graph.link(ix)) {
            if is_act(link, dataset) && known(link.to) {
                acts.push(link);
                if seen.insert(link.to) {
                    next.push(link.to);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        edge = next;
    }
    acts.sort_by_key(|link| (link.to, link.entry));
    acts
}

/// Whether a link of the graph changes a state.
pub(super) fn is_act(link: &Link, dataset: &Dataset) -> bool {
    matches!(link.kind, LinkKind::Legal(kind) if kind.changes_state())
        && dataset.event(link.to).legal[link.entry].is_act()
}

/// Whether the event's own measure has a part of that name, or one that it is cut out of.
pub(super) fn has_own_part(event: &Event, id: &PartId) -> bool {
    heads(id).any(|head| declares(event, head))
}

/// The name, and those of the parts that it is cut out of, nearest first: `p1.x.y`, `p1.x`, `p1`.
fn heads(id: &PartId) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(id.as_str()), |name| Some(name.rsplit_once('.')?.0))
}

/// Whether the event's own file gives its measure a part of that name.
fn declares(event: &Event, name: &str) -> bool {
    let Some(measure) = &event.measure else { return false };
    if !measure.parts.is_empty() {
        return measure.parts.iter().any(|part| part.id.as_str() == name);
    }
    event.category.targets_are_parts()
        && event.targets.iter().any(|target| target.how.is_none() && target.actor.as_str() == name)
}
