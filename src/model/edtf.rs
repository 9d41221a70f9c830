//! Dates as intervals: the forms of the Extended Date/Time Format (ISO 8601-2:2019) that event files use.
//!
//! A date is never padded: "October 2020" stays a month, and answers questions about days with "maybe".

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

/// A calendar day in the proleptic Gregorian calendar, at the place of the issuer.
pub type Day = NaiveDate;

/// The shape in which a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// `2020-10-14`, `2020-10` or `2020`.
    Point(Precision),
    /// `2025-05-10/2025-05-12`: lasted from the one to the other.
    Lasted {
        /// When it began.
        start: Precision,
        /// When it ended; none for `2024-01/..`, which goes on.
        end: Option<Precision>,
    },
    /// `[2020-09..2020-12]`: one unknown day within.
    Within {
        /// Not before.
        from: Precision,
        /// Not after.
        to: Precision,
    },
}

/// A day, month or year: what is known, and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// Known to the day.
    Day(Day),
    /// Known to the month; the day is its first.
    Month(Day),
    /// Known to the year; the day is its first.
    Year(Day),
}

/// A date as an interval of days, with the two EDTF qualifiers.
///
/// It has no `Ord`, since two intervals may overlap: ask [`definitely_before`](Self::definitely_before) or
/// [`possibly_before`](Self::possibly_before), or sort by [`sort_key`](Self::sort_key).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edtf {
    form: Form,
    approximate: bool,
    uncertain: bool,
}

/// Why a text is not a date in one of the accepted forms.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EdtfError {
    /// Not one of the forms.
    #[error("not a date in a form that event files use")]
    Form,
    /// Right in form, but there is no such month or day.
    #[error("there is no such day in the calendar")]
    Calendar,
    /// The end comes before the start.
    #[error("the end comes before the start")]
    Backwards,
}

impl Precision {
    fn first(self) -> Day {
        match self {
            Self::Day(day) | Self::Month(day) | Self::Year(day) => day,
        }
    }

    fn last(self) -> Day {
        let (start, months) = match self {
            Self::Day(day) => return day,
            Self::Month(day) => (day, 1),
            Self::Year(day) => (day, 12),
        };
        start.checked_add_months(Months::new(months)).and_then(|next| next.pred_opt()).unwrap_or(Day::MAX)
    }

    fn parse(text: &str) -> Result<Self, EdtfError> {
        let number = |range: std::ops::Range<usize>| -> Result<u32, EdtfError> {
            let figures = text.get(range).ok_or(EdtfError::Form)?;
            if !figures.bytes().all(|b| b.is_ascii_digit()) {
                return Err(EdtfError::Form);
            }
            figures.parse().map_err(|_| EdtfError::Form)
        };
        let hyphen = |at: usize| if text.as_bytes().get(at) == Some(&b'-') { Ok(()) } else { Err(EdtfError::Form) };
        if !matches!(text.len(), 4 | 7 | 10) {
            return Err(EdtfError::Form);
        }
        let year = i32::try_from(number(0..4)?).map_err(|_| EdtfError::Form)?;
        let (mut month, mut day) = (1, 1);
        if text.len() > 4 {
            hyphen(4)?;
            month = number(5..7)?;
        }
        if text.len() > 7 {
            hyphen(7)?;
            day = number(8..10)?;
        }
        if year == 0 {
            return Err(EdtfError::Calendar);
        }
        let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(EdtfError::Calendar)?;
        Ok(match text.len() {
            4 => Self::Year(date),
            7 => Self::Month(date),
            _ => Self::Day(date),
        })
    }
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
            Self::Month(day) => write!(f, "{:04}-{:02}", day.year(), day.month()),
            Self::Year(day) => write!(f, "{:04}", day.year()),
        }
    }
}

impl Edtf {
    /// A date known to the day.
    pub fn day(day: Day) -> Self {
        Self { form: Form::Point(Precision::Day(day)), approximate: false, uncertain: false }
    }

    /// The shape in which it was written.
    pub fn form(&self) -> Form {
        self.form
    }

    /// Marked `~`, about.
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Marked `?`, doubtful.
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// The day, if it is known to the day without qualification and without duration.
    pub fn exact_day(&self) -> Option<Day> {
        match self.form {
            Form::Point(Precision::Day(day)) if !self.approximate && !self.uncertain => Some(day),
            _ => None,
        }
    }

    /// The first day on which it may have happened; of something that lasted, may have begun.
    pub fn earliest(&self) -> Day {
        match self.form {
            Form::Point(at) | Form::Lasted { start: at, .. } | Form::Within { from: at, .. } => at.first(),
        }
    }

    /// The last day on which it may have happened; of something that lasted, may have begun.
    pub fn latest(&self) -> Day {
        match self.form {
            Form::Point(at) | Form::Lasted { start: at, .. } | Form::Within { to: at, .. } => at.last(),
        }
    }

    /// The last day that it may touch: the end of something that lasted (none if it goes on), else [`latest`](Self::latest).
    pub fn end(&self) -> Option<Day> {
        match self.form {
            Form::Lasted { end, .. } => end.map(Precision::last),
            Form::Point(_) | Form::Within { .. } => Some(self.latest()),
        }
    }

