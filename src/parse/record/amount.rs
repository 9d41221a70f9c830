use super::{OneOrMany, record};
use crate::{
    model::SourceKey,
    parse::leaf::{Line, Spelling},
    source::Spanned,
};

record! {
    /// A sum or quantity that a source states.
    RawAmount "an entry of `amounts`" {
        /// The number, without unit: `52.7`.
        required "value" value: Spanned<Spelling>,
        /// Its unit: `USD billion`, `entities`.
        required "unit" unit: Spanned<Line>,
        /// What it measures.
        required "what" what: Spanned<Line>,
        /// Who states it: one source of this event, or a list.
        optional "source" source: OneOrMany<SourceKey>,
    }
}
