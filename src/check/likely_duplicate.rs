//! One act entered twice under two ids.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use crate::{
    dataset::{Dataset, EventIx, Step::Key},
    diag::{Code, CodeInfo, Diagnostic, Diagnostics, Severity},
    graph::EventGraph,
    model::{Day, Event},
};

pub(super) const CHECK: Check = Check {
    info: CodeInfo {
        code: Code("likely-duplicate"),
        severity: Severity::Warning,
        summary: "two events of one day share a target and most words of their titles",
        doc: r"Two events of the same day with a common target, of whose titles' words more than half stand in both, are likely one
act entered twice. Where they are two acts, titles that say the difference help readers as well.

```yaml
id: us-2024-december-entity-list
title: BIS adds 140 entities in China to the Entity List
date: 2024-12-02
targets: [cn]
---
id: us-2024-entity-list-140
title: BIS adds 140 Chinese entities to the Entity List
date: 2024-12-02
targets: [cn]
```

Mended: one event, with the sources of both.

```yaml
id: us-2024-december-entity-list
title: BIS adds 140 entities in China to the Entity List
date: 2024-12-02
targets: [cn]
```",
    },
    run,
};

/// Events of one day at one target; `None` for those without one.
type Bucket<'a> = (Day, Day, Option<&'a str>);

fn run(dataset: &Dataset, _: &EventGraph, found: &mut Diagnostics) {
    let mut buckets: BTreeMap<Bucket<'_>, Vec<EventIx>> = BTreeMap::new();
    for (ix, event) in dataset.iter() {
        for bucket in buckets_of(event) {
            buckets.entry(bucket).or_default().push(ix);
        }
    }
    let mut pairs: BTreeMap<EventIx, EventIx> = BTreeMap::new();
    for events in buckets.values().filter(|events| events.len() > 1) {
        let titles: Vec<_> = events.iter().map(|&ix| words(&dataset.event(ix).title)).collect();
        for (later, earlier) in alike(&titles) {
            pairs.entry(events[later]).or_insert(events[earlier]);
        }
    }
    for (later, earlier) in pairs {
        let other = dataset.event(earlier);
        let message =
            format!("`{}` is of the same day and target, and its title shares most words with this", other.id);
        found.push(
            Diagnostic::new(&CHECK.info, dataset.span_of(later, &[Key("title")]), message)
                .also(dataset.span_of(earlier, &[Key("title")]), "the other title")
                .help(
                    "merge the two, or let the titles say the difference; if both are right, accept `likely-duplicate`",
                ),
        );
    }
}

fn buckets_of(event: &Event) -> BTreeSet<Bucket<'_>> {
    let days = (event.date.value.earliest(), event.date.value.latest());
    let mut buckets: BTreeSet<Bucket<'_>> =
        event.targets.iter().map(|target| (days.0, days.1, Some(target.actor.as_str()))).collect();
    if buckets.is_empty() {
        buckets.insert((days.0, days.1, None));
    }
    buckets
}

fn words(title: &str) -> BTreeSet<String> {
    let letters = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    letters.map(str::to_lowercase).collect()
}

/// Titles that share most words with an earlier one, each with the first such that is found.
///
/// Two sets of which more than half stands in both share a word even if each keeps only its rarest half (prefix
/// filtering: Chaudhuri, Ganti and Kaushik 2006), so only titles that share a rare word are compared.
fn alike(titles: &[BTreeSet<String>]) -> Vec<(usize, usize)> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for word in titles.iter().flatten() {
        *count.entry(word).or_default() += 1;
    }
    let mut seen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (at, title) in titles.iter().enumerate() {
        let mut rarest: Vec<&str> = title.iter().map(String::as_str).collect();
        rarest.sort_by_key(|word| (count.get(word).copied().unwrap_or(0), *word));
        rarest.truncate(title.len() - title.len() / 2);
        let earlier = rarest.iter().filter_map(|word| seen.get(word)).flatten();
        match earlier.copied().find(|&other| share_most(title, &titles[other])) {
            Some(other) => pairs.push((at, other)),
            // Only titles that are like no earlier one are kept to compare with, so that many copies cost little.
            None => rarest.iter().for_each(|word| seen.entry(word).or_default().push(at)),
        }
    }
    pairs
}

/// Whether more than half of all words of the two stand in both.
fn share_most(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let shared = a.intersection(b).count();
    2 * shared > a.len() + b.len() - shared
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_filter_misses_no_pair(titles in proptest::collection::vec("[abcdef]( [abcdef]){0,5}", 2..6)) {
            let titles: Vec<_> = titles.iter().map(|title| words(title)).collect();
            let any = (0..titles.len()).any(|at| (0..at).any(|other| share_most(&titles[at], &titles[other])));
            prop_assert_eq!(!alike(&titles).is_empty(), any);
        }
    }
}
