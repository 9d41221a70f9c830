//! `ensue path`.

use std::process::ExitCode;

use super::{
    after::{Links, follow, format, link_kind, support},
    collection::Place,
    failure::Failure,
    output,
};
use crate::{
    graph::{self, LinkKind, Support},
    query,
    report::{self, Format},
};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ensue path us-2022-october-chip-controls cn-2024-dual-use-ban-us
  ensue path us-2025-affiliates-rule us-cn-2025-busan-deal --all --max 5")]
pub(super) struct Args {
    /// The earlier event
    from: String,
    /// The later event
    to: String,
    /// All chains, not only the shortest, with their exact number
    #[arg(long)]
    all: bool,
    /// How many chains to show at most
    #[arg(long, value_name = "N", default_value_t = 10, requires = "all")]
    max: usize,
    /// Which links to walk
    #[arg(long, value_enum, default_value_t = Links::Both)]
    links: Links,
    /// Least support of a claim to follow it: named, acknowledged, reported or editorial
    #[arg(long, value_name = "SUPPORT", default_value = "reported", value_parser = support)]
    said: Support,
    /// Walk only links of this type; may be repeated
    #[arg(long = "type", value_name = "TYPE", value_parser = link_kind)]
    kinds: Vec<LinkKind>,
    /// Numbered footnotes with the sources
    #[arg(long)]
    cite: bool,
    /// How to write the answer: tree, table, json or csv
    #[arg(long, value_name = "FORMAT", default_value = "tree", value_parser = format)]
    format: Format,
}

pub(super) fn run(args: &Args, place: &Place) -> Result<ExitCode, Failure> {
    let collection = place.collection()?;
    let (dataset, graph) = (&collection.dataset, &collection.graph);
    let from = query::resolve_event(&args.from, dataset)?;
    let to = query::resolve_event(&args.to, dataset)?;
    let follow = follow(args.links, args.said, &args.kinds);
    let (chains, total) = if args.all {
        let found = graph::all_chains(graph, from, to, &follow, args.max);
        (found.chains, Some(found.total))
    } else {
        (graph::shortest_chain(graph, from, to, &follow).into_iter().collect(), None)
    };
    let mut report = report::chains(&chains, total, (from, to), dataset, graph, args.cite);
    if chains.is_empty() && graph::shortest_chain(graph, to, from, &follow).is_some() {
        let (from, to) = (&dataset.event(from).id, &dataset.event(to).id);
        report.notes.push(format!("there is one the other way: `ensue path {to} {from}`"));
    }
    output::answer(&report, dataset, args.format, place)
}
