//! The title: one finding, computed from what is shown, and true.

use std::collections::BTreeMap;

use super::{
    entry::Entry,
    links,
    options::Links,
    words::{Word, capital, number},
};
use crate::{
    dataset::{EventIx, Place},
    graph::LinkKind,
    model::{CauseType, Lang},
    query::View,
    scene::LinkLook,
};

/// Spans of days that a finding may name.
const SPANS: [(i64, Word); 11] = [
    (1, Word::OneDay),
    (2, Word::TwoDays),
    (3, Word::ThreeDays),
    (5, Word::FiveDays),
    (7, Word::OneWeek),
    (14, Word::TwoWeeks),
    (30, Word::ThirtyDays),
    (60, Word::SixtyDays),
    (90, Word::NinetyDays),
    (180, Word::HalfYear),
    (365, Word::OneYear),
];

/// How fast answers came: the shortest span within which at least half of them did. An answer is an event that is said
/// by somebody, not by the editor alone, to answer or retaliate for an act of another side; its lag is that to the
/// latest such act. None where there are fewer than four.
pub(crate) fn speed(view: &View, entries: &[Entry], lang: Lang) -> Option<String> {
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
    let (days, span) = SPANS.into_iter().find(|&(days, _)| within(days) * 2 >= total)?;
    let answered = within(days);
    Some(if answered == total {
        Word::AllAnswersWithin.with(lang, &[&number(total, lang), &span.say(lang)])
    } else {
        capital(&Word::AnswersWithin.with(lang, &[&number(answered, lang), &number(total, lang), &span.say(lang)]))
    })
}

/// How many of the events shown are by the side with most of them.
pub(crate) fn count(view: &View, entries: &[Entry], lang: Lang) -> String {
    let mut sides: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries {
        *sides.entry(entry.who(view)).or_default() += 1;
    }
    let most = sides.iter().max_by_key(|&(name, &count)| (count, std::cmp::Reverse(name)));
    let all = Word::Event.count(Word::EventCount, entries.len(), lang);
    match most {
        None => Word::NoEventInRange.say(lang).to_owned(),
        Some((name, count)) if *count == entries.len() => Word::AllOfOne.with(lang, &[name, &all]),
        Some((name, count)) => Word::PartOfOne.with(lang, &[name, count, &all]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::made,
        graph::{EventGraph, Lag},
        layout::{options::PictureOptions, range::Range},
    };

    #[test]
    fn a_finding_counts_what_is_shown() {
        let dataset = made::collection(5, 300);
        let graph = EventGraph::new(&dataset);
        let view = View::all(&dataset, &graph);
        let range = Range::of(&view, &PictureOptions::default()).unwrap();
        let entries = Entry::within(&view, &range);
        let words = speed(&view, &entries, Lang::En).unwrap();
        let (head, span) = words.split_once(" answers came within ").unwrap();
        let days = SPANS.iter().find(|(_, words)| words.say(Lang::En) == span).unwrap().0;
        let mut lags: BTreeMap<EventIx, i64> = BTreeMap::new();
        for link in graph
            .links()
            .iter()
            .filter(|link| dataset.place(dataset.event(link.from)) != dataset.place(dataset.event(link.to)))
        {
            let answer = matches!(link.kind, LinkKind::Cause(CauseType::RetaliatesFor | CauseType::RespondsTo));
            let said = link.standing.is_some_and(|standing| standing.support != crate::graph::Support::Editorial);
            let lag = Lag::between(&dataset.event(link.from).date.value, &dataset.event(link.to).date.value).max;
            if answer && said {
                lags.entry(link.to).and_modify(|least| *least = lag.min(*least)).or_insert(lag);
            }
        }
        let within = lags.values().filter(|&&lag| lag <= days).count();
        assert_eq!(head.to_lowercase(), format!("{} of {}", number(within, Lang::En), number(lags.len(), Lang::En)));
        assert!(within * 2 >= lags.len());
    }

    #[test]
    fn few_answers_are_no_finding() {
        let dataset = made::collection(5, 3);
        let graph = EventGraph::new(&dataset);
        let view = View::all(&dataset, &graph);
        assert_eq!(speed(&view, &[], Lang::En), None);
        assert_eq!(count(&view, &[], Lang::En), "No event falls within this range");
    }
}
