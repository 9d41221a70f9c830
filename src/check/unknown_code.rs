//! Editors accept what exists.

use super::{Check, codes};
use crate::{
    dataset::{
        Dataset,
        Step::{Index, Key},
        nearest,
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("unknown-code"),
        severity: Severity::Error,
        summary: "`accepted` names a code that does not exist",
        doc: r"`accepted` silences warnings of one code on its event. A code that does not exist silences nothing.

```yaml
accepted:
  - {code: likely-duplicates, why: Two notices of one day.}
```

Mended:

```yaml
accepted:
  - {code: likely-duplicate, why: Two notices of one day.}
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    let known: Vec<&str> = codes().map(|info| info.code.0).collect();
    for (ix, event) in dataset.iter() {
        for (entry, accepted) in event.accepted.iter().enumerate() {
            if known.contains(&accepted.code.as_str()) {
                continue;
            }
            let help = match nearest(&accepted.code, known.iter().copied()) {
                Some(code) => format!("did you mean `{code}`?"),
                None => "docs/checks.md lists all codes".to_owned(),
            };
            let message = format!("there is no warning of the code `{}`", accepted.code);
            let place = dataset.span_of(ix, &[Key("accepted"), Index(entry), Key("code")]);
            found.push(Diagnostic::new(&CHECK.info, place, message).at("expected the code of a warning").help(help));
        }
    }
}
