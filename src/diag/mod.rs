//! Problems in the data: values that name a place, what was found, what was expected and how to mend it.

mod github;
mod json;
mod place;
mod sarif;
mod text;

use std::fmt;

use crate::source::{Sources, Span};

/// The stable name of a kind of problem, in words: `unknown-key`. `ensue explain` takes it, `accepted` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// What is documented of a code: one line, and an explanation with an example of how to mend it.
#[derive(Debug, Clone, Copy)]
pub struct CodeInfo {
    /// The code.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// One line, for tables.
    pub summary: &'static str,
    /// Markdown: why it matters, an example that has it, and the example mended.
    pub doc: &'static str,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The collection cannot be used as it is.
    Error,
    /// Worth a look; `--strict` fails on it unless it is accepted.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A place with a few words on what stands there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What stands there, or why it is shown; may be empty.
    pub text: String,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// What was found and what was expected.
    pub message: String,
    /// Where: the first label is the place itself, others are related ones, in other files too.
    pub labels: Vec<Label>,
    /// How to mend it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem of the kind `info` at `span`.
    pub fn new(info: &CodeInfo, span: Span, message: impl Into<String>) -> Self {
        let label = Label { span, text: String::new() };
        Self { code: info.code, severity: info.severity, message: message.into(), labels: vec![label], help: None }
    }

    /// With a few words at its place.
    #[must_use]
    pub fn at(mut self, text: impl Into<String>) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// With a related place.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Its place.
    pub fn span(&self) -> Span {
        self.labels[0].span
    }
}

/// Problems as they are found; sorted by place when they are shown.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds many.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(diagnostics);
    }

    /// All of them, by file, place, severity, code and message.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.found.iter().collect();
        sorted.sort_by(|a, b| {
            let key = |d: &Diagnostic| (d.span(), d.severity, d.code);
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        sorted
    }

    /// Whether any is an error.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// How many there are of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Takes out those that `keep` refuses, and returns them.
    pub fn split_off(&mut self, keep: impl Fn(&Diagnostic) -> bool) -> Vec<Diagnostic> {
        let (kept, removed) = std::mem::take(&mut self.found).into_iter().partition(keep);
        self.found = kept;
        removed
    }
}

/// A format in which problems can be written.
pub type Writer = fn(&[&Diagnostic], &Sources, &mut dyn std::io::Write) -> std::io::Result<()>;

/// Every format with its name on the command line.
pub const WRITERS: &[(&str, Writer)] =
    &[("text", text::plain), ("json", json::write), ("github", github::write), ("sarif", sarif::write)];

pub use json::problems as json_problems;
pub use text::{coloured as write_coloured, plain as write_text};

/// Defines the codes of a module from rows of `NAME "word" Severity "summary"`, and `CODES`, all of them. What
/// `ensue explain` says of a code stands in `codes/<word>.md` beside the file.
macro_rules! codes {
    ($($name:ident $word:literal $severity:ident $summary:literal,)+) => {
        $(pub(crate) const $name: $crate::diag::CodeInfo = $crate::diag::CodeInfo {
            code: $crate::diag::Code($word),
            severity: $crate::diag::Severity::$severity,
            summary: $summary,
            doc: include_str!(concat!("codes/", $word, ".md")),
        };)+

        /// All problems that this module finds.
        pub const CODES: &[$crate::diag::CodeInfo] = &[$($name,)+];
    };
}
pub(crate) use codes;

#[cfg(test)]
mod tests;
