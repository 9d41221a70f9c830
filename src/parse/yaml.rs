//! From YAML text to trees. The only file that names the YAML reader.
//!
//! The reader is a state machine with limits on nesting, so that no text makes it recurse. It stops a document at the
//! first syntax error; reading goes on at the next `---`. What event files do not use (anchors, aliases, tags, merge
//! keys, keys that are no plain words) is refused here, so an alias can never expand.

use std::{borrow::Cow, collections::BTreeMap};

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, StructureStyle, options};

use super::{
    codes,
    node::{Entry, Node, Style, Value, is_null},
    subset,
    syntax::{self, Cause},
    text,
};
use crate::{
    diag::{CodeInfo, Diagnostic},
    source::{SourceId, Span},
};

/// How deeply lists and mappings may stand in one another; event files need six.
const DEEPEST: usize = 64;

/// The root of one document.
#[derive(Debug)]
pub(crate) struct Document<'t> {
    /// The root; what stood before the error where it is broken.
    pub(crate) root: Node<'t>,
    /// A syntax error cut it short.
    pub(crate) broken: bool,
}

/// All documents of a text.
#[derive(Debug)]
pub(crate) struct Documents<'t> {
    /// Those that hold something.
    pub(crate) all: Vec<Document<'t>>,
    /// Some document is broken, be it so much that nothing of it is left.
    pub(crate) broken: bool,
}

/// Reads all documents of `text` and reports what is wrong with them as YAML.
pub(crate) fn read<'t>(text: &'t str, source: SourceId, found: &mut Vec<Diagnostic>) -> Documents<'t> {
    match subset::read(text, source) {
        Some(root) => Documents { all: vec![Document { root, broken: false }], broken: false },
        None => read_all_yaml(text, source, found),
    }
}

/// The same by the reader of all YAML.
pub(super) fn read_all_yaml<'t>(text: &'t str, source: SourceId, found: &mut Vec<Diagnostic>) -> Documents<'t> {
    let mut options: Options = options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    options.set_emit_comments(false);
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder { text, source, found, open: Vec::new(), root: None };
    let mut documents = Documents { all: Vec::new(), broken: false };
    loop {
        match parser.next_event() {
            Some(Ok((Event::DocumentEnd, _))) => {
                documents.all.extend(builder.root.take().map(|root| Document { root, broken: false }));
            }
            Some(Ok((Event::StreamEnd, _))) | None => break,
            Some(Ok((event, span))) => {
                let span = builder.span(span.start.byte_offset(), span.end.byte_offset());
                builder.event(event, span);
            }
            Some(Err(error)) => {
                let at = builder.syntax_error(&error);
                documents.broken = true;
                documents.all.extend(builder.cut_short(at).map(|root| Document { root, broken: true }));
                if !matches!(parser.proceed_next_document(), Ok(true)) {
                    break;
                }
            }
        }
    }
    documents
}

/// A list or mapping whose end has not come.
enum Open<'t> {
    List { start: usize, items: Vec<Node<'t>> },
    Map { start: usize, flow: bool, entries: Vec<Entry<'t>>, key: Option<Key<'t>> },
}

/// A key that waits for its value; without text where it was refused.
struct Key<'t> {
    text: Option<Cow<'t, str>>,
    at: Span,
}

struct Builder<'t, 'd> {
    text: &'t str,
    source: SourceId,
    found: &'d mut Vec<Diagnostic>,
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
}

