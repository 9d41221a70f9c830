//! From trees to records: every problem of a record is reported, then its unknown keys.

use super::{
    codes,
    nearest::nearest,
    node::{Entry, Node, Style, Value},
    text,
};
use crate::{
    diag::Diagnostic,
    source::{SourceId, Span, Spanned},
};

/// What decoding needs to know, and what it finds.
pub(crate) struct Decoder<'d> {
    /// The text of the file.
    pub(crate) text: &'d str,
    /// The file.
    pub(crate) source: SourceId,
    /// The document was cut short by a syntax error: what is missing may stand behind it.
    pub(crate) partial: bool,
    /// The problems.
    pub(crate) found: &'d mut Vec<Diagnostic>,
}

/// A value that can be read from a tree. `None` means that what is wrong has been reported.
pub(crate) trait Decode: Sized {
    /// Reads the value.
    fn decode(node: &Node<'_>, decoder: &mut Decoder<'_>) -> Option<Self>;
}

/// A value that is one scalar with a form of its own.
pub(crate) trait Scalar: Sized {
    /// What was expected, for messages: "a date".
    const EXPECTED: &'static str;
    /// How to write it, where something else than a scalar was found.
    const HELP: &str = "write one value";
    /// Free text, of which a ` #` may cut off the end.
    const IS_TEXT: bool = false;

    /// Reads it as it was spelt, or says what is wrong.
    fn read(text: &str) -> Result<Self, Misread>;
}

/// Why a scalar is not what was expected.
pub(crate) struct Misread {
    /// The kind of problem.
    pub(crate) info: &'static crate::diag::CodeInfo,
    /// What was found and what was expected.
    pub(crate) message: String,
    /// How to mend it.
    pub(crate) help: String,
}

impl Decoder<'_> {
    /// Reports that something else was found than `expected`.
    pub(crate) fn wrong_type(&mut self, node: &Node<'_>, expected: &str, help: &str) {
        let diagnostic = match &node.value {
            Value::Refused => return,
            Value::Null => {
                let message = format!("nothing stands here, where {expected} is expected");
                Diagnostic::new(&codes::EMPTY, self.visible(node.span), message).help(help)
            }
            Value::Scalar(text, _) => {
                let message = format!("expected {expected}, found the text `{}`", text::shown(text));
                text::full_width_colon(text, node.span)
                    .unwrap_or_else(|| Diagnostic::new(&codes::WRONG_TYPE, node.span, message).help(help))
            }
            _ => {
                let message = format!("expected {expected}, found {}", node.kind());
                Diagnostic::new(&codes::WRONG_TYPE, node.span, message).help(help)
            }
        };
        self.found.push(diagnostic);
    }

    /// Reports an empty list where at least one entry is needed.
    pub(crate) fn nothing_in(&mut self, list: Span) {
        let diagnostic = Diagnostic::new(&codes::EMPTY, list, "this list is empty, but needs at least one entry");
        self.found.push(diagnostic.help("name at least one, or take the key out where it may be left out"));
    }

    /// An empty place, moved back to the end of what stands before it, where a reader looks for it.
    fn visible(&self, span: Span) -> Span {
        if span.start < span.end {
            return span;
        }
        let before = self.text[..span.start].trim_end();
        let start = before.char_indices().next_back().map_or(0, |(at, _)| at);
        Span::new(span.source, start, before.len())
    }

    fn scalar_expected(&mut self, node: &Node<'_>, expected: &str, help: &str) {
        let Value::Map(entries) = &node.value else {
            return self.wrong_type(node, expected, help);
        };
        let key = entries.first().map_or("", |entry| &entry.key);
        let message =
            format!("expected {expected}, found a mapping: the colon after `{}` made a key of it", text::shown(key));
        let span = entries.first().map_or(node.span, |entry| entry.at);
        self.found.push(Diagnostic::new(&codes::COLON_IN_TEXT, span, message).help("put the whole text in quotes"));
    }

    /// Reports a comment that cuts off the end of a plain text, as ` #46` does.
    fn comment_after(&mut self, node: &Node<'_>, is_text: bool) {
        let rest = &self.text[node.span.end..];
        let Some(comment) = rest.trim_start_matches([' ', '\t']).strip_prefix('#') else { return };
        let meant_as_comment = comment.starts_with([' ', '\n', '\r', '\t', '#', '-', '=']) || comment.is_empty();
        if meant_as_comment && !is_text {
            return;
        }
        let start = self.text.len() - comment.len() - 1;
        let end = start + 1 + comment.find(['\n', '\r']).unwrap_or(comment.len());
        let message = "from ` #` on this is a comment, and no part of the text before it";
        let diagnostic = Diagnostic::new(&codes::COMMENT_IN_TEXT, Span::new(self.source, start, end), message)
            .help("put the text in quotes, or the comment on a line of its own above it");
        self.found.push(diagnostic);
    }
}

