use super::{RawEvidence, record};
use crate::{
    model::{ActorId, Edtf},
    parse::leaf::Prose,
    source::Spanned,
};

record! {
    /// A promise or threat. A later `legal` entry with `commitment` resolves it.
    RawCommitment "a commitment" {
        /// Who promised or threatened.
        required "by" by: Spanned<ActorId>,
        /// What, in our words.
        required "text" text: Spanned<Prose>,
        /// By when; an interval is to be kept until its end.
        optional "due" due: Spanned<Edtf>,
        /// How each side tells it.
        list "evidence" evidence: RawEvidence,
    }
}
