//! `ensue check`.

use std::process::ExitCode;

use super::{collection::Place, failure::Failure, output};
use crate::{
    check,
    dataset::{Dataset, Loaded},
    diag::{self, Diagnostic, Severity, WRITERS},
    graph::EventGraph,
};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit code 1 if there is any error; with --strict, if there is any warning that its event does not accept.

Examples:
  ensue check
  ensue check --strict
  ensue check --format github        in a workflow, marks the lines of a change
  ensue explain unknown-key          what a code means, and how to mend it")]
pub(super) struct Args {
    /// Fail on warnings too, but for those that an event accepts
    #[arg(long)]
    strict: bool,
    /// How to write the problems: text, json, github or sarif
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = WRITERS.iter().map(|(name, _)| *name).collect::<Vec<_>>())]
    format: String,
}

pub(super) fn run(args: &Args, place: &Place) -> Result<ExitCode, Failure> {
    let sources = place.sources()?;
    let Loaded { dataset, mut diagnostics } = Dataset::load(&sources);
    let graph = EventGraph::new(&dataset);
    check::run(check::ALL, &dataset, &graph, &mut diagnostics);
    let sorted = diagnostics.sorted();
    let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
    output::print(&written(&args.format, &sorted, &dataset, place)?)?;
    if args.format == "text" {
        let events = dataset.events().len();
        eprintln!("{}, {}, {}", counted(events, "event"), counted(errors, "error"), counted(warnings, "warning"));
    }
    let failed = errors > 0 || (args.strict && warnings > 0);
    Ok(ExitCode::from(u8::from(failed)))
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn written(format: &str, problems: &[&Diagnostic], dataset: &Dataset, place: &Place) -> Result<Vec<u8>, Failure> {
    let sources = dataset.sources();
    let mut bytes = Vec::new();
    let result = match format {
        "json" => {
            let mut object = serde_json::Map::new();
            object.insert("schema".into(), "ensue/check/1".into());
            object.insert("collection".into(), crate::report::collection_json(dataset));
            object.insert("problems".into(), diag::json_problems(problems, sources));
            serde_json::to_writer_pretty(&mut bytes, &object).map_err(Into::into).map(|()| bytes.push(b'\n'))
        }
        "text" if place.colours() => diag::write_coloured(problems, sources, &mut bytes),
        _ => WRITERS
            .iter()
            .find(|(name, _)| *name == format)
            .map_or(Ok(()), |(_, write)| write(problems, sources, &mut bytes)),
    };
    result.map_err(|error| Failure::Machine(format!("cannot write the problems: {error}")))?;
    Ok(bytes)
}
