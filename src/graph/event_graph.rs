//! Events and their links as a petgraph.

use petgraph::graph::{DiGraph, Edges, NodeIndex};

use super::{Direction, Follow, Link, LinkIx, LinkKind, Standing, definitely_before_its_cause};
use crate::dataset::{Dataset, EventIx};

/// All links of a [`Dataset`]; node positions are those of its events.
#[derive(Debug, Clone)]
pub struct EventGraph {
    graph: DiGraph<(), LinkIx>,
    links: Vec<Link>,
}

/// The links of an event on one side of it, by the event at their other end, in time order; between the same two
/// events claims before legal links.
#[derive(Debug, Clone)]
pub struct LinksOf<'a>(Edges<'a, LinkIx, petgraph::Directed>);

impl Iterator for LinksOf<'_> {
    type Item = LinkIx;

    fn next(&mut self) -> Option<LinkIx> {
        self.0.next().map(|edge| *edge.weight())
    }
}

impl EventGraph {
    /// Links every event of `dataset`. Links stand in the order of the later event, causes before legal links.
    pub fn new(dataset: &Dataset) -> Self {
        let mut links = Vec::new();
        for (to, event) in dataset.iter() {
            for (entry, claim) in event.causes.iter().enumerate() {
                let Some(from) = dataset.find(claim.event.as_str()) else { continue };
                let back_in_time = definitely_before_its_cause(event, dataset.event(from), dataset);
                let standing = Some(Standing::of(event, &claim.evidence, dataset));
                links.push(Link { from, to, kind: LinkKind::Cause(claim.kind), entry, standing, back_in_time });
            }
            for (entry, legal) in event.legal.iter().enumerate() {
                for from in legal.events.iter().filter_map(|id| dataset.find(id.as_str())) {
                    let back_in_time = definitely_before_its_cause(event, dataset.event(from), dataset);
                    let kind = LinkKind::Legal(legal.kind);
                    links.push(Link { from, to, kind, entry, standing: None, back_in_time });
                }
            }
        }
        let mut graph = DiGraph::with_capacity(dataset.events().len(), links.len());
        for _ in dataset.events() {
            graph.add_node(());
        }
        let mut order: Vec<(LinkIx, &Link)> = (0..).map(LinkIx).zip(&links).collect();
        order.sort_unstable_by_key(|&(ix, link)| (link.to, link.from, link.kind, ix));
        // petgraph gives the edges of a node from the last added to the first.
        for (ix, link) in order.into_iter().rev() {
            graph.add_edge(NodeIndex::new(link.from.index()), NodeIndex::new(link.to.index()), ix);
        }
        Self { graph, links }
    }

    /// All links.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// All links with their positions.
    pub fn iter(&self) -> impl Iterator<Item = (LinkIx, &Link)> {
        (0..).map(LinkIx).zip(&self.links)
    }

    /// The link at a position.
    pub fn link(&self, ix: LinkIx) -> &Link {
        &self.links[ix.index()]
    }

    /// How many events there are.
    pub fn event_count(&self) -> usize {
        self.graph.node_count()
    }

    /// Links from `event` to later events: what it caused, and what later documents did to it.
    pub fn effects(&self, event: EventIx) -> LinksOf<'_> {
        self.links_of(event, Direction::After)
    }

    /// Links from earlier events to `event`: its causes, and what it did to earlier acts.
    pub fn causes(&self, event: EventIx) -> LinksOf<'_> {
        self.links_of(event, Direction::Before)
    }

    /// The links of an event that lead one way.
    pub fn links_of(&self, event: EventIx, direction: Direction) -> LinksOf<'_> {
        let way = match direction {
            Direction::After => petgraph::Direction::Outgoing,
            Direction::Before => petgraph::Direction::Incoming,
        };
        LinksOf(self.graph.edges_directed(NodeIndex::new(event.index()), way))
    }

    /// Every event that links lead to from `starts`, themselves among them, in time order; at most `steps` steps away.
    pub fn reach(
        &self,
        starts: &[EventIx],
        direction: Direction,
        follow: &Follow,
        steps: Option<usize>,
    ) -> Vec<EventIx> {
        let mut reached = vec![false; self.event_count()];
        let mut edge = starts.to_vec();
        edge.iter().for_each(|event| reached[event.index()] = true);
        let mut step = 0;
        while !edge.is_empty() && steps.is_none_or(|steps| step < steps) {
            let mut next = Vec::new();
            for event in edge {
                let links = self.links_of(event, direction).map(|ix| self.link(ix));
                for other in links.filter(|link| follow.refuses(link).is_none()).map(|link| link.end(direction)) {
                    if !std::mem::replace(&mut reached[other.index()], true) {
                        next.push(other);
                    }
                }
            }
            (edge, step) = (next, step + 1);
        }
        (0..).map(EventIx).zip(reached).filter(|(_, reached)| *reached).map(|(event, _)| event).collect()
    }
}
