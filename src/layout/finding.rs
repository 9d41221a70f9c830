//! The title: one finding, computed from what is shown, and true.

use std::collections::BTreeMap;

use super::{entry::Entry, links, options::Links};
use crate::{
    dataset::{EventIx, Place},
    graph::LinkKind,
    model::CauseType,
    query::View,
    scene::LinkLook,
};

/// Spans of days that a finding may name.
const SPANS: [(i64, &str); 11] = [
    (1, "one day"),
    (2, "two days"),
    (3, "three days"),
    (5, "five days"),
    (7, "a week"),
    (14, "two weeks"),
    (30, "30 days"),
    (60, "60 days"),
    (90, "90 days"),
    (180, "180 days"),
    (365, "a year"),
];

/// How fast answers came: the shortest span within which at least half of them did. An answer is an event that is said
/// by somebody, not by the editor alone, to answer or retaliate for an act of another side; its lag is that to the
/// latest such act. None where there are fewer than four.
pub(crate) fn speed(view: &View, entries: &[Entry]) -> Option<String> {
    let shown: BTreeMap<EventIx, &Place> = entries.iter().map(|entry| (entry.ix, &entry.place)).collect();
    let mut answers: BTreeMap<EventIx, i64> = BTreeMap::new();
    for claim in links::drawn(view, Links::All) {
        let (Some(from), Some(to)) = (shown.get(&claim.from), shown.get(&claim.to)) else { continue };
        let kind = view.graph.link(claim.link).kind;
        let answers_an_act = matches!(kind, LinkKind::Cause(CauseType::RetaliatesFor | CauseType::RespondsTo));
        if answers_an_act && claim.look != LinkLook::Dotted && from != to {
            let lag = answers.entry(claim.to).or_insert(claim.lag.max);
            *lag = claim.lag.max.min(*lag);
        }
    }
    let total = answers.len();
    if total < 4 {
        return None;
    }
    let within = |days: i64| answers.values().filter(|&&lag| lag <= days).count();
    let (days, words) = SPANS.into_iter().find(|&(days, _)| within(days) * 2 >= total)?;
    let answered = within(days);
    let many = if answered == total { "All of".to_owned() } else { capital(&number(answered)) + " of" };
    Some(format!("{many} {} answers came within {words}", number(total)))
}

/// How many of the events shown are by the side with most of them.
pub(crate) fn count(view: &View, entries: &[Entry]) -> String {
    let mut sides: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries {
        *sides.entry(entry.who(view)).or_default() += 1;
    }
    let most = sides.iter().max_by_key(|&(name, &count)| (count, std::cmp::Reverse(name)));
    match most {
        None => "No event falls within this range".to_owned(),
        Some((name, count)) if *count == entries.len() => format!("{name}: {}", events(*count)),
        Some((name, count)) => format!("{name}: {count} of {}", events(entries.len())),
    }
}

fn events(count: usize) -> String {
    if count == 1 { "1 event".to_owned() } else { format!("{count} events") }
}

/// A number in words up to twenty, in figures beyond.
pub(crate) fn number(n: usize) -> String {
    const WORDS: [&str; 21] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
