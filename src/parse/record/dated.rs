use schemars::JsonSchema;
use serde::Serialize;

use super::{OneOrMany, record};
use crate::{
    model::{Edtf, SourceKey},
    parse::{
        fields::{Decode, Decoder},
        leaf::Prose,
        node::{Node, Value},
    },
    source::Spanned,
};

/// A date, plain or with where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum RawDate {
    /// Just the date.
    Plain(Spanned<Edtf>),
    /// With its source or a note.
    InFull(RawDated),
}

record! {
    /// A date with where it was read.
    RawDated "a date written in full" {
        /// The date.
        required "value" value: Spanned<Edtf>,
        /// Who gives it: one source of this event, or a list.
        optional "source" source: OneOrMany<SourceKey>,
        /// The editor's word on it.
        optional "note" note: Spanned<Prose>,
    }
}

impl Decode for RawDate {
    fn decode(node: &Node<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => RawDated::decode(node, decoder).map(Self::InFull),
            _ => Spanned::decode(node, decoder).map(Self::Plain),
        }
    }
}
