//! `ensue timeline`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::{
    after::word,
    collection::{Collection, Place},
    failure::Failure,
    list::SELECTION_HELP,
    picture::{self, Setting},
};
use crate::{
    layout::{Arrangement, Grouping, Links, PictureOptions, ScaleKind},
    model::Edtf,
    query::{self, View},
    render::{Format, RenderOptions},
    scene::theme::Theme,
};

#[derive(Debug, clap::Args)]
#[command(after_help = format!("\
Examples:
  ensue timeline -o timeline.svg
  ensue timeline 'technology(semiconductors) & since(2022-10)' -o chips.svg
  ensue timeline 'family(controls)' --layout lanes --group actor -o lanes.svg
  ensue timeline --links chain:us-2022-october-chip-controls -o answers.svg
  ensue timeline us-2022-october-chip-controls --layout chain -o chain.svg
  ensue timeline 'since(2025)' --fonts embed -o same-everywhere.svg
  ensue timeline 'on(2025-10)' --cite -o october.svg
  ensue timeline 'technology(critical-minerals)' --lang zh -o minerals.zh.svg

{}", SELECTION_HELP.as_str()))]
pub(super) struct Args {
    /// Which events [default: all]; for a chain its event, or a selection about one
    #[arg(value_name = "EXPR")]
    expression: Option<String>,
    /// The file to write: .svg
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// ladder (time runs down, a column a side), lanes (time runs right) or chain (one event's causes and consequences)
    #[arg(long, value_name = "LAYOUT", default_value = "ladder", value_parser = timeline_layout)]
    layout: Arrangement,
    /// What a lane stands for: side, category, family, actor, technology or target
    #[arg(long, value_name = "FIELD", default_value = "side", value_parser = word::<Grouping>)]
    group: Grouping,
    /// Which links are drawn: none, major, all or chain:ID [default: major in the ladder; lanes draw none]
    #[arg(long, value_name = "LINKS")]
    links: Option<String>,
    /// linear (days), sequence (one step an event) or balanced between them [default: balanced; linear for lanes]
    #[arg(long, value_name = "SCALE", value_parser = word::<ScaleKind>)]
    scale: Option<ScaleKind>,
    /// Steps from its event that a chain shows [default: 2]
    #[arg(long, value_name = "N")]
    depth: Option<usize>,
    /// First date shown
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<Edtf>,
    /// Last date shown
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<Edtf>,
    /// Width in pixels
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(400..=20_000))]
    width: Option<u32>,
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
    let format = format_of(&args.output, &[Format::Svg])?;
    let collection = place.collection()?;
    let (view, links) = chosen(args, collection)?;
    let drawn = PictureOptions {
        arrangement: args.layout,
        grouping: args.group,
        links,
        scale: args.scale,
        from: args.from,
        to: args.to,
        width: args.width.map(f64::from),
        title: args.title.clone(),
        lang: args.setting.lang,
        cite: args.setting.cite,
        depth: args.depth,
        ..PictureOptions::default()
    };
    let options = RenderOptions { picture: drawn, theme: Some(args.theme), fonts: Some(args.setting.fonts) };
    picture::write(&view, format, &options, &args.output)
}

/// The events and the links asked for.
fn chosen<'c>(args: &Args, collection: &'c Collection) -> Result<(View<'c>, Option<Links>), Failure> {
    let view = collection.select(args.expression.as_deref())?;
    let links = args.links.as_deref().map(|text| links(text, &view)).transpose()?;
    if args.layout == Arrangement::Chain {
        return chain(args, collection, view, links);
    }
    if args.depth.is_some() {
        return Err(Failure::Usage("`--depth` is for `--layout chain`".to_owned()));
    }
    Ok((view, links))
}

/// The event of a chain, and where it is looked for: a selection of one event names it, and then its chain is that of the
/// whole collection; of any other selection it is the event that `--links chain:ID` names, else the most central.
fn chain<'c>(
    args: &Args,
    collection: &'c Collection,
    view: View<'c>,
    links: Option<Links>,
) -> Result<(View<'c>, Option<Links>), Failure> {
    match (links, view.events[..].first()) {
        (Some(Links::None | Links::Major | Links::All), _) => {
            Err(Failure::Usage("a chain draws its own links; `--links chain:ID` names its event".to_owned()))
        }
        (None, _) if args.expression.is_none() => {
            Err(Failure::Usage("a chain needs an event: `ensue timeline EVENT --layout chain -o FILE`".to_owned()))
        }
        (None, Some(&event)) if view.events.len() == 1 => Ok((collection.select(None)?, Some(Links::Chain(event)))),
        (Some(Links::Chain(event)), _) => {
            let events = view.events.iter().copied().chain([event]).collect();
            Ok((View::new(&collection.dataset, &collection.graph, events), links))
        }
        (None, _) => Ok((view, None)),
    }
}

/// The format that a file name asks for by its ending.
pub(super) fn format_of(path: &Path, formats: &[Format]) -> Result<Format, Failure> {
    use crate::model::Vocabulary;
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    formats.iter().copied().find(|format| format.word() == ending).ok_or_else(|| {
        let endings: Vec<String> = formats.iter().map(|format| format!(".{format}")).collect();
        Failure::Usage(format!(
            "the ending of `{}` names no format that can be written here; end it in {}",
            path.display(),
            endings.join(" or "),
        ))
    })
}

fn links(text: &str, view: &View) -> Result<Links, Failure> {
    match text {
        "none" => Ok(Links::None),
        "major" => Ok(Links::Major),
        "all" => Ok(Links::All),
        _ => match text.strip_prefix("chain:") {
            Some(id) => Ok(Links::Chain(query::resolve_event(id, view.dataset)?)),
            None => {
                Err(Failure::Usage(format!("`--links {}`: one of none, major, all, chain:ID", text.escape_debug())))
            }
        },
    }
}

/// `graph` is drawn by its own command.
fn timeline_layout(text: &str) -> Result<Arrangement, String> {
    match word(text) {
        Ok(Arrangement::Graph) | Err(_) => Err("one of: ladder, lanes, chain".to_owned()),
        Ok(layout) => Ok(layout),
    }
}

fn date(text: &str) -> Result<Edtf, String> {
    text.parse().map_err(|error| format!("{error}; write 2022-10-07, 2022-10 or 2022"))
}
