//! The graph: boxes in rows by time, joined from cause to response; years are bands.
//!
//! Each episode, that is all that links join, is a panel of its own, and panels stand beside and below each other.
//! Within a panel columns keep the sides and deals stand astride. A link leaves below, arrives above, runs level in the gap between two
//! rows and passes other rows only in the corridors between columns, so that it crosses no box.

mod draw;
mod episodes;
mod panel;
mod route;
mod rows;
mod shelf;

use std::collections::{BTreeMap, BTreeSet};

use self::{panel::Panel, route::Course, rows::Node};
use super::{
    entry::Entry,
    furniture::MARGIN,
    links::{self, Drawn},
    notes,
    options::{Links, PictureOptions},
    range::Range,
    words::{Word, number},
};
use crate::{dataset::EventIx, model::Lang, query::View, scene::Px};

pub(super) use draw::{draw, side_edges};

/// Width of a box.
pub(super) const BOX: Px = 232.0;
/// Width of the paper if no other is asked for.
const WIDTH: Px = 2300.0;
/// The narrowest paper.
const NARROWEST: Px = 640.0;
/// Between panels: from left to right, and from above to below.
const BETWEEN: (Px, Px) = (36.0, 30.0);

/// How much a low panel is worth more than a small one: several weights are tried.
const LOWNESS: [f64; 5] = [1.0, 1.1, 1.2, 1.35, 1.6];

/// A graph with everything in its place.
#[derive(Debug, Clone)]
pub(super) struct Graph<'a> {
    /// Width of the paper.
    pub(super) width: Px,
    /// The episodes, each in its place, the largest first.
    pub(super) panels: Vec<Panel<'a>>,
    /// Lower end of the plot.
    pub(super) bottom: Px,
}

/// Lays out the events of `entries` that a drawn link joins; the plot begins at 0.
pub(super) fn lay<'a>(view: &View<'a>, entries: &[Entry<'a>], range: &Range, options: &PictureOptions) -> Graph<'a> {
    let links = links::drawn(view, options.links.unwrap_or(Links::All));
    let shown = |ix| entries.binary_search_by_key(&ix, |entry| entry.ix).is_ok();
    let links: Vec<Drawn> = links.into_iter().filter(|link| shown(link.from) && shown(link.to)).collect();
    let joined: BTreeSet<EventIx> = links.iter().flat_map(|link| [link.from, link.to]).collect();
    let entries = entries.iter().filter(|entry| joined.contains(&entry.ix)).cloned().collect();
    let entries = notes::numbered(entries, options.cite);
    let room = options.width.unwrap_or(WIDTH).max(NARROWEST) - 2.0 * MARGIN;
    let years = range.years();
    let choices: Vec<Vec<Panel>> =
        episodes::split(&entries, links).into_iter().map(|episode| panel::choices(view, episode, &years)).collect();
    // Of several ways to choose panels, from the smallest to the lowest, the one that makes the lowest page.
    let pages = LOWNESS.iter().map(|&lowness| Page::new(&choices, lowness, room));
    let Some(page) = pages.reduce(|best, page| if page.size.1 < best.size.1 { page } else { best }) else {
        return Graph { width: NARROWEST, panels: Vec::new(), bottom: 0.0 };
    };
    let width = (page.size.0 - BETWEEN.0 + 2.0 * MARGIN).max(NARROWEST).ceil();
    let bottom = (page.size.1 - BETWEEN.1).max(0.0);
    let chosen = choices
        .into_iter()
        .zip(page.chosen)
        .filter_map(|(mut panels, at)| (at < panels.len()).then(|| panels.swap_remove(at)));
    let mut panels: Vec<Panel> = chosen.collect();
    for (panel, (x, y)) in panels.iter_mut().zip(page.places) {
        panel.move_to(MARGIN + x, y);
    }
    Graph { width, panels, bottom }
}

/// Panels chosen among those that each episode may have, with their places.
struct Page {
    chosen: Vec<usize>,
    places: Vec<(Px, Px)>,
    size: (Px, Px),
}

impl Page {
    /// Chooses of each episode the panel with the least width · height ^ `lowness` that fits in `room`.
    fn new(choices: &[Vec<Panel>], lowness: f64, room: Px) -> Self {
        let cost =
            |panel: &Panel| (panel.width * panel.height.powf(lowness)) + if panel.width > room { 1e18 } else { 0.0 };
        let best = |panels: &Vec<Panel>| {
            (0..panels.len()).min_by(|&a, &b| cost(&panels[a]).total_cmp(&cost(&panels[b]))).unwrap_or_default()
        };
        let chosen: Vec<usize> = choices.iter().map(best).collect();
        let sizes = choices.iter().zip(&chosen).filter_map(|(panels, &at)| panels.get(at));
        let sizes: Vec<(Px, Px)> = sizes.map(|panel| (panel.width + BETWEEN.0, panel.height + BETWEEN.1)).collect();
        let (places, size) = shelf::place(&sizes, room + BETWEEN.0);
        Self { chosen, places, size }
    }
}

impl<'a> Graph<'a> {
    /// All boxes, panel by panel.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node<'a>> {
        self.panels.iter().flat_map(|panel| &panel.nodes)
    }

    /// All links, panel by panel.
    pub(super) fn courses(&self) -> impl Iterator<Item = &Course> {
        self.panels.iter().flat_map(|panel| &panel.courses)
    }
}

/// The event that drew most answers, and how many of them are denied.
pub(super) fn finding(view: &View, graph: &Graph, lang: Lang) -> Option<String> {
    // Of several the first in time.
    let mut counts: BTreeMap<EventIx, (usize, usize)> = BTreeMap::new();
    for course in graph.courses() {
        let count = counts.entry(course.drawn.from).or_default();
        *count = (count.0 + 1, count.1 + usize::from(course.drawn.denied));
    }
    let (&most, &(answers, denied)) = counts.iter().rev().max_by_key(|(_, count)| count.0)?;
    if answers < 2 {
        return None;
    }
    let label = view.dataset.event(most).label_in(lang);
    let (answers, denials) = (number(answers, lang), number(denied, lang));
    Some(match denied {
        0 => Word::Drew.with(lang, &[&label, &answers]),
        1 => Word::DrewOneDenied.with(lang, &[&label, &answers]),
        _ => Word::DrewDenied.with(lang, &[&label, &answers, &denials]),
    })
}
