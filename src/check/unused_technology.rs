//! The register holds what measures are about.

use std::collections::BTreeSet;

use super::{Check, places::Misread};
use crate::{
    dataset::Dataset,
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::TechnologyId,
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("unused-technology"),
        severity: Severity::Warning,
        summary: "an entry of technologies.yaml that nothing uses",
        doc: r"A technology is registered when an event is about it. The wider fields of a used technology are used too.

```yaml
# technologies.yaml
- {id: gallium, name: Gallium, broader: critical-minerals}
```

Mended: an event names it, or the entry is taken out.

```yaml
technologies: [gallium]
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    if Misread::of(dataset, found).left_out {
        return;
    }
    let registers = dataset.registers();
    let mut open: Vec<&TechnologyId> = dataset.events().iter().flat_map(|event| &event.technologies).collect();
    let mut used = BTreeSet::new();
    while let Some(id) = open.pop() {
        if used.insert(id) {
            open.extend(registers.technology(id.as_str()).and_then(|entry| entry.broader.as_ref()));
        }
    }
    for technology in registers.technologies().filter(|technology| !used.contains(&technology.id)) {
        // The registers that come with the program serve collections that need only a part of them.
        let Some(place) = registers.technology_span(&technology.id) else { continue };
        let message =
            format!("no event is about `{}` ({}), or about anything within it", technology.id, technology.name);
        found.push(
            Diagnostic::new(&CHECK.info, place, message)
                .help("name it in the `technologies` of an event, or take the entry out"),
        );
    }
}
