//! A state change needs something to change.

use super::{Check, places::Misread};
use crate::{
    dataset::{
        Dataset, EventIx,
        Step::{Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::{EventGraph, LinkKind, acts_on_anything, own_parts, reached},
    model::{LegalLink, LegalType},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("acts-on-nothing"),
        severity: Severity::Error,
        summary: "a state change acts on nothing",
        doc: r"A link that changes a state acts on what its target put in force: a part of the target's measure, or one of the
target's own links that change a state. Where there is neither, no state would ever show the change. Three slips are
common: the target lacks its `measure`; `resumes` points at the suspension instead of at what was suspended; `extends`
points at an earlier extension instead of at the event that set the end. `repeals` on an event without a measure means
that it was withdrawn, and is fine.

```yaml
id: us-2019-listing          # no measure
---
id: us-2019-licence
legal:
  - {type: exempts, event: us-2019-listing, until: 2019-08-18}
```

Mended: the listing says that it puts something in force.

```yaml
id: us-2019-listing
measure: {}
---
id: us-2019-licence
legal:
  - {type: exempts, event: us-2019-listing, until: 2019-08-18}
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    let misread = Misread::of(dataset, found);
    for (ix, event) in dataset.iter() {
        for (entry, link) in event.legal.iter().enumerate().filter(|(_, link)| link.is_act()) {
            for (position, id) in link.events.iter().enumerate() {
                let Some(target) = dataset.find(id.as_str()) else { continue };
                if misread.has(ix) || misread.has(target) {
                    continue;
                }
                if let Some(nothing) = nothing_to_act_on(dataset, graph, link, target) {
                    let place = dataset.span_of(ix, &[Key("legal"), Index(entry), Key("event"), Index(position)]);
                    let message = format!("`{}` acts on nothing in `{id}`: {}", link.kind, nothing.why(link));
                    found.push(
                        Diagnostic::new(&CHECK.info, place, message).at(nothing.label()).help(nothing.help(link, id)),
                    );
                }
            }
        }
    }
}

/// Why a link acts on nothing.
enum Nothing {
    /// The target put nothing in force.
    NoMeasure,
    /// It put something in force, but none of the parts named; these are there.
    NoSuchPart(Vec<String>),
    /// A `resumes` at the suspension itself, which acts on this.
    Suspension(String),
    /// An `extends` at what has no last day.
    NoEnd,
    /// An `extends` at an extension of this.
    Extension(String),
}

fn nothing_to_act_on(dataset: &Dataset, graph: &EventGraph, link: &LegalLink, target: EventIx) -> Option<Nothing> {
    let event = dataset.event(target);
    let own = |kind: LegalType| event.legal.iter().find(|own| own.is_act() && own.kind == kind);
    let named = |own: &LegalLink| own.events.first().map(ToString::to_string);
    if link.kind == LegalType::Repeals && link.parts.is_empty() {
        return None;
    }
    if !acts_on_anything(dataset, graph, link, target) {
        let parts = own_parts(event).into_iter().map(|part| part.id.to_string());
        let through = event.legal.iter().filter(|own| own.is_act()).flat_map(|own| &own.events);
        let there: Vec<String> = parts.chain(through.map(ToString::to_string)).collect();
        return Some(if there.is_empty() { Nothing::NoMeasure } else { Nothing::NoSuchPart(there) });
    }
    match link.kind {
        LegalType::Resumes if event.measure.is_none() && !is_suspended(graph, target) => {
            own(LegalType::Suspends).and_then(named).map(Nothing::Suspension)
        }
        LegalType::Extends if !sets_an_end(dataset, graph, link, target) => {
            Some(own(LegalType::Extends).and_then(named).map_or(Nothing::NoEnd, Nothing::Extension))
        }
        _ => None,
    }
}

fn is_suspended(graph: &EventGraph, event: EventIx) -> bool {
    graph.effects(event).any(|ix| graph.link(ix).kind == LinkKind::Legal(LegalType::Suspends))
}

/// Whether the target itself sets an end that the extension covers; an end that an extension moved is not set by it.
fn sets_an_end(dataset: &Dataset, graph: &EventGraph, link: &LegalLink, target: EventIx) -> bool {
    let event = dataset.event(target);
    let sets = |own: &LegalLink| own.is_act() && own.until.is_some() && own.kind != LegalType::Extends;
    if link.parts.is_empty() {
        return event.legal.iter().any(sets) || own_parts(event).iter().any(|part| part.until.is_some());
    }
    reached(dataset, graph, link, target)
        .iter()
        .any(|reached| reached.until.is_some() && reached.entry.is_none_or(|entry| sets(&event.legal[entry])))
}

impl Nothing {
    fn why(&self, link: &LegalLink) -> String {
        let parts: Vec<String> = link.parts.iter().map(|part| format!("`{}`", part.id)).collect();
        match self {
            Self::NoMeasure => "it has no `measure`, and no link of its own changes a state".to_owned(),
            Self::NoSuchPart(there) => {
                format!("expected one of {}, found {}", there.join(", "), parts.join(", "))
            }
            Self::Suspension(_) => "it is the suspension, not what was suspended".to_owned(),
            Self::NoEnd => "it sets no end date".to_owned(),
            Self::Extension(_) => "it only extends an end that another event set".to_owned(),
        }
    }

    fn label(&self) -> &'static str {
        match self {
            Self::NoMeasure => "puts nothing in force",
            Self::NoSuchPart(_) => "none of its parts is covered",
            Self::Suspension(_) => "a suspension",
            Self::NoEnd => "sets no end",
            Self::Extension(_) => "an extension itself",
        }
    }

    fn help(&self, link: &LegalLink, target: &crate::model::EventId) -> String {
        match self {
            Self::NoMeasure => match link.kind {
                LegalType::Annuls => format!(
                    "add `measure: {{}}` to `{target}` if it put something in force; if a court finds against it \
                     without stopping anything, write `rules-against`"
                ),
                _ => format!(
                    "add `measure: {{}}` to `{target}` if it put something in force; a plan, proposal or statement has \
                     no state to change: it is answered by `finalises`, `corrects` or a cause, and withdrawn by `repeals`"
                ),
            },
            Self::NoSuchPart(_) => "name a part of its measure, or the id of an event that its own links point at; \
                                    without `parts` the link covers all"
                .to_owned(),
            Self::Suspension(suspended) => format!("point at what was suspended: `{suspended}`"),
            Self::NoEnd => format!(
                "add the `until` to `{target}` if it set one, or point at the event that set the end; what has no end \
                 needs no extension"
            ),
            Self::Extension(extended) => format!("point at the event that set the end: `{extended}`"),
        }
    }
}
