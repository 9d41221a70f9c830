//! Events and their links as a petgraph.

use petgraph::{
    Direction,
    graph::{DiGraph, EdgeIndex, NodeIndex},
    visit::EdgeRef,
};

use super::{Link, LinkIx, LinkKind, Standing};
use crate::dataset::{Dataset, EventIx};

/// All links of a [`Dataset`]; node and edge positions are those of its events and of [`links`](Self::links).
#[derive(Debug, Clone)]
pub struct EventGraph {
    graph: DiGraph<(), ()>,
    links: Vec<Link>,
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
        for link in &links {
            graph.add_edge(NodeIndex::new(link.from.index()), NodeIndex::new(link.to.index()), ());
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

    /// Links from `event` to later events: what it caused, and what later documents did to it. In time order.
    pub fn effects(&self, event: EventIx) -> Vec<LinkIx> {
        self.at(event, Direction::Outgoing)
    }

    /// Links from earlier events to `event`: its causes, and what it did to earlier acts. In time order.
    pub fn causes(&self, event: EventIx) -> Vec<LinkIx> {
        self.at(event, Direction::Incoming)
    }

    fn at(&self, event: EventIx, direction: Direction) -> Vec<LinkIx> {
        let node = NodeIndex::new(event.index());
        if node.index() >= self.graph.node_count() {
            return Vec::new();
        }
        let position = |edge: EdgeIndex| LinkIx(u32::try_from(edge.index()).unwrap_or(u32::MAX));
        let mut links: Vec<LinkIx> =
            self.graph.edges_directed(node, direction).map(|edge| position(edge.id())).collect();
        links.sort_by_key(|&ix| {
            let link = self.link(ix);
            let other = if direction == Direction::Outgoing { link.to } else { link.from };
            (other, link.kind, ix)
        });
        links
    }
}
