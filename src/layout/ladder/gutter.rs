//! Rungs: a link waits, then answers. Down a channel beside its cause's rail, then level to the rail of the answer.

use std::collections::BTreeMap;

use super::{
    GUTTER, Station,
    channels::{self, Channel},
    column::Label,
    deals::Deal,
};
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
/// Length of what is drawn of a link that would cross others: it ends before the first channel.
const STUB_LEVEL: Px = 16.5;
/// Crossings up to which every link of one event's chain is drawn whole.
const CROSSINGS: usize = 2;
/// Lines that come so near each other look like one.
const TOUCH: Px = 0.1;
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
    /// The date of its cause, where that is far away, or the link would cross others.
    origin: Option<String>,
    /// Whether it is drawn only where it arrives, since it would cross others.
    stub: bool,
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

/// Chooses the links to draw and gives them their channels. Links of one cause and one attribution share a channel. Of the chain
/// of one event those that would cross others are drawn only where they arrive.
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
            Some(Planned { drawn, from, to, side, channel: 0, origin, stub: false, leaves: 0.0, arrives: 0.0 })
        })
        .collect();
    spread_arrivals(&mut planned);
    let mut plan = Plan { links: planned, channels: [0, 0] };
    plan.assign();
    if let Links::Chain(event) = links {
        plan.untangle(view, event, lang);
    }
    plan
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
    for (at, link) in planned.iter().enumerate().filter(|(_, link)| link.side == side && !link.stub) {
        let far = link.origin.as_ref().map(|_| link.drawn.to);
        groups.entry((link.drawn.from, link.drawn.look, far)).or_default().push(at);
    }
    let mut groups: Vec<(Channel, Vec<usize>)> =
        groups.into_values().map(|links| (channel(planned, &links), links)).collect();
    groups.sort_by(|(a, a_links), (b, b_links)| {
        b.span.0.total_cmp(&a.span.0).then(a.span.1.total_cmp(&b.span.1)).then(a_links.cmp(b_links))
    });
    let (channels, links): (Vec<Channel>, Vec<Vec<usize>>) = groups.into_iter().unzip();
    let (places, count) = channels::order(&channels);
    for (place, links) in places.into_iter().zip(links) {
        for at in links {
            planned[at].channel = place;
        }
    }
    count
}

/// The channel of links that share one.
fn channel(planned: &[Planned], links: &[usize]) -> Channel {
    let mut channel = Channel { span: (f64::INFINITY, f64::NEG_INFINITY), levels: Vec::new() };
    for link in links.iter().map(|&at| &planned[at]) {
        let own = if link.side == 0 { Station::Left } else { Station::Right };
        if link.origin.is_none() {
            channel.levels.push((link.from.1 + link.leaves, link.from.0 == Station::Middle));
        }
        channel.levels.push((link.to.1 + link.arrives, link.to.0 != own));
        for y in [link.starts(), link.to.1] {
            channel.span = (channel.span.0.min(y), channel.span.1.max(y));
        }
    }
    channel
}

impl Plan {
    fn assign(&mut self) {
        self.channels = [0, 1].map(|side| assign(&mut self.links, side));
    }

    /// Draws as stubs the links that cross most others, until few cross: the answers of `event` itself and to it last. A
    /// link along one rail is crossed by every answer in its time, so it is no exception.
    fn untangle(&mut self, view: &View, event: EventIx, lang: Lang) {
        for _ in 0..self.links.len() {
            let crossings = self.crossings();
            if crossings.iter().sum::<usize>() / 2 <= CROSSINGS {
                return;
            }
            let own = |link: &Planned| link.from.0 != link.to.0 && (link.drawn.from == event || link.drawn.to == event);
            let worst = (0..self.links.len())
                .filter(|&at| crossings[at] > 0 && !self.links[at].stub)
                .max_by_key(|&at| (!own(&self.links[at]), crossings[at], std::cmp::Reverse(at)));
            let Some(worst) = worst else { return };
            let link = &mut self.links[worst];
            link.stub = true;
            link.origin = Some(dates::words(&view.dataset.event(link.drawn.from).date.value, Manner::Short, lang));
            self.assign();
        }
    }

    /// How many others each link crosses; those that share an end with it do not count.
    fn crossings(&self) -> Vec<usize> {
        let rungs = self.rungs(0.0, GUTTER.max(self.width()));
        let mut counts = vec![0; rungs.len()];
        for (at, one) in rungs.iter().enumerate() {
            for (other_at, other) in rungs.iter().enumerate().skip(at + 1) {
                let (a, b) = (one.drawn, other.drawn);
                let joined = [a.from, a.to].iter().any(|end| [b.from, b.to].contains(end));
                if !joined && one.crosses(other) {
                    counts[at] += 1;
                    counts[other_at] += 1;
                }
            }
        }
        counts
    }

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
        let into = match (self.stub, self.to.0) {
            (true, Station::Left) => -1.0,
            (true, Station::Right) => 1.0,
            _ => {
                if to > channel {
                    1.0
                } else {
                    -1.0
                }
            }
        };
        if self.stub {
            course.push(Point::new(to - into * STUB_LEVEL, arrives));
        } else if self.origin.is_some() {
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
        // The tip stands 5 pixels from the middle of a point, 7.5 from that of a glyph.
        let distance = if self.to.0 == Station::Middle { 7.5 } else { 5.0 };
        let tip = Point::new(to - into * distance, arrives);
        if self.stub {
            // It comes from nowhere.
        } else if self.origin.is_some() {
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
    /// Whether a line of one crosses, touches or covers a line of the other.
    fn crosses(&self, other: &Self) -> bool {
        // What only touches, or runs on the same line, cannot be told apart either.
        let apart =
            |a: (Px, Px), b: (Px, Px)| a.0.max(a.1) + TOUCH < b.0.min(b.1) || b.0.max(b.1) + TOUCH < a.0.min(a.1);
        let meet = |a: (Point, Point), b: (Point, Point)| {
            !apart((a.0.x, a.1.x), (b.0.x, b.1.x)) && !apart((a.0.y, a.1.y), (b.0.y, b.1.y))
        };
        self.parts().any(|a| other.parts().any(|b| meet(a, b)))
    }

    /// The level part that ends at the answer.
    pub(crate) fn level(&self) -> (Point, Point) {
        let last = self.course.len() - 1;
        (self.course[last - 1], self.tip)
    }

    /// The straight lines of its course, the last as far as the tip of the arrow.
    fn parts(&self) -> impl Iterator<Item = (Point, Point)> {
        self.course.windows(2).map(|pair| (pair[0], pair[1])).chain([self.level()])
    }

    /// The lines of its course as slim boxes, `slack` wide on each side.
    pub(crate) fn boxes(&self, slack: Px) -> impl Iterator<Item = Rect> {
        self.parts().map(move |(a, b)| {
            Rect::between(a.x.min(b.x) - slack, a.x.max(b.x) + slack, a.y.min(b.y) - slack, a.y.max(b.y) + slack)
        })
    }
}
