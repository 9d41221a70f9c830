//! What every arrangement needs to know of an event.

use chrono::Datelike;

use super::{
    dates::{self, Manner},
    notes,
    range::Range,
    words::{self, Word},
};
use crate::{
    dataset::{EventIx, Place},
    graph::LinksOf,
    model::{DateKind, Day, Edtf, Event, Family, Form, Importance, Lang, Precision},
    query::View,
    scene::{List, Meaning, Role, Solidity},
};

/// Days from a date to its effect that a line beside a rail can span.
const SOON: i64 = 30;

/// An event as a picture sees it.
#[derive(Debug, Clone)]
pub(crate) struct Entry<'a> {
    /// Its position in the dataset.
    pub ix: EventIx,
    /// The event.
    pub event: &'a Event,
    /// Where it stands.
    pub place: Place,
    /// Recorded causes, in the whole collection.
    pub causes: usize,
    /// Recorded responses, in the whole collection.
    pub responses: usize,
    /// The language of its words.
    pub lang: Lang,
    /// The number under which its sources stand below the picture.
    pub note: Option<usize>,
}

/// The days between which something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Days {
    /// First possible day.
    pub from: Day,
    /// Last possible day.
    pub to: Day,
}

impl<'a> Entry<'a> {
    /// The event at a position of the view.
    pub(crate) fn new(view: &View<'a>, ix: EventIx, lang: Lang) -> Self {
        let event = view.dataset.event(ix);
        let claims = |links: LinksOf| links.filter(|&link| view.graph.link(link).kind.is_cause()).count();
        Self {
            ix,
            event,
            place: view.dataset.place(event),
            causes: claims(view.graph.causes(ix)),
            responses: claims(view.graph.effects(ix)),
            lang,
            note: None,
        }
    }

    /// The events of the view that fall within a range, in time order.
    pub(crate) fn within(view: &View<'a>, range: &Range) -> Vec<Self> {
        let all = view.events.iter().map(|&ix| Self::new(view, ix, range.lang));
        all.filter(|entry| range.shows(&entry.event.date.value)).collect()
    }

    /// The family of its instrument.
    pub(crate) fn family(&self) -> Family {
        self.event.category.family()
    }

    /// Whether it is a turning point.
    pub(crate) fn is_major(&self) -> bool {
        self.event.importance == Importance::Major
    }

