//! Every claim has somebody who makes it.

use super::{Check, places::Misread};
use crate::{
    dataset::{
        Dataset,
        Step::{Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("claim-without-evidence"),
        severity: Severity::Error,
        summary: "a claim has neither evidence nor a note",
        doc: r"Why somebody acted is always said by someone. A claim needs evidence; where it is the editor's own reading, it
needs a note that gives the reason.

```yaml
causes:
  - event: us-2024-december-chip-controls
    type: responds-to
```

Mended:

```yaml
causes:
  - event: us-2024-december-chip-controls
    type: responds-to
    evidence:
      - source: s1
        stance: supports
        says: Presents the ban as China striking back at the controls of the day before.
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    let misread = Misread::of(dataset, found);
    for (ix, event) in dataset.iter().filter(|(ix, _)| !misread.has(*ix)) {
        for (entry, claim) in event.causes.iter().enumerate() {
            if claim.evidence.is_empty() && claim.note.is_none() {
                let message = format!(
                    "nobody is cited for the claim that `{}` {} `{}`: expected `evidence` or a `note`",
                    event.id, claim.kind, claim.event
                );
                found.push(
                    Diagnostic::new(&CHECK.info, dataset.span_of(ix, &[Key("causes"), Index(entry)]), message)
                        .at("a claim that nobody makes")
                        .help(
                            "add `evidence` with a source that says so, or a `note` that gives your own reason; \
                             being next in time is no reason",
                        ),
                );
            }
        }
    }
}
