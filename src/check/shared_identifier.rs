//! One number, one act.

use std::collections::BTreeMap;

use super::Check;
use crate::{
    dataset::{Dataset, EventIx, Step::Key},
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::{Identifier, Vocabulary},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("shared-identifier"),
        severity: Severity::Warning,
        summary: "two events bear the same number of one act",
        doc: r"A `federal_register` citation, `fr_document`, `executive_order` or `mofcom` number belongs to one act. On two events
it is a slip, or one act entered twice. One document may hold two acts, or two begin on one page: then accept the
warning on the later event.

```yaml
id: us-2019-huawei-listing
identifiers: {federal_register: 84 FR 22961}
---
id: us-2019-huawei-entity-list
identifiers: {federal_register: 84 FR 22961}
```

Mended: one event.

```yaml
id: us-2019-huawei-entity-list
identifiers: {federal_register: 84 FR 22961}
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    let mut bearers: BTreeMap<&Identifier, EventIx> = BTreeMap::new();
    for (ix, event) in dataset.iter() {
        for identifier in event.identifiers.iter().filter(|identifier| identifier.names_one_act()) {
            let first = *bearers.entry(identifier).or_insert(ix);
            if first == ix {
                continue;
            }
            let scheme = identifier.scheme();
            let path = [Key("identifiers"), Key(scheme.word())];
            let other = &dataset.event(first).id;
            let message =
                format!("`{other}` bears {scheme} {} too: expected one event for one act", identifier.value());
            found.push(
                Diagnostic::new(&CHECK.info, dataset.span_of(ix, &path), message)
                    .also(dataset.span_of(first, &path), format!("borne by `{other}`"))
                    .help(
                        "correct the number, merge the two events, or accept `shared-identifier` here if one document \
                         holds both acts",
                    ),
            );
        }
    }
}
