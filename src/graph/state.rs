//! State of a measure's parts on any day: the fold of the data model.

use crate::model::vocabulary;

vocabulary! {
    /// How a measure, or a part of one, stands on a day.
    StateWord, "state" {
        NotYetInForce "not-yet-in-force" "it has been made, and begins later",
        InForce "in-force" "it applies",
        Suspended "suspended" "stopped for a time by an act",
        Enjoined "enjoined" "stopped for a time by a court",
        Expired "expired" "its own last day has passed",
        Repealed "repealed" "ended, lifted or withdrawn",
        Superseded "superseded" "replaced",
        Annulled "annulled" "voided by a court",
        UnknownAfter "unknown-after" "what stopped it ran out, and nobody has said what follows",
        Uncertain "uncertain" "the dates are not known well enough to tell",
        PartlyInForce "partly-in-force" "some parts apply and others do not",
        Mixed "mixed" "no part applies, for different reasons",
    }
}

/// A stretch of days with one state, which begins on `from` and lasts until the next phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phase {
    /// First day.
    pub from: crate::model::Day,
    /// The state.
    pub state: StateWord,
}
