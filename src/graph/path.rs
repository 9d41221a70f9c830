//! Chains from one event to another.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{EventGraph, Follow, LinkIx, Support};
use crate::dataset::{Dataset, EventIx};

/// A chain of events, each joined to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The events, from the earlier end to the later.
    pub events: Vec<EventIx>,
    /// For each step the links that make it, claims before legal links.
    pub steps: Vec<Vec<LinkIx>>,
    /// The weakest support of its steps, each step counting by its strongest claim; none where all steps are legal
    /// facts.
    pub weakest: Option<Support>,
}

/// All chains from one event to another, as far as they were listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chains {
    /// The chains, shorter before longer, then in time order.
    pub chains: Vec<Chain>,
    /// How many there are in all; none where it is more than a 128-bit number holds, or where links run in a circle and
    /// the count would be endless.
    pub total: Option<u128>,
}

/// The shortest chain from `from` to `to` along links that `follow` takes; of several the first in time order. None
/// where there is no chain.
pub fn shortest_chain(
    dataset: &Dataset,
    graph: &EventGraph,
    from: EventIx,
    to: EventIx,
    follow: &Follow,
) -> Option<Chain> {
    let mut came_from = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    let mut seen = BTreeSet::from([from]);
    while let Some(event) = queue.pop_front() {
        if event == to {
            break;
        }
        for next in next_events(dataset, graph, event, follow) {
            if seen.insert(next) {
                came_from.insert(next, event);
                queue.push_back(next);
            }
        }
    }
    let mut events = vec![to];
    let mut at = to;
    while at != from {
        at = *came_from.get(&at)?;
        events.push(at);
    }
    events.reverse();
    Some(chain(dataset, graph, events, follow))
}

/// Up to `max` chains from `from` to `to`, with their exact number.
pub fn all_chains(
    dataset: &Dataset,
    graph: &EventGraph,
    from: EventIx,
    to: EventIx,
    follow: &Follow,
    max: usize,
) -> Chains {
    let between = between(dataset, graph, from, to, follow);
    let next = |event: EventIx| {
        let mut next = next_events(dataset, graph, event, follow);
        next.retain(|event| between.contains(event));
        next
    };
    let total = count(&between, from, to, &next);
    // Chains by length: all of one length are listed before any longer one.
    let mut chains = Vec::new();
    let mut open = VecDeque::from([vec![from]]);
    while let Some(events) = open.pop_front() {
        if chains.len() >= max {
            break;
        }
        let last = events[events.len() - 1];
        if last == to {
            chains.push(chain(dataset, graph, events, follow));
            continue;
        }
        // The queue may not outgrow what can still be printed by much, in a lattice with millions of ways.
        if open.len() > max.saturating_mul(64).saturating_add(4096) {
            continue;
        }
        for event in next(last) {
            if !events.contains(&event) {
                open.push_back(events.iter().copied().chain([event]).collect());
            }
        }
    }
    Chains { chains, total }
}

fn next_events(dataset: &Dataset, graph: &EventGraph, event: EventIx, follow: &Follow) -> Vec<EventIx> {
    let links = graph.effects(event).map(|ix| graph.link(ix));
    let mut next: Vec<EventIx> =
        links.filter(|link| follow.refuses(link, dataset).is_none()).map(|link| link.to).collect();
    next.dedup();
    next
}

/// Events on any way from `from` to `to`.
fn between(dataset: &Dataset, graph: &EventGraph, from: EventIx, to: EventIx, follow: &Follow) -> BTreeSet<EventIx> {
    let reach = |start: EventIx, forward: bool| {
        let mut seen = BTreeSet::from([start]);
        let mut open = vec![start];
        while let Some(event) = open.pop() {
            let links = if forward { graph.effects(event) } else { graph.causes(event) };
            for link in links.map(|ix| graph.link(ix)) {
                let next = if forward { link.to } else { link.from };
                if follow.refuses(link, dataset).is_none() && seen.insert(next) {
                    open.push(next);
                }
            }
        }
        seen
    };
    reach(from, true).intersection(&reach(to, false)).copied().collect()
}

/// How many chains there are, by adding up over events in an order in which causes stand before effects (Kahn 1962).
fn count(
    between: &BTreeSet<EventIx>,
    from: EventIx,
    to: EventIx,
    next: &dyn Fn(EventIx) -> Vec<EventIx>,
) -> Option<u128> {
    if !between.contains(&from) || !between.contains(&to) {
        return Some(0);
    }
    let edges: BTreeMap<EventIx, Vec<EventIx>> = between.iter().map(|&event| (event, next(event))).collect();
    let mut waiting: BTreeMap<EventIx, usize> = between.iter().map(|&event| (event, 0)).collect();
    for event in edges.values().flatten() {
        *waiting.entry(*event).or_default() += 1;
    }
    let mut ready: Vec<EventIx> = waiting.iter().filter(|(_, n)| **n == 0).map(|(event, _)| *event).collect();
    let mut ways: BTreeMap<EventIx, u128> = BTreeMap::from([(from, 1)]);
    let mut done = 0;
    while let Some(event) = ready.pop() {
        done += 1;
        let here = ways.get(&event).copied().unwrap_or(0);
        for &event in edges.get(&event).into_iter().flatten() {
            let sum = ways.entry(event).or_default();
            *sum = sum.checked_add(here)?;
            let left = waiting.entry(event).or_default();
            *left = left.saturating_sub(1);
            if *left == 0 {
                ready.push(event);
            }
        }
    }
    (done == between.len()).then(|| ways.get(&to).copied().unwrap_or(0))
}

fn chain(dataset: &Dataset, graph: &EventGraph, events: Vec<EventIx>, follow: &Follow) -> Chain {
    let links = |pair: &[EventIx]| {
        let mut links: Vec<LinkIx> = graph
            .effects(pair[0])
            .filter(|&ix| graph.link(ix).to == pair[1] && follow.refuses(graph.link(ix), dataset).is_none())
            .collect();
        links.sort_by_key(|&ix| (graph.link(ix).kind, ix));
        links
    };
    let steps: Vec<Vec<LinkIx>> = events.windows(2).map(links).collect();
    let support = |links: &Vec<LinkIx>| {
        let all: Option<Vec<Support>> =
            links.iter().map(|&ix| graph.link(ix).standing.map(|standing| standing.support)).collect();
        // A legal fact among the links of a step needs nobody's word.
        all.and_then(|supports| supports.into_iter().max())
    };
    let weakest = steps.iter().filter_map(support).min();
    Chain { events, steps, weakest }
}
