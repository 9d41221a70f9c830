//! What the events of a collection define, for those that point at them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{EventId, PartId},
    parse::{EventFile, Placed, RawEvent, RawLegal, RawTarget},
    source::SourceFile,
};

/// The events that links may point at.
#[derive(Debug, Default)]
pub(super) struct Known<'e> {
    events: BTreeMap<&'e str, &'e RawEvent>,
    left_out: BTreeSet<String>,
}

/// How links see an event.
pub(super) enum Found<'e> {
    /// It is there.
    Event(&'e RawEvent),
    /// It is there, but cannot be read; its own problems have been reported.
    LeftOut,
    /// It is not there.
    Nowhere,
}

impl<'e> Known<'e> {
    /// Takes note of events that cannot be read. A file that cannot be understood may well hold the event whose name
    /// it bears.
    pub(super) fn leave_out(&mut self, read: &EventFile, file: &SourceFile) {
        self.left_out.extend(read.unreadable.iter().map(EventId::to_string));
        if read.broken {
            self.left_out.insert(file.stem().to_owned());
        }
    }

    /// Takes note of events that can be read.
    pub(super) fn index(&mut self, events: &'e [Placed<RawEvent>]) {
        self.events.extend(events.iter().map(|event| (event.record.id.value.as_str(), &event.record)));
    }

    /// The event of that id.
    pub(super) fn find(&self, id: &EventId) -> Found<'e> {
        match self.events.get(id.as_str()) {
            Some(event) => Found::Event(event),
            None if self.left_out.contains(id.as_str()) => Found::LeftOut,
            None => Found::Nowhere,
        }
    }

    /// All ids that links may name.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.events.keys().copied()
    }

    /// Whether a link to `target` may name `part`.
    ///
    /// It may be the target itself or a part of it, one cut out of a part (`p1.metals`), an event at which the target's
    /// own links point, or, since a link acts on those links too, a part of what they act on.
    pub(super) fn has_part(&self, target: &'e RawEvent, part: &PartId) -> bool {
        // Real chains have a handful of events. A longer one is given up on, so that no input takes quadratic time.
        const MOST: usize = 200;
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut waiting = vec![target];
        while let Some(event) = waiting.pop() {
            if !seen.insert(event.id.value.as_str()) {
                continue;
            }
            if seen.len() > MOST || event.id.value.as_str() == part.as_str() || is_part_of(event, part) {
                return true;
            }
            for id in event.legal.iter().filter(|link| acts(link)).flat_map(|link| &link.event.0) {
                match self.find(&id.value) {
                    Found::Event(next) => waiting.push(next),
                    Found::LeftOut => return true,
                    Found::Nowhere => {}
                }
            }
        }
        false
    }

    /// Whether an event promises or threatens `commitment`.
    pub(super) fn commitments(event: &'e RawEvent) -> impl Iterator<Item = &'e str> {
        event.commitments.iter().flat_map(|entries| &entries.0).map(|(id, _)| id.value.as_str())
    }

    /// The parts that a link to `target` would usually name.
    pub(super) fn parts(target: &'e RawEvent) -> Vec<&'e str> {
        let mut parts: Vec<&str> = own_parts(target).collect();
        if parts.is_empty() && target.category.value.targets_are_parts() {
            parts.extend(named_targets(target));
        }
        parts.extend(target.legal.iter().flat_map(|link| &link.event.0).map(|id| id.value.as_str()));
        parts
    }
}

fn acts(link: &RawLegal) -> bool {
    link.commitment.is_none() && link.kind.value.changes_state()
}

fn is_part_of(event: &RawEvent, part: &PartId) -> bool {
    let listing = event.category.value.targets_are_parts() && own_parts(event).next().is_none();
    // `p1.x.y` is cut out of `p1.x`, and that out of `p1`.
    std::iter::successors(Some(part.as_str()), |name| Some(name.rsplit_once('.')?.0)).any(|name| {
        own_parts(event).any(|own| own == name) || (listing && named_targets(event).any(|target| target == name))
    })
}

fn own_parts(event: &RawEvent) -> impl Iterator<Item = &str> {
    let parts = event.measure.iter().filter_map(|measure| measure.parts.as_ref());
    parts.flat_map(|parts| &parts.0).map(|(id, _)| id.value.as_str())
}

fn named_targets(event: &RawEvent) -> impl Iterator<Item = &str> {
    event.targets.iter().filter_map(|target| match target {
        RawTarget::Plain(id) => Some(id.value.as_str()),
        RawTarget::InFull(_) => None,
    })
}
