//! A source is there to be cited.

use std::collections::BTreeSet;

use super::{Check, places::Misread};
use crate::{
    dataset::{
        Dataset,
        Step::{Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::{Event, SourceKey},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("unused-source"),
        severity: Severity::Warning,
        summary: "a source that nothing in its event cites",
        doc: r"Where an event has several sources, each is cited by what it was read for: a date, a link, a piece of evidence, an
amount. One that nothing cites tells readers nothing. An event's only source needs no citing.

```yaml
date: 2024-12-03
sources:
  - {id: s1, kind: press, publisher: Reuters, title: China hits back, url: 'https://example.org/a'}
  - {id: s2, kind: press, publisher: Kyodo, title: China bars exports, url: 'https://example.org/b'}
```

Mended:

```yaml
date: {value: 2024-12-03, source: [s1, s2]}
sources:
  - {id: s1, kind: press, publisher: Reuters, title: China hits back, url: 'https://example.org/a'}
  - {id: s2, kind: press, publisher: Kyodo, title: China bars exports, url: 'https://example.org/b'}
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    let misread = Misread::of(dataset, found);
    for (ix, event) in dataset.iter().filter(|(ix, event)| event.sources.len() > 1 && !misread.has(*ix)) {
        let cited: BTreeSet<&SourceKey> = citations(event).collect();
        for (at, source) in event.sources.iter().enumerate().filter(|(_, source)| !cited.contains(&source.id)) {
            let message = format!(
                "nothing in `{}` cites the source `{}`: expected a `source: {}`",
                event.id, source.id, source.id
            );
            found.push(
                Diagnostic::new(&CHECK.info, dataset.span_of(ix, &[Key("sources"), Index(at), Key("id")]), message)
                    .at(format!("{}, cited nowhere", source.publisher))
                    .help("cite it where it was used (the date, a link, evidence, an amount), or take it out"),
            );
        }
    }
}

/// Every citation of a source in the event.
fn citations(event: &Event) -> impl Iterator<Item = &SourceKey> {
    let evidence = event
        .evidence
        .iter()
        .chain(event.causes.iter().flat_map(|claim| &claim.evidence))
        .chain(event.commitments.iter().flat_map(|commitment| &commitment.evidence));
    std::iter::once(&event.date)
        .chain(event.dates.values())
        .flat_map(|date| &date.sources)
        .chain(event.amounts.iter().flat_map(|amount| &amount.sources))
        .chain(event.legal.iter().flat_map(|link| &link.sources))
        .chain(event.conflicts.iter().flat_map(|conflict| &conflict.values).flat_map(|value| &value.sources))
        .chain(evidence.flat_map(|item| &item.sources))
}
