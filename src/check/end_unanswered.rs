//! What was to end has ended, gone on, or nobody looked.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use crate::{
    dataset::{
        Dataset, EventIx,
        Step::{self, Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::{EventGraph, LinkKind},
    model::{Day, Edtf, LegalLink, LegalType, LinkPart, PartId},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("end-unanswered"),
        severity: Severity::Warning,
        summary: "a last day has passed, and no later link says what followed",
        doc: r"A last day before the collection's `as_of` has come and gone. Somebody should have looked whether the thing ran out,
was extended, or came back. A later act that extends, ends, resumes, suspends, or does the same anew answers it. If it
simply ran out, accept the warning and say where that can be seen.

```yaml
id: us-2019-licence
date: 2019-05-20
legal:
  - {type: exempts, event: us-2019-listing, until: 2019-08-18}
```

Mended by the act that followed:

```yaml
id: us-2019-longer-licence
date: 2019-08-19
legal:
  - {type: extends, event: us-2019-licence, until: 2019-11-17}
```

or by the editor's word that it ran out:

```yaml
id: us-2019-licence
date: 2019-05-20
legal:
  - {type: exempts, event: us-2019-listing, until: 2019-08-18}
accepted:
  - {code: end-unanswered, why: It ran out; the agency's page of September 2019 lists it as expired.}
```",
    },
    run,
};

/// A last day that an event sets, with what would answer it.
struct End<'a> {
    path: Vec<Step<'a>>,
    until: Edtf,
    /// The part or parts that end; empty for all.
    parts: Vec<&'a PartId>,
    /// The link that ends; none where it is the measure or a part of it.
    link: Option<&'a LegalLink>,
}

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    let Some(as_of) = dataset.as_of() else { return };
    let acts = acts_by_target(dataset, graph);
    let mut told = BTreeSet::new();
    for (ix, _) in dataset.iter() {
        for end in ends_before(dataset, ix, as_of) {
            let answers = |target: EventIx| {
                let after = acts.get(&target).into_iter().flatten().rev().take_while(|act| act.0 > ix);
                after.map(|&(_, link)| link).any(|link| end.is_answered_by(link))
            };
            if answers(ix) || end.link.is_some_and(|link| acted_on(dataset, link).into_iter().any(answers)) {
                continue;
            }
            // A measure and a link of one event often end together: one word on them is enough.
            if !told.insert((ix, end.until.to_string())) {
                continue;
            }
            let what = end.link.map_or("what it put in force".to_owned(), |link| format!("what it {}", link.kind));
            let until = end.until;
            let message = format!(
                "the last day of {what}, {until}, is before {as_of}, the collection's as-of date, and no later link \
                 answers it"
            );
            let help = "add the act that extended, ended or resumed it; if it simply ran out, accept `end-unanswered` \
                        and say how you know";
            let place = dataset.span_of(ix, &end.path);
            found.push(Diagnostic::new(&CHECK.info, place, message).at("and then?").help(help));
        }
    }
}

/// Links that can answer an end, by what they act on, in the order of their events.
fn acts_by_target<'a>(dataset: &'a Dataset, graph: &EventGraph) -> BTreeMap<EventIx, Vec<(EventIx, &'a LegalLink)>> {
    let mut acts: BTreeMap<EventIx, Vec<(EventIx, &LegalLink)>> = BTreeMap::new();
    for link in graph.links().iter().filter(|link| matches!(link.kind, LinkKind::Legal(_))) {
        let written = &dataset.event(link.to).legal[link.entry];
        if written.is_act() {
            acts.entry(link.from).or_default().push((link.to, written));
        }
    }
    acts
}

/// What a link acts on; of an extension also what was suspended or excepted until the day that it moves.
fn acted_on(dataset: &Dataset, link: &LegalLink) -> Vec<EventIx> {
    let events =
        |link: &LegalLink| -> Vec<EventIx> { link.events.iter().filter_map(|id| dataset.find(id.as_str())).collect() };
    let mut targets = events(link);
    if link.kind == LegalType::Extends {
        let extended: Vec<EventIx> = targets
            .iter()
            .flat_map(|&target| dataset.event(target).legal.iter().filter(|own| own.is_act()).flat_map(events))
            .collect();
        targets.extend(extended);
    }
    targets
}

/// Last days in the event that have surely passed by `as_of`.
fn ends_before(dataset: &Dataset, ix: EventIx, as_of: Day) -> Vec<End<'_>> {
    let event = dataset.event(ix);
    let passed = |until: Option<Edtf>| until.filter(|until| until.latest() < as_of);
    let mut ends = Vec::new();
    if let Some(measure) = &event.measure {
        if let Some(until) = passed(measure.until) {
            ends.push(End { path: vec![Key("measure"), Key("until")], until, parts: Vec::new(), link: None });
        }
        for part in &measure.parts {
            if let Some(until) = passed(part.until) {
                let path = vec![Key("measure"), Key("parts"), Key(part.id.as_str()), Key("until")];
                ends.push(End { path, until, parts: vec![&part.id], link: None });
            }
        }
    }
    for (entry, link) in event.legal.iter().enumerate().filter(|(_, link)| link.is_act()) {
        if let Some(until) = passed(link.until) {
            let parts = link.parts.iter().map(|part| &part.id).collect();
            ends.push(End { path: vec![Key("legal"), Index(entry), Key("until")], until, parts, link: Some(link) });
        }
    }
    ends
}

impl End<'_> {
    /// Whether a later act, on the event that set the end or on what that event acted on, says what followed.
    fn is_answered_by(&self, act: &LegalLink) -> bool {
        use LegalType as L;
        let of_kind =
            matches!(act.kind, L::Extends | L::Repeals | L::Supersedes | L::Annuls | L::Resumes | L::Suspends)
                || self.link.is_some_and(|link| link.kind == act.kind);
        of_kind && (self.parts.is_empty() || act.parts.is_empty() || act.parts.iter().any(|part| self.concerns(part)))
    }

    /// Whether the part is one that ends, one cut out of it, or one that it was cut out of; an event's id may stand
    /// for any.
    fn concerns(&self, part: &LinkPart) -> bool {
        let holds = |whole: &PartId, inner: &PartId| {
            inner.as_str().strip_prefix(whole.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let names_an_event = |id: &PartId| id.as_str().parse::<crate::model::EventId>().is_ok();
        self.parts.iter().any(|own| holds(own, &part.id) || holds(&part.id, own) || names_an_event(own))
            || names_an_event(&part.id)
    }
}
