//! Courses of links between rows of boxes, all turns right angles.

use std::collections::BTreeMap;

use super::{
    BOX,
    rows::{Columns, Node, Row},
};
use crate::{
    dataset::EventIx,
    layout::links::Drawn,
    scene::{Point, Px},
};

/// Width of a corridor with few links.
const CORRIDOR: Px = 52.0;
/// Between links in a corridor, and from its wall to the first.
const TRACK: (Px, Px) = (10.0, 20.0);
/// Between level parts in a gap, and from the boxes above to the first.
const LEVEL: (Px, Px) = (8.0, 11.0);
/// From the last level part to the boxes below.
const BELOW: Px = 19.0;
/// Between links at one edge of a box.
const PORT: Px = 20.0;
/// How far links that arrive stand aside of those that leave.
const ASIDE: Px = 6.0;

/// A link in its place.
#[derive(Debug, Clone)]
pub(crate) struct Course {
    /// The link.
    pub(crate) drawn: Drawn,
    /// Its course; the last point lies behind the arrowhead.
    pub(crate) points: Vec<Point>,
    /// The tip of the arrow.
    pub(crate) tip: Point,
}

/// A link with the way that it takes.
pub(super) struct Wire {
    drawn: Drawn,
    /// The box above and the box below, by their positions.
    upper: usize,
    lower: usize,
    /// Their rows.
    rows: (usize, usize),
    /// Whether the arrow points up: the effect stands above, since it came a day before its cause by the calendar.
    up: bool,
    /// The corridor and its track, where it passes other rows.
    corridor: Option<(usize, usize)>,
}

/// Where columns and corridors stand.
pub(super) struct Corridors {
    /// Tracks in each: the one left of the first column first.
    tracks: Vec<usize>,
    /// Where the first begins.
    left: Px,
    /// Left edges of the columns.
    lefts: Vec<Px>,
}

/// A level part of a wire in the gap below a row.
struct Level {
    wire: usize,
    from: Px,
    to: Px,
    level: usize,
}

/// The level parts of all gaps, and where wires meet their boxes.
pub(super) struct Levels {
    gaps: Vec<Vec<Level>>,
    /// Where each wire leaves the upper box and meets the lower one.
    ports: Vec<(Px, Px)>,
}

/// The height of a gap with so many level parts.
pub(super) fn gap(levels: usize) -> Px {
    LEVEL.1 + LEVEL.0 * levels.saturating_sub(1) as f64 + BELOW
}

/// The room below the last row of a year with so many level parts below it.
pub(super) fn foot(levels: usize) -> Px {
    LEVEL.1 + LEVEL.0 * levels.max(1) as f64
}

/// The links as wires. One that passes other rows takes the corridor with the shortest way among those that no deal bars.
pub(super) fn wires(nodes: &[Node], rows: &[Row], links: &[Drawn], sides: Columns) -> Vec<Wire> {
    let columns = sides.count();
    let positions: BTreeMap<EventIx, usize> = nodes.iter().enumerate().map(|(at, node)| (node.entry.ix, at)).collect();
    let position = |ix: EventIx| positions.get(&ix).copied();
    let mut wires: Vec<Wire> = Vec::new();
    for drawn in links {
        let (Some(from), Some(to)) = (position(drawn.from), position(drawn.to)) else { continue };
        let up = nodes[to].row < nodes[from].row;
        let (upper, lower) = if up { (to, from) } else { (from, to) };
        let between = (nodes[upper].row, nodes[lower].row);
        if between.0 < between.1 {
            wires.push(Wire { drawn: *drawn, upper, lower, rows: between, up, corridor: None });
        }
    }
    // The shortest first, so that they take the inner tracks.
    let mut order: Vec<usize> = (0..wires.len()).filter(|&at| wires[at].rows.1 > wires[at].rows.0 + 1).collect();
    order.sort_by_key(|&at| (wires[at].rows.1 - wires[at].rows.0, wires[at].drawn.to, wires[at].drawn.from));
    let mut taken: Vec<Vec<Vec<(usize, usize)>>> = vec![Vec::new(); columns + 1];
    for at in order {
        let span = wires[at].rows;
        let deal = rows[span.0 + 1..span.1].iter().any(|row| row.astride);
        let (a, b) = (nodes[wires[at].upper].middle(), nodes[wires[at].lower].middle());
        let best = (0..=columns).filter(|&corridor| corridor != sides.left || !deal).min_by(|&p, &q| {
            let cost = |corridor: usize| {
                let at = corridor as f64;
                let outside = if corridor == 0 || corridor == columns { 0.6 } else { 0.0 };
                // A full corridor costs, so that wires spread.
                let crowd = taken[corridor].len() as f64 * 0.05;
                (a - at).abs() + (b - at).abs() + outside + crowd
            };
            cost(p).total_cmp(&cost(q)).then(p.cmp(&q))
        });
        let corridor = best.unwrap_or(columns);
        let free = |spans: &Vec<(usize, usize)>| spans.iter().all(|&(from, to)| span.1 <= from || to <= span.0);
        let track = taken[corridor].iter().position(free).unwrap_or(taken[corridor].len());
        if track == taken[corridor].len() {
            taken[corridor].push(Vec::new());
        }
        taken[corridor][track].push(span);
        wires[at].corridor = Some((corridor, track));
    }
    wires
}

