//! Deals stand between the rails, on their dates; their words take the room that rungs and lags leave.

use super::{
    column::Extent,
    draft::{self, Draft},
    gutter::Rung,
    lags,
};
use crate::{
    layout::{
        axis::Axis,
        dates::{self, Manner},
        entry::Entry,
        text,
    },
    scene::{Point, Px, Rect, Role},
};

/// Width of the words of a deal.
const MEASURE: Px = 130.0;
/// Width of the words of a deal that has a pill: they stand beside it.
const BESIDE: Px = 80.0;
/// How far the words may stand from their mark, in steps of 6 pixels.
const REACH: u16 = 60;

/// A deal with its mark and, if there was room, its words.
#[derive(Debug, Clone)]
pub(crate) struct Deal<'a> {
    /// What it says.
    pub draft: Draft<'a>,
    /// Its middle from left to right.
    pub x: Px,
    /// Where its date stands on the axis.
    pub y: Px,
    /// How far it stands beside others of the same days.
    aside: Px,
    /// The days between which it happened.
    pub pill: Option<Extent>,
    /// Its words, once they are written.
    pub words: Option<Words>,
}

/// Where the words of a deal stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Words {
    /// Their middle from left to right.
    pub x: Px,
    /// Top of the first line.
    pub top: Px,
    /// Whether they stand so far from their mark that a leader joins them.
    pub led: bool,
}

/// The words of a deal, without a place.
pub(crate) fn draft<'a>(entry: Entry<'a>, year: i32) -> Draft<'a> {
    if entry.unknown_days().is_some() {
        return narrow(entry, year);
    }
    let mut lines = vec![(head(&entry, Manner::Within(year)), Role::Figures)];
    lines.extend(draft::title(&entry, MEASURE));
    Draft { entry, year, aside: Vec::new(), lines }
}

/// The words of a deal, so narrow that they may stand beside it. They may leave its year, so they name it.
fn narrow(entry: Entry, year: i32) -> Draft {
    let mut head = draft::split_date(&dates::words(entry.date(), Manner::Short, entry.lang));
    head.extend(Some(entry.counts(['↑', '↓'])).filter(|counts| !counts.is_empty()));
    let mut lines: Vec<(String, Role)> = head.into_iter().map(|line| (line, Role::Figures)).collect();
    lines.extend(draft::title(&entry, BESIDE));
    Draft { entry, year, aside: Vec::new(), lines }
}

/// The first line: the date and the counts.
fn head(entry: &Entry, manner: Manner) -> String {
    let counts = entry.counts(['↑', '↓']);
    let gap = if counts.is_empty() { "" } else { "   " };
    format!("{}{gap}{counts}", dates::words(entry.date(), manner, entry.lang))
}

/// The marks of deals on the axis. Those of nearly the same day stand side by side.
pub(crate) fn marks<'a>(drafts: Vec<Draft<'a>>, axis: &Axis) -> Vec<Deal<'a>> {
    let mut deals: Vec<Deal> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let y = axis.of(draft.entry.moment());
        let near = deals.iter().rev().take_while(|deal| y - deal.y < 13.0).count();
        // 0, 1, -1, 2, -2 … places beside the middle.
        let places = near.div_ceil(2) as f64 * if near % 2 == 1 { 1.0 } else { -1.0 };
        let pill = draft.entry.unknown_days().map(|days| Extent { from: axis.at(days.from), to: axis.end_of(days.to) });
        deals.push(Deal { draft, x: 0.0, y, aside: places * 14.0, pill, words: None });
    }
    deals
}

/// Moves the deals between rails whose middle is `middle`.
pub(crate) fn at(mut deals: Vec<Deal<'_>>, middle: Px) -> Vec<Deal<'_>> {
    for deal in &mut deals {
        deal.x = middle + deal.aside;
    }
    deals
}

impl Deal<'_> {
    /// The room of its glyph and pill.
    pub(crate) fn marks(&self) -> Vec<Rect> {
        let glyph = Rect::between(self.x - 7.0, self.x + 7.0, self.y - 7.0, self.y + 7.0);
        let pill = self.pill.map(|pill| Rect::between(self.x - 4.0, self.x + 4.0, pill.from, pill.to));
        std::iter::once(glyph).chain(pill).collect()
    }

    /// The room of its glyph and pill and, once they are written, of its words and the line to them.
    pub(crate) fn rooms(&self) -> Vec<Rect> {
        let leader = self.words.and_then(|words| self.leader_room(words));
        self.marks().into_iter().chain(self.words_room()).chain(leader).collect()
    }

    /// The room of its words, were they to stand there.
    fn room(&self, words: Words) -> Rect {
        // The year stands in the first line where the words leave their band.
        let width = lines(self, true).iter().map(|(line, role)| text::width(line, *role)).fold(0.0, f64::max);
        Rect { x: words.x - width / 2.0, y: words.top, width, height: self.draft.height() }
    }

    /// The room of the line to its words, were they to stand there; none beside the mark.
    fn leader_room(&self, words: Words) -> Option<Rect> {
        let (from, to) = if words.top > self.y {
            (self.y + 7.0, words.top - 2.0)
        } else {
            (self.y - 7.0, words.top + self.draft.height() + 2.0)
        };
        words.led.then(|| Rect::between(self.x - 1.0, self.x + 1.0, from, to))
    }

    /// The room of its words.
    pub(crate) fn words_room(&self) -> Option<Rect> {
        self.words.map(|words| self.room(words))
    }
}

