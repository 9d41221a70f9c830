//! Rungs: a link waits, then answers. Down a channel beside its cause's rail, then level to the rail of the answer.

use std::collections::BTreeMap;

use super::{Station, column::Label, deals::Deal};
use crate::{
    dataset::EventIx,
    layout::{
        dates::{self, Manner},
        links::{self, Drawn},
        options::Links,
    },
    model::Lang,
    query::View,
    scene::{LinkLook, Point, Px, Rect},
};

/// From a rail to its first channel, and from channel to channel.
const CHANNEL: (Px, Px) = (17.0, 10.0);
/// Between arrivals at one point.
const ARRIVAL: Px = 5.5;
/// How far below what comes in what goes out leaves.
const LEAVE: Px = 6.0;
/// A link longer than this is drawn only where it arrives, and its words name the day that it comes from.
const FAR: Px = 1500.0;
/// Length of what is drawn of it above its rung.
const STUB: Px = 24.0;
/// Width of the words of a deal, with room on both sides.
const DEAL: Px = 150.0;

/// A link in its place.
#[derive(Debug, Clone)]
pub(crate) struct Rung {
    /// The link.
    pub drawn: Drawn,
    /// Its course, all turns right angles; the last point lies behind the arrowhead.
    pub course: Vec<Point>,
    /// The tip of the arrow.
    pub tip: Point,
    /// The date of its cause, where that stands too far away for a line.
    pub origin: Option<String>,
    /// The lag, once it is written: left end of its base line.
    pub lag: Option<(Point, String)>,
}

/// Where the events stand that a rung can join.
pub(crate) struct Points {
    at: BTreeMap<EventIx, (Station, Px)>,
}

/// Which channel each link takes.
pub(crate) struct Plan {
    links: Vec<Planned>,
    /// Channels beside the left rail, and beside the right one.
    channels: [usize; 2],
}

struct Planned {
    drawn: Drawn,
    from: (Station, Px),
    to: (Station, Px),
    side: usize,
    channel: usize,
    /// The date of its cause, where that is far away.
    origin: Option<String>,
    /// How far below its point it leaves.
    leaves: Px,
    /// How far below its point it arrives.
    arrives: Px,
}

impl Points {
    /// The points on both rails, and the deals between them.
    pub(crate) fn new(left: &[Label], right: &[Label], deals: &[Deal]) -> Self {
        let on = |labels: &[Label], station| {
            labels.iter().map(|label| (label.draft.entry.ix, (station, label.y))).collect::<Vec<_>>()
        };
        let mut at: BTreeMap<_, _> = on(left, Station::Left).into_iter().collect();
        at.extend(on(right, Station::Right));
        at.extend(deals.iter().map(|deal| (deal.draft.entry.ix, (Station::Middle, deal.y))));
        Self { at }
    }
}

/// Chooses the links to draw and gives them their channels. Links of one cause and one attribution share a channel; of
/// channels that overlap in time, the one that begins later runs nearer the rail, so that fewer lines cross.
pub(crate) fn plan(view: &View, links: Links, points: &Points, lang: Lang) -> Plan {
    let mut planned: Vec<Planned> = links::drawn(view, links)
        .into_iter()
        .filter_map(|drawn| {
            let (from, to) = (*points.at.get(&drawn.from)?, *points.at.get(&drawn.to)?);
            let side = match (from.0, to.0) {
                (Station::Left, _) | (Station::Middle, Station::Left) => 0,
                _ => 1,
            };
            let date = || dates::words(&view.dataset.event(drawn.from).date.value, Manner::Short, lang);
            let origin = (to.1 - from.1 > FAR).then(date);
            Some(Planned { drawn, from, to, side, channel: 0, origin, leaves: 0.0, arrives: 0.0 })
        })
        .collect();
    spread_arrivals(&mut planned);
    let channels = [0, 1].map(|side| assign(&mut planned, side));
    Plan { links: planned, channels }
}

/// Arrivals at one point stand apart, the shortest wait lowest; what goes out leaves below them.
fn spread_arrivals(planned: &mut [Planned]) {
    // Events of one day share a point, whose place in half pixels tells it from others.
    let point = |(station, y): (Station, Px)| (station, (y * 2.0).round() as i64);
    let mut arrivals: BTreeMap<(Station, i64), Vec<usize>> = BTreeMap::new();
    for (at, link) in planned.iter().enumerate() {
        arrivals.entry(point(link.to)).or_default().push(at);
    }
    let mut lowest: BTreeMap<(Station, i64), Px> = BTreeMap::new();
    for (place, mut links) in arrivals {
        links.sort_by(|&a, &b| planned[a].from.1.total_cmp(&planned[b].from.1).then(a.cmp(&b)));
        let middle = (links.len() - 1) as f64 / 2.0;
        for (rank, &at) in links.iter().enumerate() {
            planned[at].arrives = (rank as f64 - middle) * ARRIVAL;
        }
        lowest.insert(place, middle * ARRIVAL);
    }
    for link in planned {
        link.leaves = lowest.get(&point(link.from)).map_or(0.0, |lowest| lowest + LEAVE);
    }
}

