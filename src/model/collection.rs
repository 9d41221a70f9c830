//! What a collection says of itself.

use super::Edtf;

/// The head of a collection, from `collection.yaml`; every field is optional.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Collection {
    /// Its title.
    pub title: Option<String>,
    /// Its title in Chinese.
    pub title_zh: Option<String>,
    /// Its version, as text.
    pub version: Option<String>,
    /// The day to which it was researched; pictures and states are drawn from it.
    pub as_of: Option<Edtf>,
    /// Under what licence its facts may be used.
    pub licence: Option<String>,
    /// How to cite it.
    pub cite: Option<String>,
    /// Where its scope begins: pictures leave out what is older, unless nothing else is shown or an earlier day is asked for.
    pub from: Option<Edtf>,
}
