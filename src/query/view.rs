//! Events chosen from a collection, with the links among them.

use crate::{
    dataset::{Dataset, EventIx},
    graph::{EventGraph, LinkIx},
};

/// Events chosen from a collection, with the links among them.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// The collection.
    pub dataset: &'a Dataset,
    /// Its links.
    pub graph: &'a EventGraph,
    /// The chosen events, in time order, each once.
    pub events: Vec<EventIx>,
    /// Links both of whose ends are chosen, in order.
    pub links: Vec<LinkIx>,
}

impl<'a> View<'a> {
    /// A view of `events`, which may come in any order and more than once.
    pub fn new(dataset: &'a Dataset, graph: &'a EventGraph, mut events: Vec<EventIx>) -> Self {
        events.sort_unstable();
        events.dedup();
        let chosen = |ix: EventIx| events.binary_search(&ix).is_ok();
        let links = graph.iter().filter(|(_, link)| chosen(link.from) && chosen(link.to)).map(|(ix, _)| ix).collect();
        Self { dataset, graph, events, links }
    }

    /// A view of the whole collection.
    pub fn all(dataset: &'a Dataset, graph: &'a EventGraph) -> Self {
        Self::new(dataset, graph, dataset.iter().map(|(ix, _)| ix).collect())
    }
}