impl Corridors {
    /// Corridors as wide as their tracks need, the first beginning at `left`.
    pub(super) fn new(wires: &[Wire], columns: usize, left: Px) -> Self {
        let mut tracks = vec![0; columns + 1];
        for (corridor, track) in wires.iter().filter_map(|wire| wire.corridor) {
            tracks[corridor] = tracks[corridor].max(track + 1);
        }
        let mut corridors = Self { tracks, left, lefts: Vec::with_capacity(columns) };
        let mut x = left;
        for column in 0..columns {
            let wide = corridors.width(column);
            x += if column == 0 { wide } else { wide.max(CORRIDOR) };
            corridors.lefts.push(x);
            x += BOX;
        }
        corridors
    }

    /// Left edges of the columns.
    pub(super) fn columns(&self) -> &[Px] {
        &self.lefts
    }

    /// Right end of the last corridor.
    pub(super) fn right_end(&self) -> Px {
        let last = self.lefts.last().map_or(self.left, |left| left + BOX);
        last + self.width(self.lefts.len())
    }

    fn width(&self, corridor: usize) -> Px {
        match self.tracks[corridor] {
            0 => 0.0,
            tracks => 2.0 * TRACK.1 + TRACK.0 * (tracks - 1) as f64,
        }
    }

    /// Where a track runs. Tracks stand in the middle of a corridor that is wider than they need.
    fn track(&self, corridor: usize, track: usize) -> Px {
        let from = if corridor == 0 { self.left } else { self.lefts[corridor - 1] + BOX };
        let wide = self.width(corridor);
        let room = if corridor == 0 || corridor == self.lefts.len() { wide } else { wide.max(CORRIDOR) };
        from + (room - wide) / 2.0 + TRACK.1 + TRACK.0 * track as f64
    }
}

impl Levels {
    /// How many level parts lie above each other below a row.
    pub(super) fn count(&self, row: usize) -> usize {
        self.gaps.get(row).map_or(0, |gap| gap.iter().map(|part| part.level + 1).max().unwrap_or(0))
    }

    fn of(&self, row: usize, wire: usize) -> Option<&Level> {
        self.gaps.get(row)?.iter().find(|part| part.wire == wire)
    }
}

/// Where wires meet their boxes, and the level parts in each gap. In a gap the parts that go right and begin farthest right
/// stand on top, and those that go left and begin farthest left, so that a fan never crosses itself.
pub(super) fn levels(wires: &[Wire], nodes: &[Node], rows: &[Row], corridors: &Corridors) -> Levels {
    let ports = ports(wires, nodes, corridors);
    let mut gaps: Vec<Vec<Level>> = rows.iter().map(|_| Vec::new()).collect();
    for (at, wire) in wires.iter().enumerate() {
        let (out, into) = ports[at];
        match wire.corridor {
            None => gaps[wire.rows.0].push(Level { wire: at, from: out, to: into, level: 0 }),
            Some((corridor, track)) => {
                let x = corridors.track(corridor, track);
                gaps[wire.rows.0].push(Level { wire: at, from: out, to: x, level: 0 });
                gaps[wire.rows.1 - 1].push(Level { wire: at, from: x, to: into, level: 0 });
            }
        }
    }
    for gap in &mut gaps {
        gap.retain(|part| (part.from - part.to).abs() > 0.5);
        let rank = |part: &Level| if part.to > part.from { (0, -part.from) } else { (1, part.from) };
        gap.sort_by(|a, b| {
            let (a_rank, b_rank) = (rank(a), rank(b));
            a_rank.0.cmp(&b_rank.0).then(a_rank.1.total_cmp(&b_rank.1)).then(a.wire.cmp(&b.wire))
        });
        for at in 0..gap.len() {
            let (placed, rest) = gap.split_at_mut(at);
            let part = &mut rest[0];
            let lowest = placed.iter().map(|other| other.level + 1).max().unwrap_or(0);
            let free = |level: &usize| placed.iter().all(|other| other.level != *level || !part.meets(other));
            let crossings = |level: usize| placed.iter().filter(|other| part.crosses(level, other)).count();
            part.level = (0..=lowest).filter(free).min_by_key(|&level| (crossings(level), level)).unwrap_or(lowest);
        }
    }
    Levels { gaps, ports }
}

impl Level {
    fn ends(&self) -> (Px, Px) {
        (self.from.min(self.to), self.from.max(self.to))
    }

