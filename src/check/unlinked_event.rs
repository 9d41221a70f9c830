//! An event that nothing leads to or from says nothing in a graph.

use super::{Check, places::Misread};
use crate::{
    dataset::{Dataset, Step::Key},
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("unlinked-event"),
        severity: Severity::Warning,
        summary: "an event has no link in either direction",
        doc: r"The collection tells what followed what. An event without any link stands outside the story: a link is missing, or
it does not belong here. If nobody joins it to anything and it still belongs, accept the warning.

```yaml
id: cn-2020-export-control-law
date: 2020-10-17
```

Mended by a link from an act that rests on it:

```yaml
id: cn-2023-metal-controls
date: 2023-07-03
legal:
  - {type: based-on, event: cn-2020-export-control-law}
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    let misread = Misread::of(dataset, found);
    if misread.left_out {
        return;
    }
    let mut linked = vec![false; dataset.events().len()];
    for link in graph.links().iter().filter(|link| link.from != link.to) {
        linked[link.from.index()] = true;
        linked[link.to.index()] = true;
    }
    for (ix, event) in dataset.iter().filter(|(ix, _)| !linked[ix.index()] && !misread.has(*ix)) {
        let message = format!("`{}` has no link to any event, and none has one to it: expected at least one", event.id);
        found.push(Diagnostic::new(&CHECK.info, dataset.span_of(ix, &[Key("id")]), message).help(
            "add what it rests on under `legal`, or what it answers under `causes`; if it stands alone, accept \
                 `unlinked-event`",
        ));
    }
}
