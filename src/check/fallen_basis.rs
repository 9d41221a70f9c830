//! A measure whose legal basis has ended.

use std::collections::BTreeMap;

use super::Check;
use crate::{
    dataset::{
        Dataset, EventIx,
        Step::{Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::{EventGraph, LinkKind, PartState, StateWord, cycles, measure_states, state_of_whole},
    model::{Day, LegalLink, LegalType},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("fallen-basis"),
        severity: Severity::Warning,
        summary: "a measure stands on a legal basis that has ended",
        doc: r"Nothing cascades by itself: a measure stands until an act ends it, even where the power that it used is gone. But
somebody should look. Either an act ended it too, or it stands on another basis, or it stands all the same.

```yaml
id: us-2018-emergency-order
date: 2018-08-01
measure: {until: 2019-07-31}
---
id: us-2018-import-rule
date: 2018-09-01
measure: {}
legal:
  - {type: based-on, event: us-2018-emergency-order}
```

Mended by the act that ended it as well:

```yaml
id: us-2019-end-of-import-rule
date: 2019-08-01
legal:
  - {type: repeals, event: us-2018-import-rule}
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    let Some(as_of) = dataset.as_of() else { return };
    // States have no meaning in a ring, which has its own error.
    if !cycles(graph, |kind| matches!(kind, LinkKind::Legal(_))).is_empty() {
        return;
    }
    let mut known: BTreeMap<EventIx, Vec<PartState>> = BTreeMap::new();
    let mut states =
        |ix: EventIx| known.entry(ix).or_insert_with(|| measure_states(dataset, graph, ix, as_of, None)).clone();
    for link in graph.links().iter().filter(|link| link.kind == LinkKind::Legal(LegalType::BasedOn)) {
        let (event, basis) = (dataset.event(link.to), dataset.event(link.from));
        let legal = &event.legal[link.entry];
        if event.measure.is_none() || basis.measure.is_none() {
            continue;
        }
        let Some(fallen) = state_of_basis(&states(link.from), legal, basis.id.as_str()) else { continue };
        if !is_ended(fallen.state) || states(link.to).iter().all(|part| is_ended(part.state)) {
            continue;
        }
        found.push(problem(dataset, (link.to, link.entry, link.from), &fallen, as_of));
    }
}

/// The state of what a measure rests on: the parts of the basis that its link names, or all.
fn state_of_basis(basis: &[PartState], link: &LegalLink, id: &str) -> Option<PartState> {
    let named = |state: &PartState| link.parts.iter().any(|part| part.id == state.part || part.id.as_str() == id);
    let relevant: Vec<PartState> =
        basis.iter().filter(|state| link.parts.is_empty() || named(state)).cloned().collect();
    if relevant.iter().all(|state| is_ended(state.state)) {
        state_of_whole(&relevant[..relevant.len().min(1)])
    } else {
        None
    }
}

fn is_ended(state: StateWord) -> bool {
    use StateWord as S;
    matches!(state, S::Expired | S::Repealed | S::Superseded | S::Annulled)
}

fn problem(
    dataset: &Dataset,
    (ix, entry, target): (EventIx, usize, EventIx),
    fallen: &PartState,
    as_of: Day,
) -> Diagnostic {
    let (event, basis) = (dataset.event(ix), dataset.event(target));
    let position = event.legal[entry].events.iter().position(|id| *id == basis.id).unwrap_or(0);
    let place = dataset.span_of(ix, &[Key("legal"), Index(entry), Key("event"), Index(position)]);
    let message = format!("the basis `{}` is {} on {as_of}, and the measure stands", basis.id, fallen.state);
    let mut problem = Diagnostic::new(&CHECK.info, place, message).at(format!("{} by then", fallen.state));
    for &by in &fallen.by {
        problem = problem.also(dataset.span_of(by, &[Key("legal")]), format!("ended by `{}`", dataset.event(by).id));
    }
    problem.help(
        "add the act that ended the measure too, or the basis on which it stands now; if it stands all the same, accept \
         `fallen-basis` and say why",
    )
}
