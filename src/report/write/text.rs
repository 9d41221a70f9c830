//! Text for people: aligned columns, trees, footnotes.

use unicode_width::UnicodeWidthStr;

use crate::report::{Block, Report, Table, TreeRow};

/// How text is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextStyle {
    /// With terminal colours.
    pub colour: bool,
    /// Columns of the terminal; long last columns are broken at it. None writes each row on one line.
    pub width: Option<usize>,
}

/// Two spaces between columns.
const GAP: &str = "  ";
/// A last column narrower than this is not broken; it would be a ribbon.
const NARROWEST: usize = 28;

pub(super) fn write(report: &Report, style: TextStyle, tree: bool) -> String {
    let mut text = String::new();
    for (at, block) in report.blocks.iter().enumerate() {
        match block {
            Block::Heading(heading) => {
                if at > 0 {
                    text.push('\n');
                }
                text.push_str(&bold(&safe(heading), style));
                text.push('\n');
            }
            Block::Text(words) => {
                for line in broken(&safe(words), style.width.unwrap_or(100)) {
                    text.push_str(&line);
                    text.push('\n');
                }
            }
            Block::Table(table) => write_table(&mut text, table, style),
            Block::Tree(rows) if tree => write_tree(&mut text, rows, style),
            Block::Tree(rows) => write_table(&mut text, &as_table(rows), style),
        }
    }
    for (number, note) in report.footnotes.iter().enumerate() {
        if number == 0 {
            text.push('\n');
        }
        text.push_str(&format!("[{}] {}\n", number + 1, safe(note)));
    }
    text
}

/// Event text is hostile: control characters could move a terminal's cursor or change its colours.
fn safe(text: &str) -> String {
    let plain = |c: char| if c == '\n' || c == '\t' { ' ' } else { c };
    let harmful = |c: &char| c.is_control() || matches!(*c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(plain).filter(|c| !harmful(c)).collect()
}

fn bold(text: &str, style: TextStyle) -> String {
    if style.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
}

fn dim(text: &str, style: TextStyle) -> String {
    if style.colour { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// A tree as a table: the root's row, then the others with their depth before them.
fn as_table(rows: &[TreeRow]) -> Table {
    let rows = rows.iter().map(|row| {
        let depth = if row.depth == 0 { "of".to_owned() } else { row.depth.to_string() };
        std::iter::once(depth).chain(row.cells.iter().cloned()).collect()
    });
    Table { columns: vec!["step", "days", "side", "id", "event", "link"], rows: rows.collect() }
}

fn widths<'r>(rows: impl Iterator<Item = &'r Vec<String>>) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        // The last cell of a row is not padded, and so claims no width.
        for (at, cell) in row.iter().enumerate().take(row.len().saturating_sub(1)) {
            widths[at] = widths[at].max(cell.width());
        }
    }
    widths
}

fn write_table(text: &mut String, table: &Table, style: TextStyle) {
    if table.rows.is_empty() {
        return;
    }
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(|cell| safe(cell)).collect()).collect();
    let heads: Vec<String> = table.columns.iter().map(|&column| column.to_owned()).collect();
    let mut columns = widths(rows.iter());
    for (column, head) in columns.iter_mut().zip(&heads) {
        if *column > 0 || head.width() > 0 {
            *column = (*column).max(head.width());
        }
    }
    if !heads.is_empty() {
        let line: Vec<String> = heads.iter().zip(&columns).map(|(head, &width)| padded(head, width)).collect();
        text.push_str(&dim(line.join(GAP).trim_end(), style));
        text.push('\n');
    }
    for row in &rows {
        write_row(text, row, &columns, "", "", style);
    }
}

fn write_tree(text: &mut String, rows: &[TreeRow], style: TextStyle) {
    let clean = |row: &TreeRow| row.cells.iter().map(|cell| safe(cell)).collect::<Vec<String>>();
    let prefixes = prefixes(rows);
    let mut cells: Vec<Vec<String>> = rows.iter().map(clean).collect();
    // The branches stand before the first column and share its width.
    for ((row, (first, _)), tree_row) in cells.iter_mut().zip(&prefixes).zip(rows) {
        if tree_row.depth > 0 {
            row[0] = format!("{first}{}", row[0]);
        }
    }
    let columns = widths(cells.iter());
    for ((row, (_, rest)), tree_row) in cells.iter().zip(&prefixes).zip(rows) {
        let row: Vec<String> = if tree_row.depth == 0 {
            row.iter().enumerate().map(|(at, cell)| if at == 2 { bold(cell, style) } else { cell.clone() }).collect()
        } else {
            row.clone()
        };
        write_row(text, &row, &columns, "", rest, style);
    }
}

/// For each row the branches before it, and those before its further lines.
fn prefixes(rows: &[TreeRow]) -> Vec<(String, String)> {
    let last = last_of_its_parent(rows);
    let mut open: Vec<bool> = Vec::new();
    let mut prefixes = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        if row.depth == 0 {
            prefixes.push((String::new(), String::new()));
            continue;
        }
        open.truncate(row.depth - 1);
        let trunk: String = open.iter().map(|&goes_on| if goes_on { "│  " } else { "   " }).collect();
        let is_last = last[at];
        prefixes.push(if is_last {
            (format!("{trunk}└─ "), format!("{trunk}   "))
        } else {
            (format!("{trunk}├─ "), format!("{trunk}│  "))
        });
        open.push(!is_last);
    }
    prefixes
}

/// For each row whether no other follows under the same parent.
fn last_of_its_parent(rows: &[TreeRow]) -> Vec<bool> {
    // From the end: the depths at which a row follows before the tree goes up.
    let mut follows: Vec<bool> = Vec::new();
    let mut last = vec![true; rows.len()];
    for (at, row) in rows.iter().enumerate().rev() {
        follows.resize(row.depth + 1, false);
        last[at] = !std::mem::replace(&mut follows[row.depth], true);
    }
    last
}

fn padded(cell: &str, width: usize) -> String {
    format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width())))
}

/// One row; where the terminal is too narrow for its last cell, that cell is broken and goes on under itself.
fn write_row(text: &mut String, row: &[String], columns: &[usize], first: &str, rest: &str, style: TextStyle) {
    let Some((last, cells)) = row.split_last() else { return };
    let mut line = first.to_owned();
    for (at, cell) in cells.iter().enumerate() {
        let invisible = if cell.contains('\u{1b}') { 8 } else { 0 };
        line.push_str(&padded(cell, columns.get(at).copied().unwrap_or(0) + invisible));
        line.push_str(GAP);
    }
    let indent: usize = cells.iter().enumerate().map(|(at, _)| columns.get(at).copied().unwrap_or(0) + GAP.len()).sum();
    let room = style.width.and_then(|width| width.checked_sub(indent)).filter(|&room| room >= NARROWEST);
    let lines = room.map_or_else(|| vec![last.clone()], |room| broken(last, room));
    for (at, part) in lines.iter().enumerate() {
        if at > 0 {
            line = padded(rest, indent);
        }
        line.push_str(part);
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

/// Breaks text at spaces so that each line has at most `width` columns, where words allow.
fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().map_or(0, |line| line.width());
        if line > 0 && line + 1 + word.width() > width {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
