//! Nothing is later than the day to which the collection was researched.

use super::Check;
use crate::{
    dataset::{Dataset, Step::Key},
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("after-as-of"),
        severity: Severity::Warning,
        summary: "an event is later than the collection's `as_of`",
        doc: r"`as_of` in `collection.yaml` is the day to which the collection was researched. States and pictures are drawn from
it, so an event after it would be shown as if it were still to come.

```yaml
# collection.yaml
as_of: 2026-06-30
---
# an event
date: 2026-07-14
```

Mended, once the whole collection has been researched to the later day:

```yaml
# collection.yaml
as_of: 2026-07-31
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    let Some(as_of) = dataset.collection().as_of else { return };
    for (ix, event) in dataset.iter().filter(|(_, event)| event.date.value.earliest() > as_of.latest()) {
        let message = format!("an event of {}, but the collection was researched to {as_of} only", event.date.value);
        found.push(
            Diagnostic::new(&CHECK.info, dataset.span_of(ix, &[Key("date")]), message)
                .at(format!("later than {as_of}"))
                .help("correct the date, or move `as_of` in collection.yaml once all has been researched to that day"),
        );
    }
}
