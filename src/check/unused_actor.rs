//! The register holds those who act.

use std::collections::BTreeSet;

use super::{Check, places::Misread};
use crate::{
    dataset::Dataset,
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::{ActorId, Event},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("unused-actor"),
        severity: Severity::Warning,
        summary: "an entry of actors.yaml that nothing uses",
        doc: r"An actor is registered when an event names it: as actor, target, speaker, maker of a promise or publisher. The side,
the parent and the earlier name of a used actor are used too. Firms are registered when a second event touches them.

```yaml
# actors.yaml
- {id: us-nist, name: National Institute of Standards and Technology, side: us, kind: agency, parent: us-commerce}
```

Mended: an event names it, or the entry is taken out.

```yaml
actors: [us-nist, us-commerce]
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    if Misread::of(dataset, found).left_out {
        return;
    }
    let registers = dataset.registers();
    let publishers = dataset.events().iter().flat_map(|event| &event.sources);
    let named = publishers.filter_map(|source| registers.actor_named(&source.publisher)).map(|actor| &actor.id);
    let mut open: Vec<&ActorId> = dataset.events().iter().flat_map(mentions).chain(named).collect();
    let mut used = BTreeSet::new();
    while let Some(id) = open.pop() {
        if used.insert(id) {
            let entry = registers.actor(id.as_str()).into_iter();
            open.extend(
                entry.flat_map(|actor| std::iter::once(&actor.side).chain(&actor.parent).chain(&actor.renamed_from)),
            );
        }
    }
    for actor in registers.actors().filter(|actor| !used.contains(&actor.id)) {
        // The registers that come with the program serve collections that need only a part of them.
        let Some(place) = registers.actor_span(&actor.id) else { continue };
        let message = format!("no event, and no actor that one names, uses `{}` ({})", actor.id, actor.name);
        found.push(
            Diagnostic::new(&CHECK.info, place, message)
                .help("name it in an event that it touches, or take the entry out"),
        );
    }
}

/// Every actor that an event names.
fn mentions(event: &Event) -> impl Iterator<Item = &ActorId> {
    let evidence = event
        .evidence
        .iter()
        .chain(event.causes.iter().flat_map(|claim| &claim.evidence))
        .chain(event.commitments.iter().flat_map(|commitment| &commitment.evidence));
    event
        .actors
        .iter()
        .chain(event.targets.iter().map(|target| &target.actor))
        .chain(event.commitments.iter().map(|commitment| &commitment.by))
        .chain(evidence.filter_map(|item| item.by.as_ref()))
}
