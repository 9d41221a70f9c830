//! What a link that changes state acts on: the fold's question asked from the other end, of a link instead of a part.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    fold::DEEPEST,
    parts::{has_own_part, measure_parts, own_parts},
};
use crate::{
    dataset::{Dataset, EventIx},
    graph::EventGraph,
    model::{Edtf, LegalLink, PartId},
};

/// One thing that an event put in force, seen for one part of one measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The measure that the part belongs to.
    pub measure: EventIx,
    /// The part; of a measure without parts, the event's id.
    pub part: PartId,
    /// The position in the event's `legal` of the link through which it reaches the part; none where the part is its
    /// own.
    pub entry: Option<usize>,
    /// The event at which that link points; where the part is its own, the event itself.
    pub towards: EventIx,
    /// Last day of the part, or of the link, by its own words.
    pub until: Option<Edtf>,
}

impl Reached {
    /// Whether `link`, which acts on `target`, covers this.
    pub fn is_covered_by(&self, link: &LegalLink, target: EventIx, dataset: &Dataset) -> bool {
        let reach = Reach { target, towards: self.towards, measure: self.measure, part: &self.part };
        reach.is_covered_by(link, dataset)
    }
}

/// How an act on one event reaches a part of a measure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach<'a> {
    /// The event acted on.
    pub(super) target: EventIx,
    /// The event at which the link acted on points; where the part itself is acted on, the measure.
    pub(super) towards: EventIx,
    pub(super) measure: EventIx,
    pub(super) part: &'a PartId,
}

impl Reach<'_> {
    /// Whether `link`, which acts on the target, covers the part.
    ///
    /// It covers it if it names no parts, the part, one that the part is cut out of, the measure, or the event at which
    /// the link acted on points. On an event other than the measure, a name that is one of that event's own parts means
    /// that own part.
    pub(super) fn is_covered_by(self, link: &LegalLink, dataset: &Dataset) -> bool {
        let is_id = |id: &PartId, event: EventIx| id.as_str() == dataset.event(event).id.as_str();
        let names_it = |id: &PartId| {
            is_id(id, self.measure)
                || is_id(id, self.towards)
                || (is_or_holds(id, self.part)
                    && (self.target == self.measure || !has_own_part(dataset.event(self.target), id)))
        };
        link.parts.is_empty() || link.parts.iter().any(|part| names_it(&part.id))
    }
}

/// Whether `part` is `whole`, or was cut out of it.
fn is_or_holds(whole: &PartId, part: &PartId) -> bool {
    part.as_str().strip_prefix(whole.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Everything that event `target` put in force and that `link` covers: the parts of its measure, and its own links
/// that change state, once for each part that they reach. A link deeper than 200 acts on acts is not followed.
pub fn reached(dataset: &Dataset, graph: &EventGraph, link: &LegalLink, target: EventIx) -> Vec<Reached> {
    let mut search = Search { dataset, graph, known: BTreeMap::new() };
    let all = search.put_in_force(target, 0);
    all.iter().filter(|reached| reached.is_covered_by(link, target, dataset)).cloned().collect()
}

/// Whether `link` acts on anything that event `target` put in force; quicker than to ask for all of it. A link that
/// names no parts acts on every act of the target, be it in vain itself.
pub fn acts_on_anything(dataset: &Dataset, graph: &EventGraph, link: &LegalLink, target: EventIx) -> bool {
    let event = dataset.event(target);
    if link.parts.is_empty() {
        return event.measure.is_some() || event.legal.iter().any(LegalLink::is_act);
    }
    let names_own = |id: &PartId| {
        own_parts(event).iter().any(|own| is_or_holds(id, &own.id) || is_or_holds(&own.id, id))
            || (event.measure.is_some() && id.as_str() == event.id.as_str())
    };
    link.parts.iter().any(|part| names_own(&part.id)) || !reached(dataset, graph, link, target).is_empty()
}

/// A walk down the legal links, each event worked out once.
struct Search<'a> {
    dataset: &'a Dataset,
    graph: &'a EventGraph,
    known: BTreeMap<EventIx, Rc<Vec<Reached>>>,
}

impl Search<'_> {
    fn put_in_force(&mut self, event: EventIx, depth: usize) -> Rc<Vec<Reached>> {
        if let Some(known) = self.known.get(&event) {
            return Rc::clone(known);
        }
        let mut all: Vec<Reached> = measure_parts(self.dataset, self.graph, event, &|_| true)
            .into_iter()
            .map(|part| Reached { measure: event, part: part.id, entry: None, towards: event, until: part.until })
            .collect();
        let links = self.dataset.event(event).legal.iter().enumerate();
        for (entry, link) in links.filter(|(_, link)| depth < DEEPEST && link.is_act()) {
            let mut through = Vec::new();
            for target in link.events.iter().filter_map(|id| self.dataset.find(id.as_str())) {
                let below = self.put_in_force(target, depth + 1);
                let covered = below.iter().filter(|reached| reached.is_covered_by(link, target, self.dataset));
                through.extend(covered.map(|reached| Reached {
                    entry: Some(entry),
                    towards: target,
                    until: link.until,
                    ..reached.clone()
                }));
            }
            through.sort_by(|a, b| (a.measure, &a.part, a.towards).cmp(&(b.measure, &b.part, b.towards)));
            through.dedup();
            all.extend(through);
        }
        let all = Rc::new(all);
        self.known.insert(event, Rc::clone(&all));
        all
    }
}
