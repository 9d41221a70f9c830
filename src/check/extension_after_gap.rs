//! An extension joins what it extends.

use super::{Check, extension::extensions};
use crate::{
    dataset::Dataset,
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("extension-after-gap"),
        severity: Severity::Error,
        summary: "an extension begins after the old end, with a gap",
        doc: r"An extension begins on the day after the old end at the latest. After a gap the thing was over, and a later act is a
new one. Without a `from`, the extension begins on its event's `applies`, else `effective`, else `date`. Where a notice
came late but reaches back, write its `from`.

```yaml
id: us-2019-licence
legal:
  - {type: exempts, event: us-2019-listing, until: 2019-08-18}
---
id: us-2019-longer-licence
date: 2019-08-21
legal:
  - {type: extends, event: us-2019-licence, until: 2019-11-17}
```

Mended:

```yaml
id: us-2019-longer-licence
date: 2019-08-21
legal:
  - {type: extends, event: us-2019-licence, from: 2019-08-19, until: 2019-11-17}
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    for extension in extensions(dataset) {
        let from = extension.from(dataset);
        let ends = extension.ends(dataset, graph);
        let mut old_ends = ends.iter().map(|end| (end, extension.old_end(dataset, graph, end)));
        let gap = old_ends.find(|(_, old)| old.latest().succ_opt().is_some_and(|next| from.earliest() > next));
        let Some((end, old)) = gap else { continue };
        let target = &dataset.event(extension.target).id;
        let message = format!("an extension from {from} leaves a gap: what `{target}` set was over after {old}");
        found.push(
            Diagnostic::new(&CHECK.info, extension.span(dataset, "from"), message)
                .at(format!("expected the day after {old}, or earlier"))
                .also(extension.end_span(dataset, end), "the end that the target set")
                .help("give the `from` that the act names; if there was a gap, write a new act of the target's kind"),
        );
    }
}
