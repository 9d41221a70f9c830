//! Claims that are only denied.

use super::{Check, places::Misread};
use crate::{
    dataset::{
        Dataset,
        Step::{Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::Stance,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("denied-claim"),
        severity: Severity::Warning,
        summary: "nobody supports a claim, and somebody denies it",
        doc: r"A claim that is denied needs somebody who makes it, else the collection spreads what nobody says.

```yaml
causes:
  - event: us-2023-october-chip-rule
    type: retaliates-for
    evidence:
      - source: s1
        by: cn-mfa
        stance: denies
        says: Says that the step is aimed at no country.
```

Mended: the one who makes the claim is cited too.

```yaml
causes:
  - event: us-2023-october-chip-rule
    type: responds-to
    evidence:
      - source: s2
        stance: supports
        says: Calls the step an answer to the chip rule.
      - source: s1
        by: cn-mfa
        stance: denies
        says: Says that the step is aimed at no country.
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    let misread = Misread::of(dataset, found);
    for (ix, event) in dataset.iter().filter(|(ix, _)| !misread.has(*ix)) {
        for (entry, claim) in event.causes.iter().enumerate() {
            let with = |stance: Stance| claim.evidence.iter().position(|item| item.stance == stance);
            if let (None, Some(denial)) = (with(Stance::Supports), with(Stance::Denies)) {
                let message = format!(
                    "nobody says that this {} `{}`, and somebody denies it: expected someone who makes the claim",
                    claim.kind, claim.event
                );
                let denied = dataset.span_of(ix, &[Key("causes"), Index(entry), Key("evidence"), Index(denial)]);
                found.push(
                    Diagnostic::new(&CHECK.info, dataset.span_of(ix, &[Key("causes"), Index(entry)]), message)
                        .at("a claim without a speaker")
                        .also(denied, "the denial")
                        .help("cite the one who makes the claim, with `stance: supports`, or leave the claim out"),
                );
            }
        }
    }
}
