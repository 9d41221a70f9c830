//! From when to when a picture shows.

use chrono::Datelike;

use super::options::PictureOptions;
use crate::{
    model::{Day, Edtf, Lang},
    query::View,
};

/// The days that a picture shows, and the language in which it tells them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// The day on which states are told, where the collection has one.
    pub as_of: Option<Day>,
    /// The language of the words.
    pub lang: Lang,
}

impl Range {
    /// The range asked for, else from the beginning of the collection's scope, or of the year of the first event, to the
    /// as-of day or the last event. None if there is nothing to show.
    pub(crate) fn of(view: &View, options: &PictureOptions) -> Option<Self> {
        let as_of = options.as_of.or_else(|| view.dataset.as_of());
        let start = options.from.as_ref().or(view.dataset.collection().from.as_ref()).map(Edtf::earliest);
        let last_day = options.to.as_ref().map(|to| to.end().unwrap_or(Day::MAX));
        let shown = view.events.iter().map(|&ix| &view.dataset.event(ix).date.value);
        let shown: Vec<&Edtf> = shown
            .filter(|date| start.is_none_or(|from| date.latest() >= from))
            .filter(|date| last_day.is_none_or(|to| date.earliest() <= to))
            .collect();
        let first = shown.iter().map(|date| date.earliest()).min()?;
        let last = shown.iter().map(|date| date.latest()).max()?;
        let new_year = |day: Day| Day::from_ymd_opt(day.year(), 1, 1).unwrap_or(day);
        let from = start.unwrap_or_else(|| new_year(first));
        let to = last_day.filter(|&day| day != Day::MAX).unwrap_or_else(|| as_of.map_or(last, |day| day.max(last)));
        Some(Self { from, to: to.max(from), as_of, lang: options.lang })
    }

    /// The day on which states are told: the as-of day, or the last day shown where that is earlier.
    pub(crate) fn told(&self) -> Day {
        self.as_of.map_or(self.to, |day| day.min(self.to))
    }

    /// Whether something of that date falls within.
    pub(crate) fn shows(&self, date: &Edtf) -> bool {
        date.latest() >= self.from && date.earliest() <= self.to
    }

    /// The years that it touches.
    pub(crate) fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.from.year()..=self.to.year()
    }
}
