//! What the fold answers: the state of each part, and of the whole.

use super::{
    fold::{Bound, Element, Fold, Known, State},
    parts::{MeasurePart, measure_parts},
};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{EventGraph, LinkIx},
    model::{Day, LegalType, PartId, vocabulary},
};

vocabulary! {
    /// How a measure, or a part of one, stands on a day.
    StateWord, "state" {
        NotYetInForce "not-yet-in-force" "it begins later",
        InForce "in-force" "it applies",
        Suspended "suspended" "stopped for a time by an act",
        Enjoined "enjoined" "stopped for a time by a court",
        Expired "expired" "its own last day has passed",
        Repealed "repealed" "ended, lifted or withdrawn",
        Superseded "superseded" "replaced",
        Annulled "annulled" "voided by a court",
        UnknownAfter "unknown-after" "what stopped it ran out, and nobody has said what follows",
        Uncertain "uncertain" "the dates are not known well enough to tell",
        PartlyInForce "partly-in-force" "some parts apply and others do not",
        Mixed "mixed" "no part applies, for different reasons",
    }
}

/// The state of one part on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartState {
    /// The part; of a measure without parts, the event's id.
    pub part: PartId,
    /// The part stands for the whole of a measure without parts.
    pub is_whole: bool,
    /// Its state.
    pub state: StateWord,
    /// For `unknown-after`: the last day of the suspension that ran out.
    pub after: Option<Day>,
    /// For `uncertain`: the two states that it can be, in the order of the list of states.
    pub either: Option<(StateWord, StateWord)>,
    /// Last day of the state by the words of the act that gives it: of what is in force, or of a suspension.
    pub until: Option<Day>,
    /// Events that give the state: what ended or stopped it.
    pub by: Vec<EventIx>,
    /// Exceptions that hold beside what is in force.
    pub exceptions: Vec<EventIx>,
    /// The words of the part, as last amended.
    pub words: Option<String>,
    /// In force again only because an old act said that it would be.
    pub unconfirmed: bool,
}

impl std::fmt::Display for PartState {
    /// The state in words: `in-force`, `unknown-after(2026-11-10)`, `uncertain: a or b`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = match (self.after, self.either) {
            (Some(day), _) => format!("{}({day})", self.state),
            (None, Some((a, b))) => format!("{}: {a} or {b}", self.state),
            (None, None) => self.state.to_string(),
        };
        f.pad(&text)
    }
}

/// The state of every part of a measure on a day, in the order of its parts; empty where the event has no measure.
/// With `as_known`, only events of that day or before count.
pub fn measure_states(
    dataset: &Dataset,
    graph: &EventGraph,
    measure: EventIx,
    day: Day,
    as_known: Option<Day>,
) -> Vec<PartState> {
    let parts = known_parts(dataset, graph, measure, as_known);
    parts.iter().map(|part| state_of_part(dataset, graph, measure, part, day, as_known)).collect()
}

fn known_parts(dataset: &Dataset, graph: &EventGraph, measure: EventIx, as_known: Option<Day>) -> Vec<MeasurePart> {
    let known = |event: EventIx| as_known.is_none_or(|limit| dataset.event(event).date.value.earliest() <= limit);
    measure_parts(dataset, graph, measure, &known)
}

/// The state of one part of a measure on a day: worked out with every imprecise day at its earliest, then at its
/// latest; if the two differ, `uncertain`.
pub fn state_of_part(
    dataset: &Dataset,
    graph: &EventGraph,
    measure: EventIx,
    part: &MeasurePart,
    day: Day,
    as_known: Option<Day>,
) -> PartState {
    let fold = |bound| Fold {
        dataset,
        graph,
        bound,
        as_known,
        measure,
        part: &part.id,
        from: &part.from,
        until: part.until.as_ref(),
        known: Known::default(),
    };
    let (early, late) = (fold(Bound::Earliest), fold(Bound::Latest));
    let (first, second) = (early.state(Element::Part, day, 0), late.state(Element::Part, day, 0));
    let mut answer = late.describe(part, second, day);
    answer.is_whole = part.is_whole(dataset.event(measure));
    if first.word != second.word {
        answer = PartState {
            state: StateWord::Uncertain,
            after: None,
            either: Some((first.word.min(second.word), first.word.max(second.word))),
            until: None,
            unconfirmed: false,
            by: first.by.into_iter().chain(second.by).collect(),
            ..answer
        };
        answer.by.sort_unstable();
        answer.by.dedup();
    }
    answer
}

