//! `ensue after` and `ensue before`.

use std::process::ExitCode;

use clap::ValueEnum;

use super::{
    collection::{Collection, Place},
    failure::Failure,
    output,
};
use crate::{
    dataset::EventIx,
    graph::{self, Basis, Direction, Follow, Lag, LinkKind, Support},
    model::{CauseType, LegalType, Vocabulary},
    query,
    report::{self, Format, Shown},
};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Each row: days from EVENT (and, in brackets, from the event above it), side, id, label, then the link and who says so.
An event met again is marked (*).

Examples:
  ensue after us-2019-huawei-entity-list --depth 1
  ensue after us-2022-october-chip-controls --by cn --cite
  ensue before cn-2023-gallium-germanium-controls --links causes
  ensue after affiliates-rule --type responds-to --format json")]
pub(super) struct Args {
    /// An event: its id, or any part of it that no other id has
    event: String,
    /// Steps to walk [default: no limit]
    #[arg(long, value_name = "N")]
    depth: Option<usize>,
    /// Which links to walk
    #[arg(long, value_enum, default_value_t = Links::Both)]
    links: Links,
    /// Least support of a claim to follow it: named, acknowledged, reported or editorial
    #[arg(long, value_name = "SUPPORT", default_value = "reported", value_parser = support)]
    said: Support,
    /// Walk only links of this type; may be repeated
    #[arg(long = "type", value_name = "TYPE", value_parser = link_kind)]
    kinds: Vec<LinkKind>,
    /// Show only events of this side
    #[arg(long, value_name = "SIDE")]
    by: Option<String>,
    /// Show only events that this selection chooses
    #[arg(long = "where", value_name = "EXPR")]
    expression: Option<String>,
    /// Show only events that may lie within so many days of EVENT: 180d
    #[arg(long, value_name = "DAYS", value_parser = days)]
    within: Option<i64>,
    /// From which days to count
    #[arg(long, value_name = "BASIS", default_value = "first-public", value_parser = basis)]
    basis: Basis,
    /// Numbered footnotes with the sources
    #[arg(long)]
    cite: bool,
    /// How to write the answer: tree, table, json or csv
    #[arg(long, value_name = "FORMAT", default_value = "tree", value_parser = format)]
    format: Format,
}

/// Which links a walk follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Links {
    /// Claims about causes
    Causes,
    /// What documents do to earlier ones
    Legal,
    /// Both
    Both,
}

pub(super) fn run(args: &Args, direction: Direction, place: &Place) -> Result<ExitCode, Failure> {
    let collection = place.collection()?;
    let start = query::resolve_event(&args.event, &collection.dataset)?;
    let follow = follow(args.links, args.said, &args.kinds);
    let walk = graph::walk(&collection.graph, start, direction, &follow, args.depth);
    let keep = keep(args, start, collection)?;
    let shown = Shown { basis: args.basis, keep: &keep, cite: args.cite };
    let report = report::walk(&walk, &collection.dataset, &collection.graph, &shown);
    output::answer(&report, &collection.dataset, args.format, place)
}

/// The links that the flags ask for.
pub(super) fn follow(links: Links, said: Support, kinds: &[LinkKind]) -> Follow {
    Follow { causes: links != Links::Legal, legal: links != Links::Causes, said, kinds: kinds.to_vec() }
}

/// Which rows the flags leave.
fn keep<'c>(args: &Args, start: EventIx, collection: &'c Collection) -> Result<impl Fn(EventIx) -> bool + 'c, Failure> {
    let by = match &args.by {
        Some(side) => Some(collection.select(Some(&format!("side(\"{}\")", side.replace('"', ""))))?.events),
        None => None,
    };
    let chosen = match &args.expression {
        Some(expression) => Some(collection.select(Some(expression))?.events),
        None => None,
    };
    let (within, basis) = (args.within, args.basis);
    Ok(move |ix: EventIx| {
        let listed = |events: &Option<Vec<EventIx>>| events.as_ref().is_none_or(|list| list.binary_search(&ix).is_ok());
        let near = within.is_none_or(|days| {
            let (from, to) = (collection.dataset.event(start), collection.dataset.event(ix));
            Lag::on(basis, from, to)
                .is_some_and(|lag| lag.min.abs().min(lag.max.abs()) <= days || (lag.min <= 0 && lag.max >= 0))
        });
        listed(&by) && listed(&chosen) && near
    })
}

/// A word of a vocabulary, or an error that lists them.
pub(super) fn word<T: Vocabulary>(text: &str) -> Result<T, String> {
    let words = || T::ALL.iter().map(|value| value.word()).collect::<Vec<&str>>().join(", ");
    T::from_word(text).ok_or_else(|| format!("one of: {}", words()))
}

pub(super) fn basis(text: &str) -> Result<Basis, String> {
    word(text)
}

pub(super) fn format(text: &str) -> Result<Format, String> {
    word(text)
}

pub(super) fn support(text: &str) -> Result<Support, String> {
    query::least_support(text).ok_or_else(|| "one of: named, acknowledged, reported, editorial".to_owned())
}

pub(super) fn link_kind(text: &str) -> Result<LinkKind, String> {
    let cause = CauseType::from_word(text).map(LinkKind::Cause);
    cause.or(LegalType::from_word(text).map(LinkKind::Legal)).ok_or_else(|| {
        let causes = CauseType::ALL.iter().map(|kind| kind.word());
        let words: Vec<&str> = causes.chain(LegalType::ALL.iter().map(|kind| kind.word())).collect();
        format!("one of: {}", words.join(", "))
    })
}

fn days(text: &str) -> Result<i64, String> {
    let number = text.strip_suffix('d').unwrap_or(text);
    let days: i64 = number.parse().map_err(|_| "a number of days, as in 180d".to_owned())?;
    if days < 0 { Err("a number of days from 0 up".to_owned()) } else { Ok(days) }
}
