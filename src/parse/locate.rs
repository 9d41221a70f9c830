//! The way back from a value to its place: reads one record again and follows a path in it.

use super::{
    node::{Node, Value},
    yaml,
};
use crate::source::Span;

/// One step of a path into a record, as `["legal", 2, "event"]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// To the value of a key.
    Key(&'a str),
    /// To an entry of a list, or of a mapping in the order written, from 0.
    Index(usize),
}

/// The place in `text` of what `path` leads to in the record that stands at `record`; where a step leads nowhere, the
/// place so far. A list or mapping is shown by its key, or by its first key, since it may run over many lines.
pub(crate) fn locate(text: &str, record: Span, path: &[Step<'_>]) -> Span {
    let Some(slice) = text.get(record.start..record.end) else { return record };
    // A block's first line is indented by what stands before it; the others carry their indentation with them.
    let line = text[..record.start].rfind('\n').map_or(0, |before| before + 1);
    let before = text[line..record.start].chars().filter(|&c| c != '\u{feff}').count();
    let padded = format!("{}{slice}", " ".repeat(before));
    let documents = yaml::read(&padded, record.source, &mut Vec::new());
    let Some(document) = documents.all.first() else { return record };
    let found = follow(&document.root, path);
    let real = |at: usize| (at.saturating_sub(before) + record.start).min(record.end);
    Span::new(record.source, real(found.start), real(found.end))
}

fn follow(root: &Node<'_>, path: &[Step<'_>]) -> Span {
    let mut node = root;
    let mut place = shown(root);
    for step in path {
        let (at, next) = match (step, &node.value) {
            (Step::Key(key), Value::Map(entries)) => match entries.iter().find(|entry| entry.key == *key) {
                Some(entry) => (entry.at, &entry.value),
                None => return place,
            },
            (Step::Index(index), Value::Map(entries)) => match entries.get(*index) {
                Some(entry) => (entry.at, &entry.value),
                None => return place,
            },
            (Step::Index(index), Value::List(items)) => match items.get(*index) {
                Some(item) => (shown(item), item),
                None => return place,
            },
            _ => return place,
        };
        place = if matches!(next.value, Value::Scalar(..)) { next.span } else { at };
        node = next;
    }
    place
}

fn shown(node: &Node<'_>) -> Span {
    match &node.value {
        Value::Map(entries) => entries.first().map_or(node.span, |entry| entry.at),
        Value::List(items) => items.first().map_or(node.span, shown),
        _ => node.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    /// What stands at the place that `path` leads to in the record of `text` that begins at `from` and ends the text.
    fn at<'t>(text: &'t str, from: &str, path: &[Step<'_>]) -> &'t str {
        let record = Span::new(SourceId(0), text.find(from).unwrap(), text.trim_end().len());
        let span = locate(text, record, path);
        &text[span.start..span.end]
    }

    #[test]
    fn paths_lead_to_values_and_stop_where_they_must() {
        let text = "- id: 镓\n  legal:\n    - type: amends\n      event: [x, y]\n    - {type: repeals, event: z}\n  date: 2020\n";
        let path = [Step::Key("legal"), Step::Index(1), Step::Key("event")];
        for indent in ["", "# 中文\n", "- id: other\n"] {
            let text = format!("{indent}{text}");
            assert_eq!(at(&text, "id: 镓", &path), "z");
            assert_eq!(at(&text, "id: 镓", &[Step::Key("date")]), "2020");
            assert_eq!(at(&text, "id: 镓", &[Step::Key("legal")]), "legal");
            assert_eq!(at(&text, "id: 镓", &[Step::Key("legal"), Step::Index(0)]), "type");
            assert_eq!(at(&text, "id: 镓", &[Step::Key("legal"), Step::Index(0), Step::Key("until")]), "type");
            assert_eq!(
                at(&text, "id: 镓", &[Step::Key("legal"), Step::Index(0), Step::Key("event"), Step::Index(1)]),
                "y"
            );
            assert_eq!(at(&text, "id: 镓", &[Step::Key("measure")]), "id");
            assert_eq!(at(&text, "id: 镓", &[]), "id");
        }
    }

    #[test]
    fn a_record_in_braces_and_behind_a_byte_order_mark() {
        assert_eq!(at("- {id: a, date: 2020}", "{", &[Step::Key("date")]), "2020");
        assert_eq!(at("\u{feff}id: a\ndate: 2020", "id", &[Step::Key("date")]), "2020");
        assert_eq!(at("--- {id: a, date: 2020}", "{", &[Step::Key("date")]), "2020");
    }
}
