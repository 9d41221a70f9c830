//! Causes seldom go round.

use super::{Check, cycle};
use crate::{
    dataset::Dataset,
    diag::{Code, CodeInfo, Diagnostics, Severity},
    graph::{EventGraph, LinkKind},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("cause-cycle"),
        severity: Severity::Warning,
        summary: "claims about causes lead round in a ring",
        doc: r"If A answers B and B answers A, at least one claim is likely wrong. Two halves of one bargain struck on one day
are better both linked to the deal.

```yaml
id: us-2025-cut
date: 2025-11-10
causes:
  - {event: cn-2025-pause, type: in-exchange-for, note: One half of the bargain.}
---
id: cn-2025-pause
date: 2025-11-10
causes:
  - {event: us-2025-cut, type: in-exchange-for, note: The other half.}
```

Mended: both point at the deal.

```yaml
id: us-2025-cut
date: 2025-11-10
causes:
  - {event: us-cn-2025-deal, type: in-exchange-for, note: One half of the bargain.}
---
id: cn-2025-pause
date: 2025-11-10
causes:
  - {event: us-cn-2025-deal, type: in-exchange-for, note: The other half.}
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    let help = "take out the claim that is weakest, or let both halves of a bargain point at the deal";
    cycle::report(&CHECK.info, (dataset, graph), LinkKind::is_cause, help, found);
}
