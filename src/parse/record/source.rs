use super::record;
use crate::{
    model::{Edtf, SourceKey, SourceKind},
    parse::leaf::{Line, Url},
    source::Spanned,
};

record! {
    /// A text that the editor has read.
    RawSource "an entry of `sources`" {
        /// Its name within this event: `s1`.
        required "id" id: Spanned<SourceKey>,
        /// What kind of text it is.
        expected "kind" kind: Spanned<SourceKind>,
        /// Who wrote it first: one story in three papers has one publisher.
        expected "publisher" publisher: Spanned<Line>,
        /// Who carries the copy that was read, where that is not the publisher.
        optional "via" via: Spanned<Line>,
        /// Its title.
        expected "title" title: Spanned<Line>,
        /// Where it was read.
        expected "url" url: Spanned<Url>,
        /// When it was published.
        optional "published" published: Spanned<Edtf>,
        /// Its language, as a BCP 47 tag; by default English.
        optional "lang" lang: Spanned<Line>,
        /// When it was read.
        optional "accessed" accessed: Spanned<Edtf>,
    }
}
