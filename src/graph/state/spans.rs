//! From when to when the part, or an act, lasts by its own words and by what extends it.

use super::fold::{Element, Fold};
use crate::{
    dataset::EventIx,
    model::{Day, LegalType, Then},
};

impl Fold<'_> {
    /// First day of the part or act.
    pub(super) fn begins(&self, element: Element) -> Day {
        match element {
            Element::Part => self.bound.of(self.from),
            Element::Act(event, entry) => {
                let own = self.link(event, entry).from;
                self.bound.of(&own.unwrap_or(*self.dataset.event(event).default_from()))
            }
        }
    }

    /// Last day of the part or act, each extension counted that has not itself ended by `day`: none where it has no
    /// end.
    ///
    /// An extension runs on from the old end; one that begins later than the day after it extends nothing.
    pub(super) fn ends(&self, element: Element, day: Day, depth: usize) -> Option<Day> {
        let own = match element {
            Element::Part => self.until.map(|until| self.bound.of(until)),
            Element::Act(event, entry) => self.link(event, entry).until.map(|until| self.bound.of(&until)),
        };
        let mut end = own?;
        let mut extensions: Vec<(EventIx, usize)> = self
            .acts(element)
            .into_iter()
            .filter(|act| act.2 == LegalType::Extends)
            .map(|(event, entry, _)| (event, entry))
            .collect();
        extensions.sort_by_key(|&(event, entry)| (self.decided(event), self.begins(Element::Act(event, entry)), event));
        for (event, entry) in extensions {
            let act = Element::Act(event, entry);
            let Some(until) = self.link(event, entry).until.map(|until| self.bound.of(&until)) else { continue };
            let joins = end.succ_opt().is_none_or(|next| self.begins(act) <= next);
            let ended = self.acts(act).iter().any(|&(by, at, kind)| {
                kind.ends() && self.begins(Element::Act(by, at)) <= day && self.holds((by, at), day, depth)
            });
            if joins && !ended {
                end = end.max(until);
            }
        }
        Some(end)
    }

    /// The first day on which it is over by its own words: after its last day, or after a suspension that was to end
    /// it and that nothing lifted.
    pub(super) fn over(
        &self,
        element: Element,
        acts: &[(EventIx, usize, LegalType)],
        day: Day,
        depth: usize,
    ) -> Option<Day> {
        let own = self.ends(element, day, depth);
        let by_suspension = acts.iter().filter_map(|&(event, entry, kind)| {
            let ends_it = kind == LegalType::Suspends && self.link(event, entry).then == Then::Ends;
            let last = if ends_it { self.ends(Element::Act(event, entry), day, depth)? } else { return None };
            let ran = last < day && self.holds((event, entry), last, depth);
            (ran && !self.is_lifted((event, entry), acts, last, depth)).then_some(last)
        });
        own.into_iter().chain(by_suspension).min()?.succ_opt()
    }
}
