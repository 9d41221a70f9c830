//! How a measure's state changed over time.

use std::collections::BTreeSet;

use super::answer::{StateWord, measure_states, state_of_whole};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{EventGraph, LinkKind},
    model::{Day, Edtf},
};

/// A stretch of days with one state, which begins on `from` and lasts until the next phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phase {
    /// First day.
    pub from: Day,
    /// The state of the measure as one.
    pub state: StateWord,
}

/// The states of a measure as one, from its first public day on, each different from the one before. Empty where the
/// event has no measure.
///
/// A state can change only on a day that some act names, or the day after, so only those days are worked out.
pub fn whole_history(dataset: &Dataset, graph: &EventGraph, measure: EventIx) -> Vec<Phase> {
    let first = dataset.event(measure).date.value.earliest();
    let mut phases: Vec<Phase> = Vec::new();
    for day in turning_days(dataset, graph, measure).into_iter().filter(|&day| day >= first) {
        let Some(whole) = state_of_whole(&measure_states(dataset, graph, measure, day, None)) else { continue };
        if phases.last().is_none_or(|last| last.state != whole.state) {
            phases.push(Phase { from: day, state: whole.state });
        }
    }
    phases
}

/// Every day on which the state may change: each day named by the measure or by an act that reaches it through others,
/// and the day after each.
fn turning_days(dataset: &Dataset, graph: &EventGraph, measure: EventIx) -> BTreeSet<Day> {
    let mut days = BTreeSet::new();
    let mut add = |date: &Edtf| {
        for day in [date.earliest(), date.latest()] {
            days.insert(day);
            days.extend(day.succ_opt());
        }
    };
    let mut seen = BTreeSet::from([measure]);
    let mut open = vec![measure];
    while let Some(ix) = open.pop() {
        let event = dataset.event(ix);
        add(&event.date.value);
        add(event.default_from());
        if let Some(measure) = &event.measure {
            let own = [measure.from, measure.until];
            let of_parts = measure.parts.iter().flat_map(|part| [part.from, part.until]);
            own.into_iter().chain(of_parts).flatten().for_each(|date| add(&date));
        }
        for link in &event.legal {
            [link.from, link.until].into_iter().flatten().for_each(|date| add(&date));
        }
        for link in graph.effects(ix).map(|ix| graph.link(ix)) {
            if matches!(link.kind, LinkKind::Legal(kind) if kind.changes_state()) && seen.insert(link.to) {
                open.push(link.to);
            }
        }
    }
    days
}
