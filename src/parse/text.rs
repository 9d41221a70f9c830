//! What may not stand in any text, and how text is shown in messages.

use super::codes;
use crate::{
    diag::Diagnostic,
    source::{SourceFile, SourceId, Span, Text},
};

/// Whether a character hides or reorders what a reader sees: control characters but tab and line ends, marks and
/// overrides of writing direction (the "Trojan Source" attack), and a byte order mark within the text.
pub(crate) fn is_hidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        _ => c.is_control(),
    }
}

/// A hidden character, found at `span`.
pub(crate) fn hidden(c: char, span: Span) -> Diagnostic {
    let what = match c {
        '\0' => "a NUL character",
        '\u{61c}' | '\u{200e}' | '\u{200f}' => "a mark of writing direction",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "an override of writing direction",
        '\u{2028}' | '\u{2029}' => "a hidden line separator",
        '\u{feff}' => "a byte order mark in the middle of the text",
        _ => "a control character",
    };
    let message = format!("{what} (U+{:04X}) stands in the text", u32::from(c));
    Diagnostic::new(&codes::HIDDEN_CHARACTER, span, message)
        .help("delete it; it may be invisible in your editor, so retype the word around it")
}

/// The text of a file without hidden characters, or nothing where it is no text; both are reported.
pub(crate) fn of_file<'t>(source: SourceId, file: &'t SourceFile, found: &mut Vec<Diagnostic>) -> Option<&'t str> {
    match &file.text {
        Text::Utf8(text) => {
            find_hidden(text, source, found);
            Some(text)
        }
        Text::NotUtf8 { at, utf16 } => {
            let what = if *utf16 { "UTF-16".to_owned() } else { format!("not UTF-8 (byte {} is wrong)", at + 1) };
            let diagnostic = Diagnostic::new(&codes::NOT_UTF8, Span::new(source, 0, 0), format!("the file is {what}"));
            found.push(diagnostic.help("save it again as UTF-8: most editors offer it under \"Save with encoding\""));
            None
        }
    }
}

fn find_hidden(text: &str, source: SourceId, found: &mut Vec<Diagnostic>) {
    let mark = if text.starts_with('\u{feff}') { 1 } else { 0 };
    let hidden_ones = suspects(text).skip(mark).filter(|&(_, c)| is_hidden(c));
    found.extend(hidden_ones.map(|(at, c)| hidden(c, Span::new(source, at, at + c.len_utf8()))));
}

/// Whether all characters are such that YAML gives them no meaning by their kind: no hidden ones, no tabs, `\n` as the
/// only line end, and none that YAML forbids.
pub(crate) fn is_ordinary(text: &str) -> bool {
    !suspects(text).any(|(_, c)| is_hidden(c) || matches!(c, '\t' | '\r' | '\u{fffe}' | '\u{ffff}'))
}

/// The characters that may be hidden or otherwise extraordinary, by their first byte.
fn suspects(text: &str) -> impl Iterator<Item = (usize, char)> {
    /// Bytes looked at together, which processors do at once; most have nothing.
    const TOGETHER: usize = 64;
    // The UTF-8 of every such character but ASCII begins with one of these bytes; Chinese characters do not.
    let suspect = |byte: u8| {
        ((byte < b' ') & (byte != b'\n'))
            | (byte == 0x7f)
            | (byte == 0xc2)
            | (byte == 0xd8)
            | (byte == 0xe2)
            | (byte == 0xef)
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let clean = |&piece: &&[u8]| !piece.iter().fold(false, |any, &byte| any | suspect(byte));
        at += bytes[at..].chunks_exact(TOGETHER).take_while(clean).count() * TOGETHER;
        at += bytes[at..].iter().position(|&byte| suspect(byte))?;
        let start = at;
        let c = text[start..].chars().next()?;
        at += c.len_utf8();
        Some((start, c))
    })
}

/// Text as messages show it: one line, at most 60 characters, nothing hidden.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let clean = |c: char| {
        if is_hidden(c) {
            '\u{fffd}'
        } else if c.is_whitespace() {
            ' '
        } else {
            c
        }
    };
    let mut shown: String = text.chars().take(MOST).map(clean).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

/// `key： value`: the colon of Chinese input methods, which separates nothing in YAML.
pub(crate) fn full_width_colon(text: &str, span: Span) -> Option<Diagnostic> {
    let (key, value) = text.split_once('：')?;
    let key = key.trim_start_matches("- ").trim();
    let word = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if key.is_empty() || !key.chars().all(word) || value.contains(": ") {
        return None;
    }
    let message = format!("the full-width colon `：` after `{}` separates nothing", shown(key));
    Some(
        Diagnostic::new(&codes::FULL_WIDTH_COLON, span, message)
            .help(format!("write `{}: ` with an ASCII colon and a space", shown(key))),
    )
}
