//! Events and their links as a petgraph.

use petgraph::{
    Direction,
    graph::{DiGraph, Edges, NodeIndex},
};

use super::{Link, LinkIx, LinkKind, Standing};
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
                let standing = Some(Standing::of(event, &claim.evidence, dataset));
                links.push(Link { from, to, kind: LinkKind::Cause(claim.kind), entry, standing });
            }
            for (entry, legal) in event.legal.iter().enumerate() {
                for from in legal.events.iter().filter_map(|id| dataset.find(id.as_str())) {
                    links.push(Link { from, to, kind: LinkKind::Legal(legal.kind), entry, standing: None });
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
        LinksOf(self.graph.edges_directed(NodeIndex::new(event.index()), Direction::Outgoing))
    }

    /// Links from earlier events to `event`: its causes, and what it did to earlier acts.
    pub fn causes(&self, event: EventIx) -> LinksOf<'_> {
        LinksOf(self.graph.edges_directed(NodeIndex::new(event.index()), Direction::Incoming))
    }
}
