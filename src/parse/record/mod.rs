//! What event files and registers hold, as written: one file a record.
//!
//! A record knows where each of its values stands. Dates, ids and words have their form already; whether the ids exist
//! is for the dataset to say.

mod actor;
mod amount;
mod cause;
mod collection;
mod commitment;
mod conflict;
mod dated;
mod event;
mod evidence;
mod forms;
mod legal;
mod measure;
mod source;
mod target;
mod technology;
mod unanswered;

pub use actor::RawActor;
pub use amount::RawAmount;
pub use cause::RawCause;
pub use collection::RawCollection;
pub use commitment::RawCommitment;
pub use conflict::{RawAccepted, RawConflict, RawConflictValue};
pub use dated::{RawDate, RawDated};
pub use event::RawEvent;
pub use evidence::RawEvidence;
pub use forms::{Entries, OneOrMany};
pub use legal::{RawLegal, RawLinkParts};
pub use measure::{RawMeasure, RawPart, RawPartInFull};
pub use source::RawSource;
pub use target::{RawTarget, RawTargetInFull};
pub use technology::RawTechnology;
pub use unanswered::RawUnanswered;

/// Defines a record from one table: each row says whether the field is `required` (without it there is no record),
/// `expected` (its lack is an error, but the record stands), `optional`, a `list` that may be left out, or a `filled`
/// list; then its key, and its name and type here. The struct and its reader come from the same rows, so no key is
/// known to one of them only.
///
/// `required` of schemars makes the schema of an `Option` that of its value, without `null`; whether a key may be left
/// out follows from `skip_serializing_if`, since schemas are made for what is written.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident $what:literal $(or $else:literal)? { $($rows:tt)* }) => {
        $crate::parse::record::record!(@rows [$(#[$doc])* $name $what $(or $else)?] [] [] $($rows)*);
    };
    (@rows $head:tt [$($fields:tt)*] [$($reads:tt)*]
        $(#[$doc:meta])* optional $key:literal $field:ident: $type:ty, $($rest:tt)*) => {
        $crate::parse::record::record!(@rows $head
            [$($fields)* $(#[$doc])*
                #[serde(rename = $key, skip_serializing_if = "Option::is_none")]
                #[schemars(required)]
                pub $field: Option<$type>,]
            [$($reads)* (optional $key $field)] $($rest)*);
    };
    (@rows $head:tt [$($fields:tt)*] [$($reads:tt)*]
        $(#[$doc:meta])* required $key:literal $field:ident: $type:ty, $($rest:tt)*) => {
        $crate::parse::record::record!(@rows $head
            [$($fields)* $(#[$doc])* #[serde(rename = $key)] pub $field: $type,]
            [$($reads)* (required $key $field)] $($rest)*);
    };
    (@rows $head:tt [$($fields:tt)*] [$($reads:tt)*]
        $(#[$doc:meta])* expected $key:literal $field:ident: $type:ty, $($rest:tt)*) => {
        $crate::parse::record::record!(@rows $head
            [$($fields)* $(#[$doc])*
                #[serde(rename = $key)]
                #[schemars(required)]
                pub $field: Option<$type>,]
            [$($reads)* (expected $key $field)] $($rest)*);
    };
    (@rows $head:tt [$($fields:tt)*] [$($reads:tt)*]
        $(#[$doc:meta])* list $key:literal $field:ident: $type:ty, $($rest:tt)*) => {
        $crate::parse::record::record!(@rows $head
            [$($fields)* $(#[$doc])*
                #[serde(rename = $key, skip_serializing_if = "Vec::is_empty")]
                pub $field: Vec<$type>,]
            [$($reads)* (list $key $field)] $($rest)*);
    };
    (@rows $head:tt [$($fields:tt)*] [$($reads:tt)*]
        $(#[$doc:meta])* filled $key:literal $field:ident: $type:ty, $($rest:tt)*) => {
        $crate::parse::record::record!(@rows $head
            [$($fields)* $(#[$doc])*
                #[serde(rename = $key)]
                #[schemars(length(min = 1))]
                pub $field: Vec<$type>,]
            [$($reads)* (filled $key $field)] $($rest)*);
    };
    (@rows [$(#[$doc:meta])* $name:ident $what:literal $(or $else:literal)?] [$($fields:tt)*] [$(($how:ident $key:literal $field:ident))*]) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub struct $name { $($fields)* }

        impl $crate::parse::fields::Decode for $name {
            fn decode(
                node: &$crate::parse::node::Node<'_>,
                decoder: &mut $crate::parse::fields::Decoder<'_>,
            ) -> Option<Self> {
                let help = concat!("write `key: value` lines" $(, ", or ", $else)?);
                let mut fields = $crate::parse::fields::Fields::of(node, decoder, $what, help)?;
                $(let $field = fields.$how($key);)*
                fields.finish();
                Some(Self { $($field: $field?,)* })
            }
        }
    };
}
pub(crate) use record;
