//! The fold itself, for one part, with every imprecise day at its earliest or at its latest.

use std::{cell::RefCell, collections::BTreeMap};

use super::{answer::StateWord, parts::parts_contain};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{EventGraph, LinkKind},
    model::{Day, Edtf, LegalLink, LegalType, PartId, Then},
};

/// Which end of an imprecise date is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Earliest,
    Latest,
}

impl Bound {
    pub(super) fn of(self, date: &Edtf) -> Day {
        match self {
            Self::Earliest => date.earliest(),
            Self::Latest => date.latest(),
        }
    }
}

/// What can have a state: the part itself, or a link that changes state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Element {
    /// The part that the fold is about.
    Part,
    /// Entry `1` of the `legal` of event `0`.
    Act(EventIx, usize),
}

/// A state with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    pub(super) word: StateWord,
    /// For `unknown-after`: the last day of the suspension that ran out.
    pub(super) after: Option<Day>,
    /// In force again only because an old act said that it would be.
    pub(super) unconfirmed: bool,
    /// The event that gives the state its word, where there is one.
    pub(super) by: Option<EventIx>,
}

impl State {
    fn plain(word: StateWord) -> Self {
        Self { word, after: None, unconfirmed: false, by: None }
    }

    fn by(word: StateWord, event: EventIx) -> Self {
        Self { by: Some(event), ..Self::plain(word) }
    }

    fn unknown_after(day: Day, by: EventIx) -> Self {
        Self { after: Some(day), ..Self::by(StateWord::UnknownAfter, by) }
    }
}

/// How deep acts on acts may go; real chains have four or five levels. Deeper ones count as in force by their days.
pub(super) const DEEPEST: usize = 200;

/// The fold for one part of one measure.
pub(super) struct Fold<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) graph: &'a EventGraph,
    pub(super) bound: Bound,
    /// Only events of that day or before count.
    pub(super) as_known: Option<Day>,
    pub(super) measure: EventIx,
    pub(super) part: &'a PartId,
    /// The part's own days.
    pub(super) from: &'a Edtf,
    pub(super) until: Option<&'a Edtf>,
    pub(super) states: RefCell<BTreeMap<(Element, Day), State>>,
}

