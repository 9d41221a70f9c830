use schemars::JsonSchema;
use serde::Serialize;

use super::{Entries, OneOrMany, record};
use crate::{
    model::{CommitmentId, Edtf, EventId, LegalType, PartId, SourceKey, Then},
    parse::{
        fields::{Decode, Decoder},
        leaf::Prose,
        node::{Node, Value},
    },
    source::Spanned,
};

record! {
    /// What the document does to earlier events.
    RawLegal "an entry of `legal`" {
        /// What is done: "this event … that event".
        required "type" kind: Spanned<LegalType>,
        /// The earlier event, or a list of them.
        required "event" event: OneOrMany<EventId>,
        /// The parts that it touches: a list, or a mapping to their new words. Without it, all.
        optional "parts" parts: RawLinkParts,
        /// First day; by default `applies`, else `effective`, else `date`.
        optional "from" from: Spanned<Edtf>,
        /// Last day on which it holds.
        optional "until" until: Spanned<Edtf>,
        /// What follows the `until` of a suspension; by default unknown.
        optional "then" then: Spanned<Then>,
        /// The promise or threat of the earlier event that it resolves; it touches nothing else then.
        optional "commitment" commitment: Spanned<CommitmentId>,
        /// Where it can be read: one source of this event, or a list.
        optional "source" source: OneOrMany<SourceKey>,
        /// The editor's word on it.
        optional "note" note: Spanned<Prose>,
    }
}

/// The parts that a link touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum RawLinkParts {
    /// Their names.
    Names(Vec<Spanned<PartId>>),
    /// Their names with their words from now on.
    Words(Entries<PartId, Spanned<Prose>>),
}

impl Decode for RawLinkParts {
    fn decode(node: &Node<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => Entries::decode(node, decoder).map(Self::Words),
            _ => OneOrMany::decode(node, decoder).map(|OneOrMany(names)| Self::Names(names)),
        }
    }
}
