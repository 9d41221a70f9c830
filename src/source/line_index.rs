//! From byte offsets to lines and columns.

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// Where each line of a text begins.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of `text`; `\n`, `\r\n` and a lone `\r` end a line, as in YAML.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes
            .iter()
            .enumerate()
            .filter(|&(at, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
        // Editors do not show a byte order mark, so it takes no column.
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { starts }
    }

    /// The line in which byte `offset` stands, from 1, and the byte at which it begins.
    pub fn line(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        (line, self.starts[line - 1])
    }

    /// The place of byte `offset` of `text`, which must be the text that the index was made of.
    pub fn locate(&self, text: &str, offset: usize) -> LineColumn {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let (line, start) = self.line(offset);
        LineColumn { line, column: text.get(start..offset).map_or(0, |before| before.chars().count()) + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "a: 镓x\r\nb: 2\n";
        let index = LineIndex::new(text);
        assert_eq!(index.locate(text, 6), LineColumn { line: 1, column: 5 });
        assert_eq!(index.locate(text, text.find('b').unwrap()), LineColumn { line: 2, column: 1 });
        assert_eq!(index.locate(text, 4), LineColumn { line: 1, column: 4 }, "inside a character counts as its start");
        assert_eq!(LineIndex::new("\u{feff}a").locate("\u{feff}a", 3), LineColumn { line: 1, column: 1 });
        assert_eq!(LineIndex::new("\u{feff}").locate("\u{feff}", 0), LineColumn { line: 1, column: 1 });
        assert_eq!(LineIndex::new("").locate("", 9), LineColumn { line: 1, column: 1 });
    }
}
