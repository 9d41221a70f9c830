//! Chains from one event to another.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use super::{Direction, EventGraph, Follow, LinkIx, Support};
use crate::dataset::EventIx;

/// A chain of events, each joined to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The events, from the earlier end to the later.
    pub events: Vec<EventIx>,
    /// For each step the links that make it, claims before legal links.
    pub steps: Vec<Arc<[LinkIx]>>,
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
pub fn shortest_chain(graph: &EventGraph, from: EventIx, to: EventIx, follow: &Follow) -> Option<Chain> {
    let mut came_from = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    let mut seen = BTreeSet::from([from]);
    while let Some(event) = queue.pop_front() {
        if event == to {
            break;
        }
        for hop in hops(graph, event, follow) {
            if seen.insert(hop.to) {
                queue.push_back(hop.to);
                came_from.insert(hop.to, (event, hop));
            }
        }
    }
    let mut way = Vec::new();
    let mut at = to;
    while at != from {
        let (before, hop) = came_from.get(&at)?;
        way.push(hop);
        at = *before;
    }
    Some(chain(from, way.into_iter().rev()))
}

/// Up to `max` chains from `from` to `to`, with their exact number.
pub fn all_chains(graph: &EventGraph, from: EventIx, to: EventIx, follow: &Follow, max: usize) -> Chains {
    let hops = hops_between(graph, from, to, follow);
    let Count { total, circles } = count(&hops, from, to);
    // Ways by length: all of one length are listed before any longer one. A way is its last hop and the way before it.
    let mut ways: Vec<(&Hop, Option<usize>)> = Vec::new();
    let mut open: VecDeque<Option<usize>> = VecDeque::from([None]);
    let mut chains = Vec::new();
    while let Some(way) = open.pop_front() {
        if chains.len() >= max {
            break;
        }
        let last = way.map_or(from, |way| ways[way].0.to);
        let back = || std::iter::successors(way, |&way| ways[way].1).map(|way| ways[way].0);
        if last == to {
            let way: Vec<&Hop> = back().collect();
            chains.push(chain(from, way.into_iter().rev()));
            continue;
        }
        // The queue may not outgrow what can still be printed by much, in a lattice with millions of ways.
        if open.len() > max.saturating_mul(64).saturating_add(4096) {
            continue;
        }
        // Without circles no way comes back to where it was.
        let fresh = |hop: &&Hop| !circles || (hop.to != from && back().all(|earlier| earlier.to != hop.to));
        let next: Vec<&Hop> = hops.get(&last).into_iter().flatten().filter(fresh).collect();
        for hop in next {
            open.push_back(Some(ways.len()));
            ways.push((hop, way));
        }
    }
    Chains { chains, total }
}

/// A step from one event to the next.
struct Hop {
    to: EventIx,
    /// The links that make it, claims before legal links.
    links: Arc<[LinkIx]>,
    /// Its strongest claim; none where a legal fact among the links needs nobody's word.
    support: Option<Support>,
}

/// Steps from an event along links that `follow` takes, in time order.
fn hops(graph: &EventGraph, event: EventIx, follow: &Follow) -> Vec<Hop> {
    let taken: Vec<LinkIx> = graph.effects(event).filter(|&ix| follow.refuses(graph.link(ix)).is_none()).collect();
    let support = |&ix: &LinkIx| graph.link(ix).standing.map(|standing| standing.support);
    let hop = |links: &[LinkIx]| Hop {
        to: graph.link(links[0]).to,
        links: links.into(),
        support: links.iter().map(support).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max()),
    };
    taken.chunk_by(|&a, &b| graph.link(a).to == graph.link(b).to).map(hop).collect()
}

/// The steps on any way from `from` to `to`, by where they begin; every event on the way is there.
fn hops_between(graph: &EventGraph, from: EventIx, to: EventIx, follow: &Follow) -> BTreeMap<EventIx, Vec<Hop>> {
    let before: BTreeSet<EventIx> = graph.reach(&[to], Direction::Before, follow, None).into_iter().collect();
    let after = graph.reach(&[from], Direction::After, follow, None);
    let on_the_way: BTreeSet<EventIx> = after.into_iter().filter(|event| before.contains(event)).collect();
    let hops = |&event: &EventIx| {
        let mut hops = hops(graph, event, follow);
        hops.retain(|hop| on_the_way.contains(&hop.to));
        (event, hops)
    };
    on_the_way.iter().map(hops).collect()
}

/// How many chains there are, by adding up over events in an order in which causes stand before effects (Kahn 1962).
fn count(hops: &BTreeMap<EventIx, Vec<Hop>>, from: EventIx, to: EventIx) -> Count {
    if hops.is_empty() {
        return Count { total: Some(0), circles: false };
    }
    let mut waiting: BTreeMap<EventIx, usize> = hops.keys().map(|&event| (event, 0)).collect();
    for hop in hops.values().flatten() {
        *waiting.entry(hop.to).or_default() += 1;
    }
    let mut ready: Vec<EventIx> = waiting.iter().filter(|(_, n)| **n == 0).map(|(event, _)| *event).collect();
    // None is more than the number holds.
    let mut ways: BTreeMap<EventIx, Option<u128>> = BTreeMap::from([(from, Some(1))]);
    let mut done = 0;
    while let Some(event) = ready.pop() {
        done += 1;
        let here = ways.get(&event).copied().unwrap_or(Some(0));
        for hop in hops.get(&event).into_iter().flatten() {
            let sum = ways.entry(hop.to).or_insert(Some(0));
            *sum = sum.zip(here).and_then(|(sum, here)| sum.checked_add(here));
            let left = waiting.entry(hop.to).or_default();
            *left = left.saturating_sub(1);
            if *left == 0 {
                ready.push(hop.to);
            }
        }
    }
    let circles = done < hops.len();
    Count { total: ways.get(&to).copied().unwrap_or(Some(0)).filter(|_| !circles), circles }
}

/// How many chains there are.
struct Count {
    /// None where the number is endless or too large.
    total: Option<u128>,
    /// Links run in a circle on the way.
    circles: bool,
}

fn chain<'h>(from: EventIx, way: impl Iterator<Item = &'h Hop>) -> Chain {
    let mut chain = Chain { events: vec![from], steps: Vec::new(), weakest: None };
    for hop in way {
        chain.events.push(hop.to);
        chain.steps.push(Arc::clone(&hop.links));
        chain.weakest = match (chain.weakest, hop.support) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
    chain
}
