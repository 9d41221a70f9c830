//! An act is public at the latest when it is filed or printed.

use super::Check;
use crate::{
    dataset::{Dataset, Step::Key},
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::{DateKind, Vocabulary},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("date-after-publication"),
        severity: Severity::Error,
        summary: "an event is dated later than its own filing or publication",
        doc: r"`date` is the first public day of the act. A document that was filed for public inspection, or printed in the
official journal, was public on that day at the latest.

```yaml
date: 2019-05-21
dates:
  filed: 2019-05-16
  published: 2019-05-21
```

Mended: the first public day is that of the filing.

```yaml
date: 2019-05-16
dates:
  filed: 2019-05-16
  published: 2019-05-21
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    for (ix, event) in dataset.iter() {
        for kind in [DateKind::Filed, DateKind::Published] {
            let Some(public) = event.other_date(kind) else { continue };
            let day = event.date.value;
            if public.definitely_before(&day) {
                let message = format!("the event is dated {day}, but it was {kind} on {public}");
                found.push(
                    Diagnostic::new(&CHECK.info, dataset.span_of(ix, &[Key("date")]), message)
                        .at(format!("expected {public} or a day before"))
                        .also(dataset.span_of(ix, &[Key("dates"), Key(kind.word())]), format!("public by {public}"))
                        .help(
                            "`date` is the first public day of the act: give the earlier of the two, or correct them",
                        ),
                );
            }
        }
    }
}
