//! Where a fact can be read.

use super::{Edtf, SourceKey, Vocabulary, vocabulary::vocabulary};

vocabulary! {
    /// What kind of text a source is.
    SourceKind, "source kind" {
        PrimaryLegal "primary-legal" "the instrument itself",
        PrimaryStatement "primary-statement" "the issuer's own statement about it",
        OfficialMirror "official-mirror" "a faithful copy of the instrument, kept by somebody else",
        LawFirm "law-firm" "an alert or note by lawyers",
        Wire "wire" "a news agency",
        Press "press" "a newspaper, magazine or broadcaster",
        StateMedia "state-media" "a medium that a state owns or directs",
        ThinkTank "think-tank" "an analysis by a research body",
        Academic "academic" "a scholarly work",
        Dataset "dataset" "a data collection",
    }
}

impl SourceKind {
    /// Whether such a source is as good as the issuer's own word.
    pub fn is_primary(self) -> bool {
        matches!(self, Self::PrimaryLegal | Self::PrimaryStatement | Self::OfficialMirror)
    }
}

/// A text that the editor has read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name within the event.
    pub id: SourceKey,
    /// What kind of text it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Who wrote it first: one story in three papers has one publisher.
    pub publisher: String,
    /// Who carries the copy that was read.
    pub via: Option<String>,
    /// Where it was read.
    pub url: String,
    /// When it was published.
    pub published: Option<Edtf>,
    /// Its language, as a BCP 47 tag; by default English.
    pub lang: Option<String>,
    /// When it was read.
    pub accessed: Option<Edtf>,
}

impl Source {
    /// As a footnote: publisher, title, who carries it, day, kind, address.
    pub fn reference(&self) -> String {
        let via = self.via.as_ref().map(|via| format!(", via {via}")).unwrap_or_default();
        let published = self.published.map(|date| format!(", {date}")).unwrap_or_default();
        let kind = self.kind.word().replace('-', " ");
        format!("{}, “{}”{via}{published} ({kind}). {}", self.publisher, self.title, self.url)
    }
}
