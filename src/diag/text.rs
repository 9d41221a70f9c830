//! Problems as people read them: each with the line that has it, in the manner of the Rust compiler.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Label, Severity, place::Places};
use crate::source::Sources;

/// How many characters of a line stand before and after what is marked.
const AROUND: usize = 100;

/// Problems without colour.
///
/// # Errors
/// Where `out` cannot be written.
pub fn plain(problems: &[&Diagnostic], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    write(problems, sources, &Renderer::plain(), out)
}

/// Problems in the colours of a terminal.
///
/// # Errors
/// Where `out` cannot be written.
pub fn coloured(problems: &[&Diagnostic], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    write(problems, sources, &Renderer::styled(), out)
}

fn write(problems: &[&Diagnostic], sources: &Sources, renderer: &Renderer, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::new(sources);
    for problem in problems {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let excerpts: Vec<Excerpt> = problem.labels.iter().map(|label| Excerpt::of(label, sources)).collect();
        let mut group = Group::with_title(level.primary_title(visible(&problem.message)).id(problem.code.0));
        for (at, (label, excerpt)) in problem.labels.iter().zip(&excerpts).enumerate() {
            let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let mark = kind.span(excerpt.start..excerpt.end).label(visible(&label.text));
            let (path, place) = places.start(label.span);
            let snippet = Snippet::source(excerpt.text.as_str()).line_start(place.line).annotation(mark);
            // A snippet reckons the column from its own text, which is that of the file unless its start was cut off.
            group = if excerpt.beheaded {
                group.element(Origin::path(path).line(place.line).char_column(place.column)).element(snippet)
            } else {
                group.element(snippet.path(path))
            };
        }
        if let Some(help) = &problem.help {
            group = group.element(Level::HELP.message(visible(help)));
        }
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

/// The line that has a problem, cut where it is long.
struct Excerpt {
    text: String,
    /// Bytes of `text` that are marked.
    start: usize,
    end: usize,
    /// The line begins before `text` does.
    beheaded: bool,
}

impl Excerpt {
    fn of(label: &Label, sources: &Sources) -> Self {
        let text = sources.file(label.span.source).text();
        let (start, end) = (boundary(text, label.span.start), boundary(text, label.span.end));
        let on_line = |c: &char| !matches!(c, '\n' | '\r');
        let before: Vec<char> = text[..start].chars().rev().take_while(on_line).take(AROUND + 1).collect();
        let beheaded = before.len() > AROUND;
        let mut excerpt: String = before.into_iter().take(AROUND).rev().map(show).collect();
        let mark_start = excerpt.len();
        let mut taken = 0;
        for c in text[start..end].chars().take(AROUND).take_while(on_line) {
            taken += c.len_utf8();
            excerpt.push(show(c));
        }
        let mark_end = excerpt.len();
        if start + taken == end {
            excerpt.extend(text[end..].chars().take(AROUND).take_while(on_line).map(show));
        }
        Self { text: excerpt, start: mark_start, end: mark_end, beheaded }
    }
}

fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// A message that cannot steer a terminal.
fn visible(message: &str) -> String {
    message.chars().map(show).collect()
}

/// A character that cannot steer a terminal: controls and overrides of writing direction are replaced.
fn show(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => ' ',
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            '\u{fffd}'
        }
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}
