//! What is wrong with an expression, and where.

use std::{fmt, ops::Range};

/// A problem in an expression. Its `Display` shows the expression, where it is known, with a mark under the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// The whole expression.
    pub expression: String,
    /// The place, in bytes of the expression.
    pub at: Range<usize>,
    /// What was found, and what was expected.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

impl QueryError {
    pub(super) fn new(at: Range<usize>, message: impl Into<String>) -> Self {
        Self { expression: String::new(), at, message: message.into(), help: None }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With the text of the expression, so that its `Display` can show the place.
    #[must_use]
    pub fn within(mut self, expression: &str) -> Self {
        self.expression = expression.to_owned();
        self
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.message)?;
        if !self.expression.is_empty() {
            self.show_place(f)?;
        }
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

impl QueryError {
    /// The expression, with a mark under the place.
    fn show_place(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |range: Range<usize>| {
            let text = self.expression.get(range).unwrap_or_default();
            unicode_width::UnicodeWidthStr::width(text)
        };
        let shown: String = self.expression.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        write!(f, "\n  {shown}")?;
        let (start, end) = (self.at.start.min(self.expression.len()), self.at.end.min(self.expression.len()));
        write!(f, "\n  {}{}", " ".repeat(width(0..start)), "^".repeat(width(start..end).max(1)))
    }
}

impl std::error::Error for QueryError {}