    /// Whether both would touch on one level.
    fn meets(&self, other: &Self) -> bool {
        let ((left, right), (from, to)) = (self.ends(), other.ends());
        left - 6.0 < to + 6.0 && from - 6.0 < right + 6.0
    }

    /// Whether their wires cross in this gap, were this one on `level`: the lower one comes down through the upper, or the
    /// upper one goes down through the lower.
    fn crosses(&self, level: usize, other: &Self) -> bool {
        let (upper, lower) = if level < other.level { (self, other) } else { (other, self) };
        let within = |x: Px, part: &Self| part.ends().0 < x && x < part.ends().1;
        within(lower.from, upper) || within(upper.to, lower)
    }
}

/// Where each wire leaves the upper box and meets the lower one. Wires at one edge stand in the order of where they go to
/// and come from; those that arrive stand a little aside, so that they never run into one that leaves above them.
fn ports(wires: &[Wire], nodes: &[Node], corridors: &Corridors) -> Vec<(Px, Px)> {
    let middle = |node: usize| nodes[node].x + BOX / 2.0;
    let far = |wire: &Wire, end: usize| {
        wire.corridor.map_or_else(|| middle(end), |(corridor, track)| corridors.track(corridor, track))
    };
    let mut ports = vec![(0.0, 0.0); wires.len()];
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    let mut above: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (at, wire) in wires.iter().enumerate() {
        below[wire.upper].push(at);
        above[wire.lower].push(at);
    }
    for node in 0..nodes.len() {
        below[node].sort_by(|&a, &b| {
            far(&wires[a], wires[a].lower).total_cmp(&far(&wires[b], wires[b].lower)).then(a.cmp(&b))
        });
        above[node].sort_by(|&a, &b| {
            far(&wires[a], wires[a].upper).total_cmp(&far(&wires[b], wires[b].upper)).then(a.cmp(&b))
        });
        let spread = |count: usize, rank: usize| {
            let step = PORT.min((BOX - 40.0) / count.max(1) as f64);
            middle(node) + (rank as f64 - (count - 1) as f64 / 2.0) * step
        };
        for (rank, &wire) in below[node].iter().enumerate() {
            ports[wire].0 = spread(below[node].len(), rank);
        }
        for (rank, &wire) in above[node].iter().enumerate() {
            ports[wire].1 = spread(above[node].len(), rank) + ASIDE;
        }
    }
    for (at, wire) in wires.iter().enumerate() {
        let alone = below[wire.upper].len() == 1 && above[wire.lower].len() == 1;
        if alone && wire.corridor.is_none() && middle(wire.upper) == middle(wire.lower) {
            ports[at].1 = ports[at].0;
        }
    }
    ports
}

/// The courses of all wires.
pub(super) fn courses(
    wires: &[Wire],
    levels: &Levels,
    nodes: &[Node],
    rows: &[Row],
    corridors: &Corridors,
) -> Vec<Course> {
    let level_y = |row: usize, wire: usize| {
        let level = levels.of(row, wire).map_or(0, |part| part.level);
        rows[row].top + rows[row].height + LEVEL.1 + LEVEL.0 * level as f64
    };
    let course = |(at, wire): (usize, &Wire)| {
        let (out, into) = levels.ports[at];
        let (upper, lower) = (nodes[wire.upper].room(), nodes[wire.lower].room());
        let mut points = vec![Point::new(out, upper.bottom())];
        let mut turn = |row: usize, from: Px, to: Px| {
            if (from - to).abs() > 0.5 {
                let y = level_y(row, at);
                points.extend([Point::new(from, y), Point::new(to, y)]);
            }
        };
        match wire.corridor {
            None => turn(wire.rows.0, out, into),
            Some((corridor, track)) => {
                let x = corridors.track(corridor, track);
                turn(wire.rows.0, out, x);
                turn(wire.rows.1 - 1, x, into);
            }
        }
        points.push(Point::new(into, lower.y));
        if wire.up {
            points.reverse();
        }
        let down = if wire.up { -1.0 } else { 1.0 };
        let last = points.len() - 1;
        let tip = Point::new(points[last].x, points[last].y - 1.5 * down);
        points[last].y = tip.y - 5.0 * down;
        Course { drawn: wire.drawn, points, tip }
    };
    wires.iter().enumerate().map(course).collect()
}

impl Course {
    /// Its longest level part, else its longest part: a bar stands across it.
    pub(super) fn longest(&self) -> (Point, Point) {
        let parts = || self.points.windows(2).map(|pair| (pair[0], pair[1]));
        let length = |part: &(Point, Point)| (part.0.x - part.1.x).abs() + (part.0.y - part.1.y).abs();
        let level = parts().filter(|part| part.0.y == part.1.y && length(part) >= 30.0);
        let longest = level.max_by(|a, b| length(a).total_cmp(&length(b)));
        longest.or_else(|| parts().max_by(|a, b| length(a).total_cmp(&length(b)))).unwrap_or((self.tip, self.tip))
    }
}
