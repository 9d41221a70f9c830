//! What followed, and who says so: a timeline and event-graph builder for US-China technology trade policy.
//!
//! Events are written by hand in YAML. They are read with every problem reported at its place, resolved against the
//! registers of actors and technologies, linked into a graph of legal facts and attributed causes, asked, and drawn.
//! `docs/architecture.md` names the rooms and who may import from whom.
#![deny(rustdoc::broken_intra_doc_links)]

pub mod check;
pub mod cli;
pub mod dataset;
pub mod diag;
pub mod graph;
pub mod layout;
pub mod model;
pub mod parse;
pub mod query;
pub mod render;
pub mod report;
pub mod scene;
pub mod source;
