//! From places back to events, and which events could not be read whole.

use std::{cmp::Ordering, collections::BTreeSet};

use crate::{
    dataset::{CODES, Dataset, EventIx, READING_CODES},
    diag::{Diagnostics, Severity},
    source::{SourceId, Span},
};

/// Where events are written, in the order of files and places.
pub(super) struct Places {
    events: Vec<(SourceId, usize, usize, EventIx)>,
}

impl Places {
    /// The places of all events.
    pub(super) fn of(dataset: &Dataset) -> Self {
        let place = |ix: EventIx| {
            let origin = dataset.origin(ix);
            (origin.source, origin.start, origin.end, ix)
        };
        let mut events: Vec<_> = dataset.iter().map(|(ix, _)| place(ix)).collect();
        events.sort_unstable();
        Self { events }
    }

    /// The event in whose mapping the place lies.
    pub(super) fn event_at(&self, place: Span) -> Option<EventIx> {
        let found = self.events.binary_search_by(|&(source, start, end, _)| {
            source.cmp(&place.source).then(if end <= place.start {
                Ordering::Less
            } else if start > place.start {
                Ordering::Greater
            } else {
                Ordering::Equal
            })
        });
        found.ok().map(|at| self.events[at].3)
    }
}

/// What reading had to leave out. Rules that find something missing stay silent there: it may be in the file.
pub(super) struct Misread {
    events: BTreeSet<EventIx>,
    /// An error lies outside all events, so an event may have been left out whole.
    pub(super) left_out: bool,
}

impl Misread {
    /// By the errors of reading and resolving among those found so far.
    pub(super) fn of(dataset: &Dataset, found: &Diagnostics) -> Self {
        let places = Places::of(dataset);
        let mut misread = Self { events: BTreeSet::new(), left_out: false };
        for problem in found.sorted().into_iter().filter(|problem| problem.severity == Severity::Error) {
            if !READING_CODES.iter().chain(CODES).any(|info| info.code == problem.code) {
                continue;
            }
            match places.event_at(problem.span()) {
                Some(event) => drop(misread.events.insert(event)),
                None => misread.left_out = true,
            }
        }
        misread
    }

    /// Whether something in the event could not be read.
    pub(super) fn has(&self, event: EventIx) -> bool {
        self.events.contains(&event)
    }
}