/// The state of the measure as one: the word that all parts share; else partly in force if some part is; else mixed.
/// None where there are no parts.
pub fn state_of_whole(parts: &[PartState]) -> Option<PartState> {
    let first = parts.first()?;
    let mut whole = PartState { is_whole: true, words: None, ..first.clone() };
    if parts.len() == 1 {
        return Some(PartState { words: first.words.clone(), ..whole });
    }
    if parts.iter().all(|part| (part.state, part.either) == (first.state, first.either)) {
        whole.after = first.after.filter(|after| parts.iter().all(|part| part.after == Some(*after)));
        whole.until = first.until.filter(|until| parts.iter().all(|part| part.until == Some(*until)));
        whole.unconfirmed = parts.iter().any(|part| part.unconfirmed);
    } else {
        let some = parts.iter().any(|part| part.state == StateWord::InForce);
        whole.state = if some { StateWord::PartlyInForce } else { StateWord::Mixed };
        (whole.after, whole.either, whole.until, whole.unconfirmed) = (None, None, None, false);
    }
    let union = |f: fn(&PartState) -> &Vec<EventIx>| {
        let mut all: Vec<EventIx> = parts.iter().flat_map(|part| f(part).iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    whole.by = union(|part| &part.by);
    whole.exceptions = union(|part| &part.exceptions);
    Some(whole)
}

impl Fold<'_> {
    fn describe(&self, part: &MeasurePart, state: State, day: Day) -> PartState {
        let acts = self.acts(Element::Part);
        let stopping = match state.word {
            StateWord::Suspended => self.stopping(&acts, day, 0),
            _ => Vec::new(),
        };
        let until = match state.word {
            StateWord::InForce | StateWord::NotYetInForce => self.ends(Element::Part, day, 0),
            // Several suspensions at once: it stays stopped until the last of them ends.
            StateWord::Suspended => {
                let ends: Option<Vec<Day>> = stopping.iter().map(|&act| self.ends(Element::Act(act), day, 0)).collect();
                ends.and_then(|ends| ends.into_iter().max())
            }
            _ => None,
        };
        let mut by: Vec<EventIx> = stopping.into_iter().map(|act| self.event(act)).chain(state.by).collect();
        by.sort_unstable();
        by.dedup();
        let in_force = state.word == StateWord::InForce;
        PartState {
            part: part.id.clone(),
            is_whole: false,
            state: state.word,
            after: state.after,
            either: None,
            until,
            by,
            exceptions: if in_force { self.exceptions(&acts, day) } else { Vec::new() },
            words: self.words(&acts, day).or_else(|| part.text.clone()),
            unconfirmed: state.unconfirmed,
        }
    }

    /// Exceptions that hold on `day`: until their own last day, or as long as their own event's measure does.
    fn exceptions(&self, acts: &[LinkIx], day: Day) -> Vec<EventIx> {
        let holding =
            self.of_kind(acts, LegalType::Exempts).filter(|&act| self.holds(act, day, 0) && self.is_kept_up(act, day));
        let mut exceptions: Vec<EventIx> = holding.map(|act| self.event(act)).collect();
        exceptions.sort_unstable();
        exceptions.dedup();
        exceptions
    }

    fn is_kept_up(&self, exception: LinkIx, day: Day) -> bool {
        let measure = self.event(exception);
        if self.written(exception).until.is_some() || self.dataset.event(measure).measure.is_none() {
            return true;
        }
        let parts = known_parts(self.dataset, self.graph, measure, self.as_known);
        parts.iter().any(|part| self.of(measure, part).state(Element::Part, day, 0).word == StateWord::InForce)
    }

    /// The same question of a part of another measure.
    fn of<'p>(&self, measure: EventIx, part: &'p MeasurePart) -> Fold<'p>
    where
        Self: 'p,
    {
        Fold { measure, part: &part.id, from: &part.from, until: part.until.as_ref(), known: Known::default(), ..*self }
    }

    /// The words that the amendment decided last gives the part.
    fn words(&self, acts: &[LinkIx], day: Day) -> Option<String> {
        let words = |act: LinkIx| {
            let part = self.written(act).parts.iter().find(|part| part.id == *self.part)?;
            Some((act, part.words.as_ref()?))
        };
        let amending = self.of_kind(acts, LegalType::Amends).filter_map(words);
        amending
            .filter(|&(act, _)| self.holds(act, day, 0))
            .max_by_key(|&(act, _)| (self.decided(act), self.event(act), act))
            .map(|(_, words)| words.clone())
    }
}
