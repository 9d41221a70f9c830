//! Brackets, braces and quotes of the plain part of YAML.

use std::borrow::Cow;

use super::{DEEPEST, Reader, begins_plain, each_once, plain};
use crate::parse::node::{Entry, Node, Style, Value};

impl<'t> Reader<'t> {
    /// What stands in brackets, braces or quotes, or plain between them; on one line.
    pub(super) fn flow(&mut self, depth: usize) -> Option<Node<'t>> {
        if depth == DEEPEST {
            return None;
        }
        let start = self.at;
        let value = match self.peek()? {
            b'[' => Value::List(self.flow_entries(b']', |reader| reader.flow(depth + 1))?),
            b'{' => {
                let entries = self.flow_entries(b'}', |reader| {
                    let (key, at) = reader.key()?;
                    reader.skip_spaces();
                    Some(Entry { key, at, value: reader.flow(depth + 1)? })
                })?;
                each_once(entries)?
            }
            b'"' => Value::Scalar(self.double_quoted()?, Style::Marked),
            b'\'' => Value::Scalar(Cow::Borrowed(self.single_quoted()?), Style::Marked),
            _ => return self.flow_plain(),
        };
        Some(Node { span: self.span(start, self.at), value })
    }

    /// Entries with commas between them, up to `close`.
    fn flow_entries<T>(&mut self, close: u8, entry: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut entries = Vec::new();
        self.at += 1;
        self.skip_spaces();
        if self.peek()? == close {
            self.at += 1;
            return Some(entries);
        }
        loop {
            entries.push(entry(self)?);
            self.skip_spaces();
            let end = self.peek()?;
            self.at += 1;
            if end == close {
                return Some(entries);
            }
            if end != b',' {
                return None;
            }
            self.skip_spaces();
        }
    }

    fn flow_plain(&mut self) -> Option<Node<'t>> {
        let start = self.at;
        if !begins_plain(self.peek()?) {
            return None;
        }
        loop {
            let next = self.bytes.get(self.at + 1);
            match self.peek()? {
                b',' | b']' | b'}' => break,
                b'[' | b'{' | b'\n' => return None,
                b':' if !next.is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte == b'/') => return None,
                b'#' if self.bytes[self.at - 1] == b' ' => return None,
                _ => self.at += 1,
            }
        }
        let text = self.text[start..self.at].trim_end_matches(' ');
        Some(Node { span: self.span(start, start + text.len()), value: plain(Cow::Borrowed(text)) })
    }

    /// The text in double quotes, of whose escapes only `\"` and `\\` are read here.
    fn double_quoted(&mut self) -> Option<Cow<'t, str>> {
        let start = self.at + 1;
        let mut escaped = false;
        loop {
            self.at += 1;
            match self.peek()? {
                b'"' => break,
                b'\n' => return None,
                b'\\' => {
                    escaped = true;
                    self.at += 1;
                    if !matches!(self.peek()?, b'"' | b'\\') {
                        return None;
                    }
                }
                _ => {}
            }
        }
        let text = &self.text[start..self.at];
        self.at += 1;
        if !escaped {
            return Some(Cow::Borrowed(text));
        }
        let mut chars = text.chars();
        let unescaped =
            std::iter::from_fn(|| chars.next().and_then(|c| if c == '\\' { chars.next() } else { Some(c) }));
        Some(Cow::Owned(unescaped.collect()))
    }

    fn single_quoted(&mut self) -> Option<&'t str> {
        let text = &self.text[self.at + 1..];
        let text = &text[..text.find(['\'', '\n'])?];
        self.at += text.len() + 2;
        let closed = self.bytes[self.at - 1] == b'\'' && self.peek() != Some(b'\'');
        closed.then_some(text)
    }
}