/// Writes the words of each deal between the rails: under its mark, else above, else beside it or its pill, else as near as there
/// is room, joined by a leader.
pub(crate) fn write(deals: &mut [Deal], rungs: &[Rung], (left, right): (Px, Px), (top, bottom): (Px, Px)) {
    let lines = rungs.iter().flat_map(|rung| rung.boxes(3.0));
    let lags = rungs.iter().filter_map(|rung| {
        let (base, words) = rung.lag.as_ref()?;
        Some(lags::extent(*base, text::width(words, Role::Figures)))
    });
    let mut written: Vec<Rect> = lags.collect();
    let mut taken: Vec<Rect> = lines.chain(deals.iter().flat_map(Deal::marks)).collect();
    taken.extend(&written);
    for deal in deals {
        let usual = deal.draft.clone();
        let beside = narrow(usual.entry.clone(), usual.year);
        let choices = [
            (usual.clone(), Places::At),
            (beside.clone(), Places::Beside),
            (usual, Places::Farther),
            (beside, Places::Farther),
        ];
        for (draft, places) in choices {
            deal.draft = draft;
            let fits = |words: &Words| {
                let room = deal.room(*words);
                let air = Rect::between(room.x - 4.0, room.right() + 4.0, room.y - 1.0, room.bottom() + 3.0);
                // A leader may cross lines, but runs through no words.
                let leader = deal.leader_room(*words);
                room.y >= top
                    && room.bottom() <= bottom
                    && room.x >= left + 6.0
                    && room.right() <= right - 6.0
                    && taken.iter().all(|rect| !rect.overlaps(&air))
                    && written.iter().all(|rect| leader.is_none_or(|leader| !rect.overlaps(&leader)))
            };
            deal.words = places.of(deal).into_iter().find(fits);
            if deal.words.is_some() {
                break;
            }
        }
        written.extend(deal.words_room());
        taken.extend(deal.words_room());
        taken.extend(deal.words.and_then(|words| deal.leader_room(words)));
    }
}

/// Where words may stand, from the best place to the worst.
enum Places {
    /// Under the mark or above it.
    At,
    /// Beside the mark, or beside its pill however far along: such words need no leader.
    Beside,
    /// Farther down or up, joined by a leader.
    Farther,
}

impl Places {
    fn of(&self, deal: &Deal) -> Vec<Words> {
        let (x, y, height) = (deal.x, deal.y, deal.draft.height());
        let shifted =
            |shift: Px, led| [y + 8.0 + shift, y - 8.0 - shift - height].map(|top| Words { x, top, led }).into_iter();
        let steps = (1..REACH).map(|step| f64::from(step) * 6.0);
        match self {
            Self::At => shifted(0.0, false).collect(),
            Self::Farther => steps.flat_map(|shift| shifted(shift, true)).collect(),
            Self::Beside => {
                let by = deal.room(Words { x, top: y, led: false }).width / 2.0 + 12.0;
                let along = steps.flat_map(|shift| [y + shift, y - shift]);
                let along = along.filter(|at| deal.pill.is_some_and(|pill| (pill.from..=pill.to).contains(at)));
                std::iter::once(y)
                    .chain(along)
                    .flat_map(|at| [x + by, x - by].map(|x| Words { x, top: at - height / 2.0, led: false }))
                    .collect()
            }
        }
    }
}

/// The line from a deal's mark to its words.
pub(crate) fn leader(deal: &Deal) -> Option<(Point, Point)> {
    let line = deal.leader_room(deal.words?)?;
    Some((Point::new(deal.x, line.y), Point::new(deal.x, line.bottom())))
}

/// The lines of a deal's label, the year in the first where the words leave the band of their year.
pub(crate) fn lines(deal: &Deal, leaves_band: bool) -> Vec<(String, Role)> {
    let mut lines = deal.draft.lines.clone();
    let Draft { entry, year, .. } = &deal.draft;
    let without_year = head(entry, Manner::Within(*year));
    if let Some(first) = lines.first_mut().filter(|first| leaves_band && first.0 == without_year) {
        first.0 = head(entry, Manner::Short);
    }
    lines
}
