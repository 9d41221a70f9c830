//! The languages in which pictures are told.

use super::vocabulary;

vocabulary! {
    /// The language of a picture.
    Lang, "language" {
        En "en" "English; the default",
        Zh "zh" "Chinese; titles that have no Chinese form stay English",
    }
}

#[expect(clippy::derivable_impls, reason = "the table of words marks no default")]
impl Default for Lang {
    fn default() -> Self {
        Self::En
    }
}

impl Lang {
    /// The language as a BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-Hans",
        }
    }

    /// `chinese` where there is one and this is Chinese, else `english`.
    pub fn of<'a>(self, english: &'a str, chinese: Option<&'a String>) -> &'a str {
        match self {
            Self::En => english,
            Self::Zh => chinese.map_or(english, String::as_str),
        }
    }
}
