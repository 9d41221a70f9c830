//! From when to when the part, or an act, lasts by its own words and by what extends it.

use std::rc::Rc;

use super::{
    answer::StateWord,
    fold::{DEEPEST, Element, Fold},
};
use crate::{
    graph::LinkIx,
    model::{Day, LegalType, Then},
};

impl Fold<'_> {
    /// First day of the part or act.
    pub(super) fn begins(&self, element: Element) -> Day {
        match element {
            Element::Part => self.bound.of(self.from),
            Element::Act(act) => {
                let own = self.written(act).from;
                self.bound.of(&own.unwrap_or(*self.dataset.event(self.event(act)).default_from()))
            }
        }
    }

    /// Last day of the part or act, each extension counted that has not itself ended by `day`: none where it has no
    /// end.
    ///
    /// Extensions count in the order in which they were decided. Each runs on from the old end; one that begins later
    /// than the day after it extends nothing.
    pub(super) fn ends(&self, element: Element, day: Day, depth: usize) -> Option<Day> {
        let mut end = match element {
            Element::Part => self.bound.of(self.until?),
            Element::Act(act) => self.bound.of(self.written(act).until.as_ref()?),
        };
        let acts = if depth < DEEPEST { self.acts(element) } else { Rc::default() };
        let mut extensions: Vec<LinkIx> = self.of_kind(&acts, LegalType::Extends).collect();
        extensions.sort_by_key(|&act| (self.decided(act), self.event(act), act));
        for act in extensions {
            let Some(until) = &self.written(act).until else { continue };
            let joins = end.succ_opt().is_none_or(|next| self.begins(Element::Act(act)) <= next);
            if joins && !self.has_ended(act, day, depth) {
                end = end.max(self.bound.of(until));
            }
        }
        Some(end)
    }

    /// Whether something has put an end to an act by `day`.
    fn has_ended(&self, act: LinkIx, day: Day, depth: usize) -> bool {
        use StateWord as W;
        matches!(self.state(Element::Act(act), day, depth + 1).word, W::Repealed | W::Superseded | W::Annulled)
    }

    /// The first day on which it is over by its own words: after its last day, or after a suspension that was to end
    /// it and that nothing lifted.
    pub(super) fn over(&self, element: Element, acts: &[LinkIx], day: Day, depth: usize) -> Option<Day> {
        let own = self.ends(element, day, depth);
        let ending = self.of_kind(acts, LegalType::Suspends).filter(|&act| self.written(act).then == Then::Ends);
        let by_suspension = ending.filter_map(|act| {
            let last = self.ends(Element::Act(act), day, depth)?;
            (last < day && self.stops(act, acts, last, depth)).then_some(last)
        });
        own.into_iter().chain(by_suspension).min()?.succ_opt()
    }
}
