//! Which links a picture draws, and how: who says so, and how long it took.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    options::Links,
    words::{self, Word},
};
use crate::{
    dataset::EventIx,
    graph::{Answer, Basis, Lag, LinkIx, Standing, Support},
    model::{Importance, Lang},
    query::View,
    scene::{LinkLook, List, Meaning},
};

/// One claim that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// The link.
    pub link: LinkIx,
    /// The cause.
    pub from: EventIx,
    /// The effect.
    pub to: EventIx,
    /// Who says so.
    pub look: LinkLook,
    /// Whether the acting side denies it.
    pub denied: bool,
    /// Days from the one to the other.
    pub lag: Lag,
}

/// The claims among the view's events that are to be drawn: one a pair, the best supported; those of earlier effects first.
pub(crate) fn drawn(view: &View, links: Links) -> Vec<Drawn> {
    let major = |ix: EventIx| view.dataset.event(ix).importance == Importance::Major;
    let claims: Vec<Drawn> = view.links.iter().filter_map(|&link| claim(view, link)).collect();
    let mut best: BTreeMap<(EventIx, EventIx), Drawn> = BTreeMap::new();
    for claim in claims {
        let kept = best.entry((claim.to, claim.from)).or_insert(claim);
        if claim.look < kept.look {
            *kept = claim;
        }
    }
    let all: Vec<Drawn> = best.into_values().collect();
    match links {
        Links::None => Vec::new(),
        Links::Major => all.into_iter().filter(|claim| major(claim.from) && major(claim.to)).collect(),
        Links::All => all,
        Links::Chain(event) => {
            let later = reached(event, &all, |claim| (claim.from, claim.to));
            let earlier = reached(event, &all, |claim| (claim.to, claim.from));
            let on_the_way =
                |set: &BTreeSet<EventIx>, claim: &Drawn| set.contains(&claim.from) && set.contains(&claim.to);
            all.into_iter().filter(|claim| on_the_way(&later, claim) || on_the_way(&earlier, claim)).collect()
        }
    }
}

fn claim(view: &View, link: LinkIx) -> Option<Drawn> {
    let edge = view.graph.link(link);
    let standing = edge.standing.filter(|_| edge.kind.is_cause())?;
    let (cause, effect) = (view.dataset.event(edge.from), view.dataset.event(edge.to));
    Some(Drawn {
        link,
        from: edge.from,
        to: edge.to,
        look: look(standing),
        denied: standing.answer == Some(Answer::Denied),
        lag: Lag::on(Basis::FirstPublic, cause, effect)?,
    })
}

fn look(standing: Standing) -> LinkLook {
    match standing.support {
        Support::Named | Support::Acknowledged => LinkLook::Solid,
        Support::Corroborated | Support::SingleSource => LinkLook::Dashed,
        Support::Editorial => LinkLook::Dotted,
    }
}

/// All events that can be reached from `start` along `step`, `start` among them.
fn reached(start: EventIx, all: &[Drawn], step: impl Fn(&Drawn) -> (EventIx, EventIx)) -> BTreeSet<EventIx> {
    let mut next: BTreeMap<EventIx, Vec<EventIx>> = BTreeMap::new();
    for (from, to) in all.iter().map(&step) {
        next.entry(from).or_default().push(to);
    }
    let mut seen = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(event) = open.pop() {
        open.extend(next.get(&event).into_iter().flatten().copied().filter(|&event| seen.insert(event)));
    }
    seen
}

impl Drawn {
    /// Its meaning as one entry of a list that is read aloud.
    pub(crate) fn meaning(&self, view: &View, lang: Lang) -> Meaning {
        let (cause, effect) = (view.dataset.event(self.from), view.dataset.event(self.to));
        let standing = view.graph.link(self.link).standing;
        let said = standing.map_or(String::new(), |standing| words::support(standing.support, lang));
        let answers = if self.denied { Word::AnswersDenied } else { Word::Answers };
        let (lag, cause_label) = (lag_words(self.lag, lang), cause.label_in(lang));
        let name = answers.with(lang, &[&effect.label_in(lang), &cause_label, &lag, &said]);
        let ends = (cause.id.to_string(), effect.id.to_string());
        Meaning { list: List::Entry, name: Some(name), link: Some(ends), ..Meaning::part("link") }
    }
}

/// A lag in words: "1 day", "166 days", "3–33 days", "same day".
pub(crate) fn lag_words(lag: Lag, lang: Lang) -> String {
    let sign = |days: i64| if days < 0 { format!("−{}", days.unsigned_abs()) } else { days.to_string() };
    match (lag.min, lag.max) {
        (0, 0) => Word::SameDay.say(lang).to_owned(),
        (1 | -1, max) if max == lag.min => Word::Day.with(lang, &[&sign(max)]),
        (min, max) if min == max => Word::Days.with(lang, &[&sign(min)]),
        (min, max) => Word::DaysBetween.with(lang, &[&sign(min), &sign(max)]),
    }
}
