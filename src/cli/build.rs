//! `ensue build`.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
    path::PathBuf,
    process::ExitCode,
};

use super::{
    collection::{Collection, Place},
    failure::Failure,
    graph, output,
    picture::{self, Setting},
};
use crate::{
    layout::{Arrangement, PictureOptions},
    query::View,
    render::{Format, RenderOptions, Rendered},
    report::{self, TextStyle},
    scene::theme::Theme,
};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Writes timeline.svg, timeline-lanes.svg, graph.svg, graph.dot, events.json and events.csv: all of them, or none.

Examples:
  ensue build --out output
  ensue build --fonts link --out site")]
pub(super) struct Args {
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "output")]
    out: PathBuf,
    #[command(flatten)]
    setting: Setting,
}

/// Makes one file of a view of the whole collection.
type Maker = fn(&View, &Setting) -> Result<Rendered, Failure>;

/// Everything that a build makes, by file name.
const FILES: &[(&str, Maker)] = &[
    ("timeline.svg", |view, setting| picture(view, setting, Format::Svg, Arrangement::Ladder)),
    ("timeline-lanes.svg", |view, setting| picture(view, setting, Format::Svg, Arrangement::Lanes)),
    ("graph.svg", |view, setting| picture(view, setting, Format::Svg, Arrangement::Graph)),
    ("graph.dot", |view, setting| picture(view, setting, Format::Dot, Arrangement::Graph)),
    ("events.json", |view, _| table(view, report::Format::Json)),
    ("events.csv", |view, _| table(view, report::Format::Csv)),
];

pub(super) fn run(args: &Args, place: &Place) -> Result<ExitCode, Failure> {
    let collection: &Collection = place.collection()?;
    let view = collection.select(None)?;
    // Everything is made before anything is written, and everything is written beside its target before any is
    // replaced, so that a failure leaves all old files.
    let mut made: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let (mut beside, mut lacking) = (BTreeMap::new(), BTreeSet::new());
    for (name, make) in FILES {
        let file = make(&view, &args.setting)?;
        made.push((args.out.join(name), file.bytes));
        beside.extend(file.beside);
        lacking.extend(file.lacking);
    }
    picture::tell_lacking(&lacking);
    made.extend(beside.into_iter().map(|(way, bytes)| (args.out.join(way), bytes.to_vec())));
    output::write_all(&made)?;
    let mut told = std::io::stderr();
    for (path, bytes) in &made {
        // Nothing is lost where stderr is closed.
        let _ = writeln!(told, "wrote {} ({} KB)", path.display(), bytes.len().div_ceil(1000));
    }
    Ok(ExitCode::SUCCESS)
}

fn picture(view: &View, setting: &Setting, format: Format, arrangement: Arrangement) -> Result<Rendered, Failure> {
    let drawn = match arrangement {
        Arrangement::Graph => graph::drawn(None, setting),
        _ => PictureOptions { arrangement, lang: setting.lang, cite: setting.cite, ..PictureOptions::default() },
    };
    let options = RenderOptions { picture: drawn, theme: Some(Theme::Auto), fonts: Some(setting.fonts) };
    picture::render(format, view, &options)
}

fn table(view: &View, format: report::Format) -> Result<Rendered, Failure> {
    let list = report::list(view, true, false);
    let bytes = report::write(&list, view.dataset, format, TextStyle::default())
        .map_err(|error| Failure::Machine(format!("cannot write the table: {error}")))?;
    Ok(Rendered { bytes, beside: Vec::new(), lacking: BTreeSet::new() })
}
