//! Claims that rest on the editor's word alone.

use super::{Check, places::Misread};
use crate::{
    dataset::{
        Dataset,
        Step::{Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::{EventGraph, Support},
    model::Stance,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("editorial-claim"),
        severity: Severity::Warning,
        summary: "a claim rests on the editor's word alone",
        doc: r"A claim that no source supports is the editor's own reading. It may stand, but readers are told so, and walks
through the graph leave it out unless asked. Look for a source first.

```yaml
causes:
  - event: us-2024-december-chip-controls
    type: motivated-by
    note: The list of goods mirrors that of the day before.
```

Mended with a source that says so, or accepted:

```yaml
causes:
  - event: us-2024-december-chip-controls
    type: motivated-by
    note: The list of goods mirrors that of the day before.
accepted:
  - code: editorial-claim
    why: Three searches found nobody who joins the two, yet the lists are the same.
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    let misread = Misread::of(dataset, found);
    for link in graph.links().iter().filter(|link| !misread.has(link.to)) {
        let Some(standing) = link.standing.filter(|standing| standing.support == Support::Editorial) else { continue };
        let claim = &dataset.event(link.to).causes[link.entry];
        let nobody_speaks = claim.evidence.is_empty() && claim.note.is_none();
        let is_denied = claim.evidence.iter().any(|item| item.stance == Stance::Denies);
        if nobody_speaks || is_denied {
            continue; // Told by rules of their own.
        }
        let answer = standing.answer.map(|answer| format!("; the acting side: {answer}")).unwrap_or_default();
        let message = format!("no source supports that this {} `{}`{answer}", claim.kind, claim.event);
        found.push(
            Diagnostic::new(&CHECK.info, dataset.span_of(link.to, &[Key("causes"), Index(link.entry)]), message)
                .at("the editor's own reading")
                .help("find a source that says so, leave the claim out, or accept `editorial-claim` and say why"),
        );
    }
}
