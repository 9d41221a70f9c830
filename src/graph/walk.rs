//! What followed an event, and what led to it: a walk along links, shortest way first.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{EventGraph, Link, LinkIx, LinkKind, Support, definitely_before_its_cause};
use crate::{
    dataset::{Dataset, EventIx},
    model::LegalType,
};

/// Which way along links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To later events: what followed.
    After,
    /// To earlier events: what led to it.
    Before,
}

/// Which links a walk follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follow {
    /// Claims about causes.
    pub causes: bool,
    /// Legal links.
    pub legal: bool,
    /// Claims need at least this support.
    pub said: Support,
    /// Only these kinds of links; all where it is empty. `based-on` is followed only where it is named here, since a
    /// statute of 1977 would else lead to half a collection.
    pub kinds: Vec<LinkKind>,
}

impl Default for Follow {
    /// Causes that are reported or better supported, and legal links but `based-on`.
    fn default() -> Self {
        Self { causes: true, legal: true, said: Support::SingleSource, kinds: Vec::new() }
    }
}

/// Why a link was not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// It says only which power was used.
    BasedOn,
    /// The claim has less support than asked for.
    LessSupported,
    /// It is not of a kind that was asked for.
    OtherKind,
    /// It lies beyond the depth asked for.
    TooDeep,
    /// It would go back in time.
    BackInTime,
}

impl LeftOut {
    /// The reason as one word, for JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::BasedOn => "based-on",
            Self::LessSupported => "less-supported",
            Self::OtherKind => "other-kind",
            Self::TooDeep => "too-deep",
            Self::BackInTime => "back-in-time",
        }
    }
}

impl Follow {
    /// Nothing if the link is followed, else why not.
    pub fn refuses(&self, link: &Link, dataset: &Dataset) -> Option<LeftOut> {
        let listed = self.kinds.contains(&link.kind);
        match link.kind {
            _ if !self.kinds.is_empty() && !listed => return Some(LeftOut::OtherKind),
            LinkKind::Legal(_) if !self.legal => return Some(LeftOut::OtherKind),
            LinkKind::Cause(_) if !self.causes => return Some(LeftOut::OtherKind),
            LinkKind::Legal(LegalType::BasedOn) if !listed => return Some(LeftOut::BasedOn),
            _ => {}
        }
        if link.standing.is_some_and(|standing| standing.support < self.said) {
            return Some(LeftOut::LessSupported);
        }
        let back = definitely_before_its_cause(dataset.event(link.to), dataset.event(link.from), dataset);
        back.then_some(LeftOut::BackInTime)
    }
}

/// One row of a walk: an event, with the link by which it was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The event.
    pub event: EventIx,
    /// The links that join it to its parent: the strongest claim first, then legal links.
    pub links: Vec<LinkIx>,
    /// The row under which it stands; none for those next to the start.
    pub parent: Option<usize>,
    /// Steps from the start, from 1.
    pub depth: usize,
    /// Its own followers stand elsewhere, at a row nearer to the start or earlier.
    pub again: bool,
}

/// A walk from one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// The start.
    pub start: EventIx,
    /// Which way.
    pub direction: Direction,
    /// Rows in the order of a tree: each followed by its own followers, siblings in time order.
    pub steps: Vec<Step>,
    /// Links that were met and not followed.
    pub left_out: BTreeMap<LeftOut, usize>,
}

impl Walk {
    /// Every event reached, without the start, in time order.
    pub fn events(&self) -> Vec<EventIx> {
        let events: BTreeSet<EventIx> = self.steps.iter().map(|step| step.event).collect();
        events.into_iter().collect()
    }
}

/// An event next to another, with the links between them.
struct Neighbour {
    event: EventIx,
    links: Vec<LinkIx>,
    again: bool,
}

/// Walks from `start`, at most `depth` steps.
pub fn walk(
    dataset: &Dataset,
    graph: &EventGraph,
    start: EventIx,
    direction: Direction,
    follow: &Follow,
    depth: Option<usize>,
) -> Walk {
    let mut left_out = BTreeMap::new();
    // First the shortest way to each event, so that it is unfolded where it stands nearest to the start.
    let mut children: BTreeMap<EventIx, Vec<Neighbour>> = BTreeMap::new();
    let mut seen = BTreeSet::from([start]);
    let mut queue = VecDeque::from([(start, 0)]);
    while let Some((event, at)) = queue.pop_front() {
        let next = neighbours(dataset, graph, event, direction, follow, &mut left_out);
        if depth.is_some_and(|depth| at >= depth) {
            *left_out.entry(LeftOut::TooDeep).or_default() += next.values().map(Vec::len).sum::<usize>();
            continue;
        }
        let row = next.into_iter().filter(|(other, _)| *other != start).map(|(event, links)| {
            let again = !seen.insert(event);
            if !again {
                queue.push_back((event, at + 1));
            }
            Neighbour { event, links, again }
        });
        children.insert(event, row.collect());
    }
    left_out.retain(|_, count| *count > 0);
    let steps = unfold(start, &children);
    Walk { start, direction, steps, left_out }
}

/// The events next to `event`, each with the links that lead there.
fn neighbours(
    dataset: &Dataset,
    graph: &EventGraph,
    event: EventIx,
    direction: Direction,
    follow: &Follow,
    left_out: &mut BTreeMap<LeftOut, usize>,
) -> BTreeMap<EventIx, Vec<LinkIx>> {
    let links = match direction {
        Direction::After => graph.effects(event),
        Direction::Before => graph.causes(event),
    };
    let mut next: BTreeMap<EventIx, Vec<LinkIx>> = BTreeMap::new();
    for ix in links {
        let link = graph.link(ix);
        if let Some(reason) = follow.refuses(link, dataset) {
            *left_out.entry(reason).or_default() += 1;
            continue;
        }
        let other = if direction == Direction::After { link.to } else { link.from };
        next.entry(other).or_default().push(ix);
    }
    for links in next.values_mut() {
        links.sort_by_key(|&ix| (graph.link(ix).kind, ix));
    }
    next
}

/// The tree in reading order, without recursion, since a hostile chain may be as long as the collection.
fn unfold(start: EventIx, children: &BTreeMap<EventIx, Vec<Neighbour>>) -> Vec<Step> {
    let next = |event: EventIx| children.get(&event).into_iter().flatten().rev();
    let mut steps: Vec<Step> = Vec::new();
    let mut open: Vec<(&Neighbour, Option<usize>, usize)> = next(start).map(|found| (found, None, 1)).collect();
    while let Some((found, parent, depth)) = open.pop() {
        let row = steps.len();
        let (event, again) = (found.event, found.again);
        steps.push(Step { event, links: found.links.clone(), parent, depth, again });
        if !again {
            open.extend(next(event).map(|found| (found, Some(row), depth + 1)));
        }
    }
    steps
}
