//! What matters most is sourced best.

use std::collections::BTreeSet;

use super::{Check, places::Misread};
use crate::{
    dataset::{Dataset, Step::Key},
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::{Importance, Source, SourceKind},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("thin-sources"),
        severity: Severity::Warning,
        summary: "a `major` event has no primary source and no two independent ones",
        doc: r"A `major` event needs one primary source (`primary-legal`, `primary-statement`, `official-mirror`) or two
independent ones. Two are independent if their publishers differ; one story in three papers has one publisher, and
`state-media` is not independent.

```yaml
importance: major
sources:
  - {id: s1, kind: press, publisher: Reuters, title: China hits back, url: 'https://example.org/a'}
```

Mended:

```yaml
importance: major
sources:
  - {id: s1, kind: press, publisher: Reuters, title: China hits back, url: 'https://example.org/a'}
  - {id: s2, kind: official-mirror, publisher: China Law Translate, title: Announcement 46, url: 'https://example.org/b'}
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    let misread = Misread::of(dataset, found);
    let major = dataset.iter().filter(|(_, event)| event.importance == Importance::Major);
    for (ix, event) in major.filter(|(ix, _)| !misread.has(*ix)) {
        let independent = independent_publishers(&event.sources);
        if event.sources.iter().any(|source| source.kind.is_primary()) || independent.len() >= 2 {
            continue;
        }
        let found_there = match independent.first() {
            Some(publisher) => format!("one independent publisher, {publisher}"),
            None => "no independent publisher".to_owned(),
        };
        let message =
            format!("a `major` event with {found_there}: expected one primary source or two independent ones");
        found.push(
            Diagnostic::new(&CHECK.info, dataset.span_of(ix, &[Key("sources")]), message)
                .at("too thin for `major`")
                .also(dataset.span_of(ix, &[Key("importance")]), "called `major` here")
                .help("add the instrument, a copy of it, or a second publisher; or make the event `notable`"),
        );
    }
}

/// Publishers that are no state media, each once however it is spelt in capitals.
fn independent_publishers(sources: &[Source]) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let independent = sources.iter().filter(|source| source.kind != SourceKind::StateMedia);
    let mut publishers: Vec<&str> = independent.map(|source| source.publisher.as_str()).collect();
    publishers.retain(|publisher| seen.insert(publisher.to_lowercase()));
    publishers
}
