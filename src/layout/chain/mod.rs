//! The chain: one event in the middle, its causes to the left, its consequences to the right; time runs right.
//!
//! Two lines run across, that of the first side above, that of the second below; points stand on them at their dates, and
//! labels on poles outside. Between the lines links run level while they wait and turn upright on the day of the
//! answer. The event itself is a box from line to line, in which the axis breaks. A deal stands on both lines.

mod cast;
mod draw;
mod finding;
mod flags;
mod tracks;

use self::{
    cast::Cast,
    flags::{Flag, MEASURE, POLE},
    tracks::{Course, LEVEL, Port, Wire},
};
use super::{
    axis::{Axis, number},
    breaking,
    dates::{self, Manner},
    entry::Entry,
    furniture::MARGIN,
    ladder::{Sides, Station},
    links::Drawn,
    options::{PictureOptions, ScaleKind},
    words::Word,
};
use crate::{
    dataset::EventIx,
    graph::Lag,
    model::Lang,
    query::View,
    scene::{Point, Px, Role},
};

pub(super) use cast::STEPS;
pub(super) use draw::draw;
pub(super) use finding::{finding, subtitle};

/// Width of the paper if no other is asked for, and the least.
const WIDTH: (Px, Px) = (1200.0, 900.0);
/// Width of the box of the event, and of its words.
const BOX: (Px, Px) = (226.0, 194.0);
/// From line to line of the title in the box.
const TITLE: Px = 19.0;
/// From the box to the dates beside it.
const BESIDE: Px = 26.0;
/// Room of a label at the end of the paper.
const LABEL: Px = MEASURE + 34.0;
/// Room on a side of the box where nothing is recorded.
const NOTHING: Px = 170.0;
/// From a line to the level parts of links, without and with stubs.
const ZONE: (Px, Px) = (16.0, 30.0);
/// Between links at one point, and from the last that arrives to the first that leaves.
const ARRIVAL: (Px, Px) = (5.5, 6.0);
/// Height of the header with years and months.
const HEADER: Px = 26.0;
/// How far outside the line the point of a third party stands.
const OFF: Px = 8.0;
/// Length of what is drawn of a stub.
const STUB: Px = 20.0;

/// A chain with everything in its place; the axis of the header stands at 0.
#[derive(Debug, Clone)]
pub(super) struct Chain<'a> {
    /// Width of the paper.
    pub(super) width: Px,
    /// What is shown.
    pub(super) cast: Cast<'a>,
    /// Whose event it is.
    pub(super) station: Station,
    /// The title in the box, line by line.
    pub(super) title: Vec<String>,
    /// Left and right edges of the box.
    pub(super) edges: (Px, Px),
    /// Days to pixels left and right of the box; none where nothing stands there.
    pub(super) axes: [Option<Axis>; 2],
    /// The scale.
    pub(super) scale: ScaleKind,
    /// The upper and the lower line.
    pub(super) rails: (Px, Px),
    /// The labels: causes first, each in time order.
    pub(super) flags: Vec<Flag<'a>>,
    /// The links.
    pub(super) courses: Vec<Course>,
    /// Lower end of the plot.
    pub(super) bottom: Px,
}

/// One side of the box while it is laid out.
struct Half<'a> {
    flags: Vec<Flag<'a>>,
    wires: Vec<Wire>,
    axis: Option<Axis>,
    levels: usize,
}

