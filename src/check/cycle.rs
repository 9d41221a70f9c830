//! How a ring of links is told: each member with its place.

use crate::{
    dataset::{
        Dataset,
        Step::{Index, Key},
    },
    diag::{CodeInfo, Diagnostic, Diagnostics},
    graph::{EventGraph, LinkIx, LinkKind, cycles},
    source::Span,
};

/// Adds one problem for each set of events that lead round to themselves by the links that `of` takes.
pub(super) fn report(
    info: &CodeInfo,
    (dataset, graph): (&Dataset, &EventGraph),
    of: impl Fn(LinkKind) -> bool,
    help: &str,
    found: &mut Diagnostics,
) {
    for ring in cycles(graph, of) {
        // Told against time, as written: each member names the next.
        let told: Vec<LinkIx> = ring.into_iter().rev().collect();
        let Some(&first) = told.first() else { continue };
        let id = |ix: LinkIx| &dataset.event(graph.link(ix).to).id;
        let mut way = format!("`{}`", id(first));
        for &ix in &told {
            let link = graph.link(ix);
            way.push_str(&format!(" {} `{}`", link.kind.word(), dataset.event(link.from).id));
        }
        let mut problem = Diagnostic::new(info, place(dataset, graph, first), format!("the links go in a ring: {way}"))
            .at(format!("`{}` names `{}`", id(first), dataset.event(graph.link(first).from).id));
        for &ix in &told[1..] {
            let text = format!("`{}` names `{}`", id(ix), dataset.event(graph.link(ix).from).id);
            problem = problem.also(place(dataset, graph, ix), text);
        }
        found.push(problem.help(help));
    }
}

fn place(dataset: &Dataset, graph: &EventGraph, ix: LinkIx) -> Span {
    let link = graph.link(ix);
    match link.kind {
        LinkKind::Cause(_) => dataset.span_of(link.to, &[Key("causes"), Index(link.entry), Key("event")]),
        LinkKind::Legal(_) => {
            let target = &dataset.event(link.from).id;
            let events = &dataset.event(link.to).legal[link.entry].events;
            let position = events.iter().position(|id| id == target).unwrap_or(0);
            dataset.span_of(link.to, &[Key("legal"), Index(link.entry), Key("event"), Index(position)])
        }
    }
}