    /// Whether it surely happened before `other`. A date marked `~` or `?` is never sure.
    pub fn definitely_before(&self, other: &Self) -> bool {
        let sure = |date: &Self| !date.approximate && !date.uncertain;
        sure(self) && sure(other) && self.latest() < other.earliest()
    }

    /// Whether it may have happened before `other`.
    pub fn possibly_before(&self, other: &Self) -> bool {
        self.earliest() < other.latest()
    }

    /// A total order for lists: by earliest day, then by latest, then day before month before year.
    pub fn sort_key(&self) -> (Day, Day, bool, bool) {
        (self.earliest(), self.latest(), self.approximate, self.uncertain)
    }
}

impl std::str::FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let plain = |form| Self { form, approximate: false, uncertain: false };
        if let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let (from, to) = inner.split_once("..").ok_or(EdtfError::Form)?;
            let (from, to) = (Precision::parse(from)?, Precision::parse(to)?);
            return ordered(from, to).map(|()| plain(Form::Within { from, to }));
        }
        if let Some((start, end)) = text.split_once('/') {
            let start = Precision::parse(start)?;
            if end == ".." {
                return Ok(plain(Form::Lasted { start, end: None }));
            }
            let end = Precision::parse(end)?;
            return ordered(start, end).map(|()| plain(Form::Lasted { start, end: Some(end) }));
        }
        let (text, approximate, uncertain) = match text.as_bytes().last() {
            Some(b'~') => (&text[..text.len() - 1], true, false),
            Some(b'?') => (&text[..text.len() - 1], false, true),
            _ => (text, false, false),
        };
        Ok(Self { form: Form::Point(Precision::parse(text)?), approximate, uncertain })
    }
}

fn ordered(start: Precision, end: Precision) -> Result<(), EdtfError> {
    if end.last() < start.first() || end.first() < start.first() { Err(EdtfError::Backwards) } else { Ok(()) }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self.form {
            Form::Point(at) => {
                let mark = if self.approximate {
                    "~"
                } else if self.uncertain {
                    "?"
                } else {
                    ""
                };
                format!("{at}{mark}")
            }
            Form::Lasted { start, end: Some(end) } => format!("{start}/{end}"),
            Form::Lasted { start, end: None } => format!("{start}/.."),
            Form::Within { from, to } => format!("[{from}..{to}]"),
        };
        f.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edtf(text: &str) -> Edtf {
        text.parse().unwrap()
    }

    #[test]
    fn forms_and_their_intervals() {
        for (text, earliest, latest, end) in [
            ("2020-10-14", "2020-10-14", "2020-10-14", Some("2020-10-14")),
            ("2020-02", "2020-02-01", "2020-02-29", Some("2020-02-29")),
            ("2020", "2020-01-01", "2020-12-31", Some("2020-12-31")),
            ("2020-10~", "2020-10-01", "2020-10-31", Some("2020-10-31")),
            ("2020-10-14?", "2020-10-14", "2020-10-14", Some("2020-10-14")),
            ("2025-05-10/2025-05-12", "2025-05-10", "2025-05-10", Some("2025-05-12")),
            ("2024-01/..", "2024-01-01", "2024-01-31", None),
            ("[2020-09..2020-12]", "2020-09-01", "2020-12-31", Some("2020-12-31")),
        ] {
            let date = edtf(text);
            let day = |text: &str| text.parse::<Day>().unwrap();
            assert_eq!(
                (date.earliest(), date.latest(), date.end()),
                (day(earliest), day(latest), end.map(day)),
                "{text}"
            );
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date() {
        for (text, error) in [
            ("", EdtfError::Form),
            ("2019-5-6", EdtfError::Form),
            ("2019-05-06T00:00", EdtfError::Form),
            ("May 2019", EdtfError::Form),
            ("2019-05-", EdtfError::Form),
            ("２０１９", EdtfError::Form),
            ("2019/05/06", EdtfError::Form),
            ("2019-02-29", EdtfError::Calendar),
            ("2019-13", EdtfError::Calendar),
            ("0000", EdtfError::Calendar),
            ("2020-02/2020-01", EdtfError::Backwards),
            ("[2020-12..2020-09]", EdtfError::Backwards),
            ("../2020", EdtfError::Form),
            ("2020~?", EdtfError::Form),
        ] {
            assert_eq!(text.parse::<Edtf>(), Err(error), "{text}");
        }
    }

    #[test]
    fn doubt_makes_nothing_definite() {
        assert!(edtf("2020-10-14").definitely_before(&edtf("2020-10-15")));
        assert!(!edtf("2020-10-14~").definitely_before(&edtf("2020-10-15")));
        assert!(!edtf("2020-10").definitely_before(&edtf("2020-10-15")));
        assert!(edtf("2020-10").possibly_before(&edtf("2020-10-15")));
    }

    proptest! {
        #[test]
        fn written_dates_read_back(text in "[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?[~?]?") {
            if let Ok(date) = text.parse::<Edtf>() {
                prop_assert_eq!(date.to_string(), text.clone());
                prop_assert!(date.earliest() <= date.latest());
                prop_assert!(edtf::level_1::Edtf::parse(&text).is_ok(), "the oracle refuses {}", text);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = text.parse::<Edtf>();
        }
    }
}
