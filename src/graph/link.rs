//! Edges: what a later event does to an earlier one, or is said to answer.

use crate::{
    dataset::EventIx,
    graph::Standing,
    model::{CauseType, LegalType, Vocabulary},
};

/// A link of an [`EventGraph`](super::EventGraph), by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkIx(pub u32);

impl LinkIx {
    /// As an index into a slice.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What kind of link: a fact that can be checked by reading, or a claim that somebody makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkKind {
    /// A claim: the earlier event is a cause of the later.
    Cause(CauseType),
    /// A fact: what the later document does to the earlier event.
    Legal(LegalType),
}

/// Which way along links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To later events: what followed.
    After,
    /// To earlier events: what led to it.
    Before,
}

impl LinkKind {
    /// The word for it in event files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cause(kind) => kind.word(),
            Self::Legal(kind) => kind.word(),
        }
    }

    /// Whether it is a claim about causes.
    pub fn is_cause(self) -> bool {
        matches!(self, Self::Cause(_))
    }
}

/// One link between two events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The earlier event: the cause, or what the document acts on.
    pub from: EventIx,
    /// The later event, in whose file the link is written.
    pub to: EventIx,
    /// What kind of link.
    pub kind: LinkKind,
    /// Its position in the later event's `causes` or `legal`.
    pub entry: usize,
    /// Who says so and what the acting side answers; none for a legal link, which is a fact.
    pub standing: Option<Standing>,
    /// The later event is definitely earlier than what it answers or acts on, as the checker reckons it.
    pub back_in_time: bool,
}

impl Link {
    /// The event that one comes to along it.
    pub fn end(&self, direction: Direction) -> EventIx {
        match direction {
            Direction::After => self.to,
            Direction::Before => self.from,
        }
    }
}
