//! Breaking a label into lines: the fewest, then the most even.

use super::text;
use crate::scene::{Px, Role};

/// Lines of `content`, each at most `measure` wide when set in the type of `role`. White space and line breaks count as
/// one space. Breaks stand at spaces, after hyphens and slashes between letters, and beside ideographs, but never before
/// closing punctuation, behind opening punctuation or between a number and its unit; a word that is wider than `measure`
/// breaks anywhere. Never empty; a single character may be wider than `measure`.
pub(crate) fn lines(content: &str, measure: Px, role: Role) -> Vec<String> {
    let pieces = pieces(content, measure, role);
    let widths: Vec<Px> = pieces.iter().map(|piece| text::width(piece.text.trim_end(), role)).collect();
    let full: Vec<Px> = pieces.iter().map(|piece| text::width(&piece.text, role)).collect();
    let count = fit(&widths, &full, measure).len();
    // The narrowest measure that still takes the same number of lines gives the most even lines.
    let (mut low, mut high) = (widths.iter().copied().fold(0.0, f64::max), measure);
    for _ in 0..12 {
        let middle = (low + high) / 2.0;
        if low < high && fit(&widths, &full, middle).len() <= count { high = middle } else { low = middle }
    }
    let mut rest = pieces.as_slice();
    let mut lines = Vec::new();
    for taken in fit(&widths, &full, high.min(measure)) {
        let (line, after) = rest.split_at(taken);
        let joined: String = line.iter().map(|piece| piece.text.as_str()).collect();
        lines.push(joined.trim_end().to_owned());
        rest = after;
    }
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// White space, line breaks and control characters as single spaces: one line of words.
pub(crate) fn one_line(content: &str) -> String {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    content.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What never begins a line: closing punctuation, and the second halves of pairs (after the Chinese national standard
/// GB/T 15834, which the requirements for Chinese text layout of the W3C follow).
const ENDS: &str = "，。、；：！？）》〉」』】〕〗”’…—～·％‰℃,.;:!?)]}%–";
/// What never ends a line: opening punctuation.
const BEGINS: &str = "（《〈「『【〔〖“‘([{$￥№";

/// What cannot be broken, with the space behind it.
struct Piece {
    text: String,
}

fn pieces(content: &str, measure: Px, role: Role) -> Vec<Piece> {
    let content = one_line(content);
    let mut pieces = Vec::new();
    let mut current = String::new();
    let mut chars = content.chars().peekable();
    while let Some(c) = chars.next() {
        // The two slashes of an address stay with its host.
        let in_address = c == '/' && current.ends_with('/');
        current.push(c);
        let next = chars.peek().copied();
        if !in_address && next.is_some_and(|next| may_break(c, next)) {
            push(&mut pieces, std::mem::take(&mut current), measure, role);
        }
    }
    push(&mut pieces, current, measure, role);
    pieces
}

fn may_break(c: char, next: char) -> bool {
    let chinese = |c: char| text::is_chinese(u32::from(c));
    match c {
        ' ' => true,
        '-' | '/' | '–' => next.is_alphabetic() && !chinese(next),
        // A number keeps its unit: 16日, 25%.
        _ if c.is_ascii_digit() => false,
        _ => (chinese(c) || chinese(next)) && next != ' ' && !ENDS.contains(next) && !BEGINS.contains(c),
    }
}

/// Adds a piece, cut into several if it is wider than a line.
fn push(pieces: &mut Vec<Piece>, text: String, measure: Px, role: Role) {
    if text.is_empty() {
        return;
    }
    if text::width(text.trim_end(), role) <= measure {
        pieces.push(Piece { text });
        return;
    }
    let mut part = String::new();
    let mut wide = 0.0;
    for c in text.chars() {
        let width = text::width(c.encode_utf8(&mut [0; 4]), role);
        if width > 0.0 && wide + width > measure && !part.is_empty() {
            pieces.push(Piece { text: std::mem::take(&mut part) });
            wide = 0.0;
        }
        part.push(c);
        wide += width;
    }
    pieces.push(Piece { text: part });
}

/// How many pieces each line takes, first come, first fitted. `widths` are without the space behind, `full` with it.
fn fit(widths: &[Px], full: &[Px], measure: Px) -> Vec<usize> {
    let mut taken = Vec::new();
    let (mut count, mut used) = (0, 0.0);
    for (width, full) in widths.iter().zip(full) {
        if count > 0 && used + width > measure + 1e-9 {
            taken.push(count);
            (count, used) = (0, 0.0);
        }
        count += 1;
        used += full;
    }
    if count > 0 {
        taken.push(count);
    }
    taken
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Importance;

    const LABEL: Role = Role::Label(Importance::Notable);

    #[test]
    fn lines_are_even() {
        assert_eq!(lines("Ga, Ge, Sb export ban to the US", 140.0, LABEL), ["Ga, Ge, Sb export", "ban to the US"]);
        assert_eq!(lines("  One \n line ", 140.0, LABEL), ["One line"]);
        assert_eq!(lines("", 140.0, LABEL), [""]);
        assert_eq!(lines("商务部公布对两种稀有金属", 80.0, LABEL), ["商务部公布对", "两种稀有金属"]);
    }

    #[test]
    fn an_address_keeps_its_host() {
        assert_eq!(lines("https://example.org/news", 140.0, LABEL), ["https://example.org/", "news"]);
    }

    #[test]
    fn chinese_lines_begin_and_end_as_the_standard_says() {
        assert_eq!(lines("暂停公告，自2025年11月10日起", 104.0, LABEL), ["暂停公告，", "自2025年", "11月10日起"]);
        assert_eq!(lines("关于《稀土管制》的决定", 60.0, LABEL), ["关于《稀", "土管制》", "的决定"]);
    }

    proptest! {
        #[test]
        fn no_chinese_line_begins_with_a_comma_or_ends_with_a_bracket(
            // A mark stands between letters; where marks pile up, a line may be too narrow for them.
            content in "([一-龥]{1,3}[，。、；：！？）》”％]|[（《“][一-龥]{1,3}|[0-9]{1,4}年|[a-z]{1,5} ){1,30}",
            measure in 90.0..300.0f64,
        ) {
            for line in lines(&content, measure, LABEL) {
                prop_assert!(!line.starts_with(|c| ENDS.contains(c)), "{line}");
                prop_assert!(!line.ends_with(|c| BEGINS.contains(c)), "{line}");
            }
        }

        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(content in ".{0,120}", measure in 30.0..300.0f64) {
            let broken = lines(&content, measure, LABEL);
            for line in &broken {
                prop_assert!(text::width(line, LABEL) <= measure + 1e-6, "{line}");
            }
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
            prop_assert_eq!(letters(&broken.concat()), letters(&content));
        }
    }
}
