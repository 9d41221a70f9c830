//! A document can act on earlier events only.

use super::Check;
use crate::{
    dataset::{
        Dataset,
        Step::{Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::{EventGraph, LinkKind, definitely_before_its_cause, known_from},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("link-to-later-event"),
        severity: Severity::Error,
        summary: "a legal link points at a definitely later event",
        doc: r"A document changes, ends, uses or carries out what is already there. A link to a later event stands in the wrong
file: links are written in the file of the later event. Dates are compared as for causes, with one day of slack between
two sides.

```yaml
id: us-2019-listing
date: 2019-05-16
legal:
  - {type: exempts, event: us-2019-licence}     # of 20 May 2019
```

Mended: the later event says what it does to the earlier.

```yaml
id: us-2019-licence
date: 2019-05-20
legal:
  - {type: exempts, event: us-2019-listing}
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    for link in graph.links() {
        let LinkKind::Legal(kind) = link.kind else { continue };
        let (event, target) = (dataset.event(link.to), dataset.event(link.from));
        if !definitely_before_its_cause(event, target, dataset) {
            continue;
        }
        let position = event.legal[link.entry].events.iter().position(|id| *id == target.id).unwrap_or(0);
        let place = dataset.span_of(link.to, &[Key("legal"), Index(link.entry), Key("event"), Index(position)]);
        let (day, known) = (event.date.value, known_from(target));
        let message = format!("an act of {day} cannot be one that {kind} `{}`, which is of {known}", target.id);
        found.push(
            Diagnostic::new(&CHECK.info, place, message)
                .at(format!("first known on {known}"))
                .also(dataset.span_of(link.to, &[Key("date")]), format!("`{}` is of {day}", event.id))
                .help(format!("check both dates; if they are right, write the link in the file of `{}`", target.id)),
        );
    }
}
