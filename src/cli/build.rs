//! `ensue build`.

use std::{io::Write, path::PathBuf, process::ExitCode};

use super::{
    collection::{Collection, Place},
    failure::Failure,
    graph, output,
};
use crate::{
    layout::{Arrangement, PictureOptions},
    query::View,
    render::{self, Format, RenderOptions},
    report::{self, TextStyle},
    scene::theme::Theme,
};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Writes timeline.svg, timeline-lanes.svg, graph.svg, graph.dot, events.json and events.csv: all of them, or none.

Example:
  ensue build --out output")]
pub(super) struct Args {
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "output")]
    out: PathBuf,
}

/// Makes one file of a view of the whole collection.
type Maker = fn(&View) -> Result<Vec<u8>, Failure>;

/// Everything that a build makes, by file name.
const FILES: &[(&str, Maker)] = &[
    ("timeline.svg", |view| picture(view, Format::Svg, Arrangement::Ladder)),
    ("timeline-lanes.svg", |view| picture(view, Format::Svg, Arrangement::Lanes)),
    ("graph.svg", |view| picture(view, Format::Svg, Arrangement::Graph)),
    ("graph.dot", |view| picture(view, Format::Dot, Arrangement::Graph)),
    ("events.json", |view| table(view, report::Format::Json)),
    ("events.csv", |view| table(view, report::Format::Csv)),
];

pub(super) fn run(args: &Args, place: &Place) -> Result<ExitCode, Failure> {
    let collection: &Collection = place.collection()?;
    let view = collection.select(None)?;
    // Everything is made before anything is written, and everything is written beside its target before any is
    // replaced, so that a failure leaves all old files.
    let made: Vec<(PathBuf, Vec<u8>)> =
        FILES.iter().map(|(name, make)| Ok((args.out.join(name), make(&view)?))).collect::<Result<_, Failure>>()?;
    output::write_all(&made)?;
    let mut told = std::io::stderr();
    for (path, bytes) in &made {
        // Nothing is lost where stderr is closed.
        let _ = writeln!(told, "wrote {} ({} KB)", path.display(), bytes.len().div_ceil(1000));
    }
    Ok(ExitCode::SUCCESS)
}

fn picture(view: &View, format: Format, arrangement: Arrangement) -> Result<Vec<u8>, Failure> {
    let picture = match arrangement {
        Arrangement::Graph => graph::picture(None),
        _ => PictureOptions { arrangement, ..PictureOptions::default() },
    };
    let options = RenderOptions { picture, theme: Some(Theme::Auto) };
    render::render(format, view, &options).map_err(|error| Failure::Machine(error.to_string()))
}

fn table(view: &View, format: report::Format) -> Result<Vec<u8>, Failure> {
    let list = report::list(view, true, false);
    report::write(&list, view.dataset, format, TextStyle::default())
        .map_err(|error| Failure::Machine(format!("cannot write the table: {error}")))
}
