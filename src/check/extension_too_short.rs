//! An extension is never shorter than what it extends.

use super::{Check, extension::extensions};
use crate::{
    dataset::Dataset,
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("extension-too-short"),
        severity: Severity::Error,
        summary: "an extension ends before the old end",
        doc: r"An extension runs on from the old end, that is the target's own `until`, or the one to which earlier extensions had
moved it. A day before that is a slip, or an act of another kind: `repeals` ends a thing early.

```yaml
id: us-2019-licence
legal:
  - {type: exempts, event: us-2019-listing, until: 2019-08-18}
---
id: us-2019-longer-licence
legal:
  - {type: extends, event: us-2019-licence, until: 2019-07-17}
```

Mended:

```yaml
id: us-2019-longer-licence
legal:
  - {type: extends, event: us-2019-licence, until: 2019-11-17}
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    for extension in extensions(dataset) {
        let Some(until) = extension.link.until else { continue };
        let ends = extension.ends(dataset, graph);
        let mut old_ends = ends.iter().map(|end| (end, extension.old_end(dataset, graph, end)));
        let Some((end, old)) = old_ends.find(|(_, old)| until.latest() < old.earliest()) else { continue };
        let target = &dataset.event(extension.target).id;
        let message = format!("extended until {until}, but what `{target}` set lasts until {old} already");
        found.push(
            Diagnostic::new(&CHECK.info, extension.span(dataset, "until"), message)
                .at(format!("expected a day after {old}"))
                .also(extension.end_span(dataset, end), "the end that the target set")
                .help("correct the day; if the act cuts it short, write `repeals` from the day after its new last day"),
        );
    }
}
