//! The days of an act other than its first public one.

use super::{Edtf, SourceKey, vocabulary::vocabulary};

vocabulary! {
    /// What happened on another day of the same act.
    DateKind, "date" {
        Signed "signed" "the instrument was signed",
        Filed "filed" "it was filed for public inspection",
        Published "published" "it stood in the official journal",
        Effective "effective" "it took effect",
        Applies "applies" "first day of compliance, where that is not the effective day",
        CommentsClose "comments-close" "last day for comments",
        Began "began" "talks began",
        Conduct "conduct" "when the conduct happened that an enforcement case is about",
    }
}

/// A date with where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The date.
    pub value: Edtf,
    /// Who gives it; empty where that is not said.
    pub sources: Vec<SourceKey>,
    /// The editor's word on it.
    pub note: Option<String>,
}
