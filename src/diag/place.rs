//! Lines and columns of problems.

use std::collections::BTreeMap;

use crate::source::{LineColumn, LineIndex, SourceId, Sources, Span};

/// Finds lines and columns, and remembers where lines begin and the column found last, so that many problems on one
/// huge line take no quadratic time.
pub(crate) struct Places<'s> {
    sources: &'s Sources,
    lines: BTreeMap<SourceId, LineIndex>,
    last: Option<(SourceId, usize, LineColumn)>,
}

impl<'s> Places<'s> {
    /// Places in these files.
    pub(crate) fn new(sources: &'s Sources) -> Self {
        Self { sources, lines: BTreeMap::new(), last: None }
    }

    /// The path of the file, and line and column where `span` begins.
    pub(crate) fn start(&mut self, span: Span) -> (&'s str, LineColumn) {
        (&self.sources.file(span.source).path, self.locate(span.source, span.start))
    }

    /// Line and column of the first character after `span`.
    pub(crate) fn end(&mut self, span: Span) -> LineColumn {
        self.locate(span.source, span.end)
    }

    fn locate(&mut self, source: SourceId, offset: usize) -> LineColumn {
        let text = self.sources.file(source).text();
        let index = self.lines.entry(source).or_insert_with(|| LineIndex::new(text));
        let place = match self.last {
            Some((file, at, place)) if file == source && at <= offset && index.line(offset).0 == place.line => {
                let between = text.get(at..offset).map_or(0, |between| between.chars().count());
                LineColumn { line: place.line, column: place.column + between }
            }
            _ => index.locate(text, offset),
        };
        self.last = Some((source, offset, place));
        place
    }
}
