//! Syntax errors in the writer's terms: what was probably meant, and how to mend it.

use super::{codes, text};
use crate::{
    diag::Diagnostic,
    source::{SourceId, Span},
};

/// What the YAML reader stumbled over.
#[derive(Debug)]
pub(crate) enum Cause {
    /// Too many lists and mappings in one another.
    TooDeep,
    /// A tab in indentation.
    Tab,
    /// `: ` where none may stand, mostly inside a text.
    Colon,
    /// A comment in the midst of a text of several lines.
    Comment,
    /// A line that should be `key: value` has no colon.
    NoColon,
    /// Inside brackets or braces, neither a comma nor the end.
    InsideBrackets,
    /// A bracket too many, too few, or of the wrong kind.
    Bracket,
    /// Quotes never close.
    Quote,
    /// Something follows closing quotes.
    AfterQuote,
    /// A line stands at an indentation that fits nothing above it.
    Indentation,
    /// A text begins with a character that YAML reserves.
    Start(char),
    /// A backslash in double quotes begins nothing that YAML knows.
    Escape,
    /// Anything else, in the reader's words.
    Other(String),
}

/// The diagnostic for a syntax error at byte `at` of `text`.
pub(crate) fn explain(text: &str, source: SourceId, at: usize, cause: &Cause) -> Diagnostic {
    let line = line_around(text, at);
    let here = first_char(text, source, at);
    // A line without a colon runs on into the next one, where the reader stumbles.
    let before = line_around(text, line.start.saturating_sub(1));
    for line in [line.clone(), before] {
        if let Some(diagnostic) = text::full_width_colon(text[line.clone()].trim(), trimmed(text, source, line)) {
            return diagnostic;
        }
    }
    let tab = text[line.clone()].find(|c: char| c != ' ').filter(|&start| text[line.start + start..].starts_with('\t'));
    if let Some(start) = tab {
        return tabbed(first_char(text, source, line.start + start));
    }
    let syntax = |message: &str, help: &str| Diagnostic::new(&codes::SYNTAX, here, message).help(help);
    match cause {
        Cause::TooDeep => Diagnostic::new(&codes::TOO_DEEP, here, "lists and mappings stand too deeply in one another")
            .help("event files never need more than six levels; look for a bracket that is not closed"),
        Cause::Tab => tabbed(here),
        Cause::Colon => {
            Diagnostic::new(&codes::COLON_IN_TEXT, here, "a `: ` inside text without quotes begins a mapping")
                .help("put the whole text in quotes")
        }
        Cause::Comment => {
            let start = text[at..].find('#').map_or(at, |offset| at + offset);
            Diagnostic::new(&codes::COMMENT_IN_TEXT, first_char(text, source, start), "a comment cuts this text in two")
                .help("put the text in quotes, or the comment on a line of its own above it")
        }
        Cause::NoColon => Diagnostic::new(
            &codes::SYNTAX,
            trimmed(text, source, line),
            "expected `key: value`, found a line without a colon",
        )
        .help("a colon needs a space after it; a text of several lines is indented under its key"),
        Cause::InsideBrackets => syntax(
            "expected a comma or a closing bracket",
            "text with a comma, colon or bracket inside `{…}` or `[…]` needs quotes; or write it on its own lines",
        ),
        Cause::Bracket => {
            syntax("this bracket has no counterpart", "close it, or put text that has brackets in quotes")
        }
        Cause::Quote => {
            syntax("these quotes never close", "close them; in single quotes an apostrophe is written twice")
        }
        Cause::AfterQuote => after_quotes(text, source, at),
        Cause::Indentation => syntax(
            "this line is indented unlike what stands above it",
            "keys of one mapping stand in one column, and so do the `-` of one list",
        ),
        Cause::Start(c) => syntax(&format!("text cannot begin with `{}`", c.escape_debug()), "put the text in quotes"),
        Cause::Escape => syntax("this backslash begins nothing that YAML knows", "write `\\\\`, or use single quotes"),
        Cause::Other(words) => syntax(&format!("this is no YAML: {words}"), "compare with a file that is read well"),
    }
}

/// Something follows closing quotes; where they opened on an earlier line, that is where the closing ones are missing.
fn after_quotes(text: &str, source: SourceId, at: usize) -> Diagnostic {
    let before = text[..at].trim_end();
    let opened = before.char_indices().next_back().and_then(|(close, quote)| text[..close].rfind(quote));
    let help = "in single quotes an apostrophe is written twice";
    match opened {
        Some(open) if text[open..at].contains(['\n', '\r']) => {
            let message = "these quotes close only on a later line, where something follows them";
            Diagnostic::new(&codes::SYNTAX, first_char(text, source, open), message)
                .help(format!("close them where the value ends; {help}"))
        }
        _ => Diagnostic::new(&codes::SYNTAX, first_char(text, source, at), "something follows the closing quotes")
            .help(format!("put the whole value in quotes; {help}")),
    }
}

fn tabbed(span: Span) -> Diagnostic {
    Diagnostic::new(&codes::TAB, span, "a tab stands where YAML wants spaces").help("indent with two spaces a level")
}

/// The bytes of the line in which `at` stands, without its end.
fn line_around(text: &str, at: usize) -> std::ops::Range<usize> {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |before| before + 1);
    let end = text[at..].find(['\n', '\r']).map_or(text.len(), |after| at + after);
    start..end
}

/// A line without the blanks around it.
fn trimmed(text: &str, source: SourceId, line: std::ops::Range<usize>) -> Span {
    let start = line.end - text[line.clone()].trim_start().len();
    Span::new(source, start, start + text[line].trim().len())
}

fn first_char(text: &str, source: SourceId, at: usize) -> Span {
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    Span::new(source, at, at + length)
}
