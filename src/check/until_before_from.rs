//! Nothing ends before it begins.

use super::Check;
use crate::{
    dataset::Dataset,
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::{Edtf, Event},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("until-before-from"),
        severity: Severity::Error,
        summary: "a last day comes before the first",
        doc: r"`until` is the last day on which a thing holds. `from` is, where it is not written, the event's `applies`, else its
`effective`, else its `date`; of a part, the measure's.

```yaml
date: 2025-11-05
dates: {effective: 2025-11-10}
legal:
  - {type: suspends, event: cn-2025-listing, until: 2025-11-09}     # a slip for 2026
```

Mended:

```yaml
date: 2025-11-05
dates: {effective: 2025-11-10}
legal:
  - {type: suspends, event: cn-2025-listing, until: 2026-11-09}
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    for (ix, event) in dataset.iter() {
        for (path, from, until) in spans(event) {
            let Some(until) = until.filter(|until| until.definitely_before(&from)) else { continue };
            let message = format!("the last day, {until}, comes before the first, {from}");
            found.push(
                Diagnostic::new(&CHECK.info, dataset.span_of(ix, &format!("{path}.until")), message)
                    .at(format!("expected {from} or later"))
                    .help("correct the year of `until`, or give the right `from`: without one the event's own day counts"),
            );
        }
    }
}

/// Everything in the event that has a first and perhaps a last day, with its path. Where a part takes both days from
/// its measure, only the measure is told.
fn spans(event: &Event) -> Vec<(String, Edtf, Option<Edtf>)> {
    let default = *event.default_from();
    let mut spans = Vec::new();
    if let Some(measure) = &event.measure {
        let from = measure.from.unwrap_or(default);
        spans.push(("measure".to_owned(), from, measure.until));
        for part in &measure.parts {
            // A part that begins later than the measure ends is told at the part.
            let until = part.until.or(measure.until.filter(|_| part.from.is_some()));
            spans.push((format!("measure.parts.{}", part.id), part.from.unwrap_or(from), until));
        }
    }
    for (entry, link) in event.legal.iter().enumerate() {
        spans.push((format!("legal[{entry}]"), link.from.unwrap_or(default), link.until));
    }
    spans
}
