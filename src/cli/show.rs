//! `ensue show`.

use std::process::ExitCode;

use super::{
    after::format,
    collection::{Place, place},
    failure::Failure,
    in_force::day,
    output,
};
use crate::{
    model::Day,
    query,
    report::{self, Format},
    source::Span,
};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ensue show us-cn-2025-busan-deal           a deal, promise by promise, and what became of each
  ensue show huawei                          all done by it and to it
  ensue show gallium                         all events about it")]
pub(super) struct Args {
    /// An event, an actor or a technology: its id, any part of an event's id that no other has, or an actor's name
    id: String,
    /// The day whose state is shown [default: the day to which the collection was researched]
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Day>,
    /// Numbered footnotes with the sources, for an event
    #[arg(long)]
    cite: bool,
    /// How to write the answer: table, json or csv
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = format)]
    format: Format,
}

pub(super) fn run(args: &Args, where_: &Place) -> Result<ExitCode, Failure> {
    let collection = where_.collection()?;
    let (dataset, graph) = (&collection.dataset, &collection.graph);
    let registers = dataset.registers();
    // An id comes first; a name serves where no event's id contains the word.
    let named = || registers.actor_named(&args.id).filter(|_| query::resolve_event(&args.id, dataset).is_err());
    let actor = registers.actor(&args.id).or_else(named);
    let report = match (dataset.find(&args.id), actor, registers.technology(&args.id)) {
        (None, _, Some(technology)) if registers.actor(&args.id).is_none() => {
            report::show_technology(technology, &collection.select(None)?)
        }
        (None, Some(actor), _) => report::show_actor(actor, &collection.select(None)?),
        _ => {
            let ix = query::resolve_event(&args.id, dataset)?;
            let origin = dataset.origin(ix);
            let at = place(dataset.sources(), Span::new(origin.source, origin.start, origin.end));
            let on = args.on.or(dataset.as_of()).unwrap_or_default();
            report::show(ix, dataset, graph, on, &at, args.cite)
        }
    };
    output::answer(&report, dataset, args.format, where_)
}
