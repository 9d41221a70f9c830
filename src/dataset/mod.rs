//! A collection as one value: every id resolved, every event in time order, and the way back to its place in a file.

mod codes;
mod known;
mod load;
#[cfg(test)]
pub(crate) mod made;
mod register;
mod registers;
mod resolve;
mod resolve_parts;

use std::{collections::BTreeMap, fmt};

use crate::{
    model::{ActorId, Collection, Day, Event, EventId},
    parse,
    source::{SourceId, Sources, Span},
};

pub(crate) use crate::parse::nearest;
pub use crate::parse::{CODES as READING_CODES, Step};
pub use codes::CODES;
pub use registers::Registers;

/// An event of a [`Dataset`], by its position in time order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIx(pub u32);

impl EventIx {
    /// As an index into a slice.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Where an event was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub source: SourceId,
    /// First byte of the event's mapping.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// A whole collection. Events stand in time order (by [`Edtf::sort_key`](crate::model::Edtf::sort_key), then id), so
/// the order of files never matters. Every id that an event names exists here.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    events: Vec<Event>,
    origins: Vec<Origin>,
    by_id: BTreeMap<EventId, EventIx>,
    registers: Registers,
    collection: Collection,
    sources: Sources,
}

/// What reading gives: as much of the collection as can be understood, and every problem found.
#[derive(Debug)]
pub struct Loaded {
    /// The collection; events with problems are left out or lack the field in question.
    pub dataset: Dataset,
    /// The problems.
    pub diagnostics: crate::diag::Diagnostics,
}

/// Where an event stands on pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On the side of its issuer.
    Side(ActorId),
    /// Between the sides that made it.
    Between(Vec<ActorId>),
}

impl Dataset {
    /// A dataset of events whose ids all resolve; `Dataset::load` sees to that.
    pub(crate) fn assemble(
        events: Vec<(Event, Origin)>,
        registers: Registers,
        collection: Collection,
        sources: Sources,
    ) -> Self {
        let mut events = events;
        events.sort_by(|(a, _), (b, _)| {
            a.date.value.sort_key().cmp(&b.date.value.sort_key()).then_with(|| a.id.cmp(&b.id))
        });
        let (events, origins): (Vec<Event>, Vec<Origin>) = events.into_iter().unzip();
        let by_id = (0..).map(EventIx).zip(&events).map(|(ix, event)| (event.id.clone(), ix)).collect();
        Self { events, origins, by_id, registers, collection, sources }
    }

    /// All events in time order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// All events with their positions, in time order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (EventIx, &Event)> {
        self.events.iter().enumerate().map(|(at, event)| (EventIx(u32::try_from(at).unwrap_or(u32::MAX)), event))
    }

    /// The event at a position.
    pub fn event(&self, ix: EventIx) -> &Event {
        &self.events[ix.index()]
    }

    /// The position of an event.
    pub fn find(&self, id: &str) -> Option<EventIx> {
        self.by_id.get(id).copied()
    }

    /// Where an event was written.
    pub fn origin(&self, ix: EventIx) -> Origin {
        self.origins[ix.index()]
    }

    /// The place in its file of what `path` leads to in an event, as `[Key("legal"), Index(2), Key("event")]`; where a
    /// step leads nowhere, the place so far. Reads the event again, so it is meant for messages. Positions in lists
    /// are those of the file: they differ from those of the event after an entry that could not be read.
    pub fn span_of(&self, ix: EventIx, path: &[Step<'_>]) -> Span {
        let Origin { source, start, end } = self.origin(ix);
        parse::locate(self.sources.file(source).text(), Span::new(source, start, end), path)
    }

    /// The registers of actors and technologies.
    pub fn registers(&self) -> &Registers {
        &self.registers
    }

    /// What the collection says of itself.
    pub fn collection(&self) -> &Collection {
        &self.collection
    }

    /// The files that it was read from.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Which state of the collection this is: [`Sources::fingerprint`].
    pub fn fingerprint(&self) -> String {
        self.sources.fingerprint()
    }

    /// The day to which the collection was researched: as it says, else the newest date in it. None if it is empty.
    pub fn as_of(&self) -> Option<Day> {
        match &self.collection.as_of {
            Some(date) => Some(date.latest()),
            None => self.events.iter().map(|event| event.date.value.latest()).max(),
        }
    }

    /// The side of the issuer, which gives an event its lane.
    pub fn side<'a>(&'a self, event: &'a Event) -> &'a ActorId {
        self.registers.side(&event.actors[0])
    }

    /// All sides among the actors, each once, in the order written.
    pub fn acting_sides<'a>(&'a self, event: &'a Event) -> Vec<&'a ActorId> {
        let mut sides = Vec::new();
        for actor in &event.actors {
            let side = self.registers.side(actor);
            if !sides.contains(&side) {
                sides.push(side);
            }
        }
        sides
    }

    /// Where an event stands on pictures: agreements and talks between sides stand between them.
    pub fn place(&self, event: &Event) -> Place {
        use crate::model::Category as C;
        let sides = self.acting_sides(event);
        if sides.len() > 1 && matches!(event.category, C::Agreement | C::Negotiation) {
            Place::Between(sides.into_iter().cloned().collect())
        } else {
            Place::Side(self.side(event).clone())
        }
    }
}

impl fmt::Display for EventIx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
