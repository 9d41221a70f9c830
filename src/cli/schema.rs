//! `ensue schema`.

use std::{io::Write, path::PathBuf, process::ExitCode};

use serde_json::{Value, json};

use super::{collection::Place, failure::Failure, output};
use crate::{
    dataset::Dataset,
    parse::{self, FileKind},
};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
An editor that knows YAML schemas completes words and shows the meaning of each field. Name the schema in the first
line of a file:
  # yaml-language-server: $schema=../schema/event.json

Examples:
  ensue schema
  ensue schema --with-ids        completes ids too; made for this collection, not to be committed")]
pub(super) struct Args {
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "events/schema")]
    out: PathBuf,
    /// Also write copies that complete the ids of events, actors and technologies
    #[arg(long)]
    with_ids: bool,
}

pub(super) fn run(args: &Args, place: &Place) -> Result<ExitCode, Failure> {
    for &kind in FileKind::ALL {
        write(args, &format!("{}.json", name(kind)), &parse::schema(kind))?;
    }
    if args.with_ids {
        let dataset = Dataset::load(&place.sources()?).dataset;
        for &kind in FileKind::ALL {
            let mut schema = parse::schema(kind);
            complete(&mut schema, &dataset);
            write(args, &format!("{}.with-ids.json", name(kind)), &schema)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Events => "event",
        FileKind::Actors => "actors",
        FileKind::Technologies => "technologies",
        FileKind::Collection => "collection",
    }
}

fn write(args: &Args, name: &str, schema: &Value) -> Result<(), Failure> {
    let path = args.out.join(name);
    output::write_file(&path, format!("{schema:#}\n").as_bytes())?;
    // Nothing is lost where stderr is closed.
    let _ = writeln!(std::io::stderr(), "wrote {}", path.display());
    Ok(())
}

/// Puts the ids of a collection beside the pattern that ids have, so that a new one is no error.
fn complete(schema: &mut Value, dataset: &Dataset) {
    let registers = dataset.registers();
    let lists: [(&str, Vec<&str>); 3] = [
        ("EventId", dataset.events().iter().map(|event| event.id.as_str()).collect()),
        ("ActorId", registers.actors().map(|actor| actor.id.as_str()).collect()),
        ("TechnologyId", registers.technologies().map(|technology| technology.id.as_str()).collect()),
    ];
    for (definition, ids) in lists {
        if let Some(known) = schema.pointer_mut(&format!("/definitions/{definition}")) {
            let pattern = known.take();
            *known = json!({ "description": pattern["description"], "anyOf": [{ "enum": ids }, pattern] });
        }
    }
}
