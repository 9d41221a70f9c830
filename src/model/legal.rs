//! What a document does to earlier ones: facts that can be checked by reading it.

use super::{CommitmentId, Edtf, EventId, PartId, SourceKey, vocabulary::vocabulary};

vocabulary! {
    /// What the later event does to the earlier one.
    LegalType, "legal type" {
        Amends "amends" "changes its words",
        Extends "extends" "moves an end date that it set",
        Suspends "suspends" "stops it for a time; non-enforcement and a postponed start among it",
        Resumes "resumes" "lifts a suspension",
        Exempts "exempts" "an exception, licence or exclusion beside the rule",
        Repeals "repeals" "ends, lifts, closes or withdraws it",
        Supersedes "supersedes" "replaces the whole of it",
        Annuls "annuls" "a court voids it, or reverses a ruling",
        Enjoins "enjoins" "a court forbids its enforcement for now",
        BasedOn "based-on" "uses the power that it gives",
        Implements "implements" "carries out an instruction or a commitment",
        Finalises "finalises" "makes a proposal final",
        Corrects "corrects" "mends an error in it",
        Upholds "upholds" "a court confirms it",
        RulesAgainst "rules-against" "a court or panel finds it unlawful without stopping it",
    }
}

impl LegalType {
    /// Whether such a link changes the state of what it acts on.
    pub fn changes_state(self) -> bool {
        use LegalType as L;
        !matches!(self, L::BasedOn | L::Implements | L::Finalises | L::Corrects | L::Upholds | L::RulesAgainst)
    }

    /// Whether such a link puts an end to what it acts on.
    pub fn ends(self) -> bool {
        matches!(self, Self::Repeals | Self::Supersedes | Self::Annuls)
    }
}

vocabulary! {
    /// What follows the last day of a suspension.
    Then, "outcome of a suspension" {
        Resumes "resumes" "the text says that the measure comes back",
        Ends "ends" "the text says that the measure is then over",
        Unknown "unknown" "the text does not say; the default",
    }
}

/// One entry of `legal`, with its list of events as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalLink {
    /// What is done.
    pub kind: LegalType,
    /// To which earlier events.
    pub events: Vec<EventId>,
    /// To which parts of them; empty for all. A part may be the id of an event that the target's own links point at.
    pub parts: Vec<LinkPart>,
    /// First day; by default the event's `applies`, else `effective`, else `date`.
    pub from: Option<Edtf>,
    /// Last day on which it holds.
    pub until: Option<Edtf>,
    /// What follows `until`, for a suspension.
    pub then: Then,
    /// The commitment that it resolves; such a link touches nothing else.
    pub commitment: Option<CommitmentId>,
    /// Where it can be read; empty where the event has a single source.
    pub sources: Vec<SourceKey>,
    /// The editor's word on it.
    pub note: Option<String>,
}

impl LegalLink {
    /// Whether it changes the state of what it acts on. One that resolves a commitment touches nothing else.
    pub fn is_act(&self) -> bool {
        self.kind.changes_state() && self.commitment.is_none()
    }
}

/// A part that a link covers, with its new words where the link gives any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkPart {
    /// The part's name, or the id of an event that the target's own links point at.
    pub id: PartId,
    /// Its words from now on.
    pub words: Option<String>,
}
