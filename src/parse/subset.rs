//! The plain part of YAML that event files are written in, read directly: several times as fast as YAML as a whole.
//!
//! It holds block mappings and lists, keys that are words, plain and quoted text, text folded after `>`, and `[…]` and
//! `{…}` on one line; comments and empty lines between them. On anything else, and in any doubt, the answer is `None`
//! and the text is for the reader of all YAML, which also knows what to say about it. Both give the same tree with the
//! same places; `tests` holds them to that on the collection, on made texts and on torn ones.

mod flow;

use std::borrow::Cow;

use super::{
    node::{Entry, Node, Style, Value, is_null},
    text,
};
use crate::source::{SourceId, Span};

/// How deeply lists and mappings may stand in one another here.
const DEEPEST: usize = 24;
/// Longest key, in bytes; YAML itself ends at 1024 characters.
const LONGEST_KEY: usize = 100;
/// Most keys of one mapping, since each is compared with all before it.
const MOST_KEYS: usize = 64;

/// The one document of `text`, if all of it is plain.
pub(super) fn read(text: &str, source: SourceId) -> Option<Node<'_>> {
    if !text::is_ordinary(text) {
        return None;
    }
    let mut reader = Reader { text, bytes: text.as_bytes(), source, at: 0, column: 0 };
    reader.find_line();
    let root = reader.block(0)?;
    reader.ended().then_some(root)
}

/// Between values it stands on the first character of a line, or at the end.
struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    source: SourceId,
    at: usize,
    /// How far the line is indented, where it stands on a line's first character.
    column: usize,
}

