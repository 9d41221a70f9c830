use super::record;
use crate::{
    model::Edtf,
    parse::leaf::{Line, Prose, Spelling},
    source::Spanned,
};

record! {
    /// What the collection says of itself.
    RawCollection "`collection.yaml`" {
        /// Its title.
        optional "title" title: Spanned<Line>,
        /// Its title in Chinese.
        optional "title_zh" title_zh: Spanned<Line>,
        /// Its version.
        optional "version" version: Spanned<Spelling>,
        /// The day to which it was researched, from which pictures and states are drawn; by default the newest date.
        optional "as_of" as_of: Spanned<Edtf>,
        /// Under what licence its facts may be used.
        optional "licence" licence: Spanned<Line>,
        /// How to cite it.
        optional "cite" cite: Spanned<Prose>,
        /// Where its scope, and a picture's default range, begins.
        optional "from" from: Spanned<Edtf>,
    }
}
