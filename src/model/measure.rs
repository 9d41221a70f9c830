//! What an act puts in force.

use super::{Edtf, PartId};

/// What an act puts in force that lasts: a control, a listing, an order, an open probe, a binding agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measure {
    /// First day; by default the event's `applies`, else `effective`, else `date`.
    pub from: Option<Edtf>,
    /// Last day; by default none.
    pub until: Option<Edtf>,
    /// Its parts, in the order written; where there are none the listing's targets are, or it is one whole.
    pub parts: Vec<Part>,
}

/// A part of a measure that can have a fate of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name within the event.
    pub id: PartId,
    /// Its words, ours.
    pub text: String,
    /// First day; by default the measure's.
    pub from: Option<Edtf>,
    /// Last day; by default the measure's.
    pub until: Option<Edtf>,
}
