//! Labels on poles, above the upper line and below the lower one: none lies over another or in the way of a pole.

use crate::{
    layout::{
        axis::Axis,
        breaking,
        dates::{self, Manner},
        entry::Entry,
        isotonic::{self, Slot},
        ladder::Station,
        text,
    },
    scene::{Px, Role},
};

/// Width of the words of a label.
pub(super) const MEASURE: Px = 164.0;
/// From line to line.
pub(super) const LINE: Px = 16.0;
/// From a pole to the words beside it.
pub(super) const BESIDE: Px = 12.0;
/// Between poles of one line.
pub(super) const POLE: Px = 15.0;
/// Height of the slanted part of a pole.
pub(super) const SLANT: Px = 15.0;
/// From a line to the first track of a pill, and from track to track.
const TRACK: (Px, Px) = (7.0, 6.0);
/// Between labels above each other.
const GAP: Px = 10.0;

/// An event in its place.
#[derive(Debug, Clone)]
pub(crate) struct Flag<'a> {
    /// The event.
    pub(crate) entry: Entry<'a>,
    /// Whose it is.
    pub(crate) station: Station,
    /// Whether it stands above the upper line, or below the lower one.
    pub(crate) upper: bool,
    /// Whether its words stand to the right of its pole: those of consequences do.
    pub(crate) right: bool,
    /// Where its date stands on the axis.
    pub(crate) x: Px,
    /// Where its pole stands.
    pub(crate) pole: Px,
    /// Its words, line by line.
    pub(crate) lines: Vec<(String, Role)>,
    /// From its line to the near edge of its words.
    pub(crate) base: Px,
    /// The days between which it happened, with their distance from the line.
    pub(crate) pill: Option<(Px, Px, Px)>,
}

impl<'a> Flag<'a> {
    /// A label without a place; `who` names those whose place does not tell it, `lags` are the days since its causes.
    pub(super) fn new(entry: Entry<'a>, station: Station, who: Option<&str>, lags: &[String]) -> Self {
        let date = dates::words(entry.date(), Manner::Short);
        let head = who.map_or(date.clone(), |who| format!("{who}, {date}"));
        let mut lines: Vec<(String, Role)> =
            breaking::lines(&head, MEASURE, Role::Figures).into_iter().map(|line| (line, Role::Figures)).collect();
        for lag in lags {
            let together = lines.last().map(|last| format!("{}   {lag}", last.0)).unwrap_or_default();
            match lines.last_mut() {
                Some(last) if text::width(&together, Role::Figures) <= MEASURE => last.0 = together,
                _ => lines.extend(breaking::lines(lag, MEASURE, Role::Figures).into_iter().map(|l| (l, Role::Figures))),
            }
        }
        let role = entry.role();
        lines.extend(breaking::lines(entry.event.label(), MEASURE, role).into_iter().map(|line| (line, role)));
        if let Some(effect) = entry.in_effect() {
            let words = format!("in effect {}", dates::words(effect, Manner::Short));
            lines.extend(breaking::lines(&words, MEASURE, Role::Figures).into_iter().map(|line| (line, Role::Figures)));
        }
        Self { entry, station, upper: true, right: true, x: 0.0, pole: 0.0, lines, base: 0.0, pill: None }
    }

    /// The height of its words.
    pub(super) fn height(&self) -> Px {
        self.lines.len() as f64 * LINE
    }

    /// From its line to the far edge of its words.
    pub(super) fn far(&self) -> Px {
        self.base + self.height()
    }

    /// The width of its words.
    pub(super) fn width(&self) -> Px {
        self.lines.iter().map(|(line, role)| text::width(line, *role)).fold(0.0, f64::max)
    }

    /// Left and right ends of what is drawn, with air for a wider typeface.
    pub(super) fn extent(&self) -> (Px, Px) {
        let long = BESIDE + self.width() * 1.05 + 6.0;
        if self.right { (self.pole - 7.0, self.pole + long) } else { (self.pole - long, self.pole + 7.0) }
    }
}

/// Gives the flags of one line on one side of the centre, which are in time order, their poles, tracks and heights.
/// Whatever stands nearer to the edge of the paper stands nearer to the line, so that no pole runs through a label.
pub(super) fn place(flags: &mut [Flag], axis: &Axis) {
    for flag in flags.iter_mut() {
        flag.x = axis.of(flag.entry.moment());
    }
    let slots: Vec<Slot> = flags
        .iter()
        .map(|flag| Slot { wish: flag.x, above: POLE / 2.0, below: POLE / 2.0, weight: flag.entry.weight() })
        .collect();
    let half = POLE / 2.0 + 1.0;
    let placed = isotonic::place(&slots, 0.0, axis.start() - half, axis.end() + half);
    let placed = placed.unwrap_or_else(|| slots.iter().map(|slot| slot.wish).collect());
    for (flag, pole) in flags.iter_mut().zip(placed) {
        flag.pole = pole;
    }
    let outermost = tracks(flags, axis);
    let near = SLANT + 8.0_f64.max(outermost - SLANT + 12.0);
    let mut order: Vec<usize> = (0..flags.len()).collect();
    if flags.first().is_some_and(|flag| flag.right) {
        order.reverse();
    }
    for (rank, &at) in order.iter().enumerate() {
        let (left, right) = flags[at].extent();
        let below = order[..rank].iter().map(|&other| &flags[other]).filter(|other| {
            let (from, to) = other.extent();
            left < to && from < right
        });
        let base = below.map(|other| other.far() + GAP).fold(near, f64::max);
        flags[at].base = base;
    }
}

/// The first free track for each pill, from the line outward; with the distance of the outermost.
fn tracks(flags: &mut [Flag], axis: &Axis) -> Px {
    let mut free: Vec<Px> = Vec::new();
    for flag in flags.iter_mut() {
        let Some(days) = flag.entry.unknown_days() else { continue };
        let (from, to) = (axis.at(days.from), axis.end_of(days.to));
        let track = free.iter().position(|&end| end + 12.0 <= from).unwrap_or(free.len());
        if track == free.len() {
            free.push(0.0);
        }
        free[track] = to;
        flag.pill = Some((from, to, TRACK.0 + TRACK.1 * track as f64));
    }
    flags.iter().filter_map(|flag| flag.pill).map(|pill| pill.2).fold(0.0, f64::max)
}
