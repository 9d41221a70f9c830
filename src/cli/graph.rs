//! `ensue graph`.

use std::{path::PathBuf, process::ExitCode};

use super::{
    after::word,
    collection::Place,
    failure::Failure,
    list::SELECTION_HELP,
    picture::{self, Setting},
    timeline::format_of,
};
use crate::{
    layout::{Arrangement, PictureOptions},
    render::{Format, RenderOptions},
    scene::theme::Theme,
};

#[derive(Debug, clap::Args)]
#[command(after_help = format!("\
.svg is drawn by the built-in layout: bands by year, no edge through a box. .dot is for Graphviz.

Examples:
  ensue graph -o graph.svg
  ensue graph 'us-2022-october-chip-controls::' -o chips.dot && dot -Tsvg chips.dot > chips.svg

{}", SELECTION_HELP.as_str()))]
pub(super) struct Args {
    /// Which events [default: all]
    #[arg(value_name = "EXPR")]
    expression: Option<String>,
    /// The file to write: .svg or .dot
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// light, dark, or auto as the reader's system says
    #[arg(long, value_name = "THEME", default_value = "auto", value_parser = word::<Theme>)]
    theme: Theme,
    /// Title [default: one finding, worked out from what is shown]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[command(flatten)]
    setting: Setting,
}

pub(super) fn run(args: &Args, place: &Place) -> Result<ExitCode, Failure> {
    let format = format_of(&args.output, &[Format::Svg, Format::Dot])?;
    let collection = place.collection()?;
    let view = collection.select(args.expression.as_deref())?;
    let picture = drawn(args.title.clone(), &args.setting);
    let options = RenderOptions { picture, theme: Some(args.theme), fonts: Some(args.setting.fonts) };
    picture::write(&view, format, &options, &args.output)
}

/// The graph with all its links.
pub(super) fn drawn(title: Option<String>, setting: &Setting) -> PictureOptions {
    PictureOptions {
        arrangement: Arrangement::Graph,
        title,
        lang: setting.lang,
        cite: setting.cite,
        ..PictureOptions::default()
    }
}
