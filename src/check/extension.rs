//! What the rules on extensions share: which ends an extension reaches, and how far they had been moved before it.

use crate::{
    dataset::{
        Dataset, EventIx,
        Step::{Index, Key},
    },
    graph::{EventGraph, LinkKind, Reached, own_parts, reached},
    model::{Edtf, LegalLink, LegalType, PartId},
    source::Span,
};

/// An extension of the ends that one event set.
pub(super) struct Extension<'a> {
    pub(super) event: EventIx,
    pub(super) entry: usize,
    pub(super) link: &'a LegalLink,
    /// The event that set the ends.
    pub(super) target: EventIx,
    position: usize,
}

/// A last day that an event set, for a part of its measure or for one of its links.
pub(super) struct End {
    /// The position of the link in `legal`; none for a part of the measure.
    entry: Option<usize>,
    /// The part of a measure for which it is looked at; none for a link where no extension tells parts apart.
    reached: Option<Reached>,
    /// The day by the words of the event that set it.
    pub(super) until: Edtf,
}

/// Every extension in the collection, once for each event that it names.
pub(super) fn extensions(dataset: &Dataset) -> impl Iterator<Item = Extension<'_>> {
    dataset.iter().flat_map(move |(event, written)| {
        let links = written.legal.iter().enumerate();
        let extending = links.filter(|(_, link)| link.kind == LegalType::Extends && link.is_act());
        extending.flat_map(move |(entry, link)| {
            let targets = link.events.iter().enumerate();
            targets.filter_map(move |(position, id)| {
                Some(Extension { event, entry, link, target: dataset.find(id.as_str())?, position })
            })
        })
    })
}

impl Extension<'_> {
    /// The ends that it reaches; what earlier extensions put in force is not among them. A link of the target is looked
    /// at part by part only where some extension of it names parts, since it may reach very many.
    pub(super) fn ends(&self, dataset: &Dataset, graph: &EventGraph) -> Vec<End> {
        let target = dataset.event(self.target);
        let is_extension = |entry: usize| target.legal[entry].kind == LegalType::Extends;
        let others = extensions_of(dataset, graph, self.target);
        if others.iter().any(|(_, link)| !link.parts.is_empty()) {
            let all = reached(dataset, graph, self.link, self.target).into_iter();
            let set_here = all.filter(|reached| !reached.entry.is_some_and(is_extension));
            return set_here
                .filter_map(|reached| Some(End { entry: reached.entry, until: reached.until?, reached: Some(reached) }))
                .collect();
        }
        let parts = own_parts(target).into_iter().filter_map(|part| {
            let reached =
                Reached { measure: self.target, part: part.id, entry: None, towards: self.target, until: part.until };
            Some(End { entry: None, until: part.until?, reached: Some(reached) })
        });
        let acts = target.legal.iter().enumerate().filter(|(entry, link)| link.is_act() && !is_extension(*entry));
        let links =
            acts.filter_map(|(entry, link)| Some(End { entry: Some(entry), until: link.until?, reached: None }));
        parts.chain(links).collect()
    }

    /// First day from which it runs.
    pub(super) fn from(&self, dataset: &Dataset) -> Edtf {
        self.link.from.unwrap_or(*dataset.event(self.event).default_from())
    }

    /// Where its target is written.
    pub(super) fn target_span(&self, dataset: &Dataset) -> Span {
        dataset.span_of(self.event, &[Key("legal"), Index(self.entry), Key("event"), Index(self.position)])
    }

    /// Where a field of it is written.
    pub(super) fn span(&self, dataset: &Dataset, field: &str) -> Span {
        dataset.span_of(self.event, &[Key("legal"), Index(self.entry), Key(field)])
    }

    /// Where an end that it reaches is written.
    pub(super) fn end_span(&self, dataset: &Dataset, end: &End) -> Span {
        if let Some(entry) = end.entry {
            return dataset.span_of(self.target, &[Key("legal"), Index(entry), Key("until")]);
        }
        let parts = dataset.event(self.target).measure.iter().flat_map(|measure| &measure.parts);
        let is_it = |id: &PartId| end.reached.as_ref().is_some_and(|reached| reached.part == *id);
        match parts.into_iter().find(|part| part.until.is_some() && is_it(&part.id)) {
            Some(part) => {
                let path = [Key("measure"), Key("parts"), Key(part.id.as_str()), Key("until")];
                dataset.span_of(self.target, &path)
            }
            None => dataset.span_of(self.target, &[Key("measure"), Key("until")]),
        }
    }

    /// The end as it stood when this extension was decided: the target's own, moved by earlier extensions that nothing
    /// has ended.
    pub(super) fn old_end(&self, dataset: &Dataset, graph: &EventGraph, end: &End) -> Edtf {
        let decided = |event: EventIx, link: &LegalLink| {
            let written = dataset.event(event);
            let from = link.from.unwrap_or(*written.default_from()).earliest();
            (written.date.value.earliest(), from, event)
        };
        let mine = decided(self.event, self.link);
        let earlier = extensions_of(dataset, graph, self.target).into_iter().filter(|&(event, link)| {
            let covers = end.reached.as_ref().is_none_or(|reached| reached.is_covered_by(link, self.target, dataset));
            decided(event, link) < mine && covers && !was_ended(graph, event)
        });
        let moved = earlier.filter_map(|(_, link)| link.until);
        moved.fold(end.until, |old, until| if until.latest() > old.latest() { until } else { old })
    }
}

/// Every extension of what an event set, with the event that holds it.
fn extensions_of<'a>(dataset: &'a Dataset, graph: &EventGraph, target: EventIx) -> Vec<(EventIx, &'a LegalLink)> {
    let effects = graph.effects(target).map(|ix| graph.link(ix));
    let extending = effects.filter(|link| link.kind == LinkKind::Legal(LegalType::Extends));
    let links = extending.map(|link| (link.to, &dataset.event(link.to).legal[link.entry]));
    links.filter(|(_, link)| link.is_act()).collect()
}

/// Whether any link puts an end to what the event did.
fn was_ended(graph: &EventGraph, event: EventIx) -> bool {
    graph.effects(event).any(|ix| matches!(graph.link(ix).kind, LinkKind::Legal(kind) if kind.ends()))
}
