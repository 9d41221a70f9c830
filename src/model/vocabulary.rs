//! Closed lists of words, each word written in event files exactly as here.

/// A closed list of words: an enumeration whose every value has one spelling in event files.
///
/// The reader, the query language, the JSON schema and the help texts all take the words from here.
pub trait Vocabulary: Copy + Eq + 'static {
    /// What the list is called in messages, in the singular ("category").
    const NAME: &'static str;
    /// Every value, in the order in which documents list them.
    const ALL: &'static [Self];

    /// The word as written in event files.
    fn word(self) -> &'static str;

    /// One line on what the word means, for documents and editors.
    fn meaning(self) -> &'static str;

    /// The value spelt `word`, if there is one.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

/// Defines an enumeration and its [`Vocabulary`] from one table of `Variant "word" "meaning"` rows.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $label:literal { $($variant:ident $word:literal $meaning:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = $meaning] $variant,)+
        }

        impl $crate::model::Vocabulary for $name {
            const NAME: &'static str = $label;
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::model::Vocabulary::word(*self))
            }
        }
    };
}
pub(crate) use vocabulary;
