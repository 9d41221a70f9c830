//! An extension moves one end, or says which.

use super::{Check, extension::extensions};
use crate::{
    dataset::Dataset,
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("extension-of-two-ends"),
        severity: Severity::Error,
        summary: "an extension without `parts` reaches two different ends",
        doc: r"An event may set several last days. An extension of it moves all of them to one day, unless it names `parts`: words
for the measure's own parts, or the ids of events that the target's links point at.

```yaml
id: us-2019-licence
legal:
  - {type: exempts, event: us-2019-listing, until: 2019-08-18}
  - {type: suspends, event: us-2019-notice, until: 2019-09-30}
---
id: us-2019-longer-licence
legal:
  - {type: extends, event: us-2019-licence, until: 2019-11-17}
```

Mended: the extension says which end it means.

```yaml
id: us-2019-longer-licence
legal:
  - {type: extends, event: us-2019-licence, parts: [us-2019-listing], until: 2019-11-17}
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    for extension in extensions(dataset) {
        if !extension.link.parts.is_empty() {
            continue;
        }
        let ends = extension.ends(dataset, graph);
        let Some(first) = ends.first() else { continue };
        let Some(other) = ends.iter().find(|end| end.until != first.until) else { continue };
        let target = &dataset.event(extension.target).id;
        let message =
            format!("`{target}` sets two ends, {} and {}: expected `parts` that say which", first.until, other.until);
        found.push(
            Diagnostic::new(&CHECK.info, extension.target_span(dataset), message)
                .at("which of them is extended?")
                .also(extension.end_span(dataset, first), "one end")
                .also(extension.end_span(dataset, other), "another")
                .help(
                    "add `parts`: parts of the target's measure, or the ids of the events that its own links point \
                     at; write one `extends` for each end",
                ),
        );
    }
}
