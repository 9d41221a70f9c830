//! Lanes: time runs right, one lane a side or other group, events packed in rows with their labels beside them.

mod draw;
mod grouping;
mod life;

use std::collections::BTreeMap;

use self::{grouping::Group, life::Life};
use super::{
    axis::{Axis, number},
    breaking, dates,
    entry::Entry,
    furniture::MARGIN,
    options::{PictureOptions, ScaleKind},
    packing::Rows,
    range::Range,
    text,
    words::Word,
};
use crate::{
    dataset::EventIx,
    graph::{Phase, StateWord, whole_history},
    query::View,
    scene::{Px, Role},
};

pub(super) use draw::draw;

/// From row to row.
const ROW: Px = 27.0;
/// From the middle of a row's words to its life line.
const LIFE: Px = 12.5;
/// From line to line of a label that has several.
const LINE: Px = 16.0;
/// From the end of the axis to the edge of the paper: arrowheads stand there.
const BEHIND: Px = 46.0;
/// From the middle of a mark to its words.
const BESIDE: Px = 11.0;
/// Between date and title.
const GAP: Px = 8.0;
/// Width of the paper if no other is asked for, and the least.
const WIDTH: (Px, Px) = (1600.0, 900.0);

/// Lanes with everything in its place; the axis stands at 0.
#[derive(Debug, Clone)]
pub(super) struct Lanes<'a> {
    /// Width of the paper.
    pub(super) width: Px,
    /// Days to pixels, to the right.
    pub(super) axis: Axis,
    /// The scale.
    pub(super) scale: ScaleKind,
    /// The lanes from the top.
    pub(super) lanes: Vec<Lane<'a>>,
    /// Where the as-of date stands.
    pub(super) as_of: Option<Px>,
    /// Lower end of the last lane.
    pub(super) bottom: Px,
    /// How measures stand on the as-of date.
    pub(super) tally: Tally,
}

/// One lane.
#[derive(Debug, Clone)]
pub(super) struct Lane<'a> {
    /// Its name, line by line.
    pub(super) name: Vec<String>,
    /// Top of its first row.
    pub(super) top: Px,
    /// Its events in time order.
    pub(super) labels: Vec<Label<'a>>,
}

/// An event in its place.
#[derive(Debug, Clone)]
pub(super) struct Label<'a> {
    /// The event.
    pub(super) entry: Entry<'a>,
    /// Middle of its mark.
    pub(super) x: Px,
    /// Middle of its first line of words.
    pub(super) y: Px,
    /// Its life line.
    pub(super) life_y: Px,
    /// The days between which it happened.
    pub(super) pill: Option<(Px, Px)>,
    /// The life of its measure.
    pub(super) life: Life,
    /// Whether its words stand to the right of its mark.
    pub(super) right: bool,
    /// Date and counts.
    pub(super) date: String,
    /// Its words, line by line.
    pub(super) lines: Vec<String>,
}

/// How many measures stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    measures: usize,
    in_force: usize,
    /// Of those in force, how many are so in some of their parts only.
    in_part: usize,
    stopped: usize,
    ended: usize,
}

/// Lays out the events of `entries`, which are in time order.
pub(super) fn lay<'a>(view: &View<'a>, entries: &[Entry<'a>], range: &Range, options: &PictureOptions) -> Lanes<'a> {
    let groups = grouping::groups(view, entries, options.grouping, range.lang);
    let names: Vec<Vec<String>> =
        groups.iter().map(|group| breaking::lines(&group.name, 150.0, Role::Heading)).collect();
    let name_width = names.iter().flatten().map(|line| text::width(line, Role::Heading)).fold(100.0, f64::max);
    let left = (MARGIN + name_width + 32.0).ceil();
    let width = options.width.unwrap_or(WIDTH.0).max(WIDTH.1);
    let scale = options.scale.unwrap_or(ScaleKind::Linear);
    let axis = axis(range, entries, scale, left, width - BEHIND);
    let mut phases: BTreeMap<EventIx, Vec<Phase>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.event.measure.is_some()) {
        phases.insert(entry.ix, whole_history(view.dataset, view.graph, entry.ix));
    }
    let as_of = range.as_of.filter(|&day| day <= range.to && day >= range.from).map(|day| axis.end_of(day));
    let mut lanes = Vec::new();
    let mut top = 18.0;
    let mut rightmost = width;
    for (group, name) in groups.into_iter().zip(names) {
        let (labels, rows) = pack(group, &phases, &axis, range, as_of);
        let height = (rows as f64 * ROW).max(name.len() as f64 * 19.0 + 20.0);
        let labels: Vec<Label> = labels.into_iter().map(|label| label.lowered(top)).collect();
        rightmost = labels.iter().map(|label| label.extent().1 + MARGIN).fold(rightmost, f64::max);
        lanes.push(Lane { name, top, labels });
        top += height + 31.0;
    }
    let tally = Tally::of(phases.values(), range);
    Lanes { width: rightmost.ceil(), axis, scale, lanes, as_of, bottom: top - 31.0, tally }
}