    /// The words of its label.
    pub(crate) fn label(&self) -> &'a str {
        self.event.label_in(self.lang)
    }

    /// How the words of its label are set.
    pub(crate) fn role(&self) -> Role {
        Role::Label(self.event.importance)
    }

    /// How much its displacement counts.
    pub(crate) fn weight(&self) -> f64 {
        match self.event.importance {
            Importance::Major => 4.0,
            Importance::Notable => 2.0,
            Importance::Minor => 1.0,
        }
    }

    /// The date of the event.
    pub(crate) fn date(&self) -> &Edtf {
        &self.event.date.value
    }

    /// The days between which it happened, where the day is not known; of what lasted, began.
    pub(crate) fn unknown_days(&self) -> Option<Days> {
        unknown_days(self.date())
    }

    /// The moment at which it is counted, in days.
    pub(crate) fn moment(&self) -> f64 {
        moment(self.date())
    }

    /// The year in whose band it stands: that of its [`moment`](Self::moment).
    pub(crate) fn year(&self) -> i32 {
        // The moment lies between two days that are dates, so its whole part is one.
        Day::from_num_days_from_ce_opt(self.moment() as i32).map_or(self.date().earliest().year(), |day| day.year())
    }

    /// When it took effect, where that was later than its first public day.
    pub(crate) fn in_effect(&self) -> Option<&Edtf> {
        let own = self.event.measure.as_ref().and_then(|measure| measure.from.as_ref());
        let other = |kind| self.event.other_date(kind);
        let date = own.or_else(|| other(DateKind::Effective)).or_else(|| other(DateKind::Applies))?;
        (date.earliest() > self.date().latest()).then_some(date)
    }

    /// The day of effect where it is so soon after the date that a line can join the two.
    pub(crate) fn effect_soon(&self) -> Option<&Edtf> {
        self.in_effect().filter(|effect| (effect.latest() - self.date().earliest()).num_days() <= SOON)
    }

    /// The day of effect in words, where no line can tell it: "in effect 1 Oct 2020".
    pub(crate) fn effect_words(&self, year: i32) -> Option<String> {
        let effect = self.in_effect().filter(|_| self.effect_soon().is_none())?;
        Some(Word::InEffect.with(self.lang, &[&dates::words(effect, Manner::Within(year), self.lang)]))
    }

    /// The last day of what lasted; none for what did not, or goes on.
    pub(crate) fn lasted_until(&self) -> Option<Day> {
        match self.date().form() {
            Form::Lasted { start, end: Some(end) } if start != end => self.date().end(),
            _ => None,
        }
    }

    /// How its mark is filled.
    pub(crate) fn solidity(&self) -> Solidity {
        if self.event.is_only_reported() {
            Solidity::Reported
        } else if self.unknown_days().is_some() || self.in_effect().is_some() || self.date().is_uncertain() {
            Solidity::Hollow
        } else {
            Solidity::Filled
        }
    }

    /// How the pill of its unknown days is drawn.
    pub(crate) fn precision(&self) -> Solidity {
        if self.date().is_approximate() { Solidity::Reported } else { Solidity::Hollow }
    }

    /// The date in words, without the year where that is `year`.
    pub(crate) fn date_words(&self, year: i32) -> String {
        dates::words(self.date(), Manner::Within(year), self.lang)
    }

    /// Causes and responses, where there are any, and the number of its sources: `↑2 ↓5 [17]` with these two arrows.
    pub(crate) fn counts(&self, [before, after]: [char; 2]) -> String {
        let mut parts = Vec::new();
        if self.causes > 0 {
            parts.push(format!("{before}{}", self.causes));
        }
        if self.responses > 0 {
            parts.push(format!("{after}{}", self.responses));
        }
        parts.extend(self.note.map(notes::mark));
        parts.join(" ")
    }

    /// Its meaning as one entry of a list that is read aloud.
    pub(crate) fn meaning(&self, view: &View) -> Meaning {
        let (lang, date) = (self.lang, dates::words(self.date(), Manner::Long, self.lang));
        let kind = words::category(self.event.category, lang);
        let mut name = Word::Aloud.with(lang, &[&date, &self.who(view), &kind, &self.label()]);
        let count = |n: usize, one: Word, many| (n > 0).then(|| one.count(many, n, lang));
        let causes = count(self.causes, Word::Cause, Word::CauseCount);
        let responses = count(self.responses, Word::Response, Word::ResponseCount);
        let counts: Vec<String> = [causes, responses].into_iter().flatten().collect();
        if !counts.is_empty() {
            name = Word::AndThen.with(lang, &[&name, &counts.join(Word::Comma.say(lang))]);
        }
        if self.event.is_only_reported() {
            name = Word::AndThen.with(lang, &[&name, &Word::OnlyReported.say(lang)]);
        }
        Meaning {
            list: List::Entry,
            name: Some(name),
            event: Some(self.event.id.to_string()),
            date: Some(self.date().to_string()),
            ..Meaning::default()
        }
    }

    /// Who acted: the side, or the sides of a deal.
    pub(crate) fn who(&self, view: &View) -> String {
        let label = |side| view.dataset.registers().label_in(side, self.lang);
        match &self.place {
            Place::Side(side) => label(side).to_owned(),
            Place::Between(sides) => match &sides[..] {
                [first, rest @ ..] if rest.len() > 2 => Word::AndOthers.with(self.lang, &[&label(first), &rest.len()]),
                _ => sides.iter().map(label).collect::<Vec<_>>().join(Word::And.say(self.lang)),
            },
        }
    }
}

/// The days between which a point in time lies, where it is not known to the day; of what lasted, its start.
pub(crate) fn unknown_days(date: &Edtf) -> Option<Days> {
    let known = match date.form() {
        Form::Point(at) | Form::Lasted { start: at, .. } => matches!(at, Precision::Day(_)),
        Form::Within { .. } => date.earliest() == date.latest(),
    };
    (!known || date.is_approximate()).then(|| Days { from: date.earliest(), to: date.latest() })
}

/// The moment at which a date is counted, in days: the day, or the middle of the days between which it lies.
pub(crate) fn moment(date: &Edtf) -> f64 {
    match unknown_days(date) {
        None => super::axis::number(date.earliest()),
        Some(days) => (super::axis::number(days.from) + super::axis::number(days.to) + 1.0) / 2.0,
    }
}
