//! Dates in words. They never say more than is known: "May", "c. Jul", "Jun–Sep".

use chrono::Datelike;

use super::words::Word;
use crate::model::{Day, Edtf, Form, Lang, Precision};

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
pub(crate) fn words(date: &Edtf, manner: Manner, lang: Lang) -> String {
    let text = match date.form() {
        Form::Point(at) => point(at, manner, lang),
        Form::Lasted { start, end: Some(end) } => range(start, end, manner, lang),
        Form::Lasted { start, end: None } => Word::From.with(lang, &[&point(start, manner, lang)]),
        Form::Within { from, to } => range(from, to, manner, lang),
    };
    if date.is_approximate() {
        Word::Circa.with(lang, &[&text])
    } else if date.is_uncertain() {
        Word::Uncertain.with(lang, &[&text])
    } else {
        text
    }
}

/// A day in full: "30 June 2026", "2026年6月30日".
pub(crate) fn day(day: Day, lang: Lang) -> String {
    point(Precision::Day(day), Manner::Long, lang)
}

/// Month and year in full: "January 2018", "2018年1月".
pub(crate) fn month(day: Day, lang: Lang) -> String {
    point(Precision::Month(day), Manner::Long, lang)
}

/// A day, month or year without the year that stands beside it: "16 May", "May".
pub(crate) fn short(at: Precision, lang: Lang) -> String {
    point(at, Manner::Within(first(at).year()), lang)
}

fn name(month: u32, manner: Manner) -> &'static str {
    let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?)).copied();
    match manner {
        Manner::Long => name.unwrap_or_default(),
        Manner::Within(_) | Manner::Short => name.and_then(|name| name.get(..3)).unwrap_or_default(),
    }
}

fn first(at: Precision) -> Day {
    match at {
        Precision::Day(day) | Precision::Month(day) | Precision::Year(day) => day,
    }
}

fn point(at: Precision, manner: Manner, lang: Lang) -> String {
    let day = first(at);
    let (year, month) = (day.year(), name(day.month(), manner));
    let with_year = manner != Manner::Within(year);
    match lang {
        Lang::En => {
            let behind = if with_year { format!(" {year}") } else { String::new() };
            match at {
                Precision::Day(_) => format!("{} {month}{behind}", day.day()),
                Precision::Month(_) => format!("{month}{behind}"),
                Precision::Year(_) => year.to_string(),
            }
        }
        Lang::Zh => {
            let before = if with_year { format!("{year}年") } else { String::new() };
            match at {
                Precision::Day(_) => format!("{before}{}月{}日", day.month(), day.day()),
                Precision::Month(_) => format!("{before}{}月", day.month()),
                Precision::Year(_) => format!("{year}年"),
            }
        }
    }
}

/// From the one to the other, without saying twice what both share.
fn range(from: Precision, to: Precision, manner: Manner, lang: Lang) -> String {
    let (a, b) = (first(from), first(to));
    if from == to {
        return point(from, manner, lang);
    }
    if a.year() != b.year() || matches!(from, Precision::Year(_)) {
        return format!("{}–{}", point(from, manner, lang), point(to, manner, lang));
    }
    let days = matches!((from, to), (Precision::Day(_), Precision::Day(_))) && a.month() == b.month();
    match lang {
        Lang::En if days => format!("{}–{}", a.day(), point(to, manner, lang)),
        // The year stands once, at the end.
        Lang::En => {
            let start = point(from, manner, lang);
            let start = start.strip_suffix(&format!(" {}", a.year())).unwrap_or(&start);
            format!("{start}–{}", point(to, manner, lang))
        }
        // In Chinese it stands once, at the start.
        Lang::Zh if days => format!("{}–{}日", point(from, manner, lang).trim_end_matches('日'), b.day()),
        Lang::Zh => format!("{}–{}", point(from, manner, lang), point(to, Manner::Within(a.year()), lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_is_known() {
        let say = |text: &str, manner| words(&text.parse().unwrap(), manner, Lang::En);
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
    #[test]
    fn chinese_dates_run_from_the_year_to_the_day() {
        let say = |text: &str, manner| words(&text.parse().unwrap(), manner, Lang::Zh);
        for (date, within, long) in [
            ("2019-05-16", "5月16日", "2019年5月16日"),
            ("2019-05", "5月", "2019年5月"),
            ("2019", "2019年", "2019年"),
            ("2019-07~", "约7月", "约2019年7月"),
            ("[2019-06..2019-09]", "6月–9月", "2019年6月–9月"),
            ("2019-05-10/2019-05-12", "5月10–12日", "2019年5月10–12日"),
            ("2019-04-30/2019-05-02", "4月30日–5月2日", "2019年4月30日–5月2日"),
            ("2018-12-30/2019-01-02", "2018年12月30日–1月2日", "2018年12月30日–2019年1月2日"),
            ("2019-01/..", "1月起", "2019年1月起"),
        ] {
            assert_eq!((say(date, Manner::Within(2019)).as_str(), say(date, Manner::Long).as_str()), (within, long));
        }
    }
}
