//! The graph of legal facts and attributed causes, and the questions it answers.
//!
//! Nodes are the events of a [`Dataset`](crate::dataset::Dataset), edges run from the earlier event to the later one:
//! from a cause to its effect, from an act to what a later document does to it. The graph itself is petgraph's, which
//! no public signature shows.

mod cycles;
mod event_graph;
mod lag;
mod link;
mod order;
mod path;
mod standing;
mod state;
mod walk;

pub use cycles::cycles;
pub use event_graph::{EventGraph, LinksOf};
pub use lag::{Basis, Lag};
pub use link::{Direction, Link, LinkIx, LinkKind};
pub use order::{definitely_before_its_cause, known_from};
pub use path::{Chain, Chains, all_chains, shortest_chain};
pub use standing::{Answer, Standing, Support};
pub use state::{
    MeasurePart, PartState, Phase, Reached, StateWord, acts_on_anything, measure_parts, measure_states, own_parts,
    reached, state_of_part, state_of_whole, whole_history,
};
pub use walk::{Follow, LeftOut, Step, Walk, walk};
