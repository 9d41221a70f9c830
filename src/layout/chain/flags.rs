//! Labels on poles, above the upper line and below the lower one: none lies over another or in the way of a pole.

use crate::{
    layout::{
        axis::Axis,
        breaking,
        dates::{self, Manner},
        entry::Entry,
        isotonic::{self, Slot},
        ladder::Station,
        notes, text,
        words::Word,
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
/// How many places are tried for the top of a tent, at most about.
const TOPS: usize = 32;

/// An event in its place.
#[derive(Debug, Clone)]
pub(crate) struct Flag<'a> {
    /// The event.
    pub(crate) entry: Entry<'a>,
    /// Whose it is.
    pub(crate) station: Station,
    /// Whether it stands above the upper line, or below the lower one.
    pub(crate) upper: bool,
    /// Whether it is a consequence, and stands right of the event; else it is a cause.
    pub(crate) effect: bool,
    /// Whether its words stand to the right of its pole.
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
    /// An event without a place.
    pub(super) fn new(entry: Entry<'a>, station: Station, effect: bool) -> Self {
        let lines = Vec::new();
        Self { entry, station, upper: true, effect, right: effect, x: 0.0, pole: 0.0, lines, base: 0.0, pill: None }
    }

    /// Writes its words; `who` names those whose place does not tell it, `lags` are the days since its causes.
    pub(super) fn write(&mut self, who: Option<&str>, lags: Vec<String>) {
        let entry = &self.entry;
        let (lang, date) = (entry.lang, dates::words(entry.date(), Manner::Short, entry.lang));
        let note = entry.note.map(|note| format!(" {}", notes::mark(note))).unwrap_or_default();
        let who = who.map_or(String::new(), |who| format!("{who}{}", Word::Comma.say(lang)));
        let mut lines = broken(&format!("{who}{date}{note}"), Role::Figures);
        for lag in lags {
            let together = lines.last().map(|last| format!("{}   {lag}", last.0)).unwrap_or_default();
            match lines.last_mut() {
                Some(last) if text::width(&together, Role::Figures) <= MEASURE => last.0 = together,
                _ => lines.extend(broken(&lag, Role::Figures)),
            }
        }
        lines.extend(broken(entry.label(), entry.role()));
        if let Some(effect) = entry.in_effect() {
            lines.extend(broken(
                &Word::InEffect.with(lang, &[&dates::words(effect, Manner::Short, lang)]),
                Role::Figures,
            ));
        }
        self.lines = lines;
    }

    /// The height of its words.
    pub(super) fn height(&self) -> Px {
        self.lines.len() as f64 * LINE
    }

    /// From its line to the far edge of its words.
    pub(crate) fn far(&self) -> Px {
        self.base + self.height()
    }

    /// The width of its words.
    pub(super) fn width(&self) -> Px {
        self.lines.iter().map(|(line, role)| text::width(line, *role)).fold(0.0, f64::max)
    }

    /// Left and right ends of what is drawn, with air for a wider typeface.
    pub(crate) fn extent(&self) -> (Px, Px) {
        let long = BESIDE + self.width() * 1.05 + 6.0;
        if self.right { (self.pole - 7.0, self.pole + long) } else { (self.pole - long, self.pole + 7.0) }
    }
}

fn broken(words: &str, role: Role) -> Vec<(String, Role)> {
    breaking::lines(words, MEASURE, role).into_iter().map(|line| (line, role)).collect()
}

/// Gives the flags of one line on one side of the event, which are in time order, their poles.
pub(super) fn place(flags: &mut [Flag], axis: &Axis) {
    for flag in flags.iter_mut() {
        flag.x = axis.of(flag.entry.moment());
        flag.pill = flag.entry.unknown_days().map(|days| (axis.at(days.from), axis.end_of(days.to), 0.0));
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
}

/// Gives the flags of one line, which have their words, heights like a tent: the first have their words on the left, each further
/// out than those before it, the others on the right, each further out than those after it. So no pole runs through
/// a label. The top stands where the whole is lowest, words keeping within `limits`.
pub(super) fn raise(flags: &mut [Flag], limits: (Px, Px)) {
    let outermost = tracks(flags);
    let near = SLANT + 8.0_f64.max(outermost - SLANT + 12.0);
    let usual = if flags.first().is_some_and(|flag| flag.effect) { 0 } else { flags.len() };
    let step = flags.len() / TOPS + 1;
    let mut best: Option<(Px, usize)> = None;
    for top in (0..=flags.len()).filter(|&top| top == usual || top % step == 0) {
        let height = pitch(flags, top, near);
        let fits = |flag: &Flag| limits.0 <= flag.extent().0 && flag.extent().1 <= limits.1;
        if (top == usual || flags.iter().all(fits)) && best.is_none_or(|best| height < best.0) {
            best = Some((height, top));
        }
    }
    pitch(flags, best.map_or(usual, |best| best.1), near);
}

/// Pitches the tent with its top before the flag of number `top`; gives its height.
fn pitch(flags: &mut [Flag], top: usize, near: Px) -> Px {
    for (at, flag) in flags.iter_mut().enumerate() {
        flag.right = at >= top;
    }
    let (left, right) = flags.split_at_mut(top);
    right.reverse();
    for side in [&mut *left, &mut *right] {
        for at in 0..side.len() {
            let (from, to) = side[at].extent();
            let meets = |other: &&Flag| other.extent().0 < to && from < other.extent().1;
            side[at].base = side[..at].iter().filter(meets).map(|other| other.far() + GAP).fold(near, f64::max);
        }
    }
    right.reverse();
    flags.iter().map(Flag::far).fold(0.0, f64::max)
}

/// The first free track for each pill, from the line outward; with the distance of the outermost.
fn tracks(flags: &mut [Flag]) -> Px {
    let first = if flags.iter().any(|flag| flag.station == Station::Third) { TRACK.0 + 10.0 } else { TRACK.0 };
    let mut free: Vec<Px> = Vec::new();
    for (from, to, away) in flags.iter_mut().filter_map(|flag| flag.pill.as_mut()) {
        let track = free.iter().position(|&end| end + 12.0 <= *from).unwrap_or(free.len());
        if track == free.len() {
            free.push(0.0);
        }
        free[track] = *to;
        *away = first + TRACK.1 * track as f64;
    }
    flags.iter().filter_map(|flag| flag.pill).map(|pill| pill.2).fold(0.0, f64::max)
}
