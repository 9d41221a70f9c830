//! The life of a measure as a line: in force, stopped, ended, on past the as-of date.

use crate::{
    graph::{Phase, StateWord},
    layout::{
        axis::Axis,
        entry::{Entry, moment},
        legend::State,
        range::Range,
    },
    model::Vocabulary,
    scene::{BarLook, Px},
};

/// The life of a measure, or the way from announcement to effect.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Life {
    /// Its stretches, in time order.
    pub(crate) stretches: Vec<Stretch>,
    /// Where it took effect, with the date, where that was later than its first public day.
    pub(crate) effect: Option<(Px, String)>,
    /// Where flat ends stand.
    pub(crate) caps: Vec<Px>,
    /// Where it goes on past the as-of date.
    pub(crate) onward: Option<Px>,
}

/// A stretch of a life.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stretch {
    /// Left end.
    pub(crate) from: Px,
    /// Right end.
    pub(crate) to: Px,
    /// How it is drawn; none for a hairline, before it is in force.
    pub(crate) look: Option<BarLook>,
    /// The state in a word.
    pub(crate) state: &'static str,
}

/// The life of an event's measure, of which `phases` tell; of an event without one, the way to its effect or its end.
pub(crate) fn life(entry: &Entry, phases: &[Phase], axis: &Axis, range: &Range) -> Life {
    let start = axis.at(entry.date().earliest());
    let mut life = Life::default();
    if let Some(date) = entry.in_effect() {
        let x = axis.of(moment(date));
        life.effect = (date.earliest() <= range.to && x - start >= 2.0).then(|| (x, date.to_string()));
    }
    if phases.is_empty() {
        let end = entry.in_effect().map(|date| axis.of(moment(date)));
        if let Some(to) = end.or(entry.lasted_until().map(|day| axis.end_of(day))).filter(|to| to - start >= 2.0) {
            life.stretches.push(Stretch { from: start, to, look: None, state: StateWord::NotYetInForce.word() });
        }
        return life;
    }
    // What happens after the as-of date is not foretold.
    let now = axis.end_of(range.told());
    let known: Vec<&Phase> = phases.iter().filter(|phase| phase.from <= range.told()).collect();
    for (at, phase) in known.iter().enumerate() {
        let next = known.get(at + 1);
        let (from, to) = (axis.at(phase.from), next.map_or(now, |next| axis.at(next.from)));
        let look = match look(phase.state) {
            Shown::Ended => {
                life.caps.push(from);
                continue;
            }
            Shown::Line => None,
            // A state that is not known for a few days only, since a date is not known, is told by the pill.
            Shown::Bar(BarLook::Fading) if next.is_some() => None,
            Shown::Bar(look) => Some(look),
        };
        if to > from {
            life.stretches.push(Stretch { from, to, look, state: phase.state.word() });
        }
        let goes_on = next.is_none() && look.is_some_and(|look| look != BarLook::Fading);
        life.onward = goes_on.then_some(to).or(life.onward);
    }
    life
}

impl Life {
    /// Its left and right ends, the arrowhead among them.
    pub(crate) fn extent(&self) -> Option<(Px, Px)> {
        let ends = self.stretches.iter().flat_map(|stretch| [stretch.from, stretch.to]);
        let marks = self.caps.iter().map(|cap| cap + 1.0).chain(self.onward.map(|x| x + 8.0));
        let all: Vec<Px> = ends.chain(marks).chain(self.effect.iter().map(|effect| effect.0 + 5.0)).collect();
        let left = all.iter().copied().reduce(f64::min)?;
        Some((left, all.iter().copied().fold(left, f64::max)))
    }

    /// What the legend has to explain of it.
    pub(crate) fn states(&self) -> impl Iterator<Item = State> {
        let looks = self.stretches.iter().filter_map(|stretch| match stretch.look? {
            BarLook::Solid => None,
            BarLook::Half => Some(State::Partly),
            BarLook::Empty => Some(State::Mixed),
            BarLook::Hatched => Some(State::Stopped),
            BarLook::Fading => Some(State::Unknown),
        });
        let ended = self.caps.first().map(|_| State::Ended);
        looks.chain(self.onward.map(|_| State::Onward)).chain(ended)
    }
}

enum Shown {
    /// A hairline.
    Line,
    /// A bar.
    Bar(BarLook),
    /// Nothing more, after a flat end.
    Ended,
}

fn look(state: StateWord) -> Shown {
    match state {
        StateWord::NotYetInForce => Shown::Line,
        StateWord::InForce => Shown::Bar(BarLook::Solid),
        StateWord::PartlyInForce => Shown::Bar(BarLook::Half),
        StateWord::Mixed => Shown::Bar(BarLook::Empty),
        StateWord::Suspended | StateWord::Enjoined => Shown::Bar(BarLook::Hatched),
        StateWord::Expired | StateWord::Repealed | StateWord::Superseded | StateWord::Annulled => Shown::Ended,
        StateWord::UnknownAfter | StateWord::Uncertain => Shown::Bar(BarLook::Fading),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::made, layout::axis::number};

    #[test]
    fn a_life_is_drawn_from_phase_to_phase() {
        let day = |text: &str| text.parse::<crate::model::Day>().unwrap();
        let (from, to) = (day("2020-01-01"), day("2020-12-31"));
        let axis = Axis::new([(number(from), 0.0), (number(to) + 1.0, 366.0)]);
        let range = Range { from, to, as_of: Some(to), lang: crate::model::Lang::En };
        let made = made::collection(1, 1);
        let graph = crate::graph::EventGraph::new(&made);
        let view = crate::query::View::all(&made, &graph);
        let entry = Entry::new(&view, view.events[0], crate::model::Lang::En);
        let phase = |from: &str, state| Phase { from: day(from), state };
        let phases = [
            phase("2020-01-11", StateWord::NotYetInForce),
            phase("2020-01-21", StateWord::InForce),
            phase("2020-01-31", StateWord::Suspended),
            phase("2020-02-10", StateWord::Repealed),
            phase("2021-02-10", StateWord::InForce),
        ];
        let told = life(&entry, &phases, &axis, &range);
        let drawn: Vec<_> = told.stretches.iter().map(|part| (part.from, part.to, part.look)).collect();
        let hairline = (10.0, 20.0, None);
        assert_eq!(drawn, [hairline, (20.0, 30.0, Some(BarLook::Solid)), (30.0, 40.0, Some(BarLook::Hatched))]);
        assert_eq!((told.caps.as_slice(), told.onward), (&[40.0][..], None));
    }
}
