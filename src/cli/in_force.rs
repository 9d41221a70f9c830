//! `ensue in-force`.

use std::process::ExitCode;

use super::{after::format, collection::Place, failure::Failure, list::SELECTION_HELP, output, today::today};
use crate::{
    model::{Day, Edtf},
    report::{self, Format, StatesQuestion},
};

#[derive(Debug, clap::Args)]
#[command(after_help = format!("\
States: not-yet-in-force, in-force, suspended, enjoined, expired, repealed, superseded, annulled,
unknown-after (what stopped it ran out, and nobody has said what follows), uncertain.

Examples:
  ensue in-force --on 2019-12-01 'actor(us-bis)'
  ensue in-force --on 2025-10-20 --as-known 2025-10-20
  ensue in-force 'in-force(2026-06-30) & side(cn)' --on 2026-06-30

{}", SELECTION_HELP.as_str()))]
pub(super) struct Args {
    /// Which measures [default: all]
    #[arg(value_name = "EXPR")]
    expression: Option<String>,
    /// The day [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Day>,
    /// Use only events of that day or before: what could be known then
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_known: Option<Day>,
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
    let on = args.on.unwrap_or_else(today);
    let report = report::states(&view, StatesQuestion { on, as_known: args.as_known, cite: args.cite });
    output::answer(&report, &collection.dataset, args.format, place)
}

/// A day in full: 2024-01-01.
pub(super) fn day(text: &str) -> Result<Day, String> {
    let date: Edtf = text.parse().map_err(|error| format!("{error}; write it like 2024-01-01"))?;
    date.exact_day().ok_or_else(|| "a day was expected; write it like 2024-01-01".to_owned())
}
