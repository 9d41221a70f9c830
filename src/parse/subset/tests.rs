//! The direct reader against the reader of all YAML: what it reads at all, it must read the same, place for place.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::super::{tests::good_files, yaml};
use super::*;
use crate::source::SourceFile;

const SOURCE: SourceId = SourceId(0);

/// Read once for all cases.
static FILES: LazyLock<Vec<SourceFile>> = LazyLock::new(good_files);

/// Whether the direct reader read `text`; panics where the two readers differ.
fn agrees(text: &str) -> bool {
    let Some(root) = read(text, SOURCE) else { return false };
    let mut found = Vec::new();
    let documents = yaml::read_all_yaml(text, SOURCE, &mut found);
    assert_eq!(found, [], "a problem that only one reader sees in:\n{text}");
    assert!(!documents.broken);
    let [document] = &documents.all[..] else { panic!("not one document:\n{text}") };
    assert_eq!(document.root, root, "in:\n{text}");
    true
}

#[test]
fn collections_are_read_directly_and_the_same() {
    let files = &FILES;
    let direct = files.iter().filter(|file| agrees(file.text())).count();
    assert!(direct * 100 >= files.len() * 98, "only {direct} of {} files are read directly", files.len());
}

/// What stands for a break in a file: everything that means something to YAML, and some that does not.
const PIECES: [&str; 44] = [
    "", " ", "  ", "\n", "\n\n", "\n  ", "\n      ", "\t", "\r", "\r\n", "a", "-", "- ", "\n- ", "\n  - ", ": ", ":",
    ":\n", "b: ", "? ", "#", " # c", "\"", "'", "\\", "\\\"", "[", "]", "{", "}", ",", ", ", ">", ">-\n", "|", "&a",
    "*a", "!t ", "~", "%", "---\n", "\n...\n", "镓", "\u{85}",
];

#[test]
fn a_file_torn_anywhere_is_read_the_same_or_left_to_the_other_reader() {
    let whole: Vec<&str> = FILES.iter().map(|file| file.text()).filter(|text| text.len() < 2500).take(4).collect();
    let mut direct = 0;
    for text in whole {
        for at in (0..text.len()).filter(|&at| text.is_char_boundary(at)) {
            let piece = PIECES[at % PIECES.len()];
            let next = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
            direct += u32::from(agrees(&[&text[..at], piece, &text[at..]].concat()));
            direct += u32::from(agrees(&[&text[..at], piece, &text[next..]].concat()));
            direct += u32::from(agrees(&text[..at]));
        }
    }
    assert!(direct > 1000, "only {direct} torn files were read directly");
}

/// Lines as they stand in event files, and lines that stand in none, each at any indentation.
const LINES: [&str; 48] = [
    "a:",
    "b:",
    "c: ",
    "a: x",
    "b: 1",
    "c: \"q # r: s\"",
    "a: 'p'",
    "b: [x, y]",
    "c: {k: v, l: [1, 'n']}",
    "a: >",
    "b: >-",
    "c: >+",
    "d: |",
    "e: x # c",
    "f: # c",
    "g:  wide",
    "- x",
    "- a: 1",
    "-   b: 2",
    "- [1, 2]",
    "- {k: v}",
    "- \"q\"",
    "- 'q'  ",
    "-",
    "- - x",
    "- >",
    "words go on",
    "words: go",
    "# c",
    "",
    "   ",
    "x #",
    "#x",
    "- words",
    "\"q\"",
    "[x]",
    "{k: v}",
    "{k: }",
    "[x, ]",
    "a: null",
    "- ~",
    "null: x",
    "a b: c",
    "a: b: c",
    "a: (x) $5",
    "a: -",
    "d: http://e:1/#f",
    "é: 镓：x",
];

fn made_text() -> impl Strategy<Value = String> {
    let line = (prop::sample::select(&[0usize, 0, 1, 2, 2, 4, 6][..]), prop::sample::select(&LINES[..]));
    prop::collection::vec(line, 1..9)
        .prop_flat_map(|lines| {
            let text: Vec<String> =
                lines.iter().map(|(indent, line)| format!("{}{line}", " ".repeat(*indent))).collect();
            (Just(text.join("\n")), prop::sample::select(&["\n", "", "\n\n", "\n  ", "\n  \n"][..]))
        })
        .prop_map(|(text, end)| text + end)
}

proptest! {
    #[test]
    fn made_texts_are_read_the_same_or_left_to_the_other_reader(text in made_text()) {
        agrees(&text);
    }

    #[test]
    fn torn_files_are_read_the_same_or_left_to_the_other_reader(
        file in any::<prop::sample::Index>(),
        tears in prop::collection::vec((any::<prop::sample::Index>(), 0..9_usize, prop::sample::select(&PIECES[..])), 1..4),
    ) {
        let mut text = file.get(&FILES[..]).text().to_owned();
        for (at, length, piece) in tears {
            let at = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary((at + length).min(text.len()));
            text.replace_range(at..end, piece);
        }
        agrees(&text);
    }

    #[test]
    fn any_signs_are_read_the_same_or_left_to_the_other_reader(
        text in "([a-c]: |- |  |\n|\n  |[ \\n:#\\-{}\\[\\],\"'>a1：镓.\\\\]){0,40}",
    ) {
        agrees(&text);
    }
}
