//! Legal links form no ring.

use super::{Check, cycle};
use crate::{
    dataset::Dataset,
    diag::{Code, CodeInfo, Diagnostics, Severity},
    graph::{EventGraph, LinkKind},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("legal-cycle"),
        severity: Severity::Error,
        summary: "legal links lead round in a ring",
        doc: r"What is in force on a day is worked out by following legal links from act to act. A ring would have no answer:
each act would wait for the next. It can arise only among events of one day, or with dates that are not known well.

```yaml
id: us-2025-order
date: 2025-05-12
legal:
  - {type: suspends, event: us-2025-notice}
---
id: us-2025-notice
date: 2025-05-12
legal:
  - {type: amends, event: us-2025-order}
```

Mended: only the later document acts on the other.

```yaml
id: us-2025-order
date: 2025-05-12
legal:
  - {type: suspends, event: us-2025-notice}
---
id: us-2025-notice
date: 2025-05-12
```",
    },
    run,
};

fn run(dataset: &Dataset, graph: &EventGraph, found: &mut Diagnostics) {
    let help = "find the link that points from an earlier document to a later one, and take it out";
    cycle::report(&CHECK.info, (dataset, graph), |kind| matches!(kind, LinkKind::Legal(_)), help, found);
}
