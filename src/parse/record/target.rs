use schemars::JsonSchema;
use serde::Serialize;

use super::record;
use crate::{
    model::{ActorId, TargetHow},
    parse::{
        fields::{Decode, Decoder},
        node::{Node, Value},
    },
    source::Spanned,
};

/// Somebody at whom an act is aimed: an id, or an id with how it was identified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum RawTarget {
    /// Plainly named in the act.
    Plain(Spanned<ActorId>),
    /// Not plainly named.
    InFull(RawTargetInFull),
}

record! {
    /// A target that the act does not plainly name.
    RawTargetInFull "a target" {
        /// The actor.
        required "id" id: Spanned<ActorId>,
        /// How it was identified.
        required "how" how: Spanned<TargetHow>,
    }
}

impl Decode for RawTarget {
    fn decode(node: &Node<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => RawTargetInFull::decode(node, decoder).map(Self::InFull),
            _ => Spanned::decode(node, decoder).map(Self::Plain),
        }
    }
}