impl<'t> Builder<'t, '_> {
    fn span(&self, start: Option<usize>, end: Option<usize>) -> Span {
        let start = start.unwrap_or(0).min(self.text.len());
        Span::new(self.source, start, end.unwrap_or(start).min(self.text.len()))
    }

    fn report(&mut self, info: &CodeInfo, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Diagnostic::new(info, span, message).help(help));
    }

    fn event(&mut self, event: Event<'t>, span: Span) {
        match event {
            Event::Scalar(text, style, _, tag) => {
                let value =
                    if self.refuse_tag(tag.is_some(), span) { Value::Refused } else { self.scalar(text, style, span) };
                self.complete(Node { span, value });
            }
            Event::SequenceStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), span);
                self.open.push(Open::List { start: span.start, items: Vec::new() });
            }
            Event::MappingStart(style, _, tag) => {
                self.refuse_tag(tag.is_some(), span);
                let flow = style == StructureStyle::Flow;
                self.open.push(Open::Map { start: span.start, flow, entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span.end),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let help = "write the value out; if it is text that begins with `*`, put it in quotes";
                self.report(&codes::ANCHOR, span, "an alias (`*`) is not used in event files", help);
                self.complete(Node { span, value: Value::Refused });
            }
            Event::Anchor(..) => {
                let help = "take it out; if it is text that begins with `&`, put it in quotes";
                self.report(&codes::ANCHOR, span, "an anchor (`&`) is not used in event files", help);
            }
            _ => {}
        }
    }

    fn refuse_tag(&mut self, tagged: bool, span: Span) -> bool {
        if tagged {
            let help = "take the tag out; if it is text that begins with `!`, put it in quotes";
            self.report(&codes::TAG, span, "a tag (`!`) is not used in event files", help);
        }
        tagged
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, span: Span) -> Value<'t> {
        if style == ScalarStyle::Plain {
            let nothing = span.start == span.end || is_null(&text);
            return if nothing { Value::Null } else { Value::Scalar(text, Style::Plain) };
        }
        // Only an escape can bring in what the text of the file, checked before, does not have.
        if style == ScalarStyle::DoubleQuoted
            && let Cow::Owned(decoded) = &text
            && let Some(bad) = decoded.chars().find(|&c| text::is_hidden(c))
        {
            self.found.push(text::hidden(bad, span));
        }
        Value::Scalar(text, Style::Marked)
    }

    fn close(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(Open::List { start, items }) => {
                let end = self.end(start, end, items.last().map(|item| item.span.end));
                Node { span: Span::new(self.source, start, end), value: Value::List(items) }
            }
            Some(Open::Map { start, entries, .. }) => {
                let last = entries.last().map(|entry| entry.value.span.end.max(entry.at.end));
                let end = self.end(start, end, last);
                let entries = self.each_key_once(entries);
                Node { span: Span::new(self.source, start, end), value: Value::Map(entries) }
            }
            None => return,
        };
        self.complete(node);
    }

    /// A block ends with its last value, not with the empty lines and comments that follow it.
    fn end(&self, start: usize, end: usize, last: Option<usize>) -> usize {
        let bracket = self.text.as_bytes().get(start).is_some_and(|byte| b"[{".contains(byte))
            && self.text.as_bytes().get(end.wrapping_sub(1)).is_some_and(|byte| b"]}".contains(byte));
        if bracket { end } else { last.unwrap_or(end) }
    }

    fn each_key_once(&mut self, entries: Vec<Entry<'t>>) -> Vec<Entry<'t>> {
        let mut keys: Vec<&str> = entries.iter().map(|entry| &*entry.key).collect();
        keys.sort_unstable();
        if keys.windows(2).all(|pair| pair[0] != pair[1]) {
            return entries;
        }
        let mut first: BTreeMap<Cow<'t, str>, Span> = BTreeMap::new();
        let mut kept = Vec::with_capacity(entries.len());
        for entry in entries {
            if let Some(&earlier) = first.get(&entry.key) {
                let message = format!("the key `{}` stands here a second time", text::shown(&entry.key));
                let diagnostic = Diagnostic::new(&codes::DUPLICATE_KEY, entry.at, message)
                    .also(earlier, "first here")
                    .help("keep one of the two; YAML would silently drop the other");
                self.found.push(diagnostic);
            } else {
                first.insert(entry.key.clone(), entry.at);
                kept.push(entry);
            }
        }
        kept
    }

    /// Puts a finished node where it belongs: into the list, as key, as value, or at the root.
    fn complete(&mut self, node: Node<'t>) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { key: pending @ None, .. }) => {
                let at = node.span;
                let (text, refused) = match node.value {
                    Value::Scalar(text, Style::Plain) if text == "<<" => (None, Some("a merge key (`<<`)")),
                    Value::Scalar(text, _) => (Some(text), None),
                    Value::Null => (None, Some("a value without a key")),
                    Value::List(_) | Value::Map(_) => (None, Some("a list or mapping as a key")),
                    Value::Refused => (None, None),
                };
                *pending = Some(Key { text, at });
                if let Some(what) = refused {
                    let message = format!("{what} is not used in event files");
                    self.report(&codes::BAD_KEY, at, message, "keys are plain words: `key: value`");
                }
            }
            Some(Open::Map { key, entries, flow, .. }) => {
                let Some(Key { text: Some(text), at }) = key.take() else { return };
                if *flow && matches!(node.value, Value::Null) && node.span.start == node.span.end {
                    self.found.push(phantom(&text, at));
                } else {
                    entries.push(Entry { key: text, at, value: node });
                }
            }
        }
    }

    /// Closes what a syntax error at byte `at` left open. A value on the line of the error is not to be trusted.
    fn cut_short(&mut self, at: usize) -> Option<Node<'t>> {
        let text = self.text;
        let doubtful = |value: &Node<'_>| text.get(value.span.end..at).is_none_or(|between| !between.contains('\n'));
        match self.open.last_mut() {
            Some(Open::List { items, .. }) if items.last().is_some_and(doubtful) => drop(items.pop()),
            Some(Open::Map { entries, .. }) if entries.last().is_some_and(|entry| doubtful(&entry.value)) => {
                drop(entries.pop());
            }
            _ => {}
        }
        while let Some(open) = self.open.last_mut() {
            let start = match open {
                Open::List { start, .. } => *start,
                Open::Map { start, key, .. } => {
                    *key = None;
                    *start
                }
            };
            self.close(start);
        }
        // A text alone, such as a line without a colon, has been reported as what it is.
        self.root.take().filter(|root| matches!(root.value, Value::List(_) | Value::Map(_)))
    }

    /// Reports a syntax error and returns its byte.
    fn syntax_error(&mut self, error: &ScanError) -> usize {
        let mut at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let hidden =
            matches!(error.kind(), ErrorKind::UnexpectedCharacter { character } if text::is_hidden(*character));
        // Hidden characters are reported for the text as a whole, and text that begins with `*` or `!` with its reason.
        let explained = self.found.last().is_some_and(|last| {
            [codes::ANCHOR.code, codes::TAG.code].contains(&last.code)
                && self.text.get(last.span().start..at).is_some_and(|between| !between.contains('\n'))
        });
        if !hidden && !explained && !matches!(error.kind(), ErrorKind::BomInsideDocument) {
            let (place, cause) = self.bracket_before(at).unwrap_or_else(|| (at, cause(error)));
            self.found.push(syntax::explain(self.text, self.source, place, &cause));
        }
        at
    }

    /// The bracket that an earlier line left open, which then is the reason of whatever goes wrong at byte `at`.
    fn bracket_before(&self, at: usize) -> Option<(usize, Cause)> {
        let (Open::List { start, .. } | Open::Map { start, .. }) = self.open.last()?;
        let opened = self.text.get(*start..at)?;
        (opened.starts_with(['[', '{']) && opened.contains('\n')).then_some((*start, Cause::Bracket))
    }
}

