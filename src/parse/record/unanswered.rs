use super::{OneOrMany, record};
use crate::{model::Edtf, parse::leaf::Prose, source::Spanned};

record! {
    /// Somebody looked for a counter-act and found none.
    RawUnanswered "`unanswered`" {
        /// Until when nothing was found.
        required "as_of" as_of: Spanned<Edtf>,
        /// What was searched: one text or a list.
        required "searched" searched: OneOrMany<Prose>,
        /// Anything else worth knowing.
        optional "note" note: Spanned<Prose>,
    }
}