/// Gives the links beside one rail their channels and says how many there are.
fn assign(planned: &mut [Planned], side: usize) -> usize {
    // What is far away shares no channel with what is near.
    let mut groups: BTreeMap<(EventIx, LinkLook, Option<EventIx>), Vec<usize>> = BTreeMap::new();
    for (at, link) in planned.iter().enumerate().filter(|(_, link)| link.side == side) {
        let far = link.origin.as_ref().map(|_| link.drawn.to);
        groups.entry((link.drawn.from, link.drawn.look, far)).or_default().push(at);
    }
    let span = |links: &Vec<usize>| {
        let ends = links.iter().flat_map(|&at| [planned[at].starts(), planned[at].to.1]);
        ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| (low.min(y), high.max(y)))
    };
    let mut groups: Vec<((Px, Px), Vec<usize>)> = groups.into_values().map(|links| (span(&links), links)).collect();
    groups
        .sort_by(|(a, a_links), (b, b_links)| b.0.total_cmp(&a.0).then(a.1.total_cmp(&b.1)).then(a_links.cmp(b_links)));
    let mut taken: Vec<Vec<(Px, Px)>> = Vec::new();
    for ((from, to), links) in groups {
        let free = |spans: &Vec<(Px, Px)>| spans.iter().all(|span| to + 10.0 < span.0 || span.1 + 10.0 < from);
        let channel = taken.iter().position(free).unwrap_or(taken.len());
        if channel == taken.len() {
            taken.push(Vec::new());
        }
        taken[channel].push((from, to));
        for at in links {
            planned[at].channel = channel;
        }
    }
    taken.len()
}

impl Plan {
    /// How far apart the rails must be.
    pub(crate) fn width(&self) -> Px {
        self.beside(0) + self.beside(1) + DEAL
    }

    /// The middle of what the channels leave free between rails at these places: deals stand there.
    pub(crate) fn middle(&self, left: Px, right: Px) -> Px {
        ((left + self.beside(0) + right - self.beside(1)) / 2.0).round()
    }

    /// The rungs between rails at these places, from the top.
    pub(crate) fn rungs(&self, left: Px, right: Px) -> Vec<Rung> {
        let stations = [left, self.middle(left, right), right];
        self.links.iter().map(|link| link.rung(stations)).collect()
    }

    /// The room of the channels beside the left rail (0) or the right one (1).
    fn beside(&self, side: usize) -> Px {
        CHANNEL.0 + CHANNEL.1 * self.channels[side].saturating_sub(1) as f64
    }
}

impl Planned {
    /// Where on the axis its line starts.
    fn starts(&self) -> Px {
        if self.origin.is_some() { self.to.1 - STUB } else { self.from.1 }
    }

    fn rung(&self, [left, middle, right]: [Px; 3]) -> Rung {
        let x = |station| match station {
            Station::Left => left,
            Station::Middle | Station::Third => middle,
            Station::Right => right,
        };
        let offset = CHANNEL.0 + CHANNEL.1 * self.channel as f64;
        let channel = if self.side == 0 { left + offset } else { right - offset };
        let (from, to) = (x(self.from.0), x(self.to.0));
        let leaves = self.from.1 + self.leaves;
        // Nearly the same day: straight across, so that it never runs along a line that comes in.
        let straight = self.leaves > 0.0 && (self.to.1 - self.from.1).abs() < LEAVE;
        let arrives = if straight { leaves } else { self.to.1 + self.arrives };
        let out = if channel > from { 1.0 } else { -1.0 };
        let mut course = Vec::new();
        if self.origin.is_some() {
            course.push(Point::new(channel, arrives - STUB));
        } else if self.from.0 == Station::Middle {
            if self.leaves > 0.0 {
                course.push(Point::new(from + 3.6 * out, self.from.1 + 3.6));
            }
            course.push(Point::new(from + 6.0 * out, leaves));
        } else if self.leaves > 0.0 {
            course.push(Point::new(from + 2.4 * out, self.from.1 + 3.4));
            course.push(Point::new(from + 5.0 * out, leaves));
        } else {
            course.push(Point::new(from + 4.5 * out, leaves));
        }
        let into = if to > channel { 1.0 } else { -1.0 };
        // The tip stands 5 pixels from the middle of a point, 7.5 from that of a glyph.
        let distance = if self.to.0 == Station::Middle { 7.5 } else { 5.0 };
        let tip = Point::new(to - into * distance, arrives);
        if self.origin.is_some() {
            course.push(Point::new(channel, arrives));
        } else if (arrives - leaves).abs() > 0.5 {
            course.push(Point::new(channel, leaves));
            course.push(Point::new(channel, arrives));
        }
        course.push(Point::new(tip.x - into * 5.0, arrives));
        Rung { drawn: self.drawn, course, tip, origin: self.origin.clone(), lag: None }
    }
}

impl Rung {
    /// The level part that ends at the answer.
    pub(crate) fn level(&self) -> (Point, Point) {
        let last = self.course.len() - 1;
        (self.course[last - 1], self.tip)
    }

    /// The lines of its course as slim boxes, `slack` wide on each side.
    pub(crate) fn boxes(&self, slack: Px) -> impl Iterator<Item = Rect> {
        let ends = self.course.windows(2).map(|pair| (pair[0], pair[1])).chain([self.level()]);
        ends.map(move |(a, b)| {
            Rect::between(a.x.min(b.x) - slack, a.x.max(b.x) + slack, a.y.min(b.y) - slack, a.y.max(b.y) + slack)
        })
    }
}
