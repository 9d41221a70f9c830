//! Dates in words. They never say more than is known: "May", "c. Jul", "Jun–Sep".

use chrono::Datelike;

use crate::model::{Day, Edtf, Form, Precision};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Short, without the year where it is this one: "16 May".
    Within(i32),
    /// Short, with the year: "16 May 2019".
    Short,
    /// In full: "16 May 2019", "November 2021".
    Long,
}

/// A date in words.
pub(crate) fn words(date: &Edtf, manner: Manner) -> String {
    let text = match date.form() {
        Form::Point(at) => point(at, manner),
        Form::Lasted { start, end: Some(end) } => range(start, end, manner),
        Form::Lasted { start, end: None } => format!("from {}", point(start, manner)),
        Form::Within { from, to } => range(from, to, manner),
    };
    if date.is_approximate() {
        format!("c. {text}")
    } else if date.is_uncertain() {
        format!("{text} ?")
    } else {
        text
    }
}

/// A day in full: "30 June 2026".
pub(crate) fn day(day: Day) -> String {
    point(Precision::Day(day), Manner::Long)
}

/// Month and year in full: "January 2018".
pub(crate) fn month(day: Day) -> String {
    point(Precision::Month(day), Manner::Long)
}

/// The first three letters of a month, 1 to 12.
pub(crate) fn short_month(month: u32) -> &'static str {
    name(month).get(..3).unwrap_or_default()
}

fn name(month: u32) -> &'static str {
    usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?)).copied().unwrap_or_default()
}

fn first(at: Precision) -> Day {
    match at {
        Precision::Day(day) | Precision::Month(day) | Precision::Year(day) => day,
    }
}

fn point(at: Precision, manner: Manner) -> String {
    let day = first(at);
    let month = match manner {
        Manner::Long => name(day.month()),
        Manner::Within(_) | Manner::Short => short_month(day.month()),
    };
    let year = if manner == Manner::Within(day.year()) { String::new() } else { format!(" {}", day.year()) };
    match at {
        Precision::Day(_) => format!("{} {month}{year}", day.day()),
        Precision::Month(_) => format!("{month}{year}"),
        Precision::Year(_) => day.year().to_string(),
    }
}

/// From the one to the other, without saying twice what both share.
fn range(from: Precision, to: Precision, manner: Manner) -> String {
    let (a, b) = (first(from), first(to));
    if from == to {
        return point(from, manner);
    }
    if a.year() != b.year() || matches!(from, Precision::Year(_)) {
        return format!("{}–{}", point(from, manner), point(to, manner));
    }
    match (from, to) {
        (Precision::Day(_), Precision::Day(_)) if a.month() == b.month() => {
            format!("{}–{}", a.day(), point(to, manner))
        }
        // The year stands once, at the end.
        _ => {
            let start = match manner {
                Manner::Long => {
                    point(from, manner).trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().to_owned()
                }
                Manner::Within(_) | Manner::Short => point(from, Manner::Within(a.year())),
            };
            format!("{start}–{}", point(to, manner))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_is_known() {
        let say = |text: &str, manner| words(&text.parse().unwrap(), manner);
        for (date, within, long) in [
            ("2019-05-16", "16 May", "16 May 2019"),
            ("2019-05", "May", "May 2019"),
            ("2019", "2019", "2019"),
            ("2019-07~", "c. Jul", "c. July 2019"),
            ("2019-04?", "Apr ?", "April 2019 ?"),
            ("[2019-06..2019-09]", "Jun–Sep", "June–September 2019"),
            ("2019-05-10/2019-05-12", "10–12 May", "10–12 May 2019"),
            ("2019-04-30/2019-05-02", "30 Apr–2 May", "30 April–2 May 2019"),
            ("2018-12-30/2019-01-02", "30 Dec 2018–2 Jan", "30 December 2018–2 January 2019"),
            ("2019-01/..", "from Jan", "from January 2019"),
            ("[2019..2020]", "2019–2020", "2019–2020"),
        ] {
            assert_eq!((say(date, Manner::Within(2019)).as_str(), say(date, Manner::Long).as_str()), (within, long));
        }
        assert_eq!(say("2019-05-16", Manner::Within(2020)), "16 May 2019");
        assert_eq!(say("2019-05-16", Manner::Short), "16 May 2019");
    }
}