/// Lays out the chain of the event that `options` name, else of the most central one; none in an empty view.
pub(super) fn lay<'a>(view: &View<'a>, options: &PictureOptions) -> Option<Chain<'a>> {
    let cast = cast::choose(view, options)?;
    let sides = Sides::of(view);
    let mut halves = [(false, &cast.causes, &cast.before), (true, &cast.effects, &cast.after)]
        .map(|(right, entries, links)| Half::new(&sides, right, entries, links));
    let scale = options.scale.unwrap_or(ScaleKind::Balanced);
    let wanted = options.width.unwrap_or(WIDTH.0).max(WIDTH.1);
    let spans = spans(&halves, wanted - 2.0 * MARGIN - BOX.0);
    let width = (spans.0 + spans.1 + 2.0 * MARGIN + BOX.0).ceil();
    let edges = (MARGIN + spans.0, MARGIN + spans.0 + BOX.0);
    let ends = [(MARGIN + LABEL, edges.0 - BESIDE), (edges.1 + BESIDE, width - MARGIN - LABEL)];
    let mut allowed = tracks::CROSSINGS;
    // Consequences first: of what may cross they have the more to show.
    for (half, ends) in halves.iter_mut().zip(ends).rev() {
        half.place(&cast.centre, ends, scale);
        allowed -= half.wire(edges, allowed).min(allowed);
        half.write(view);
    }
    raise(&mut halves, edges, width);
    let [left, right] = halves;
    let title = breaking::lines(cast.centre.label(), BOX.1, Role::Heading);
    let stubs = left.wires.iter().chain(&right.wires).any(|wire| wire.stub);
    let zone = if stubs { ZONE.1 } else { ZONE.0 };
    let levels = left.levels.max(right.levels);
    let words = title.len() as f64 * TITLE + 62.0;
    let gutter = words.max(2.0 * zone + LEVEL * levels.saturating_sub(1) as f64);
    let far = |upper: bool| {
        let here = left.flags.iter().chain(&right.flags).filter(move |flag| flag.upper == upper);
        here.map(Flag::far).fold(24.0, f64::max)
    };
    let rails = (HEADER + far(true), HEADER + far(true) + gutter);
    let bottom = rails.1 + far(false) + 14.0;
    let courses = [&left, &right].into_iter().flat_map(|half| half.courses(rails, edges)).collect();
    let axes = [left.axis, right.axis];
    let flags = left.flags.into_iter().chain(right.flags).collect();
    let station = sides.station(&cast.centre.place);
    Some(Chain { width, cast, station, title, edges, axes, scale, rails, flags, courses, bottom })
}

/// The widths left and right of the box, shared by how much stands there; more than `room` where that is too narrow.
fn spans(halves: &[Half; 2], room: Px) -> (Px, Px) {
    let need = |half: &Half| {
        let dates = half.rooms().iter().map(|room| room.1).sum::<Px>();
        if half.flags.is_empty() { NOTHING } else { LABEL + BESIDE + dates.max(40.0) + 20.0 }
    };
    let (left, right) = (need(&halves[0]), need(&halves[1]));
    let spare = (room - left - right).max(0.0);
    let count = |half: &Half| half.flags.len() as f64;
    let share = match (count(&halves[0]), count(&halves[1])) {
        (0.0, 0.0) => 0.5,
        (causes, effects) => causes / (causes + effects),
    };
    (left + spare * share, right + spare * (1.0 - share))
}

