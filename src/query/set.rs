//! Sets of events.

use crate::dataset::{Dataset, EventIx};

/// A set of events of one dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Set(Vec<bool>);

impl Set {
    pub(super) fn none(dataset: &Dataset) -> Self {
        Self(vec![false; dataset.events().len()])
    }

    pub(super) fn of(dataset: &Dataset, holds: impl Fn(EventIx) -> bool) -> Self {
        Self(dataset.iter().map(|(ix, _)| holds(ix)).collect())
    }

    pub(super) fn contains(&self, ix: EventIx) -> bool {
        self.0[ix.index()]
    }

    /// Adds an event; whether it was new.
    pub(super) fn insert(&mut self, ix: EventIx) -> bool {
        !std::mem::replace(&mut self.0[ix.index()], true)
    }

    pub(super) fn events(&self) -> Vec<EventIx> {
        (0..).map(EventIx).zip(&self.0).filter(|(_, chosen)| **chosen).map(|(ix, _)| ix).collect()
    }

    pub(super) fn complement(self) -> Self {
        Self(self.0.into_iter().map(|chosen| !chosen).collect())
    }

    pub(super) fn and(self, other: &Self) -> Self {
        Self(self.0.into_iter().zip(&other.0).map(|(a, b)| a && *b).collect())
    }

    pub(super) fn or(self, other: &Self) -> Self {
        Self(self.0.into_iter().zip(&other.0).map(|(a, b)| a || *b).collect())
    }
}