impl Fold<'_> {
    pub(super) fn knows(&self, event: EventIx) -> bool {
        self.as_known.is_none_or(|day| self.bound.of(&self.dataset.event(event).date.value) <= day)
    }

    pub(super) fn link(&self, event: EventIx, entry: usize) -> &LegalLink {
        &self.dataset.event(event).legal[entry]
    }

    /// The day on which an act was decided.
    pub(super) fn decided(&self, act: EventIx) -> Day {
        self.bound.of(&self.dataset.event(act).date.value)
    }

    /// Whether a link on event `target` covers the part.
    ///
    /// It covers it if it names no parts, the part, one that the part is cut out of, or the measure. On an event other
    /// than the measure, a name that is one of that event's own parts means that own part, and not ours.
    fn covers(&self, link: &LegalLink, target: EventIx) -> bool {
        let whole = self.dataset.event(self.measure).id.as_str();
        let names_ours = |id: &PartId| {
            let ours = is_or_holds(id, self.part);
            ours && (target == self.measure || !parts_contain(self.dataset.event(target), id))
        };
        link.parts.is_empty() || link.parts.iter().any(|part| part.id.as_str() == whole || names_ours(&part.id))
    }

    /// Links that change state, on what `element`'s event put in force, that cover the part.
    ///
    /// An extension acts only on what has an end. Repealing or superseding an act never revives what that act had
    /// repealed, superseded or resumed.
    pub(super) fn acts(&self, element: Element) -> Vec<(EventIx, usize, LegalType)> {
        let (target, kind) = match element {
            Element::Part => (self.measure, None),
            Element::Act(event, entry) => (event, Some(self.link(event, entry).kind)),
        };
        let stays_done = matches!(kind, Some(LegalType::Repeals | LegalType::Supersedes | LegalType::Resumes));
        let has_end = match element {
            Element::Part => self.until.is_some(),
            Element::Act(event, entry) => self.link(event, entry).until.is_some(),
        };
        let mut acts = Vec::new();
        for link in self.graph.effects(target).into_iter().map(|ix| self.graph.link(ix)) {
            let LinkKind::Legal(kind) = link.kind else { continue };
            let entry = self.link(link.to, link.entry);
            let void = (kind == LegalType::Extends && !has_end)
                || (stays_done && matches!(kind, LegalType::Repeals | LegalType::Supersedes));
            let relevant = kind.changes_state() && entry.commitment.is_none() && !void;
            if relevant && self.knows(link.to) && self.covers(entry, target) {
                acts.push((link.to, link.entry, kind));
            }
        }
        acts
    }

    /// Whether an act holds on a day.
    pub(super) fn holds(&self, act: (EventIx, usize), day: Day, depth: usize) -> bool {
        self.state(Element::Act(act.0, act.1), day, depth + 1).word == StateWord::InForce
    }

    /// The state of the part, or of an act, on a day.
    pub(super) fn state(&self, element: Element, day: Day, depth: usize) -> State {
        if let Some(state) = self.states.borrow().get(&(element, day)) {
            return *state;
        }
        let state = self.work_out(element, day, depth);
        self.states.borrow_mut().insert((element, day), state);
        state
    }

    fn work_out(&self, element: Element, day: Day, depth: usize) -> State {
        let acts = if depth < DEEPEST { self.acts(element) } else { Vec::new() };
        let from = self.begins(element);
        let over = self.over(element, &acts, day, depth);
        if let Some(end) = self.earliest_end(&acts, day, depth)
            && over.is_none_or(|over| self.begins(Element::Act(end.0, end.1)) <= over)
        {
            return State::by(word_of(end.2), end.0);
        }
        if over.is_some_and(|over| over <= day) {
            return State::plain(StateWord::Expired);
        }
        if let Some(state) = self.stopped(&acts, day, depth) {
            return state;
        }
        if day < from {
            return State::plain(StateWord::NotYetInForce);
        }
        self.in_force_or_unknown(&acts, from, day, depth)
    }

    /// What has ended it by `day`: the earliest that holds; on one day, annulment before replacement before repeal.
    fn earliest_end(
        &self,
        acts: &[(EventIx, usize, LegalType)],
        day: Day,
        depth: usize,
    ) -> Option<(EventIx, usize, LegalType)> {
        let rank = |kind: LegalType| match kind {
            LegalType::Annuls => 0,
            LegalType::Supersedes => 1,
            _ => 2,
        };
        let ends = acts.iter().filter(|(_, _, kind)| kind.ends());
        let holding = ends.filter(|&&(event, entry, _)| {
            self.begins(Element::Act(event, entry)) <= day && self.holds((event, entry), day, depth)
        });
        holding
            .copied()
            .min_by_key(|&(event, entry, kind)| (self.begins(Element::Act(event, entry)), rank(kind), event, entry))
    }

    /// Enjoined, or suspended by what no `resumes` has lifted.
    fn stopped(&self, acts: &[(EventIx, usize, LegalType)], day: Day, depth: usize) -> Option<State> {
        let stopping = self.stopping(acts, day, depth);
        let last = |kind: LegalType| {
            let of_kind = stopping.iter().filter(move |act| act.2 == kind);
            of_kind.map(|act| act.0).max_by_key(|&event| (self.decided(event), event))
        };
        if let Some(event) = last(LegalType::Enjoins) {
            return Some(State::by(StateWord::Enjoined, event));
        }
        last(LegalType::Suspends).map(|event| State::by(StateWord::Suspended, event))
    }

    /// Injunctions that hold, and suspensions that hold and that no `resumes` lifted; none lifts an injunction.
    pub(super) fn stopping(
        &self,
        acts: &[(EventIx, usize, LegalType)],
        day: Day,
        depth: usize,
    ) -> Vec<(EventIx, usize, LegalType)> {
        let holding = acts.iter().filter(|&&(event, entry, kind)| match kind {
            LegalType::Enjoins => self.holds((event, entry), day, depth),
            LegalType::Suspends => {
                self.holds((event, entry), day, depth) && !self.is_lifted((event, entry), acts, day, depth)
            }
            _ => false,
        });
        holding.copied().collect()
    }

    /// Whether a `resumes` that was decided after the suspension holds on `day`.
    pub(super) fn is_lifted(
        &self,
        suspension: (EventIx, usize),
        acts: &[(EventIx, usize, LegalType)],
        day: Day,
        depth: usize,
    ) -> bool {
        let order = |act: (EventIx, usize)| (self.decided(act.0), self.begins(Element::Act(act.0, act.1)));
        acts.iter().any(|&(event, entry, kind)| {
            kind == LegalType::Resumes
                && order((event, entry)) > order(suspension)
                && self.holds((event, entry), day, depth)
        })
    }

    /// Nothing stops it on `day`: in force, unless what stopped it last ran out without a word on what follows.
    fn in_force_or_unknown(&self, acts: &[(EventIx, usize, LegalType)], from: Day, day: Day, depth: usize) -> State {
        let unsure_end = acts.iter().filter(|(_, _, kind)| kind.ends()).find_map(|&(event, entry, _)| {
            let state = self.state(Element::Act(event, entry), day, depth + 1);
            let begun = self.begins(Element::Act(event, entry)) <= day;
            (begun && state.word == StateWord::UnknownAfter).then_some((event, state.after?))
        });
        if let Some((event, after)) = unsure_end {
            return State::unknown_after(after, event);
        }
        let Some((last, end)) = self.last_run_out(acts, from, day, depth) else {
            return State::plain(StateWord::InForce);
        };
        let resumed = self.is_lifted(last, acts, day, depth);
        match self.link(last.0, last.1).then {
            _ if resumed => State::plain(StateWord::InForce),
            Then::Unknown => State::unknown_after(end, last.0),
            Then::Resumes | Then::Ends => State { unconfirmed: true, ..State::by(StateWord::InForce, last.0) },
        }
    }

    /// The last suspension to run out on or after `from`, before `day`, with its last day.
    fn last_run_out(
        &self,
        acts: &[(EventIx, usize, LegalType)],
        from: Day,
        day: Day,
        depth: usize,
    ) -> Option<((EventIx, usize), Day)> {
        let suspensions = acts.iter().filter(|act| act.2 == LegalType::Suspends);
        let run_out = suspensions.filter_map(|&(event, entry, _)| {
            let end = self.ends(Element::Act(event, entry), day, depth)?;
            let ran = from <= end && end < day && self.holds((event, entry), end, depth);
            ran.then_some(((event, entry), end))
        });
        run_out.max_by_key(|&(act, end)| (end, self.decided(act.0), act))
    }
}

fn word_of(end: LegalType) -> StateWord {
    match end {
        LegalType::Annuls => StateWord::Annulled,
        LegalType::Supersedes => StateWord::Superseded,
        _ => StateWord::Repealed,
    }
}

/// Whether `part` is `whole`, or was cut out of it.
pub(super) fn is_or_holds(whole: &PartId, part: &PartId) -> bool {
    part.as_str().strip_prefix(whole.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
