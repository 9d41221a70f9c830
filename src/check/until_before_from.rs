//! Nothing ends before it begins.

use super::Check;
use crate::{
    dataset::{
        Dataset,
        Step::{self, Index, Key},
    },
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
                Diagnostic::new(&CHECK.info, dataset.span_of(ix, &path), message)
                    .at(format!("expected {from} or later"))
                    .help(
                        "correct the year of `until`, or give the right `from`: without one the event's own day counts",
                    ),
            );
        }
    }
}

/// The path to a last day, the first day, and the last.
type FirstAndLast<'a> = (Vec<Step<'a>>, Edtf, Option<Edtf>);

/// Everything in the event that has a first and perhaps a last day. Where a part takes both days from its measure,
/// only the measure is told.
fn spans(event: &Event) -> Vec<FirstAndLast<'_>> {
    let default = *event.default_from();
    let mut spans: Vec<FirstAndLast<'_>> = Vec::new();
    if let Some(measure) = &event.measure {
        let from = measure.from.unwrap_or(default);
        spans.push((vec![Key("measure"), Key("until")], from, measure.until));
        for part in &measure.parts {
            // A part that begins later than the measure ends is told at the part.
            let until = part.until.or(measure.until.filter(|_| part.from.is_some()));
            let path = vec![Key("measure"), Key("parts"), Key(part.id.as_str()), Key("until")];
            spans.push((path, part.from.unwrap_or(from), until));
        }
    }
    for (entry, link) in event.legal.iter().enumerate() {
        spans.push((vec![Key("legal"), Index(entry), Key("until")], link.from.unwrap_or(default), link.until));
    }
    spans
}
