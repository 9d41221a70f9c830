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
    let warnings: Vec<&str> =
        codes().filter(|info| info.severity == Severity::Warning).map(|info| info.code.0).collect();
    for (ix, event) in dataset.iter() {
        for (entry, accepted) in event.accepted.iter().enumerate() {
            // An error that is named here exists, but cannot be accepted: that is told by the rule that accepts.
            if codes().any(|info| info.code.0 == accepted.code) {
                continue;
            }
            let help = match nearest(&accepted.code, warnings.iter().copied()) {
                Some(code) => format!("did you mean `{code}`?"),
                None => format!("the warnings are {}", warnings.join(", ")),
            };
            let message = format!("there is no warning of the code `{}`", accepted.code);
            let place = dataset.span_of(ix, &[Key("accepted"), Index(entry), Key("code")]);
            found.push(Diagnostic::new(&CHECK.info, place, message).at("expected the code of a warning").help(help));
        }
    }
}
