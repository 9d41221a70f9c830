//! Nothing answers what has not happened yet.

use super::Check;
use crate::{
    dataset::{
        Dataset,
        Step::{Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::{EventGraph, definitely_before_its_cause, known_from},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("effect-before-cause"),
        severity: Severity::Error,
        summary: "an effect is definitely earlier than its cause",
        doc: r"An act cannot answer what nobody could know of yet. The cause counts from the earliest of its `date`, `signed`,
`filed`, `published` and `effective`. Between two sides one day of slack is allowed, since Beijing's morning is
Washington's evening before. Dates marked `~` or `?`, and dates known to the month only, are given the benefit of the
doubt. Often the true cause is the threat, draft or report that made the act expected.

```yaml
id: cn-2023-metal-controls
date: 2023-07-03
causes:
  - {event: us-2023-october-chip-rule, type: responds-to, note: Seen as an answer.}   # of 17 October 2023
```

Mended: the claim points at what was known on that day.

```yaml
id: cn-2023-metal-controls
date: 2023-07-03
causes:
  - {event: nl-2023-tool-licences, type: responds-to, note: Seen as an answer.}       # of 30 June 2023
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    for link in graph.links().iter().filter(|link| link.kind.is_cause()) {
        let (effect, cause) = (dataset.event(link.to), dataset.event(link.from));
        if !definitely_before_its_cause(effect, cause, dataset) {
            continue;
        }
        let (day, known) = (effect.date.value, known_from(cause));
        let place = dataset.span_of(link.to, &[Key("causes"), Index(link.entry), Key("event")]);
        let message = format!("{day} is earlier than {known}, the first day of its cause `{}`", cause.id);
        found.push(
            Diagnostic::new(&CHECK.info, place, message)
                .at(format!("known from {known} at the earliest"))
                .also(dataset.span_of(link.to, &[Key("date")]), format!("`{}` happened on {day}", effect.id))
                .help(
                    "check both dates; if they are right, point at the threat, draft or report that made the act \
                     expected, or leave the claim out",
                ),
        );
    }
}
