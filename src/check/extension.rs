//! What the rules on extensions share: which ends an extension reaches, and how far they had been moved before it.

use crate::{
    dataset::{
        Dataset, EventIx,
        Step::{Index, Key},
    },
    graph::{EventGraph, LinkKind, Reached, reached},
    model::{Edtf, LegalLink, LegalType},
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
    /// What it reaches that has an end of its own; what earlier extensions put in force is not among it.
    pub(super) ends: Vec<(Reached, Edtf)>,
}

/// Every extension in the collection, once for each event that it names.
pub(super) fn extensions<'a>(dataset: &'a Dataset, graph: &EventGraph) -> Vec<Extension<'a>> {
    let mut all = Vec::new();
    for (event, written) in dataset.iter() {
        for (entry, link) in written.legal.iter().enumerate() {
            if link.kind != LegalType::Extends || !link.is_act() {
                continue;
            }
            for (position, id) in link.events.iter().enumerate() {
                let Some(target) = dataset.find(id.as_str()) else { continue };
                let ends = ends_reached(dataset, graph, link, target);
                all.push(Extension { event, entry, link, target, position, ends });
            }
        }
    }
    all
}

fn ends_reached(dataset: &Dataset, graph: &EventGraph, link: &LegalLink, target: EventIx) -> Vec<(Reached, Edtf)> {
    let own_kind = |reached: &Reached| reached.entry.map(|entry| dataset.event(target).legal[entry].kind);
    reached(dataset, graph, link, target)
        .into_iter()
        .filter(|reached| own_kind(reached) != Some(LegalType::Extends))
        .filter_map(|reached| reached.until.map(|until| (reached, until)))
        .collect()
}

impl Extension<'_> {
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
    pub(super) fn end_span(&self, dataset: &Dataset, reached: &Reached) -> Span {
        let Some(entry) = reached.entry else {
            let own = dataset.event(self.target).measure.as_ref();
            let of_part = own.and_then(|own| own.parts.iter().find(|part| part.id == reached.part));
            return match of_part.filter(|part| part.until.is_some()) {
                Some(part) => {
                    let path = [Key("measure"), Key("parts"), Key(part.id.as_str()), Key("until")];
                    dataset.span_of(self.target, &path)
                }
                None => dataset.span_of(self.target, &[Key("measure"), Key("until")]),
            };
        };
        dataset.span_of(self.target, &[Key("legal"), Index(entry), Key("until")])
    }

    /// The end as it stood when this extension was decided: the target's own, moved by earlier extensions that nothing
    /// has ended.
    pub(super) fn old_end(&self, dataset: &Dataset, graph: &EventGraph, (reached, own): &(Reached, Edtf)) -> Edtf {
        let decided = |event: EventIx, link: &LegalLink| {
            let written = dataset.event(event);
            let from = link.from.unwrap_or(*written.default_from()).earliest();
            (written.date.value.earliest(), from, event)
        };
        let mine = decided(self.event, self.link);
        let mut end = *own;
        for ix in graph.effects(self.target) {
            let link = graph.link(ix);
            if link.kind != LinkKind::Legal(LegalType::Extends) {
                continue;
            }
            let earlier = &dataset.event(link.to).legal[link.entry];
            let counts = earlier.is_act()
                && decided(link.to, earlier) < mine
                && reached.is_covered_by(earlier, self.target, dataset)
                && !was_ended(graph, link.to);
            let Some(until) = earlier.until.filter(|_| counts) else { continue };
            if until.latest() > end.latest() {
                end = until;
            }
        }
        end
    }
}

/// Whether any link puts an end to what the event did.
fn was_ended(graph: &EventGraph, event: EventIx) -> bool {
    graph.effects(event).into_iter().any(|ix| matches!(graph.link(ix).kind, LinkKind::Legal(kind) if kind.ends()))
}
