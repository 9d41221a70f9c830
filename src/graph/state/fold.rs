//! The fold itself, for one part, with every imprecise day at its earliest or at its latest.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use super::{answer::StateWord, parts::is_act, reach::Reach};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{EventGraph, LinkIx, LinkKind},
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
    /// A legal link of the graph.
    Act(LinkIx),
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

/// What the fold has worked out so far.
#[derive(Debug, Default)]
pub(super) struct Known {
    acts: RefCell<BTreeMap<Element, Rc<[LinkIx]>>>,
    states: RefCell<BTreeMap<(Element, Day), State>>,
}

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
    pub(super) known: Known,
}

impl Fold<'_> {
    fn knows(&self, event: EventIx) -> bool {
        self.as_known.is_none_or(|day| self.bound.of(&self.dataset.event(event).date.value) <= day)
    }

    /// The link as its event writes it.
    pub(super) fn written(&self, act: LinkIx) -> &LegalLink {
        let link = self.graph.link(act);
        &self.dataset.event(link.to).legal[link.entry]
    }

    /// The event that holds the link.
    pub(super) fn event(&self, act: LinkIx) -> EventIx {
        self.graph.link(act).to
    }

    /// The order of decisions: by the day on which the act was decided, then by its first day.
    pub(super) fn decided(&self, act: LinkIx) -> (Day, Day) {
        (self.bound.of(&self.dataset.event(self.event(act)).date.value), self.begins(Element::Act(act)))
    }

    fn is(&self, act: LinkIx, kind: LegalType) -> bool {
        self.graph.link(act).kind == LinkKind::Legal(kind)
    }

    /// The acts of one kind.
    pub(super) fn of_kind<'s>(&'s self, acts: &'s [LinkIx], kind: LegalType) -> impl Iterator<Item = LinkIx> + 's {
        acts.iter().copied().filter(move |&act| self.is(act, kind))
    }

    /// The acts that put an end to something, each with its kind.
    fn endings<'s>(&'s self, acts: &'s [LinkIx]) -> impl Iterator<Item = (LinkIx, LegalType)> + 's {
        acts.iter().filter_map(|&act| match self.graph.link(act).kind {
            LinkKind::Legal(kind) if kind.ends() => Some((act, kind)),
            _ => None,
        })
    }

    /// Links that change state, on what `element`'s event put in force, that cover the part.
    ///
    /// An extension acts only on what has an end. Repealing or superseding an act never revives what that act had
    /// repealed, superseded or resumed.
    pub(super) fn acts(&self, element: Element) -> Rc<[LinkIx]> {
        if let Some(acts) = self.known.acts.borrow().get(&element) {
            return Rc::clone(acts);
        }
        let acts = self.find_acts(element);
        self.known.acts.borrow_mut().insert(element, Rc::clone(&acts));
        acts
    }

    fn find_acts(&self, element: Element) -> Rc<[LinkIx]> {
        let (target, towards, has_end) = match element {
            Element::Part => (self.measure, self.measure, self.until.is_some()),
            Element::Act(act) => (self.event(act), self.graph.link(act).from, self.written(act).until.is_some()),
        };
        let stays_done = matches!(element, Element::Act(act) if [LegalType::Repeals, LegalType::Supersedes, LegalType::Resumes]
            .iter().any(|&kind| self.is(act, kind)));
        let reach = Reach { target, towards, measure: self.measure, part: self.part };
        let acts = self.graph.effects(target).filter(|&act| {
            let link = self.graph.link(act);
            let void = (self.is(act, LegalType::Extends) && !has_end)
                || (stays_done && (self.is(act, LegalType::Repeals) || self.is(act, LegalType::Supersedes)));
            is_act(link, self.dataset)
                && !void
                && self.knows(link.to)
                && reach.is_covered_by(self.written(act), self.dataset)
        });
        acts.collect()
    }

    /// Whether an act holds on a day.
    pub(super) fn holds(&self, act: LinkIx, day: Day, depth: usize) -> bool {
        self.state(Element::Act(act), day, depth + 1).word == StateWord::InForce
    }

    /// The state of the part, or of an act, on a day.
    pub(super) fn state(&self, element: Element, day: Day, depth: usize) -> State {
        if let Some(state) = self.known.states.borrow().get(&(element, day)) {
            return *state;
        }
        let state = self.work_out(element, day, depth);
        self.known.states.borrow_mut().insert((element, day), state);
        state
    }

    fn work_out(&self, element: Element, day: Day, depth: usize) -> State {
        let acts = if depth < DEEPEST { self.acts(element) } else { Rc::default() };
        let from = self.begins(element);
        let over = self.over(element, &acts, day, depth);
        if let Some((end, kind)) = self.earliest_end(&acts, day, depth)
            && over.is_none_or(|over| self.begins(Element::Act(end)) <= over)
        {
            return State::by(word_of(kind), self.event(end));
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
    fn earliest_end(&self, acts: &[LinkIx], day: Day, depth: usize) -> Option<(LinkIx, LegalType)> {
        let rank = |kind: LegalType| match kind {
            LegalType::Annuls => 0,
            LegalType::Supersedes => 1,
            _ => 2,
        };
        let begun = self.endings(acts).filter(|&(act, _)| self.begins(Element::Act(act)) <= day);
        begun
            .filter(|&(act, _)| self.holds(act, day, depth))
            .min_by_key(|&(act, kind)| (self.begins(Element::Act(act)), rank(kind), self.event(act), act))
    }

    /// Enjoined, or suspended by what no `resumes` has lifted.
    fn stopped(&self, acts: &[LinkIx], day: Day, depth: usize) -> Option<State> {
        let stopping = self.stopping(acts, day, depth);
        let last = |kind: LegalType| {
            self.of_kind(&stopping, kind)
                .map(|act| self.event(act))
                .max_by_key(|&event| (self.bound.of(&self.dataset.event(event).date.value), event))
        };
        if let Some(event) = last(LegalType::Enjoins) {
            return Some(State::by(StateWord::Enjoined, event));
        }
        last(LegalType::Suspends).map(|event| State::by(StateWord::Suspended, event))
    }

    /// Injunctions that hold, and suspensions that hold and that no `resumes` lifted; none lifts an injunction.
    pub(super) fn stopping(&self, acts: &[LinkIx], day: Day, depth: usize) -> Vec<LinkIx> {
        let injunctions = self.of_kind(acts, LegalType::Enjoins).filter(|&act| self.holds(act, day, depth));
        let suspensions = self.of_kind(acts, LegalType::Suspends).filter(|&act| self.stops(act, acts, day, depth));
        injunctions.chain(suspensions).collect()
    }

    /// Whether a suspension holds on `day`, and no `resumes` lifts it.
    pub(super) fn stops(&self, suspension: LinkIx, acts: &[LinkIx], day: Day, depth: usize) -> bool {
        self.holds(suspension, day, depth) && !self.is_lifted(suspension, acts, day, depth)
    }

    /// Whether a `resumes` that was decided after the suspension holds on `day`.
    fn is_lifted(&self, suspension: LinkIx, acts: &[LinkIx], day: Day, depth: usize) -> bool {
        self.of_kind(acts, LegalType::Resumes)
            .any(|act| self.decided(act) > self.decided(suspension) && self.holds(act, day, depth))
    }

    /// Nothing stops it on `day`: in force, unless what stopped it last ran out without a word on what follows.
    fn in_force_or_unknown(&self, acts: &[LinkIx], from: Day, day: Day, depth: usize) -> State {
        let mut state = State::plain(StateWord::InForce);
        if let Some((last, end)) = self.last_run_out(acts, from, day, depth)
            && !self.is_lifted(last, acts, day, depth)
        {
            if self.written(last).then == Then::Unknown {
                return State::unknown_after(end, self.event(last));
            }
            state = State { unconfirmed: true, ..State::by(StateWord::InForce, self.event(last)) };
        }
        let unsure_end = self.endings(acts).find_map(|(act, _)| {
            let state = self.state(Element::Act(act), day, depth + 1);
            let begun = self.begins(Element::Act(act)) <= day;
            (begun && state.word == StateWord::UnknownAfter).then_some((self.event(act), state.after?))
        });
        unsure_end.map_or(state, |(event, after)| State::unknown_after(after, event))
    }

    /// The last suspension to run out on or after `from`, before `day`, with its last day. One that was lifted before
    /// did not run out.
    fn last_run_out(&self, acts: &[LinkIx], from: Day, day: Day, depth: usize) -> Option<(LinkIx, Day)> {
        let run_out = self.of_kind(acts, LegalType::Suspends).filter_map(|act| {
            let end = self.ends(Element::Act(act), day, depth)?;
            (from <= end && end < day && self.stops(act, acts, end, depth)).then_some((act, end))
        });
        run_out.max_by_key(|&(act, end)| (end, self.decided(act), self.event(act), act))
    }
}

fn word_of(end: LegalType) -> StateWord {
    match end {
        LegalType::Annuls => StateWord::Annulled,
        LegalType::Supersedes => StateWord::Superseded,
        _ => StateWord::Repealed,
    }
}
