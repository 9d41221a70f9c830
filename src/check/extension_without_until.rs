//! An extension says until when.

use super::{Check, extension::extensions};
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
        code: Code("extension-without-until"),
        severity: Severity::Error,
        summary: "an extension has no `until`",
        doc: r"An extension moves a last day, so it names the new one. Where an act goes on without an end from now on, the later
act has no `until` of its own: write it as `supersedes`, with a `measure`, or as a new suspension.

```yaml
legal:
  - {type: extends, event: us-2019-licence}
```

Mended:

```yaml
legal:
  - {type: extends, event: us-2019-licence, until: 2019-11-17}
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    let mut last = None;
    for extension in extensions(dataset) {
        let written = Some((extension.event, extension.entry));
        if extension.link.until.is_some() || last == written {
            continue;
        }
        last = written;
        let place = dataset.span_of(extension.event, &[Key("legal"), Index(extension.entry)]);
        found.push(
            Diagnostic::new(&CHECK.info, place, "an extension without an `until`: expected the new last day")
                .at("extends to no day")
                .help(
                    "add `until` with the last day on which it holds; where there is none now, write a new act instead",
                ),
        );
    }
}
