//! Warnings that the editor has looked at and stands by.

use std::collections::BTreeSet;

use super::{Check, codes, places::Places};
use crate::{
    dataset::{
        Dataset, EventIx,
        Step::{Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("accepted-nothing"),
        severity: Severity::Warning,
        summary: "an `accepted` silences nothing",
        doc: r"`accepted` silences the warnings of one code whose place lies in its event. One that silences nothing is left over
from something that has been mended since, or names an error, which cannot be accepted. Of warnings it speaks
only where the collection has no errors.

```yaml
title: BIS adds 140 entities to the Entity List
accepted:
  - {code: too-long, why: The title needs all names.}
```

Mended: the entry is taken out.

```yaml
title: BIS adds 140 entities to the Entity List
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, diagnostics: &mut Diagnostics) {
    let places = Places::of(dataset);
    let accepts = |diagnostic: &Diagnostic| {
        let event = places.event_at(diagnostic.span())?;
        let accepted = &dataset.event(event).accepted;
        let entry = accepted.iter().position(|accepted| accepted.code == diagnostic.code.0)?;
        (diagnostic.severity == Severity::Warning).then_some((event, entry))
    };
    let silenced = diagnostics.split_off(|diagnostic| accepts(diagnostic).is_none());
    // With errors, rules hold back what they may only seem to see, so nothing can be said of what they did not find.
    let held_back = diagnostics.has_errors();
    let used: BTreeSet<(EventIx, usize)> = silenced.iter().filter_map(accepts).collect();
    for (ix, event) in dataset.iter() {
        for (entry, accepted) in event.accepted.iter().enumerate().filter(|(entry, _)| !used.contains(&(ix, *entry))) {
            let Some(info) = codes().find(|info| info.code.0 == accepted.code) else { continue };
            if held_back && info.severity == Severity::Warning {
                continue;
            }
            let message = match info.severity {
                Severity::Error => format!("`{}` is an error, which cannot be accepted", accepted.code),
                Severity::Warning => format!("there is no warning `{}` on this event to accept", accepted.code),
            };
            let place = dataset.span_of(ix, &[Key("accepted"), Index(entry), Key("code")]);
            diagnostics
                .push(Diagnostic::new(&CHECK.info, place, message).at("silences nothing").help("take this entry out"));
        }
    }
}
