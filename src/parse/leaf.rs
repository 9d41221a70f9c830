//! Values of one scalar: ids, dates, words of closed lists, and kinds of text.

use super::{
    codes,
    fields::{Misread, Scalar},
    nearest::nearest,
    text::shown,
};
use crate::model::{
    ActorId, ActorKind, Category, CauseType, CommitmentId, DateKind, Edtf, EdtfError, EventId, Importance, LegalType,
    PartId, Scheme, SourceKey, SourceKind, Stance, TargetHow, TechnologyId, Then, Vocabulary,
};

/// Text on one line: a title, a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(pub String);

/// Text that may run over lines: a summary, a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose(pub String);

/// A number or text that keeps its spelling: `8542.30`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling(pub String);

/// An address on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url(pub String);

impl Scalar for Line {
    const EXPECTED: &'static str = "text";
    const IS_TEXT: bool = true;

    fn read(text: &str) -> Result<Self, Misread> {
        one_line(text).map(Self)
    }
}

impl Scalar for Prose {
    const EXPECTED: &'static str = "text";
    const IS_TEXT: bool = true;

    fn read(text: &str) -> Result<Self, Misread> {
        not_blank(text).map(Self)
    }
}

impl Scalar for Spelling {
    const EXPECTED: &'static str = "a number or text";
    const IS_TEXT: bool = true;

    fn read(text: &str) -> Result<Self, Misread> {
        one_line(text).map(Self)
    }
}

impl Scalar for Url {
    const EXPECTED: &'static str = "an address that begins with https:// or http://";

    fn read(text: &str) -> Result<Self, Misread> {
        let web = ["https://", "http://"].iter().any(|scheme| text.len() > scheme.len() && text.starts_with(scheme));
        if web && !text.contains(char::is_whitespace) {
            return Ok(Self(text.to_owned()));
        }
        let message = format!("`{}` is not an address of a page", shown(text));
        let help = "write it whole and without spaces: \"https://…\" or \"http://…\"".to_owned();
        Err(Misread { info: &codes::BAD_URL, message, help })
    }
}

fn not_blank(text: &str) -> Result<String, Misread> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        let help = "write something, or take the key out".to_owned();
        return Err(Misread { info: &codes::EMPTY, message: "this text is empty".to_owned(), help });
    }
    Ok(trimmed.to_owned())
}

fn one_line(text: &str) -> Result<String, Misread> {
    let text = not_blank(text)?;
    if text.contains(['\n', '\r']) {
        let help = "write it on one line, or use `>` instead of `|`".to_owned();
        let message = "this text is one line, but has a line break".to_owned();
        return Err(Misread { info: &codes::LINE_BREAK, message, help });
    }
    Ok(text)
}

impl Scalar for Edtf {
    const EXPECTED: &'static str = "a date";
    const HELP: &str = "write one date; `\"[2020-09..2020-12]\"` needs its quotes";

    fn read(text: &str) -> Result<Self, Misread> {
        text.parse().map_err(|error: EdtfError| {
            let help = match (&error, mended_date(text)) {
                (EdtfError::Form, Some(date)) => format!("write `{date}`"),
                (EdtfError::Form, None) => {
                    "write `2020-10-14`, `2020-10` or `2020` (with `~` for about, `?` for doubtful), `2025-05-10/2025-05-12`, \
                     `2024-01/..` or `\"[2020-09..2020-12]\"`"
                        .to_owned()
                }
                (EdtfError::Calendar, _) => "look the day up again; if only the month is known, write `2020-10`".to_owned(),
                (EdtfError::Backwards, _) => "write the earlier day first".to_owned(),
            };
            Misread { info: &codes::BAD_DATE, message: format!("`{}`: {error}", shown(text)), help }
        })
    }
}

/// `2019-05-06` for `2019-5-6`, `2019/5/6`, `6 May 2019` and `May 6, 2019`; nothing for what could be read two ways.
fn mended_date(text: &str) -> Option<Edtf> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(4).collect();
    let month = |word: &str| {
        let start = word.get(..3)?.to_lowercase();
        MONTHS.iter().position(|name| *name == start).map(|at| at + 1)
    };
    let figures = |word: &str| if word.len() <= 2 { word.parse::<usize>().ok() } else { None };
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let date = match words[..] {
        [y, m, d] if year(y) => format!("{y}-{:02}-{:02}", figures(m).or_else(|| month(m))?, figures(d)?),
        [y, m] if year(y) => format!("{y}-{:02}", figures(m).or_else(|| month(m))?),
        [d, m, y] if year(y) && month(m).is_some() => format!("{y}-{:02}-{:02}", month(m)?, figures(d)?),
        [m, d, y] if year(y) && month(m).is_some() => format!("{y}-{:02}-{:02}", month(m)?, figures(d)?),
        [m, y] if year(y) => format!("{y}-{:02}", month(m)?),
        _ => return None,
    };
    date.parse().ok()
}

macro_rules! ids {
    ($($id:ident $expected:literal,)+) => {
        $(impl Scalar for $id {
            const EXPECTED: &'static str = $expected;

            fn read(text: &str) -> Result<Self, Misread> {
                text.parse().map_err(|error| bad_id::<Self>(text, &error))
            }
        })+
    };
}

ids! {
    ActorId "the id of an actor",
    CommitmentId "the id of a commitment",
    EventId "the id of an event",
    PartId "the id of a part",
    SourceKey "the id of a source",
    TechnologyId "the id of a technology",
}

fn bad_id<T: Scalar + std::str::FromStr>(text: &str, error: &impl std::fmt::Display) -> Misread {
    let mended: String = text.trim().to_lowercase().replace(['_', ' ', '/'], "-");
    let help = match mended.parse::<T>() {
        Ok(_) => format!("write `{}`", shown(&mended)),
        Err(_) => "use lower-case letters a to z, digits and hyphens".to_owned(),
    };
    Misread { info: &codes::BAD_ID, message: format!("`{}` is not {}: {error}", shown(text), T::EXPECTED), help }
}

macro_rules! words {
    ($($word:ident $expected:literal,)+) => {
        $(impl Scalar for $word {
            const EXPECTED: &'static str = $expected;

            fn read(text: &str) -> Result<Self, Misread> {
                Self::from_word(text).ok_or_else(|| unknown_word::<Self>(text))
            }
        })+
    };
}

words! {
    ActorKind "an actor kind",
    Category "a category",
    CauseType "a cause type",
    DateKind "a kind of date",
    Importance "an importance",
    LegalType "a legal type",
    Scheme "a kind of identifier",
    SourceKind "a source kind",
    Stance "a stance",
    TargetHow "a way of being a target",
    Then "an outcome of a suspension",
}

/// The problem that a word is not in its closed list.
pub(crate) fn unknown_word<T: Vocabulary>(text: &str) -> Misread {
    let known = || T::ALL.iter().map(|value| value.word());
    let help = match nearest(text, known()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it is one of {}", known().collect::<Vec<_>>().join(", ")),
    };
    Misread { info: &codes::UNKNOWN_WORD, message: format!("`{}` is not a known {}", shown(text), T::NAME), help }
}
