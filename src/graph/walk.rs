//! What followed an event, and what led to it: a walk along links, shortest way first.

use std::collections::{BTreeMap, VecDeque};

use super::{Direction, EventGraph, Link, LinkIx, LinkKind, Support};
use crate::{dataset::EventIx, model::LegalType};

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
    pub fn refuses(&self, link: &Link) -> Option<LeftOut> {
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
        link.back_in_time.then_some(LeftOut::BackInTime)
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
        let mut events: Vec<EventIx> = self.steps.iter().map(|step| step.event).collect();
        events.sort_unstable();
        events.dedup();
        events
    }
}

/// What stands under an event where it is unfolded: each next event with the links that lead there, and whether it is
/// unfolded elsewhere.
type Row = (EventIx, Vec<LinkIx>, bool);

/// Walks from `start`, at most `depth` steps.
pub fn walk(graph: &EventGraph, start: EventIx, direction: Direction, follow: &Follow, depth: Option<usize>) -> Walk {
    let mut left_out = BTreeMap::new();
    // First the shortest way to each event, so that it is unfolded where it stands nearest to the start.
    let mut children: Vec<Vec<Row>> = vec![Vec::new(); graph.event_count()];
    let mut seen = vec![false; graph.event_count()];
    seen[start.index()] = true;
    let mut queue = VecDeque::from([(start, 0)]);
    while let Some((event, at)) = queue.pop_front() {
        let mut next = neighbours(graph, event, direction, follow, &mut left_out);
        if depth.is_some_and(|depth| at >= depth) {
            *left_out.entry(LeftOut::TooDeep).or_default() += next.iter().map(|row| row.1.len()).sum::<usize>();
            continue;
        }
        next.retain(|row| row.0 != start);
        for (other, _, again) in &mut next {
            *again = std::mem::replace(&mut seen[other.index()], true);
            if !*again {
                queue.push_back((*other, at + 1));
            }
        }
        children[event.index()] = next;
    }
    left_out.retain(|_, count| *count > 0);
    let steps = unfold(start, children);
    Walk { start, direction, steps, left_out }
}

/// The events next to `event` in time order, each with the links that lead there.
fn neighbours(
    graph: &EventGraph,
    event: EventIx,
    direction: Direction,
    follow: &Follow,
    left_out: &mut BTreeMap<LeftOut, usize>,
) -> Vec<Row> {
    let mut next: Vec<Row> = Vec::new();
    for ix in graph.links_of(event, direction) {
        let link = graph.link(ix);
        if let Some(reason) = follow.refuses(link) {
            *left_out.entry(reason).or_default() += 1;
            continue;
        }
        let other = link.end(direction);
        match next.last_mut() {
            Some((last, links, _)) if *last == other => links.push(ix),
            _ => next.push((other, vec![ix], false)),
        }
    }
    next
}

/// The tree in reading order, without recursion, since a hostile chain may be as long as the collection.
fn unfold(start: EventIx, mut children: Vec<Vec<Row>>) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut open: Vec<(Option<usize>, usize, Row)> = Vec::new();
    let mut push = |open: &mut Vec<_>, event: EventIx, row: Option<usize>, depth: usize| {
        let next = std::mem::take(&mut children[event.index()]);
        open.extend(next.into_iter().rev().map(|child| (row, depth, child)));
    };
    push(&mut open, start, None, 1);
    while let Some((parent, depth, (event, links, again))) = open.pop() {
        let row = steps.len();
        steps.push(Step { event, links, parent, depth, again });
        if !again {
            push(&mut open, event, Some(row), depth + 1);
        }
    }
    steps
}
