//! The parts of a measure: as declared, as its targets give them, and as later acts cut them.

use std::collections::BTreeMap;

use crate::{
    dataset::{Dataset, EventIx},
    graph::{EventGraph, LinkKind},
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

/// All parts of a measure: its own, each followed by those that legal links of later events cut out of it. With
/// `known`, only links of events that answer true count.
pub fn measure_parts(
    dataset: &Dataset,
    graph: &EventGraph,
    measure: EventIx,
    known: &dyn Fn(EventIx) -> bool,
) -> Vec<MeasurePart> {
    let mut cut: BTreeMap<PartId, Option<String>> = BTreeMap::new();
    for link in graph.effects(measure).into_iter().map(|ix| graph.link(ix)) {
        let LinkKind::Legal(_) = link.kind else { continue };
        if !known(link.to) {
            continue;
        }
        for part in &dataset.event(link.to).legal[link.entry].parts {
            if part.id.stem().is_some() {
                let words = cut.entry(part.id.clone()).or_default();
                if words.is_none() {
                    words.clone_from(&part.words);
                }
            }
        }
    }
    let mut parts = Vec::new();
    for own in own_parts(dataset.event(measure)) {
        let head = own.id.to_string();
        let within = format!("{head}.");
        let (from, until) = (own.from, own.until);
        let declared = |id: &PartId| parts_contain(dataset.event(measure), id);
        let cuts = cut.iter().filter(|(id, _)| id.as_str().starts_with(&within) && !declared(id));
        let cuts: Vec<MeasurePart> =
            cuts.map(|(id, words)| MeasurePart { id: id.clone(), text: words.clone(), from, until }).collect();
        parts.push(own);
        parts.extend(cuts);
    }
    parts
}

/// Whether the event's own measure has a part of that name.
pub(super) fn parts_contain(event: &Event, id: &PartId) -> bool {
    let Some(measure) = &event.measure else { return false };
    if !measure.parts.is_empty() {
        return measure.parts.iter().any(|part| part.id == *id);
    }
    event.category.targets_are_parts()
        && event.targets.iter().any(|target| target.how.is_none() && target.actor.as_str() == id.as_str())
}
