use super::{OneOrMany, record};
use crate::{
    model::SourceKey,
    parse::leaf::{Line, Prose},
    source::Spanned,
};

record! {
    /// Sources that disagree on one field. The ruling is the value that the field has.
    RawConflict "an entry of `conflicts`" {
        /// The field, as a path: `dates.effective`.
        required "field" field: Spanned<Line>,
        /// What each source says.
        filled "values" values: RawConflictValue,
        /// The reason for the ruling.
        required "why" why: Spanned<Prose>,
    }
}

record! {
    /// One side of a conflict.
    RawConflictValue "a value of a conflict" {
        /// The value as that source has it.
        required "value" value: Spanned<Prose>,
        /// The source, or a list of them.
        optional "source" source: OneOrMany<SourceKey>,
    }
}

record! {
    /// A warning that the editor has looked at and stands by.
    RawAccepted "an entry of `accepted`" {
        /// The code of the warning.
        required "code" code: Spanned<Line>,
        /// Why it may stand.
        required "why" why: Spanned<Prose>,
    }
}
