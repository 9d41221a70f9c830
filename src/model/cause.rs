//! Why somebody acted, and who says so.

use super::{EventId, Evidence, vocabulary::vocabulary};

vocabulary! {
    /// What the later event is to the earlier one, strongest first.
    CauseType, "cause type" {
        RetaliatesFor "retaliates-for" "somebody quoted calls it a countermeasure or 反制",
        RespondsTo "responds-to" "taken because of that act, towards its author",
        InExchangeFor "in-exchange-for" "one half of a bargain",
        EnabledBy "enabled-by" "that event gave the power or the means",
        MotivatedBy "motivated-by" "a reason among others, whoever its author",
    }
}

/// A claim that an earlier event is a cause of the event that holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CauseClaim {
    /// The cause.
    pub event: EventId,
    /// What kind of cause it is said to be.
    pub kind: CauseType,
    /// Who says so, and who denies it. Without evidence the claim is the editor's own, and has a note.
    pub evidence: Vec<Evidence>,
    /// The editor's word on it.
    pub note: Option<String>,
}
