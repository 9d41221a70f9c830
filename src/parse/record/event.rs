use super::{
    Entries, OneOrMany, RawAccepted, RawAmount, RawCause, RawCommitment, RawConflict, RawDate, RawEvidence, RawLegal,
    RawMeasure, RawSource, RawTarget, RawUnanswered, record,
};
use crate::{
    model::{ActorId, Category, CommitmentId, DateKind, EventId, Importance, Scheme, TechnologyId},
    parse::leaf::{Line, Prose, Spelling},
    source::Spanned,
};

record! {
    /// Something that happened in public on a date.
    RawEvent "an event" {
        /// Its stable name, `<side>-<year>-<slug>`; the name of its file.
        required "id" id: Spanned<EventId>,
        /// One factual line in the present tense, at most 100 characters.
        required "title" title: Spanned<Line>,
        /// The label on pictures, at most 40 characters; by default the title.
        optional "short" short: Spanned<Line>,
        /// The official Chinese name.
        optional "title_zh" title_zh: Spanned<Line>,
        /// The first public day of this act, not of the promise before it.
        required "date" date: RawDate,
        /// Its other days.
        optional "dates" dates: Entries<DateKind, RawDate>,
        /// The instrument, never the posture.
        required "category" category: Spanned<Category>,
        /// Who acted, from the register; the first is the issuer.
        filled "actors" actors: Spanned<ActorId>,
        /// Whom it is aimed at, from the register.
        list "targets" targets: RawTarget,
        /// What it is about, from the register of technologies.
        list "technologies" technologies: Spanned<TechnologyId>,
        /// How much it matters; by default notable.
        optional "importance" importance: Spanned<Importance>,
        /// Two to four sentences in our own words: what, for whom, from when.
        expected "summary" summary: Spanned<Prose>,
        /// Numbers under which others know it; each one value or a list.
        optional "identifiers" identifiers: Entries<Scheme, OneOrMany<Spelling>>,
        /// Money and quantities that a source states.
        list "amounts" amounts: RawAmount,
        /// What it puts in force that lasts; `{}` where there is nothing to add.
        optional "measure" measure: RawMeasure,
        /// What it does to earlier events: facts that can be checked by reading it.
        list "legal" legal: RawLegal,
        /// Why it was done, and who says so.
        list "causes" causes: RawCause,
        /// What it promises or threatens, from a short name.
        optional "commitments" commitments: Entries<CommitmentId, RawCommitment>,
        /// That it happened at all, where that is only reported or is denied.
        list "evidence" evidence: RawEvidence,
        /// That no counter-act was found.
        optional "unanswered" unanswered: RawUnanswered,
        /// Where sources disagree.
        list "conflicts" conflicts: RawConflict,
        /// Warnings that the editor has looked at and stands by.
        list "accepted" accepted: RawAccepted,
        /// Where all this can be read.
        filled "sources" sources: RawSource,
    }
}
