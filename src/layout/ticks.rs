//! Marks on a time axis, by calendar arithmetic.

use chrono::{Datelike, Days, Months};

use super::{axis::Axis, dates};
use crate::{
    model::{Day, Lang, Precision},
    scene::Px,
};

/// From one mark to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Days; a divisor or multiple of a week counts from Monday, or from the first of the month.
    Days(u32),
    /// Months; counted from January.
    Months(u32),
}

/// Steps from the shortest: 1 d, 2 d, 1 w, 2 w, 1 mo, 3 mo, 6 mo, 1 y, 2 y, 5 y, 10 y.
pub(crate) const STEPS: [Step; 11] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
    Step::Months(24),
    Step::Months(60),
    Step::Months(120),
];

impl Step {
    /// The marks from `from` to `to`, both included.
    pub(crate) fn days(self, from: Day, to: Day) -> Vec<Day> {
        let mut marks = Vec::new();
        let mut day = self.first(from);
        while let Some(mark) = day.filter(|&day| day <= to) {
            if mark >= from {
                marks.push(mark);
            }
            day = self.next(mark);
        }
        marks
    }

    /// The last mark on or before `day`.
    fn first(self, day: Day) -> Option<Day> {
        match self {
            Self::Days(1) => Some(day),
            Self::Days(n) => {
                let since = u32::try_from(day.num_days_from_ce()).unwrap_or(0).checked_sub(1)? % n;
                day.checked_sub_days(Days::new(since.into()))
            }
            Self::Months(n) if n < 12 => Day::from_ymd_opt(day.year(), day.month0() / n * n + 1, 1),
            Self::Months(n) => Day::from_ymd_opt(day.year() - day.year().rem_euclid(i32::try_from(n / 12).ok()?), 1, 1),
        }
    }

    fn next(self, day: Day) -> Option<Day> {
        match self {
            Self::Days(n) => day.checked_add_days(Days::new(n.into())),
            Self::Months(n) => day.checked_add_months(Months::new(n)),
        }
    }

    /// The words at a mark of this step, without the year where months or days say enough.
    pub(crate) fn words(self, day: Day, lang: Lang) -> String {
        match self {
            Self::Days(_) => dates::short(Precision::Day(day), lang),
            Self::Months(n) if n < 12 => dates::short(Precision::Month(day), lang),
            Self::Months(_) => day.year().to_string(),
        }
    }
}

/// The shortest step between whose marks there is always `room` on the axis; none if even ten years are too short.
pub(crate) fn finest(axis: &Axis, from: Day, to: Day, room: Px) -> Option<Step> {
    STEPS.into_iter().find(|step| {
        // No paper holds more marks than this; the check spares counting the days of centuries.
        let days = match step {
            Step::Days(n) => i64::from(*n),
            Step::Months(n) => i64::from(*n) * 30,
        };
        if ((to - from).num_days() / days.max(1)) as f64 * room > (axis.end() - axis.start()) * 1.1 + room {
            return false;
        }
        let marks = step.days(from, to);
        marks.windows(2).all(|pair| axis.at(pair[1]) - axis.at(pair[0]) >= room)
    })
}

#[cfg(test)]
mod tests {
    use super::{super::axis::number, *};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn marks_follow_the_calendar() {
        let marks = |step: Step, from, to| -> Vec<String> {
            step.days(day(from), day(to)).iter().map(ToString::to_string).collect()
        };
        assert_eq!(marks(Step::Months(3), "2019-02-03", "2019-12-31"), ["2019-04-01", "2019-07-01", "2019-10-01"]);
        assert_eq!(marks(Step::Days(7), "2019-05-15", "2019-05-31"), ["2019-05-20", "2019-05-27"]);
        assert_eq!(marks(Step::Months(60), "2013-01-01", "2026-01-01"), ["2015-01-01", "2020-01-01", "2025-01-01"]);
    }

    #[test]
    fn the_narrowest_gap_holds_its_words() {
        let (from, to) = (day("2018-01-01"), day("2026-01-01"));
        let axis = |width: f64| Axis::new([(number(from), 0.0), (number(to), width)]);
        assert_eq!(finest(&axis(1000.0), from, to, 20.0), Some(Step::Months(3)));
        assert_eq!(finest(&axis(100.0), from, to, 40.0), Some(Step::Months(60)));
        assert_eq!(finest(&axis(100_000.0), from, to, 25.0), Some(Step::Days(1)));
    }
}
