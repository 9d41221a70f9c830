//! A label of a column before it has a place.

use crate::{
    layout::{breaking, entry::Entry, isotonic::Slot, text, words::Word},
    model::{Importance, Lang},
    scene::{Px, Role},
};

/// From line to line.
pub(crate) const LINE: Px = 16.0;
/// Room between labels of a column.
pub(crate) const GAP: Px = 8.0;

/// A label that waits for its place: its words are broken into lines, its height is known.
#[derive(Debug, Clone)]
pub(crate) struct Draft<'a> {
    /// The event.
    pub entry: Entry<'a>,
    /// The year in whose band it stands.
    pub year: i32,
    /// Date over counts, in a column of their own.
    pub aside: Vec<String>,
    /// The words, line by line.
    pub lines: Vec<(String, Role)>,
}

impl<'a> Draft<'a> {
    /// A label with its date beside it.
    pub(crate) fn beside(entry: Entry<'a>, year: i32, measure: Px, chinese: bool) -> Self {
        let mut aside = split_date(&entry.date_words(year));
        aside.extend(Some(entry.counts(['↑', '↓'])).filter(|counts| !counts.is_empty()));
        let mut lines = title(&entry, measure);
        if chinese
            && entry.lang == Lang::En
            && let Some(name) = &entry.event.title_zh
        {
            let role = Role::Label(entry.event.importance.max(Importance::Notable));
            let broken = breaking::lines(name, measure, role);
            if broken.len() == 1 || (broken.len() == 2 && entry.is_major()) {
                lines.extend(broken.into_iter().map(|line| (line, role)));
            }
        }
        lines.extend(effect(&entry, year));
        Self { entry, year, aside, lines }
    }

    /// A label under a line that names who acted, when, and the counts.
    pub(crate) fn under(entry: Entry<'a>, who: &str, year: i32, measure: Px) -> Self {
        let mut head = breaking::lines(
            &format!("{who}{}{}", Word::Comma.say(entry.lang), entry.date_words(year)),
            measure,
            Role::Figures,
        );
        let counts = entry.counts(['↑', '↓']);
        if !counts.is_empty() {
            let together = head.last().map(|last| format!("{last}   {counts}")).unwrap_or_default();
            match head.last_mut() {
                Some(last) if text::width(&together, Role::Figures) <= measure => *last = together,
                _ => head.push(counts),
            }
        }
        let mut lines: Vec<(String, Role)> = head.into_iter().map(|line| (line, Role::Figures)).collect();
        lines.extend(title(&entry, measure));
        lines.extend(effect(&entry, year));
        Self { entry, year, aside: Vec::new(), lines }
    }

    /// Its height in pixels.
    pub(crate) fn height(&self) -> Px {
        self.lines.len().max(self.aside.len()) as f64 * LINE
    }

    /// The room it needs in a column when its date stands at `wish`.
    pub(crate) fn slot(&self, wish: Px) -> Slot {
        Slot { wish, above: LINE / 2.0, below: self.height() - LINE / 2.0, weight: self.entry.weight() }
    }

    /// The width of the widest line of its date and counts.
    pub(crate) fn aside_width(&self) -> Px {
        self.aside.iter().map(|line| text::width(line, Role::Figures)).fold(0.0, f64::max)
    }
}

/// The words of an event's label.
pub(crate) fn title(entry: &Entry, measure: Px) -> Vec<(String, Role)> {
    let role = entry.role();
    breaking::lines(entry.label(), measure, role).into_iter().map(|line| (line, role)).collect()
}

/// When it takes effect, in words, where that is long after.
fn effect(entry: &Entry, year: i32) -> Option<(String, Role)> {
    Some((entry.effect_words(year)?, Role::Figures))
}

/// A range too long for the column of dates goes on two lines.
pub(crate) fn split_date(words: &str) -> Vec<String> {
    match words.split_once('–') {
        Some((start, end)) if text::width(words, Role::Figures) > 66.0 => vec![format!("{start}–"), end.to_owned()],
        _ => vec![words.to_owned()],
    }
}
