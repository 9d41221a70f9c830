//! Labels fit on pictures, and quotes stay short.

use super::Check;
use crate::{
    dataset::{
        Dataset,
        Step::{self, Index, Key},
    },
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::Event,
};

/// Most characters of a title.
const TITLE: usize = 100;
/// Most characters of a `short`.
const SHORT: usize = 40;
/// Most words of a quote.
const QUOTE_WORDS: usize = 15;
/// Most Chinese characters of a quote.
const QUOTE_HAN: usize = 30;

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("too-long"),
        severity: Severity::Warning,
        summary: "a title, label or quote is too long",
        doc: r"A title has at most 100 characters, a `short` at most 40, so that lists and pictures can hold them whole. A quote has
at most 15 words, or 30 Chinese characters: enough for the phrase whose wording is the fact, and no more than may be
quoted of anybody.

```yaml
title: China bars exports of gallium, germanium, antimony and superhard materials to the United States
short: China bars exports of gallium, germanium and antimony to the United States
```

Mended:

```yaml
title: China bars exports of gallium, germanium, antimony and superhard materials to the United States
short: Ga, Ge, Sb export ban to the US
```",
    },
    run,
};

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    for (ix, event) in dataset.iter() {
        let mut tell = |path: &[Step<'_>], what: &str, length: String, most: String, help: &str| {
            let message = format!("a {what} of {length}: expected at most {most}");
            let place = dataset.span_of(ix, path);
            found.push(Diagnostic::new(&CHECK.info, place, message).at("too long").help(help));
        };
        let labels = [
            (
                "title",
                Some(&event.title),
                TITLE,
                "say what happened; what, for whom and from when belong in the summary",
            ),
            ("short", event.short.as_ref(), SHORT, "keep the words by which people know it; the title says the rest"),
        ];
        for (field, text, most, help) in labels {
            let length = text.map_or(0, |text| text.chars().count());
            if length > most {
                tell(&[Key(field)], field, format!("{length} characters"), format!("{most}"), help);
            }
        }
        for (path, quote) in quotes(event) {
            let help = "keep the phrase whose wording is the fact, and give the rest in `says`, in your own words";
            match Length::of(quote) {
                Length { words, .. } if words > QUOTE_WORDS => {
                    tell(&path, "quote", format!("{words} words"), format!("{QUOTE_WORDS}"), help);
                }
                Length { han, .. } if han > QUOTE_HAN => {
                    tell(&path, "quote", format!("{han} Chinese characters"), format!("{QUOTE_HAN}"), help);
                }
                _ => {}
            }
        }
    }
}

/// Every quote of an event with its path.
fn quotes(event: &Event) -> impl Iterator<Item = (Vec<Step<'_>>, &str)> {
    let causes = event.causes.iter().enumerate().map(|(at, claim)| (vec![Key("causes"), Index(at)], &claim.evidence));
    let commitments =
        event.commitments.iter().map(|own| (vec![Key("commitments"), Key(own.id.as_str())], &own.evidence));
    let own = std::iter::once((Vec::new(), &event.evidence));
    own.chain(causes).chain(commitments).flat_map(|(path, evidence)| {
        let numbered = evidence.iter().enumerate();
        numbered.filter_map(move |(at, item)| {
            let quote = item.quote.as_deref()?;
            Some(([&path[..], &[Key("evidence"), Index(at), Key("quote")]].concat(), quote))
        })
    })
}

/// How long a text is: in words of letters that are joined to words, and in Chinese characters.
#[derive(Debug, PartialEq, Eq)]
struct Length {
    words: usize,
    han: usize,
}

impl Length {
    fn of(text: &str) -> Self {
        let is_word = |word: &&str| word.chars().any(|c| c.is_alphanumeric() && !is_han(c));
        let words = text.split(|c: char| c.is_whitespace() || is_han(c)).filter(is_word).count();
        Self { words, han: text.chars().filter(|&c| is_han(c)).count() }
    }
}

/// The blocks of unified ideographs, with the extensions of planes 2 and 3.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_characters_are_counted_apart() {
        assert_eq!(Length::of("strict, reciprocal measures - and “more”"), Length { words: 5, han: 0 });
        assert_eq!(Length::of("对美国BIS的反制"), Length { words: 1, han: 6 });
    }
}
