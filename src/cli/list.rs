//! `ensue list`.

use std::{process::ExitCode, sync::LazyLock};

use super::{after::format, collection::Place, failure::Failure, output};
use crate::{
    query::TERMS,
    report::{self, Format},
};

/// The selection language, for help: made from its own table.
pub(super) static SELECTION_HELP: LazyLock<String> = LazyLock::new(|| {
    let mut text = "\
Selections (put them in quotation marks, for the shell):
  x::               x and all that followed, as `after` walks
  ::x               x and all that led to it
  x::y              all on the way from x to y
  x & y, x | y, ~x  both, either, all but (or: and, or, not)
  a bare word       an event: its id, or any part of it that no other id has\n"
        .to_owned();
    for term in TERMS {
        text.push_str(&format!("  {:<16}  {}\n", term.usage, term.meaning));
    }
    text.push_str("\nExamples:\n  ensue list 'side(cn) & technology(gallium)'\n");
    text.push_str("  ensue list 'category(entity-listing) & since(2022)' --format csv\n");
    text.push_str("  ensue list 'us-2022-october-chip-controls:: & side(cn) & ~importance(minor)'");
    text
});

#[derive(Debug, clap::Args)]
#[command(after_help = SELECTION_HELP.as_str())]
pub(super) struct Args {
    /// Which events [default: all]
    #[arg(value_name = "EXPR")]
    expression: Option<String>,
    /// Numbered footnotes with the sources
    #[arg(long)]
    cite: bool,
    /// How to write the answer: table, json or csv
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = format)]
    format: Format,
}

pub(super) fn run(args: &Args, place: &Place) -> Result<ExitCode, Failure> {
    let collection = place.collection()?;
    let view = collection.select(args.expression.as_deref())?;
    let report = report::list(&view, false, args.cite);
    output::answer(&report, &collection.dataset, args.format, place)
}
