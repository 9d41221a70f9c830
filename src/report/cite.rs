//! Footnotes: text to paste into a memo.

use crate::model::{Event, Source, SourceKey};

/// Sources numbered in the order in which they are first cited; one number a page.
#[derive(Debug, Clone, Default)]
pub struct Footnotes {
    texts: Vec<String>,
}

impl Footnotes {
    /// Cites sources of an event: `[1][3]`, with a space before, or nothing where there is none.
    pub fn cite(&mut self, event: &Event, keys: &[SourceKey]) -> String {
        self.numbers(event.cited(keys))
    }

    /// Cites every source of an event.
    pub fn cite_all(&mut self, event: &Event) -> String {
        self.numbers(event.sources.iter().collect())
    }

    fn numbers(&mut self, sources: Vec<&Source>) -> String {
        let mut numbers = Vec::new();
        for text in sources.into_iter().map(Source::reference) {
            let at = self.texts.iter().position(|known| *known == text).unwrap_or_else(|| {
                self.texts.push(text);
                self.texts.len() - 1
            });
            numbers.push(at + 1);
        }
        numbers.sort_unstable();
        numbers.dedup();
        let marks: String = numbers.iter().map(|number| format!("[{number}]")).collect();
        if marks.is_empty() { marks } else { format!(" {marks}") }
    }

    /// The notes, in the order of their numbers.
    pub fn into_texts(self) -> Vec<String> {
        self.texts
    }
}
