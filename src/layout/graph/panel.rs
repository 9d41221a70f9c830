//! One episode as a panel: its years, boxes and links.

use std::ops::RangeInclusive;

use super::{
    BOX,
    episodes::Episode,
    route::{self, Corridors, Course},
    rows::{self, Columns, Joins, Node, Row},
};
use crate::{layout::ladder::Station, query::View, scene::Px};

/// From the edge of a panel to the first corridor: room for the years.
const YEARS: Px = 56.0;
/// Height of the band of years without boxes.
const EMPTY: Px = 28.0;
/// From the top of a band to its first row.
const ABOVE: Px = 14.0;
/// Columns of one side, at most.
const MOST: usize = 3;
/// An episode of so few events is one column.
const FEW: usize = 3;
/// Of an episode of more events not every number of columns is tried.
const TRIED: usize = 250;

/// An episode with everything in its place.
#[derive(Debug, Clone)]
pub(crate) struct Panel<'a> {
    /// Left edge.
    pub(crate) x: Px,
    /// Width.
    pub(crate) width: Px,
    /// Height.
    pub(crate) height: Px,
    /// The years from the top.
    pub(crate) bands: Vec<Band>,
    /// The boxes, in time order.
    pub(crate) nodes: Vec<Node<'a>>,
    /// The links.
    pub(crate) courses: Vec<Course>,
}

/// A year, or several in a row without boxes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Band {
    /// The first year.
    pub(crate) first: i32,
    /// The last year.
    pub(crate) last: i32,
    /// Top edge.
    pub(crate) top: Px,
    /// Bottom edge.
    pub(crate) bottom: Px,
    /// Whether no box stands in it.
    pub(crate) empty: bool,
}

/// An episode with each number of columns that it may have; left top corners at 0.
pub(super) fn choices<'a>(view: &View<'a>, episode: Episode<'a>, years: &RangeInclusive<i32>) -> Vec<Panel<'a>> {
    let joins = Joins::new(&episode.links);
    let nodes = rows::boxes(view, episode.entries, &episode.links, &joins);
    columns(&nodes).into_iter().map(|columns| with(nodes.clone(), &episode.links, &joins, years, columns)).collect()
}

/// Numbers of columns that an episode may have.
fn columns(nodes: &[Node]) -> Vec<Columns> {
    let count = |stations: &[Station]| nodes.iter().filter(|node| stations.contains(&node.station)).count();
    let deals = usize::from(count(&[Station::Middle]) > 0);
    let most = |own: usize| own.max(deals).min(MOST);
    let (left, right) = (most(count(&[Station::Left])), most(count(&[Station::Right, Station::Third])));
    if nodes.len() > TRIED {
        return vec![Columns { left, right }];
    }
    // A few boxes stand below each other; the edges of a box tell its side.
    if nodes.len() <= FEW && deals == 0 {
        return vec![Columns { left: 1, right: 0 }];
    }
    let all = |most: usize| if most == 0 { 0..=0 } else { 1..=most };
    all(left).flat_map(|left| all(right).map(move |right| Columns { left, right })).collect()
}

fn with<'a>(
    mut nodes: Vec<Node<'a>>,
    links: &[crate::layout::links::Drawn],
    joins: &Joins,
    years: &RangeInclusive<i32>,
    columns: Columns,
) -> Panel<'a> {
    let mut rows = rows::assign(&mut nodes, joins, years, columns);
    let wires = route::wires(&nodes, &rows, links, columns);
    let corridors = Corridors::new(&wires, columns.count(), YEARS);
    for node in &mut nodes {
        node.x = node.left(corridors.columns());
    }
    let levels = route::levels(&wires, &nodes, &rows, &corridors);
    let (bands, height) = stack(&mut rows, &levels);
    for node in &mut nodes {
        node.y = rows[node.row].top;
    }
    let courses = route::courses(&wires, &levels, &nodes, &rows, &corridors);
    Panel { x: 0.0, width: (corridors.right_end() + 14.0).ceil(), height, bands, nodes, courses }
}

/// Gives rows and years their heights.
fn stack(rows: &mut [Row], levels: &route::Levels) -> (Vec<Band>, Px) {
    let mut bands: Vec<Band> = Vec::new();
    let mut y = 0.0;
    for at in 0..rows.len() {
        let year = rows[at].year;
        let before = at.checked_sub(1).map(|before| rows[before].year);
        if before != Some(year) {
            if let Some(before) = before.filter(|before| before + 1 < year) {
                bands.push(Band { first: before + 1, last: year - 1, top: y, bottom: y + EMPTY, empty: true });
                y += EMPTY;
            }
            bands.push(Band { first: year, last: year, top: y, bottom: y, empty: false });
            y += ABOVE;
        }
        rows[at].top = y;
        let goes_on = rows.get(at + 1).is_some_and(|next| next.year == year);
        y += rows[at].height + if goes_on { route::gap(levels.count(at)) } else { route::foot(levels.count(at)) };
        if let Some(band) = bands.last_mut() {
            band.bottom = y;
        }
    }
    (bands, y)
}

impl Panel<'_> {
    /// Moves its left top corner to a place.
    pub(super) fn move_to(&mut self, x: Px, y: Px) {
        self.x += x;
        for band in &mut self.bands {
            (band.top, band.bottom) = (band.top + y, band.bottom + y);
        }
        for node in &mut self.nodes {
            (node.x, node.y) = (node.x + x, node.y + y);
        }
        for course in &mut self.courses {
            for point in course.points.iter_mut().chain([&mut course.tip]) {
                (point.x, point.y) = (point.x + x, point.y + y);
            }
        }
    }

    /// From where to where its bands run.
    pub(crate) fn extent(&self) -> (Px, Px) {
        (self.x - 12.0, self.x + self.width.max(BOX))
    }
}
