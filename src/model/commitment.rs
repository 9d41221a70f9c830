//! Promises and threats.

use super::{ActorId, CommitmentId, Edtf, Evidence};

/// A promise or a threat; a later legal link with `commitment` resolves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// Its name within the event.
    pub id: CommitmentId,
    /// Who promised or threatened.
    pub by: ActorId,
    /// What, in our words.
    pub text: String,
    /// By when; an interval is to be kept until its end.
    pub due: Option<Edtf>,
    /// How each side tells it.
    pub evidence: Vec<Evidence>,
}