impl<T: Scalar> Decode for Spanned<T> {
    fn decode(node: &Node<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Value::Scalar(text, style) = &node.value else {
            decoder.scalar_expected(node, T::EXPECTED, T::HELP);
            return None;
        };
        if *style == Style::Plain {
            decoder.comment_after(node, T::IS_TEXT);
        }
        match T::read(text) {
            Ok(value) => Some(Self::new(value, node.span)),
            Err(Misread { info, message, help }) => {
                decoder.found.push(Diagnostic::new(info, node.span, message).help(help));
                None
            }
        }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Value::List(items) = &node.value else {
            decoder.wrong_type(node, "a list", "write `[a, b]`, or each entry on its own line after `- `");
            return None;
        };
        // Records are large, and lists short: a list that grows would hold mostly empty room.
        let mut read = Self::with_capacity(items.len());
        read.extend(items.iter().filter_map(|item| T::decode(item, decoder)));
        Some(read)
    }
}

/// The fields of one record, taken one after another.
pub(crate) struct Fields<'n, 't, 'd, 'f> {
    what: &'static str,
    at: Span,
    entries: &'n [Entry<'t>],
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
    decoder: &'d mut Decoder<'f>,
}

impl<'n, 't, 'd, 'f> Fields<'n, 't, 'd, 'f> {
    /// The fields of `node`, which should be a mapping; `what` names the record in messages ("an event"), `help` says
    /// how to write it.
    pub(crate) fn of(node: &'n Node<'t>, decoder: &'d mut Decoder<'f>, what: &'static str, help: &str) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            decoder.wrong_type(node, what, help);
            return None;
        };
        let at = entries.first().map_or(node.span, |entry| entry.at);
        Some(Self { what, at, entries, known: Vec::new(), missing: Vec::new(), decoder })
    }

    /// A field that must be there.
    pub(crate) fn required<T: Decode>(&mut self, key: &'static str) -> Option<T> {
        let Some(entry) = self.take(key) else {
            self.missing.push(key);
            return None;
        };
        T::decode(&entry.value, self.decoder)
    }

    /// A field that may be left out. What cannot be read counts as left out.
    pub(crate) fn optional<T: Decode>(&mut self, key: &'static str) -> Option<Option<T>> {
        Some(self.take(key).and_then(|entry| T::decode(&entry.value, self.decoder)))
    }

    /// A list that may be left out or empty.
    pub(crate) fn list<T: Decode>(&mut self, key: &'static str) -> Option<Vec<T>> {
        self.optional(key).map(Option::unwrap_or_default)
    }

    /// A field that should be there, without which the record still makes sense.
    pub(crate) fn expected<T: Decode>(&mut self, key: &'static str) -> Option<Option<T>> {
        Some(self.required(key))
    }

    /// A list that should have at least one entry.
    pub(crate) fn filled<T: Decode>(&mut self, key: &'static str) -> Option<Vec<T>> {
        let entry = self.entries.iter().find(|entry| entry.key == key);
        if let Some(Entry { value: Node { value: Value::List(items), span }, .. }) = entry
            && items.is_empty()
            && !self.decoder.partial
        {
            self.decoder.nothing_in(*span);
        }
        Some(self.required(key).unwrap_or_default())
    }

    /// Reports the keys that nobody asked for, then those that are missing, unless one was misspelt.
    pub(crate) fn finish(mut self) {
        for entry in self.entries.iter().filter(|entry| !self.known.iter().any(|known| entry.key == *known)) {
            if let Some(diagnostic) = text::full_width_colon(&entry.key, entry.at) {
                self.decoder.found.push(diagnostic);
                continue;
            }
            let message = format!("{} has no key `{}`", self.what, text::shown(&entry.key));
            let help = match nearest(&entry.key, self.known.iter().copied()) {
                Some(near) => {
                    self.missing.retain(|missing| *missing != near);
                    format!("did you mean `{near}`?")
                }
                None => format!("its keys are {}", self.known.join(", ")),
            };
            self.decoder.found.push(Diagnostic::new(&codes::UNKNOWN_KEY, entry.at, message).help(help));
        }
        if self.decoder.partial {
            return;
        }
        for key in self.missing {
            let message = format!("{} needs `{key}`", self.what);
            let help = format!("add `{key}: …`");
            self.decoder.found.push(Diagnostic::new(&codes::MISSING_FIELD, self.at, message).help(help));
        }
    }

    fn take(&mut self, key: &'static str) -> Option<&'n Entry<'t>> {
        self.known.push(key);
        self.entries.iter().find(|entry| entry.key == key)
    }
}
