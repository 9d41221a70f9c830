//! Rings of links, where there should be none.

use std::collections::{BTreeMap, VecDeque};

use petgraph::{algo::kosaraju_scc, graph::DiGraph};

use super::{EventGraph, LinkIx, LinkKind};
use crate::dataset::EventIx;

/// A shortest ring of links of the kinds that `of` takes, for each set of events that can all reach one another, in
/// time order. A ring begins at its earliest event; each of its links leads to the next link's start, the last to the
/// first.
///
/// The sets are the strongly connected components, by Kosaraju's algorithm, which petgraph runs without recursion, so
/// that no chain is too long for it.
pub fn cycles(graph: &EventGraph, of: impl Fn(LinkKind) -> bool) -> Vec<Vec<LinkIx>> {
    let mut chosen: DiGraph<(), ()> = DiGraph::with_capacity(graph.event_count(), graph.links().len());
    let nodes: Vec<_> = (0..graph.event_count()).map(|_| chosen.add_node(())).collect();
    let mut ways: BTreeMap<EventIx, Vec<LinkIx>> = BTreeMap::new();
    for (ix, link) in graph.iter().filter(|(_, link)| of(link.kind)) {
        chosen.add_edge(nodes[link.from.index()], nodes[link.to.index()], ());
        ways.entry(link.from).or_default().push(ix);
    }
    let mut component = vec![0; graph.event_count()];
    let components = kosaraju_scc(&chosen);
    for (number, members) in components.iter().enumerate() {
        for member in members {
            component[member.index()] = number;
        }
    }
    let mut seen = vec![false; components.len()];
    let mut rings = Vec::new();
    for &start in ways.keys() {
        let number = component[start.index()];
        if std::mem::replace(&mut seen[number], true) {
            continue;
        }
        rings.extend(ring_from(start, graph, &ways, |event| component[event.index()] == number));
    }
    rings
}

/// The shortest way from `start` back to itself among events that `within` takes.
fn ring_from(
    start: EventIx,
    graph: &EventGraph,
    ways: &BTreeMap<EventIx, Vec<LinkIx>>,
    within: impl Fn(EventIx) -> bool,
) -> Option<Vec<LinkIx>> {
    let mut reached_by: BTreeMap<EventIx, LinkIx> = BTreeMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(event) = open.pop_front() {
        for &way in ways.get(&event).into_iter().flatten() {
            let next = graph.link(way).to;
            if !within(next) || reached_by.contains_key(&next) {
                continue;
            }
            reached_by.insert(next, way);
            if next == start {
                return Some(walk_back(start, graph, &reached_by));
            }
            open.push_back(next);
        }
    }
    None
}

fn walk_back(start: EventIx, graph: &EventGraph, reached_by: &BTreeMap<EventIx, LinkIx>) -> Vec<LinkIx> {
    let mut ring = Vec::new();
    let mut at = start;
    while let Some(&way) = reached_by.get(&at) {
        ring.push(way);
        at = graph.link(way).from;
        if at == start {
            break;
        }
    }
    ring.reverse();
    ring
}
