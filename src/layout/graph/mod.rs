//! The graph: boxes in rows by time, joined from cause to response; years are bands.
//!
//! Columns keep the sides and deals stand astride. A link leaves below, arrives above, runs level in the gap between two
//! rows and passes other rows only in the corridors between columns, so that it crosses no box.

mod draw;
mod route;
mod rows;

use self::{
    route::{Corridors, Course},
    rows::{Node, Row},
};
use super::{
    entry::Entry,
    furniture::MARGIN,
    links::{self, Drawn},
    notes,
    options::{Links, PictureOptions},
    range::Range,
    words::{Word, number},
};
use crate::{model::Lang, query::View, scene::Px};

pub(super) use draw::{draw, side_edges};

/// Width of a box.
pub(super) const BOX: Px = 232.0;
/// From the margin to the first corridor: room for the years.
const YEARS: Px = 78.0;

/// A graph with everything in its place.
#[derive(Debug, Clone)]
pub(super) struct Graph<'a> {
    /// Width of the paper.
    pub(super) width: Px,
    /// Left edges of the columns.
    pub(super) columns: Vec<Px>,
    /// The years from the top.
    pub(super) bands: Vec<Band>,
    /// The boxes, in time order.
    pub(super) nodes: Vec<Node<'a>>,
    /// The links.
    pub(super) courses: Vec<Course>,
    /// Lower end of the plot.
    pub(super) bottom: Px,
}

/// A year, or several in a row without boxes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Band {
    /// The first year.
    pub(super) first: i32,
    /// The last year.
    pub(super) last: i32,
    /// Top edge.
    pub(super) top: Px,
    /// Bottom edge.
    pub(super) bottom: Px,
    /// Whether no box stands in it.
    pub(super) empty: bool,
}

/// Height of the band of years without boxes.
const EMPTY: Px = 34.0;
/// From the top of a band to its first row.
const ABOVE: Px = 26.0;

/// Lays out the events of `entries` that a drawn link joins; the plot begins at 0.
pub(super) fn lay<'a>(view: &View<'a>, entries: &[Entry<'a>], range: &Range, options: &PictureOptions) -> Graph<'a> {
    let links = links::drawn(view, options.links.unwrap_or(Links::All));
    let shown = |ix| entries.binary_search_by_key(&ix, |entry| entry.ix).is_ok();
    let links: Vec<Drawn> = links.into_iter().filter(|link| shown(link.from) && shown(link.to)).collect();
    let joined = |entry: &&Entry| links.iter().any(|link| link.from == entry.ix || link.to == entry.ix);
    let entries = notes::numbered(entries.iter().filter(joined).cloned().collect(), options.cite);
    let (mut nodes, mut rows) = rows::assign(view, entries, &links, range, columns(options.width));
    let columns = nodes.iter().map(|node| node.column + 1).max().unwrap_or(0).max(2);
    let wires = route::wires(&nodes, &rows, &links, columns);
    let corridors = Corridors::new(&wires, columns, MARGIN + YEARS);
    for node in &mut nodes {
        node.x = node.left(corridors.columns());
    }
    let levels = route::levels(&wires, &nodes, &rows, &corridors);
    let (bands, bottom) = stack(&mut rows, &levels, range);
    for node in &mut nodes {
        node.y = rows[node.row].top;
    }
    let courses = route::courses(&wires, &levels, &nodes, &rows, &corridors);
    let width = (corridors.right_end() + MARGIN).max(options.width.unwrap_or(956.0)).ceil();
    Graph { width, columns: corridors.columns().to_vec(), bands, nodes, courses, bottom }
}

/// How many columns a paper of that width holds: two sides, and at least one more.
fn columns(width: Option<Px>) -> usize {
    let room = width.unwrap_or(956.0) - 2.0 * MARGIN - YEARS;
    // A width is finite and small; a negative one gives the least.
    ((room / (BOX + 52.0)) as usize).clamp(3, 6)
}

/// Gives rows and years their heights.
fn stack(rows: &mut [Row], levels: &route::Levels, range: &Range) -> (Vec<Band>, Px) {
    let mut bands = Vec::new();
    let mut y = 0.0;
    let mut at = 0;
    for year in range.years() {
        let top = y;
        let first = at;
        y += ABOVE;
        while rows.get(at).is_some_and(|row| row.year == year) {
            let goes_on = rows.get(at + 1).is_some_and(|row| row.year == year);
            rows[at].top = y;
            y += rows[at].height + if goes_on { route::gap(levels.count(at)) } else { route::foot(levels.count(at)) };
            at += 1;
        }
        let empty = first == at;
        if let Some(band) = bands.last_mut().filter(|band: &&mut Band| empty && band.empty) {
            band.last = year;
            y = top;
            continue;
        }
        y = if empty { top + EMPTY } else { y };
        bands.push(Band { first: year, last: year, top, bottom: y, empty });
    }
    (bands, y)
}

/// The event that drew most answers, and how many of them are denied.
pub(super) fn finding(view: &View, graph: &Graph, lang: Lang) -> Option<String> {
    let count = |node: &&Node| graph.courses.iter().filter(|course| course.drawn.from == node.entry.ix).count();
    // Of several the first in time; `max_by_key` gives the last.
    let most = graph.nodes.iter().rev().max_by_key(count)?;
    let answers = count(&most);
    if answers < 2 {
        return None;
    }
    let denied =
        graph.courses.iter().filter(|course| course.drawn.from == most.entry.ix && course.drawn.denied).count();
    let label = view.dataset.event(most.entry.ix).label_in(lang);
    let (answers, denials) = (number(answers, lang), number(denied, lang));
    Some(match denied {
        0 => Word::Drew.with(lang, &[&label, &answers]),
        1 => Word::DrewOneDenied.with(lang, &[&label, &answers]),
        _ => Word::DrewDenied.with(lang, &[&label, &answers, &denials]),
    })
}