impl<'a> Half<'a> {
    fn new(sides: &Sides, right: bool, entries: &[Entry<'a>], links: &[Drawn]) -> Self {
        let mut flags: Vec<Flag> =
            entries.iter().map(|entry| Flag::new(entry.clone(), sides.station(&entry.place), right)).collect();
        choose_lines(&mut flags);
        let wire = |link: &Drawn| Wire { drawn: *link, from: None, to: None, span: (0.0, 0.0), level: 0, stub: false };
        Self { flags, wires: links.iter().map(wire).collect(), axis: None, levels: 0 }
    }

    /// Moments in order, each with the room that its poles and links need.
    fn rooms(&self) -> Vec<(f64, Px)> {
        let same = self.flags.chunk_by(|a, b| a.entry.moment() == b.entry.moment());
        same.map(|same| {
            let need = [true, false].map(|upper| {
                let here: Vec<EventIx> =
                    same.iter().filter(|flag| flag.upper == upper).map(|flag| flag.entry.ix).collect();
                let joined = |link: &Wire| here.contains(&link.drawn.from) || here.contains(&link.drawn.to);
                let links = self.wires.iter().filter(|link| joined(link)).count();
                (here.len() as f64 * POLE).max(ARRIVAL.0 * links as f64 + 10.0)
            });
            (same[0].entry.moment(), need[0].max(need[1]))
        })
        .collect()
    }

    /// Gives the axis and the labels their places between `ends`.
    fn place(&mut self, centre: &Entry, ends: (Px, Px), scale: ScaleKind) {
        let rooms = self.rooms();
        let (Some(first), Some(last)) = (rooms.first(), rooms.last()) else { return };
        let days = self.flags.iter().filter_map(|flag| flag.entry.unknown_days());
        let starts = days.clone().map(|days| number(days.from));
        let stops = days.map(|days| number(days.to) + 1.0);
        let (mut from, mut to) = (starts.fold(first.0, f64::min), stops.fold(last.0 + 1.0, f64::max));
        if self.flags.iter().any(|flag| flag.effect) {
            from = from.min(centre.moment()) - 1.0;
        } else {
            to = to.max(centre.moment());
        }
        let axis = axis(&rooms, (from, to), ends, scale);
        self.by_line(|line, _| flags::place(line, &axis));
        self.axis = Some(axis);
    }

    /// Does something with the flags of each line by themselves, and whether it is the upper one.
    fn by_line(&mut self, act: impl Fn(&mut [Flag<'a>], bool)) {
        let (mut upper, mut lower): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.flags).into_iter().partition(|flag| flag.upper);
        act(&mut upper, true);
        act(&mut lower, false);
        self.flags = upper.into_iter().chain(lower).collect();
        self.flags.sort_by(|a, b| a.entry.moment().total_cmp(&b.entry.moment()).then(a.entry.ix.cmp(&b.entry.ix)));
    }

    /// Writes the words of the labels: who, when, how long after what, what.
    fn write(&mut self, view: &View) {
        for flag in &mut self.flags {
            let lang = flag.entry.lang;
            let who = match flag.station {
                Station::Left | Station::Right => None,
                Station::Middle => Some(Word::BothSidesHead.say(lang).to_owned()),
                Station::Third => Some(flag.entry.who(view)),
            };
            let to = || self.wires.iter().filter(|wire| wire.drawn.to == flag.entry.ix);
            let mut words = lags(to().filter(|wire| !wire.stub).map(|wire| wire.drawn.lag), lang);
            for stub in to().filter(|wire| wire.stub) {
                let cause = dates::words(&view.dataset.event(stub.drawn.from).date.value, Manner::Short, lang);
                let lag = lags([stub.drawn.lag].into_iter(), lang);
                words.extend(lag.into_iter().map(|lag| Word::StubLag.with(lang, &[&lag, &cause])));
            }
            words.dedup();
            flag.write(who.as_deref(), words);
        }
    }
}

/// Deals and third parties stand on the line that has fewer labels.
fn choose_lines(flags: &mut [Flag]) {
    let own = |flags: &[Flag], station| flags.iter().filter(|flag| flag.station == station).count();
    let mut counts = [own(flags, Station::Right), own(flags, Station::Left)];
    for flag in flags {
        flag.upper = match flag.station {
            Station::Left => true,
            Station::Right => false,
            Station::Middle | Station::Third => {
                let upper = counts[1] <= counts[0];
                counts[usize::from(upper)] += 1;
                upper
            }
        };
    }
}

/// Days since each cause, the nearest first: `+105, +469 d`.
fn lags(lags: impl Iterator<Item = Lag>, lang: Lang) -> Vec<String> {
    let mut lags: Vec<Lag> = lags.collect();
    lags.sort();
    lags.dedup();
    let short =
        |lag: &Lag| lag.to_string().trim_end_matches(" d").replace("..+", "–").replace("..", "–").replace('-', "−");
    let all = lags.iter().map(short).collect::<Vec<_>>().join(Word::ListComma.say(lang));
    if all.is_empty() { Vec::new() } else { vec![Word::ShortLag.with(lang, &[&all])] }
}

/// Gives the labels their heights. Above and below the box there is room for the labels of the side that has more of them.
fn raise(halves: &mut [Half; 2], edges: (Px, Px), width: Px) {
    let count = |half: &Half, upper: bool| half.flags.iter().filter(|flag| flag.upper == upper).count();
    let more = [true, false].map(|upper| count(&halves[0], upper) > count(&halves[1], upper));
    let [left, right] = halves;
    let limit = |upper: bool| if more[usize::from(!upper)] { edges.1 + 8.0 } else { edges.0 - 8.0 };
    left.by_line(|line, upper| flags::raise(line, (MARGIN, limit(upper))));
    right.by_line(|line, upper| flags::raise(line, (limit(upper), width - MARGIN)));
}

/// The scale of one side of the box: every moment has the room that it needs, the rest goes by days, by sequence or half by each.
fn axis(rooms: &[(f64, Px)], (from, to): (f64, f64), (start, end): (Px, Px), scale: ScaleKind) -> Axis {
    let lambda = match scale {
        ScaleKind::Linear => return Axis::new([(from, start), (to, end)]),
        ScaleKind::Balanced => 0.5,
        ScaleKind::Sequence => 1.0,
    };
    let total: Px = rooms.iter().map(|room| room.1).sum();
    let spare = (end - start - total).max(0.0);
    let mut knots = vec![(from, start)];
    let mut used = 0.0;
    for (rank, &(moment, room)) in rooms.iter().enumerate() {
        let linear = (moment - from) / (to - from);
        let share = (1.0 - lambda) * linear + lambda * (rank as f64 + 0.5) / rooms.len() as f64;
        knots.push((moment, start + used + room / 2.0 + spare * share));
        used += room;
    }
    knots.push((to, end));
    Axis::new(knots)
}

impl Half<'_> {
    /// Gives the links their ports and levels, with at most `allowed` crossings; gives the number of those.
    fn wire(&mut self, edges: (Px, Px), allowed: usize) -> usize {
        for upper in [true, false] {
            self.ports(upper);
        }
        for wire in &mut self.wires {
            let edge = |port: Option<Port>, edge: Px| port.map_or(edge, |port| port.x);
            let (from, to) = (edge(wire.from, edges.1), edge(wire.to, edges.0));
            wire.span = (from.min(to), from.max(to));
        }
        let (levels, crossings) = tracks::level(&mut self.wires, allowed);
        self.levels = levels;
        crossings
    }

    /// Where links meet one line. At one point those that arrive stand side by side, the latest cause first, and those that leave
    /// stand behind them, one place for each attribution.
    fn ports(&mut self, upper: bool) {
        let flags: Vec<&Flag> = self.flags.iter().filter(|flag| flag.upper == upper).collect();
        for same in flags.chunk_by(|a, b| a.x == b.x) {
            let port = |ix: EventIx, aside: Px| {
                let flag = same.iter().find(|flag| flag.entry.ix == ix)?;
                let off = if flag.station == Station::Third { OFF } else { 0.0 };
                Some(Port { x: flag.x + aside, upper, point: flag.x, off })
            };
            let here = |ix: EventIx| same.iter().any(|flag| flag.entry.ix == ix);
            let mut arrive: Vec<usize> = (0..self.wires.len()).filter(|&at| here(self.wires[at].drawn.to)).collect();
            arrive.sort_by_key(|&at| (std::cmp::Reverse(self.wires[at].drawn.from), self.wires[at].drawn.to));
            let middle = arrive.len().saturating_sub(1) as f64 / 2.0;
            for (rank, &at) in arrive.iter().enumerate() {
                self.wires[at].to = port(self.wires[at].drawn.to, (rank as f64 - middle) * ARRIVAL.0);
            }
            let mut looks: Vec<_> =
                self.wires.iter().filter(|wire| here(wire.drawn.from)).map(|wire| wire.drawn.look).collect();
            looks.sort();
            looks.dedup();
            let first = if arrive.is_empty() { 0.0 } else { middle * ARRIVAL.0 + ARRIVAL.1 };
            for wire in self.wires.iter_mut().filter(|wire| here(wire.drawn.from)) {
                let rank = looks.iter().position(|&look| look == wire.drawn.look).unwrap_or_default();
                wire.from = port(wire.drawn.from, first + rank as f64 * ARRIVAL.0);
            }
        }
    }

    fn courses(&self, (upper, lower): (Px, Px), edges: (Px, Px)) -> Vec<Course> {
        let pitch = LEVEL;
        let first = (upper + lower - pitch * self.levels.saturating_sub(1) as f64) / 2.0;
        let rail = |port: &Port| if port.upper { upper } else { lower };
        let inward = |port: &Port| if port.upper { 1.0 } else { -1.0 };
        let course = |wire: &Wire| {
            let y = first + pitch * wire.level as f64;
            let mut points = Vec::new();
            if let (true, Some(to)) = (wire.stub, &wire.to) {
                points.push(Point::new(to.x, rail(to) + inward(to) * STUB));
            } else {
                match &wire.from {
                    None => points.push(Point::new(edges.1, y)),
                    Some(from) if from.x == from.point => {
                        points.push(Point::new(from.x, rail(from) + inward(from) * 4.5));
                        points.push(Point::new(from.x, y));
                    }
                    Some(from) => {
                        points.push(Point::new(from.point + 2.4, rail(from) + inward(from) * 3.4));
                        points.push(Point::new(from.x, rail(from) + inward(from) * 6.0));
                        points.push(Point::new(from.x, y));
                    }
                }
            }
            let tip = match &wire.to {
                None => Point::new(edges.0 - 1.5, y),
                Some(to) => {
                    points.extend((!wire.stub).then(|| Point::new(to.x, y)));
                    Point::new(to.x, rail(to) + inward(to) * (5.0 - to.off))
                }
            };
            points.push(match &wire.to {
                None => Point::new(tip.x - 5.0, y),
                Some(to) => Point::new(tip.x, tip.y + inward(to) * 5.0),
            });
            Course { drawn: wire.drawn, points, tip, stub: wire.stub }
        };
        self.wires.iter().map(course).collect()
    }
}