impl<'t> Reader<'t> {
    fn ended(&self) -> bool {
        self.at == self.bytes.len()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, start, end)
    }

    fn skip_spaces(&mut self) -> usize {
        let start = self.at;
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
        self.at - start
    }

    fn skip_to_line_end(&mut self) {
        let rest = &self.bytes[self.at..];
        self.at += rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
    }

    /// From the beginning of a line to the first character of the next one that is neither empty nor a comment.
    fn find_line(&mut self) {
        loop {
            self.column = self.skip_spaces();
            match self.peek() {
                Some(b'\n') => self.at += 1,
                Some(b'#') => self.skip_to_line_end(),
                _ => return,
            }
        }
    }

    /// From behind a value to the next line; only a comment may follow on its own.
    fn end_line(&mut self) -> Option<()> {
        let spaces = self.skip_spaces();
        if self.peek() == Some(b'#') && spaces > 0 {
            self.skip_to_line_end();
        }
        match self.peek() {
            None => {}
            Some(b'\n') => self.find_line(),
            Some(_) => return None,
        }
        Some(())
    }

    /// The list or mapping that begins here, `depth` deep.
    fn block(&mut self, depth: usize) -> Option<Node<'t>> {
        let column = self.column;
        if self.at_item() { self.list(column, depth) } else { self.map(column, depth) }
    }

    fn at_item(&self) -> bool {
        self.peek() == Some(b'-') && self.bytes.get(self.at + 1) == Some(&b' ')
    }

    /// A list whose `-` stand in `column`.
    fn list(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        if depth == DEEPEST {
            return None;
        }
        let start = self.at;
        let mut items = Vec::new();
        while !self.ended() && self.column == column && self.at_item() {
            self.at += 1;
            let inner = column + 1 + self.skip_spaces();
            items.push(match self.peek()? {
                b'>' => return None,
                _ if self.at_key() => self.map(inner, depth + 1)?,
                _ => self.leaf(column, depth + 1)?,
            });
        }
        let end = items.last()?.span.end;
        Some(Node { span: self.span(start, end), value: Value::List(items) })
    }

    /// A mapping whose keys stand in `column`; it begins here, be it behind a `-`.
    fn map(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        if depth == DEEPEST {
            return None;
        }
        let start = self.at;
        let mut entries: Vec<Entry<'t>> = Vec::with_capacity(8);
        loop {
            let (key, at) = self.key()?;
            let value = self.value(column, depth)?;
            entries.push(Entry { key, at, value });
            if self.ended() || self.column < column {
                break;
            }
            if self.column > column {
                return None;
            }
        }
        let end = entries.last()?.value.span.end;
        Some(Node { span: self.span(start, end), value: each_once(entries)? })
    }

    /// The length of the word that begins here and is a key, since a colon and a blank follow.
    fn key_length(&self) -> Option<usize> {
        let word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take(LONGEST_KEY).position(|&byte| !word(byte))?;
        let is_key = rest[0].is_ascii_alphanumeric()
            && rest[length] == b':'
            && matches!(rest.get(length + 1), Some(b' ' | b'\n'));
        is_key.then_some(length)
    }

    fn at_key(&self) -> bool {
        self.key_length().is_some()
    }

    /// A key; behind it, the reader stands after the colon.
    fn key(&mut self) -> Option<(Cow<'t, str>, Span)> {
        let length = self.key_length()?;
        let at = self.span(self.at, self.at + length);
        let key = &self.text[at.start..at.end];
        self.at += length + 1;
        (!is_null(key)).then_some((Cow::Borrowed(key), at))
    }

    /// What stands behind the colon of a key in `column`, or below it.
    fn value(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        let behind_colon = self.at;
        self.skip_spaces();
        if !matches!(self.peek()?, b'\n' | b'#') {
            return self.leaf(column, depth + 1);
        }
        self.at = behind_colon;
        self.end_line()?;
        if self.ended() {
            None
        } else if self.column > column {
            self.block(depth + 1)
        } else if self.column == column && self.at_item() {
            let mut node = self.list(column, depth + 1)?;
            // The other reader has a list that is not indented begin behind its first `-`.
            if let Value::List(items) = &node.value {
                node.span.start = items.first()?.span.start;
            }
            Some(node)
        } else {
            None
        }
    }

    /// A value that begins on this line, below a key or `-` in `column`, and the way to the next line.
    fn leaf(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        let node = match self.peek()? {
            b'>' => return self.folded(column),
            b'[' | b'{' | b'"' | b'\'' => self.flow(depth)?,
            _ => self.plain(column)?,
        };
        self.end_line()?;
        Some(node)
    }

    /// Text without quotes that begins here; lines below it belong to it where they are indented more than `column`.
    fn plain(&mut self, column: usize) -> Option<Node<'t>> {
        let start = self.at;
        if !begins_plain(self.peek()?) {
            return None;
        }
        let mut end = self.plain_line()?;
        let mut joined = String::new();
        while self.peek() == Some(b'\n') && self.continues(column) {
            if joined.is_empty() {
                joined.push_str(&self.text[start..end]);
            }
            self.at += 1;
            self.skip_spaces();
            let line = self.at;
            end = self.plain_line()?;
            joined.push(' ');
            joined.push_str(&self.text[line..end]);
        }
        let text = if joined.is_empty() { Cow::Borrowed(&self.text[start..end]) } else { Cow::Owned(joined) };
        Some(Node { span: self.span(start, end), value: plain(text) })
    }

    /// Whether the line after this one, at whose end the reader stands, goes on with a text below a key in `column`.
    fn continues(&self, column: usize) -> bool {
        let next = &self.bytes[self.at + 1..];
        let indent = next.iter().take_while(|&&byte| byte == b' ').count();
        indent > column && next.get(indent).is_some_and(|&byte| byte != b'\n' && byte != b'#')
    }

    /// Reads plain text to the end of its line or to a comment and returns where the text ends; the reader then stands
    /// at the line's end, or behind the text, where a comment follows.
    fn plain_line(&mut self) -> Option<usize> {
        let start = self.at;
        while let Some(byte) = self.peek() {
            match byte {
                b'\n' => break,
                b':' if matches!(self.bytes.get(self.at + 1), None | Some(b' ' | b'\n')) => return None,
                b'#' if self.bytes[self.at - 1] == b' ' => break,
                _ => self.at += 1,
            }
        }
        let end = start + self.text[start..self.at].trim_end_matches(' ').len();
        if self.peek() == Some(b'#') {
            self.at = end;
        }
        Some(end)
    }

    /// Text folded after `>` or `>-`, all its lines indented alike, more than `column`.
    fn folded(&mut self, column: usize) -> Option<Node<'t>> {
        self.at += 1;
        let strip = self.peek() == Some(b'-');
        self.at += usize::from(strip);
        self.skip_spaces();
        if self.peek()? != b'\n' {
            return None;
        }
        self.at += 1;
        let indent = self.skip_spaces();
        let start = self.at;
        if indent <= column {
            return None;
        }
        let mut folded = String::new();
        loop {
            let line = self.at;
            self.skip_to_line_end();
            if line == self.at || self.bytes[line] == b' ' || self.ended() {
                return None;
            }
            folded.push_str(&self.text[line..self.at]);
            let breaks = self.breaks(indent);
            if self.ended() || self.column < indent {
                break;
            }
            match breaks {
                1 => folded.push(' '),
                _ => (1..breaks).for_each(|_| folded.push('\n')),
            }
        }
        if self.ended() && self.column > 0 {
            return None;
        }
        if !strip {
            folded.push('\n');
        }
        let span = self.span(start, self.at);
        if self.peek() == Some(b'#') {
            self.find_line();
        }
        Some(Node { span, value: Value::Scalar(Cow::Owned(folded), Style::Marked) })
    }

    /// From the end of a line over empty ones and at most `indent` spaces: how many line ends that were.
    fn breaks(&mut self, indent: usize) -> usize {
        let mut breaks = 0;
        while self.peek() == Some(b'\n') {
            self.at += 1;
            breaks += 1;
            let rest = self.bytes[self.at..].iter().take(indent);
            self.column = rest.take_while(|&&byte| byte == b' ').count();
            self.at += self.column;
        }
        breaks
    }
}

/// A text without quotes, which may stand for nothing.
fn plain(text: Cow<'_, str>) -> Value<'_> {
    if is_null(&text) { Value::Null } else { Value::Scalar(text, Style::Plain) }
}

/// Whether plain text may begin so, with no other meaning anywhere in YAML.
fn begins_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'(' | b'$')
}

/// A mapping, unless a key stands in it twice.
fn each_once(entries: Vec<Entry<'_>>) -> Option<Value<'_>> {
    let again = |at: usize| entries[..at].iter().any(|earlier| earlier.key == entries[at].key);
    (entries.len() <= MOST_KEYS && !(1..entries.len()).any(again)).then_some(Value::Map(entries))
}

#[cfg(test)]
mod tests;
