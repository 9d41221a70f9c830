use super::{OneOrMany, record};
use crate::{
    model::{ActorId, SourceKey, Stance},
    parse::leaf::Prose,
    source::Spanned,
};

record! {
    /// One statement for or against a claim.
    RawEvidence "an entry of `evidence`" {
        /// Where it stands: one source of this event, or a list.
        optional "source" source: OneOrMany<SourceKey>,
        /// The actor who speaks, where that is not the source itself.
        optional "by" by: Spanned<ActorId>,
        /// For or against.
        required "stance" stance: Spanned<Stance>,
        /// What is said, in our words.
        required "says" says: Spanned<Prose>,
        /// A phrase of at most 15 words or 30 Chinese characters, where the wording is the fact.
        optional "quote" quote: Spanned<Prose>,
    }
}
