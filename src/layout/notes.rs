//! Sources under a picture: each event has a number, and under that number the sources of the event.

use super::{
    breaking,
    entry::Entry,
    furniture::{self, MARGIN},
    set::{self, Align},
    text,
    words::Word,
};
use crate::{
    model::{Event, Lang, Source},
    query::View,
    scene::{Item, Meaning, Px, Role, Scene, Shape},
};

/// From line to line.
const LINE: Px = 14.5;
/// Between notes.
const GAP: Px = 8.0;
/// Between the sources of one note.
const APART: Px = 3.0;
/// The least width of a column, and the room between columns.
const COLUMN: (Px, Px) = (330.0, 30.0);
/// From the upper edge of the block to its heading, and from there to the first line.
const HEAD: (Px, Px) = (14.0, 26.0);

/// A note whose words are broken into lines.
struct Note {
    number: String,
    /// Each with its place below the top of the note.
    lines: Vec<(Px, String)>,
    height: Px,
}

/// The entries, numbered from 1 in their order, if sources are asked for.
pub(super) fn numbered<'a>(mut entries: Vec<Entry<'a>>, cite: bool) -> Vec<Entry<'a>> {
    for (at, entry) in entries.iter_mut().enumerate().filter(|_| cite) {
        entry.note = Some(at + 1);
    }
    entries
}

/// The picture with the sources of these events below it, and with the line by which it is cited. The events stand in the
/// order of their numbers.
pub(super) fn below(mut scene: Scene, view: &View, events: &[&Event]) -> Scene {
    let (lang, room) = (scene.lang, scene.width - 2.0 * MARGIN);
    let count = ((room + COLUMN.1) / (COLUMN.0 + COLUMN.1)).floor().max(1.0);
    let width = (room + COLUMN.1) / count - COLUMN.1;
    let indent = text::width(&mark(events.len()), Role::Figures) + 8.0;
    let notes: Vec<Note> =
        events.iter().enumerate().map(|(at, event)| Note::new(at + 1, event, width - indent, lang)).collect();
    let heights: Vec<Px> = notes.iter().map(|note| note.height).collect();
    let top = scene.height + HEAD.0 + HEAD.1;
    let mut items = vec![set::line(Role::LegendHead, Align::Start, MARGIN, top - HEAD.1, Word::Sources.say(lang))];
    let (mut rest, mut x, mut bottom) = (notes.as_slice(), MARGIN, top);
    // A paper is finite, and so are its columns.
    for taken in columns(&heights, count as usize) {
        let (column, after) = rest.split_at(taken);
        let mut y = top;
        for note in column {
            items.push(Item::group(Meaning::part("note"), note.draw(x, y, indent)));
            y += note.height;
        }
        bottom = bottom.max(y);
        (rest, x) = (after, x + width + COLUMN.1);
    }
    let (cited, lower) = furniture::footer(&[citation(view, lang)], scene.width, bottom + 14.0);
    items.extend(cited);
    scene.height = lower.ceil();
    if let Some(Item::Rect(Shape { role: Role::Paper, shape, .. })) = scene.items.first_mut() {
        shape.height = scene.height;
    }
    scene.items.extend(items);
    scene
}

/// `[17]`, as it stands beside an event.
pub(super) fn mark(number: usize) -> String {
    format!("[{number}]")
}

/// How the picture is cited: the collection in its own words, and the fingerprint of its files.
fn citation(view: &View, lang: Lang) -> String {
    let own = view.dataset.collection().cite.clone();
    let cite = own.unwrap_or_else(|| furniture::imprint(view, lang));
    Word::CiteAs.with(lang, &[&cite, &view.dataset.fingerprint()])
}

impl Note {
    fn new(number: usize, event: &Event, measure: Px, lang: Lang) -> Self {
        let (mut lines, mut height) = (Vec::new(), 0.0);
        for source in &event.sources {
            for line in breaking::lines(&reference(source, lang), measure, Role::Small) {
                lines.push((height, line));
                height += LINE;
            }
            height += APART;
        }
        Self { number: mark(number), lines, height: height - APART + GAP }
    }

    fn draw(&self, x: Px, y: Px, indent: Px) -> Vec<Item> {
        let number = set::line(Role::Figures, Align::End, x + indent - 8.0, y, self.number.clone());
        let line =
            |(below, words): &(Px, String)| set::line(Role::Small, Align::Start, x + indent, y + below, words.clone());
        let lines = self.lines.iter().map(line);
        std::iter::once(number).chain(lines).collect()
    }
}