/// `{a, b: c}`: the comma makes a key of `a`.
fn phantom(key: &str, at: Span) -> Diagnostic {
    if let Some(diagnostic) = text::full_width_colon(key, at) {
        return diagnostic;
    }
    let message = format!("inside braces, `{}` is a key without a value", text::shown(key));
    Diagnostic::new(&codes::PHANTOM_KEY, at, message).help(
        "a comma or colon inside `{…}` splits text: put the text in quotes, or write the mapping on its own lines",
    )
}

/// What the reader complains of, in our terms.
fn cause(error: &ScanError) -> Cause {
    use ErrorKind as K;
    match error.kind() {
        K::RecursionLimitExceeded => Cause::TooDeep,
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabInIndentation
        | K::TabInPlainScalar
        | K::TabAtBlockScalarStart => Cause::Tab,
        K::MappingValueNotAllowed | K::InvalidColonPlacement => Cause::Colon,
        K::CommentInterceptedScalar => Cause::Comment,
        K::SimpleKeyExpected => Cause::NoColon,
        K::ExpectedFlowMappingSeparator | K::ExpectedFlowSequenceSeparator => Cause::InsideBrackets,
        K::UnclosedFlowCollection { .. } | K::MismatchedFlowCollectionEnd { .. } | K::MisplacedFlowCollectionEnd => {
            Cause::Bracket
        }
        K::UnclosedQuotedScalar => Cause::Quote,
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => Cause::AfterQuote,
        K::ExpectedBlockMappingKey | K::ExpectedBlockSequenceEntry | K::InvalidIndentation => Cause::Indentation,
        K::UnexpectedCharacter { character } => Cause::Start(*character),
        K::UnknownQuotedScalarEscape | K::InvalidQuotedScalarHexEscape => Cause::Escape,
        kind => Cause::Other(kind.to_string()),
    }
}