/// The scale from `left` to `right`.
fn axis(range: &Range, entries: &[Entry], scale: ScaleKind, left: Px, right: Px) -> Axis {
    let (from, to) = (number(range.from), number(range.to) + 1.0);
    let lambda = match scale {
        ScaleKind::Linear => 0.0,
        ScaleKind::Balanced => 0.5,
        ScaleKind::Sequence => 1.0,
    };
    let mut moments: Vec<f64> = entries.iter().map(Entry::moment).collect();
    moments.sort_by(f64::total_cmp);
    let mut knots = vec![(from, left)];
    let mut rank = 0.0;
    for same in moments.chunk_by(|a, b| a == b).filter(|_| lambda > 0.0) {
        let middle = (rank + same.len() as f64 / 2.0) / moments.len() as f64;
        let linear = (same[0] - from) / (to - from);
        knots.push((same[0], left + (right - left) * ((1.0 - lambda) * linear + lambda * middle)));
        rank += same.len() as f64;
    }
    knots.push((to, right));
    Axis::new(knots)
}

/// Puts each event of a lane into the first rows that are free, the most important first; with the number of rows.
fn pack<'a>(
    group: Group<'a>,
    phases: &BTreeMap<EventIx, Vec<Phase>>,
    axis: &Axis,
    range: &Range,
    as_of: Option<Px>,
) -> (Vec<Label<'a>>, usize) {
    let mut labels: Vec<Label> = group
        .entries
        .into_iter()
        .map(|(entry, who)| {
            let known = phases.get(&entry.ix).map_or(&[][..], Vec::as_slice);
            Label::new(entry, who, known, axis, range)
        })
        .collect();
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|&at| (labels[at].entry.event.importance, labels[at].entry.ix));
    let mut rows = Rows::default();
    for at in order {
        let label = &mut labels[at];
        // Words end before the as-of line, or turn left.
        let limit = as_of.filter(|&line| label.x < line).unwrap_or(axis.end());
        let mut choices = label.choices(&rows, (axis.start() + 4.0, limit - 8.0));
        if choices.iter().all(|choice| choice.0) {
            // Where neither fits, the words are broken once more, for the room on the right.
            label.narrow(limit - 8.0);
            choices = label.choices(&rows, (axis.start() + 4.0, limit - 8.0));
        }
        let depth = label.depth();
        // Where there is no room the words go right, and the paper grows.
        let best = choices.into_iter().min().unwrap_or(choices[0]);
        let (nowhere, row, left) = if best.0 { choices[0] } else { best };
        label.right = nowhere || !left;
        let (from, to) = label.extent();
        rows.take(row, depth, from, to);
        label.y = row as f64 * ROW + 9.0;
        label.life_y = (row + depth - 1) as f64 * ROW + 9.0 + LIFE;
    }
    (labels, rows.count())
}

impl<'a> Label<'a> {
    fn new(entry: Entry<'a>, who: Option<String>, phases: &[Phase], axis: &Axis, range: &Range) -> Self {
        let x = axis.of(entry.moment());
        let pill = entry.unknown_days().map(|days| (axis.at(days.from), axis.end_of(days.to)));
        let mut date = entry.date_words(entry.year());
        if let Some(who) = who {
            date = format!("{who}{}{date}", Word::Comma.say(entry.lang));
        }
        let counts = entry.counts(['←', '→']);
        if !counts.is_empty() {
            date += &format!("  {counts}");
        }
        // The words must fit on one side of the mark and its pill.
        let (left, right) = pill.unwrap_or((x, x));
        let room = (left - axis.start()).max(axis.end() - right) - text::width(&date, Role::Figures) - 40.0;
        let measure = ((axis.end() - axis.start()) * 0.42).min(room).max(120.0);
        let lines = breaking::lines(entry.label(), measure, entry.role());
        let life = life::life(&entry, phases, axis, range);
        Self { entry, x, y: 0.0, life_y: 0.0, pill, life, right: true, date, lines }
    }

    /// To the right and to the left: whether its words would leave what lies between `start` and `end`, the first row that is
    /// free, and whether they stand on the left.
    fn choices(&mut self, rows: &Rows, (start, end): (Px, Px)) -> [(bool, usize, bool); 2] {
        let depth = self.depth();
        [true, false].map(|right| {
            self.right = right;
            let (from, to) = self.words();
            let fits = if right { to <= end } else { from >= start };
            let (from, to) = self.extent();
            (!fits, rows.first_free(from, to, depth), !right)
        })
    }