/// A source in the form of the footnotes of answers; in Chinese with Chinese punctuation and without its kind.
fn reference(source: &Source, lang: Lang) -> String {
    let source = Source { url: readable(&source.url), ..source.clone() };
    if lang == Lang::En {
        return source.reference();
    }
    let part = |word: Word, text: Option<String>| text.map_or(String::new(), |text| word.with(lang, &[&text]));
    let via = part(Word::ReferenceVia, source.via);
    let date = part(Word::ReferenceDate, source.published.map(|date| date.to_string()));
    Word::Reference.with(lang, &[&source.publisher, &source.title, &via, &date, &source.url])
}

/// An address with the letters beyond ASCII that it spells in percent signs, as browsers show it (RFC 3987, 3.2). What is
/// no letter stays as it is, so that nothing hidden comes out.
fn readable(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let mut rest = url;
    while let Some(at) = rest.find('%') {
        out += &rest[..at];
        rest = &rest[at..];
        // One character takes two to four bytes, each of which is written with three.
        let letter = (2..=4).find_map(|bytes| Some((letter(rest.get(..3 * bytes)?)?, 3 * bytes)));
        let (words, taken) = letter.map_or(("%".to_owned(), 1), |(letter, taken)| (letter.to_string(), taken));
        out += &words;
        rest = &rest[taken..];
    }
    out + rest
}

/// The one letter that a run of `%E4%B8%AD` spells, if it is one.
fn letter(escapes: &str) -> Option<char> {
    let byte =
        |escape: &str| u8::from_str_radix(escape.strip_prefix('%').filter(|hex| !hex.starts_with('+'))?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..escapes.len() / 3).map(|at| byte(escapes.get(3 * at..3 * at + 3)?)).collect();
    let text = String::from_utf8(bytes?).ok()?;
    let mut chars = text.chars();
    chars.next().filter(|c| c.is_alphanumeric() && chars.next().is_none())
}

/// How many notes each of at most `count` columns takes, in order, so that the highest column is as low as can be: the
/// least height with which they fit, found by halving.
fn columns(heights: &[Px], count: usize) -> Vec<usize> {
    let fit = |most: Px| {
        let mut taken = vec![0];
        let mut used = 0.0;
        for &height in heights {
            if used > 0.0 && used + height > most + 1e-6 {
                taken.push(0);
                used = 0.0;
            }
            used += height;
            if let Some(last) = taken.last_mut() {
                *last += 1;
            }
        }
        taken
    };
    let (mut low, mut high) = (heights.iter().copied().fold(0.0, f64::max), heights.iter().sum::<Px>());
    for _ in 0..40 {
        let middle = (low + high) / 2.0;
        if fit(middle).len() <= count { high = middle } else { low = middle }
    }
    fit(high)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_shown_as_browsers_show_them() {
        assert_eq!(readable("https://a.org/%E4%B8%AD%E5%9B%BD/b%20c%2F%C3%A9"), "https://a.org/中国/b%20c%2Fé");
        for kept in ["%", "%E4", "%E4%B8", "%E2%80%AE", "%+1%+2", "100%中%zz", ""] {
            assert_eq!(readable(kept), kept);
        }
    }

    proptest! {
        #[test]
        fn addresses_of_any_kind_are_read(url in "(%[0-9A-F]{2}|.){0,30}") {
            prop_assert!(readable(&url).len() <= url.len());
        }

        #[test]
        fn columns_are_balanced_and_lose_nothing(heights in prop::collection::vec(10.0..200.0f64, 0..80), count in 1..6usize) {
            let taken = columns(&heights, count);
            prop_assert!(taken.len() <= count);
            prop_assert_eq!(taken.iter().sum::<usize>(), heights.len());
            let mut rest = heights.as_slice();
            let mut highest: f64 = 0.0;
            for taken in taken {
                let (here, after) = rest.split_at(taken);
                highest = highest.max(here.iter().sum());
                rest = after;
            }
            let (all, tallest) = (heights.iter().sum::<f64>(), heights.iter().copied().fold(0.0, f64::max));
            prop_assert!(highest <= all / count as f64 + tallest + 1e-3, "{highest} of {all} in {count}");
        }
    }
}
