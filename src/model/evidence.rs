//! Who says what, who denies it, and what was looked for in vain.

use super::{ActorId, Edtf, SourceKey, vocabulary::vocabulary};

vocabulary! {
    /// Where a speaker stands towards a claim.
    Stance, "stance" {
        Supports "supports" "says that it is so",
        Denies "denies" "says that it is not so",
        OtherReason "other-reason" "the acting side gives another motive",
        Silent "silent" "spoke of the act, or even complained of the cause, without joining the two",
    }
}

/// One statement for or against a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where it stands; empty where the event has a single source.
    pub sources: Vec<SourceKey>,
    /// Who speaks, where that is not the source itself.
    pub by: Option<ActorId>,
    /// For or against.
    pub stance: Stance,
    /// What is said, in our words.
    pub says: String,
    /// A phrase of at most 15 words or 30 Chinese characters, where the wording is the fact.
    pub quote: Option<String>,
}

/// Somebody looked for a counter-act and found none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// Until when nothing was found.
    pub as_of: Edtf,
    /// What was searched.
    pub searched: Vec<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// Two sources that disagree on one field. The ruling is the value that the field has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The field, as a path (`dates.effective`).
    pub field: String,
    /// What each source says.
    pub values: Vec<ConflictValue>,
    /// The reason for the ruling.
    pub why: String,
}

/// One side of a [`Conflict`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictValue {
    /// The value as that source has it.
    pub value: String,
    /// The source.
    pub sources: Vec<SourceKey>,
}

/// A warning that the editor has looked at and stands by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The code of the warning.
    pub code: String,
    /// Why it may stand.
    pub why: String,
}
