//! Shapes that several records share.

use crate::{
    parse::{
        fields::{Decode, Decoder, Misread, Scalar},
        node::{Node, Value},
    },
    source::{Span, Spanned},
};

/// One value, or a list of at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrMany<T>(pub Vec<Spanned<T>>);

impl<T: Scalar> Decode for OneOrMany<T> {
    fn decode(node: &Node<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let items = match &node.value {
            Value::List(items) if items.is_empty() => {
                decoder.nothing_in(node.span);
                return None;
            }
            Value::List(_) => Vec::decode(node, decoder)?,
            _ => vec![Spanned::decode(node, decoder)?],
        };
        // Where no entry could be read, the field counts as unread, not as empty.
        (!items.is_empty()).then_some(Self(items))
    }
}

/// A mapping whose keys are names, in the order written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<K, V>(pub Vec<(Spanned<K>, V)>);

impl<K: Scalar, V: Decode> Decode for Entries<K, V> {
    fn decode(node: &Node<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            decoder.wrong_type(node, "a mapping", "write `key: value`, each on its own line");
            return None;
        };
        let mut read = Vec::with_capacity(entries.len());
        for entry in entries {
            let key = key::<K>(&entry.key, entry.at, decoder);
            let value = V::decode(&entry.value, decoder);
            if let (Some(key), Some(value)) = (key, value) {
                read.push((key, value));
            }
        }
        Some(Self(read))
    }
}

fn key<K: Scalar>(text: &str, at: Span, decoder: &mut Decoder<'_>) -> Option<Spanned<K>> {
    match K::read(text) {
        Ok(value) => Some(Spanned::new(value, at)),
        Err(Misread { info, message, help }) => {
            decoder.found.push(crate::diag::Diagnostic::new(info, at, message).help(help));
            None
        }
    }
}
