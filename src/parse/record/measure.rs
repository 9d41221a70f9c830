use schemars::JsonSchema;
use serde::Serialize;

use super::{Entries, record};
use crate::{
    model::{Edtf, PartId},
    parse::{
        fields::{Decode, Decoder},
        leaf::Prose,
        node::{Node, Value},
    },
    source::Spanned,
};

record! {
    /// What the act puts in force that lasts; `{}` where there is nothing to add.
    RawMeasure "a measure" or "`measure: {}` where there is nothing to add" {
        /// First day; by default `applies`, else `effective`, else `date`.
        optional "from" from: Spanned<Edtf>,
        /// Last day on which it holds; by default none.
        optional "until" until: Spanned<Edtf>,
        /// Its parts: from a short name to the words, where parts have fates of their own.
        optional "parts" parts: Entries<PartId, RawPart>,
    }
}

/// A part of a measure: its words, or its words with its own days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum RawPart {
    /// Just the words.
    Words(Spanned<Prose>),
    /// With its own days.
    InFull(RawPartInFull),
}

record! {
    /// A part with its own days.
    RawPartInFull "a part" {
        /// Its words, ours.
        required "text" text: Spanned<Prose>,
        /// First day; by default the measure's.
        optional "from" from: Spanned<Edtf>,
        /// Last day; by default the measure's.
        optional "until" until: Spanned<Edtf>,
    }
}

impl Decode for RawPart {
    fn decode(node: &Node<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => RawPartInFull::decode(node, decoder).map(Self::InFull),
            _ => Spanned::decode(node, decoder).map(Self::Words),
        }
    }
}
