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
    /// The range asked for, else from the beginning of the first year with an event shown, to the as-of day or the last event.
    /// Where no first day is asked for, events from before the collection's scope are shown only if there are no others.
    /// None if there is nothing to show.
    pub(crate) fn of(view: &View, options: &PictureOptions) -> Option<Self> {
        let as_of = options.as_of.or_else(|| view.dataset.as_of());
        let last_day = options.to.as_ref().map(|to| to.end().unwrap_or(Day::MAX));
        let dates = view.events.iter().map(|&ix| &view.dataset.event(ix).date.value);
        let mut shown: Vec<&Edtf> = dates.filter(|date| last_day.is_none_or(|to| date.earliest() <= to)).collect();
        let asked = options.from.as_ref().map(Edtf::earliest);
        let scope = view.dataset.collection().from.as_ref().map(Edtf::earliest);
        let start = asked.or(scope.filter(|&from| shown.iter().any(|date| date.latest() >= from)));
        shown.retain(|date| start.is_none_or(|from| date.latest() >= from));
        let first = shown.iter().map(|date| date.earliest()).min()?;
        let last = shown.iter().map(|date| date.latest()).max()?;
        let new_year = Day::from_ymd_opt(first.year(), 1, 1).unwrap_or(first);
        // What began before the scope and reaches into it does not bring the years before it back.
        let from = asked.unwrap_or_else(|| start.map_or(new_year, |start| new_year.max(start)));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Dataset, EventIx},
        graph::EventGraph,
        source::Sources,
    };

    const HEAD: &str = "title: Made\nversion: '1'\nfrom: 2014\nas_of: 2020-06-30\n";

    fn event(id: &str, date: &str) -> (String, String) {
        let text = format!(
            "id: {id}\ntitle: An act\ndate: {date}\ncategory: tariff\nactors: [us]\nimportance: minor\nsummary: An act.\n\
             sources:\n  - {{id: s1, kind: wire, publisher: Made, title: An act, url: 'https://example.org/{id}'}}\n"
        );
        (format!("{id}.yaml"), text)
    }

    /// The days that a picture of the events at these places in time order shows.
    fn days(shown: &[usize], options: &PictureOptions) -> Option<(String, String)> {
        let actors = "- {id: us, name: United States, side: us, kind: jurisdiction}\n";
        let mut files = vec![("collection.yaml".to_owned(), HEAD.to_owned())];
        files.push(("actors.yaml".to_owned(), actors.to_owned()));
        files.extend([
            event("us-1977-act", "1977-12-28"),
            event("us-2013-act", "'[2013-11..2014-02]'"),
            event("us-2014-act", "2014-03-01"),
            event("us-2018-act", "2018-07-06"),
        ]);
        let dataset = Dataset::load(&Sources::from_memory(files)).dataset;
        assert_eq!(dataset.events().len(), 4);
        let graph = EventGraph::new(&dataset);
        let all: Vec<EventIx> = dataset.iter().map(|(ix, _)| ix).collect();
        let view = View::new(&dataset, &graph, shown.iter().map(|&at| all[at]).collect());
        Range::of(&view, options).map(|range| (range.from.to_string(), range.to.to_string()))
    }

    #[test]
    fn a_range_begins_with_the_year_of_the_first_event_within_the_scope() {
        let options = PictureOptions::default();
        let between = |from: &str| Some((from.to_owned(), "2020-06-30".to_owned()));
        assert_eq!(days(&[0, 2, 3], &options), between("2014-01-01"));
        assert_eq!(days(&[0, 3], &options), between("2018-01-01"));
        assert_eq!(days(&[0, 1, 3], &options), between("2014-01-01"), "what began earlier brings no year back");
        assert_eq!(days(&[0], &options), between("1977-01-01"), "older events alone are shown");
        assert_eq!(days(&[], &options), None);
        let asked = PictureOptions { from: Some("1970".parse().unwrap()), ..PictureOptions::default() };
        assert_eq!(days(&[0, 3], &asked), between("1970-01-01"));
        let early = PictureOptions { to: Some("2015".parse().unwrap()), ..PictureOptions::default() };
        assert_eq!(days(&[0, 2, 3], &early), Some(("2014-01-01".to_owned(), "2015-12-31".to_owned())));
    }
}
