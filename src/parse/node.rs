//! A document as a small tree that knows where each of its parts was written.

use std::borrow::Cow;

use crate::source::Span;

/// A value with its place. Scalars keep their spelling: what they mean is for the field to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node<'t> {
    /// Where it was written, quotes and brackets included; an absent value has the empty place after its key.
    pub(crate) span: Span,
    /// What was written.
    pub(crate) value: Value<'t>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value<'t> {
    /// A text, with its style.
    Scalar(Cow<'t, str>, Style),
    /// Nothing at all, or `~` or `null` without quotes.
    Null,
    /// A list.
    List(Vec<Node<'t>>),
    /// A mapping, in the order written, each key once.
    Map(Vec<Entry<'t>>),
    /// Something that event files do not use, already reported: an alias, a tagged value.
    Refused,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Without quotes.
    Plain,
    /// In quotes, or as a block after `|` or `>`.
    Marked,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry<'t> {
    /// The key as written.
    pub(crate) key: Cow<'t, str>,
    /// Where the key stands.
    pub(crate) at: Span,
    /// Its value.
    pub(crate) value: Node<'t>,
}

/// Whether a text without quotes stands for nothing, in the core schema of YAML.
pub(crate) fn is_null(text: &str) -> bool {
    matches!(text, "~" | "null" | "Null" | "NULL")
}

impl Node<'_> {
    /// What kind of thing it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Scalar(..) => "text",
            Value::Null => "nothing",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
            Value::Refused => "something that event files do not use",
        }
    }
}