    /// Breaks its title to the room between its mark and `end`, if that is room for words at all.
    fn narrow(&mut self, end: Px) {
        self.right = true;
        let room = end - self.words().0 - text::width(&self.date, Role::Figures) - GAP;
        if room >= 120.0 {
            self.lines = breaking::lines(self.entry.label(), room, self.entry.role());
        }
    }

    /// How many rows its lines take.
    fn depth(&self) -> usize {
        1 + ((self.lines.len() - 1) as f64 * LINE / ROW).ceil() as usize
    }

    fn lowered(self, by: Px) -> Self {
        Self { y: self.y + by, life_y: self.life_y + by, ..self }
    }

    /// The width of its title.
    fn title_width(&self) -> Px {
        self.lines.iter().map(|line| text::width(line, self.entry.role())).fold(0.0, f64::max)
    }

    /// Left and right ends of its words.
    pub(super) fn words(&self) -> (Px, Px) {
        let width = text::width(&self.date, Role::Figures) + GAP + self.title_width();
        // On a bent scale the mark does not stand in the middle of its pill.
        let (pill_left, pill_right) = self.pill.unwrap_or((self.x, self.x));
        if self.right {
            let left = (self.x + BESIDE).max(pill_right + 7.0);
            (left, left + width)
        } else {
            let right = (self.x - BESIDE).min(pill_left - 7.0);
            (right - width, right)
        }
    }

    /// Left and right ends of all that is drawn, with air for a wider typeface and a little beside it.
    pub(super) fn extent(&self) -> (Px, Px) {
        let (left, right) = self.words();
        let air = (right - left) * 0.05 + 8.0;
        let (left, right) = if self.right { (self.x - 8.0, right + air) } else { (left - air, self.x + 8.0) };
        let (mut left, mut right) =
            self.pill.map_or((left, right), |(from, to)| (left.min(from - 6.0), right.max(to + 6.0)));
        if let Some((from, to)) = self.life.extent() {
            (left, right) = (left.min(from - 4.0), right.max(to + 8.0));
        }
        (left, right)
    }
}

impl Tally {
    fn of<'p>(histories: impl Iterator<Item = &'p Vec<Phase>>, range: &Range) -> Self {
        let mut tally = Self::default();
        for phases in histories {
            let now = phases.iter().rev().find(|phase| phase.from <= range.told());
            let Some(phase) = now else { continue };
            tally.measures += 1;
            match phase.state {
                StateWord::InForce => tally.in_force += 1,
                StateWord::PartlyInForce => {
                    tally.in_force += 1;
                    tally.in_part += 1;
                }
                StateWord::Suspended | StateWord::Enjoined => tally.stopped += 1,
                StateWord::Expired | StateWord::Repealed | StateWord::Superseded | StateWord::Annulled => {
                    tally.ended += 1;
                }
                StateWord::NotYetInForce | StateWord::UnknownAfter | StateWord::Uncertain | StateWord::Mixed => {}
            }
        }
        tally
    }

    /// "25 of 43 measures are in force (3 in part), 5 suspended, 12 ended, 1 otherwise"; none where there are no measures.
    /// The day is named where it is not the as-of day, which stands on the axis.
    pub(super) fn finding(self, range: &Range) -> Option<String> {
        let lang = range.lang;
        let past = range.as_of.is_some_and(|day| day > range.told());
        let are = match (past, self.in_force) {
            (true, 1) => Word::WasInForce,
            (true, _) => Word::WereInForce,
            (false, 1) => Word::IsInForce,
            (false, _) => Word::AreInForce,
        };
        (self.measures > 0).then(|| {
            let all = Word::Measure.count(Word::MeasureCount, self.measures, lang);
            let head = are.with(lang, &[&self.in_force, &all]);
            let other_day = range.as_of != Some(range.told());
            let day = dates::day(range.told(), lang);
            let head = if other_day { Word::OnDay.with(lang, &[&day, &head]) } else { head };
            let in_part = match self.in_part {
                0 => String::new(),
                all if all == self.in_force => Word::AllInPart.say(lang).to_owned(),
                some => Word::SomeInPart.with(lang, &[&some]),
            };
            let rest = self.measures - self.in_force - self.stopped - self.ended;
            let more =
                [(self.stopped, Word::SuspendedCount), (self.ended, Word::EndedCount), (rest, Word::OtherwiseCount)];
            let more = more.into_iter().filter(|part| part.0 > 0);
            more.fold(head + &in_part, |text, (count, word)| text + &word.with(lang, &[&count]))
        })
    }
}
