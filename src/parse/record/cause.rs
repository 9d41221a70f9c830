use super::{RawEvidence, record};
use crate::{
    model::{CauseType, EventId},
    parse::leaf::Prose,
    source::Spanned,
};

record! {
    /// Why it was done, and who says so.
    RawCause "an entry of `causes`" {
        /// The earlier event.
        required "event" event: Spanned<EventId>,
        /// What kind of cause it is said to be: "this event … that event". Take the weakest that the words bear.
        required "type" kind: Spanned<CauseType>,
        /// Who says so, and who denies it.
        list "evidence" evidence: RawEvidence,
        /// The editor's word on it; needed where there is no evidence.
        optional "note" note: Spanned<Prose>,
    }
}
