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
    /// Where its scope, and a picture's default range, begins.
    pub from: Option<Edtf>,
}
