//! From an event as written to an event whose every id exists.

use std::collections::BTreeSet;

use super::{
    codes,
    known::{Found, Known},
    register,
};
use crate::{
    diag::{CodeInfo, Diagnostic},
    model::{
        Accepted, ActorId, Dated, Event, EventId, Identifier, Importance, Source, SourceKey, Target, TechnologyId,
    },
    parse::{self, OneOrMany, Placed, Prose, RawAccepted, RawDate, RawEvent, RawSource, RawTarget, nearest},
    source::{Span, Spanned},
};

/// Resolves one event after another.
pub(super) struct Resolver<'a> {
    registers: &'a register::Loaded,
    pub(super) known: &'a Known<'a>,
    pub(super) found: &'a mut Vec<Diagnostic>,
    /// The sources of the event at hand.
    keys: BTreeSet<&'a str>,
    /// How many more words may be compared with mistyped ones: a hundred thousand unknown ids among as many known ones
    /// would take hours.
    comparisons: usize,
    /// The collection has no such register, which has been reported.
    no_actors: bool,
    no_technologies: bool,
}

impl<'a> Resolver<'a> {
    /// A resolver against these registers and events.
    pub(super) fn new(registers: &'a register::Loaded, known: &'a Known<'a>, found: &'a mut Vec<Diagnostic>) -> Self {
        Self {
            registers,
            known,
            found,
            keys: BTreeSet::new(),
            comparisons: 1_000_000,
            no_actors: false,
            no_technologies: false,
        }
    }

    /// The event, unless it has no actor that exists.
    pub(super) fn event(&mut self, placed: &'a Placed<RawEvent>) -> Option<Event> {
        let raw = &placed.record;
        self.source_names(&raw.sources);
        let actors: Vec<ActorId> = raw.actors.iter().filter_map(|actor| self.actor(actor)).collect();
        let event = Event {
            id: raw.id.value.clone(),
            title: raw.title.value.0.clone(),
            short: raw.short.as_ref().map(|short| short.value.0.clone()),
            title_zh: raw.title_zh.as_ref().map(|title| title.value.0.clone()),
            date: self.dated(&raw.date),
            dates: entries(raw.dates.as_ref()).map(|(kind, date)| (kind.value, self.dated(date))).collect(),
            category: raw.category.value,
            actors,
            targets: raw.targets.iter().filter_map(|target| self.target(target)).collect(),
            technologies: raw.technologies.iter().filter_map(|technology| self.technology(technology)).collect(),
            importance: raw.importance.as_ref().map_or(Importance::Notable, |importance| importance.value),
            summary: prose(raw.summary.as_ref()).unwrap_or_default(),
            identifiers: self.identifiers(raw),
            amounts: raw.amounts.iter().map(|amount| self.amount(amount)).collect(),
            measure: raw.measure.as_ref().map(super::resolve_parts::measure),
            legal: raw.legal.iter().filter_map(|link| self.legal(link)).collect(),
            causes: raw.causes.iter().filter_map(|cause| self.cause(cause)).collect(),
            commitments: entries(raw.commitments.as_ref()).filter_map(|(id, raw)| self.commitment(id, raw)).collect(),
            evidence: self.evidence(&raw.evidence),
            unanswered: raw.unanswered.as_ref().map(super::resolve_parts::unanswered),
            conflicts: raw.conflicts.iter().map(|conflict| self.conflict(conflict)).collect(),
            accepted: raw.accepted.iter().map(accepted).collect(),
            sources: raw.sources.iter().filter_map(source).collect(),
        };
        (!event.actors.is_empty()).then_some(event)
    }

    /// Takes note of the names of an event's sources, and reports two of one name.
    fn source_names(&mut self, sources: &'a [RawSource]) {
        self.keys.clear();
        for source in sources {
            if !self.keys.insert(source.id.value.as_str()) {
                let message = format!("two sources of this event have the id `{}`", source.id.value);
                let diagnostic = Diagnostic::new(&codes::DUPLICATE_ID, source.id.span, message);
                self.found.push(diagnostic.help("give one of them another id"));
            }
        }
    }

    /// Reports that there is no `what` of the id written at `span`, with the nearest one that there is.
    pub(super) fn unknown<'c>(
        &mut self,
        info: &CodeInfo,
        (id, span): (&str, Span),
        what: &str,
        candidates: impl IntoIterator<Item = &'c str>,
        otherwise: &str,
    ) {
        let mut left = self.comparisons;
        let near = nearest(id, candidates.into_iter().take(left).inspect(|_| left -= 1));
        self.comparisons = left;
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => otherwise.to_owned(),
        };
        self.found.push(Diagnostic::new(info, span, format!("there is no {what} `{id}`")).help(help));
    }

    /// An actor, if the register has it.
    pub(super) fn actor(&mut self, id: &Spanned<ActorId>) -> Option<ActorId> {
        let registers = &self.registers.registers;
        if registers.actor(id.value.as_str()).is_some() {
            return Some(id.value.clone());
        }
        if self.registers.actors_missing {
            return None;
        }
        if registers.actors().next().is_none() {
            self.no_register(id.span, "actors");
            return None;
        }
        let known = registers.actors().map(|actor| actor.id.as_str());
        let help = "add it to actors.yaml, or use one that is there";
        self.unknown(&codes::UNKNOWN_ACTOR, (id.value.as_str(), id.span), "actor", known, help);
        None
    }

    fn technology(&mut self, id: &Spanned<TechnologyId>) -> Option<TechnologyId> {
        let registers = &self.registers.registers;
        if registers.technology(id.value.as_str()).is_some() {
            return Some(id.value.clone());
        }
        if self.registers.technologies_missing {
            return None;
        }
        if registers.technologies().next().is_none() {
            self.no_register(id.span, "technologies");
            return None;
        }
        let known = registers.technologies().map(|technology| technology.id.as_str());
        let help = "add it to technologies.yaml, or use one that is there";
        self.unknown(&codes::UNKNOWN_TECHNOLOGY, (id.value.as_str(), id.span), "technology", known, help);
        None
    }

    /// Reports once that a whole register is not there.
    fn no_register(&mut self, span: Span, what: &str) {
        let reported = if what == "actors" { &mut self.no_actors } else { &mut self.no_technologies };
        if !std::mem::replace(reported, true) {
            let message = format!("the collection has no {what} (`{what}.yaml`), so no event can name one");
            let help = format!("put a list of {what} into `{what}.yaml` at the top of the collection");
            self.found.push(Diagnostic::new(&codes::MISSING_REGISTER, span, message).help(help));
        }
    }

    /// An event that a link may point at.
    pub(super) fn earlier(&mut self, id: &Spanned<EventId>) -> Option<&'a RawEvent> {
        match self.known.find(&id.value) {
            Found::Event(event) => Some(event),
            Found::LeftOut => None,
            Found::Nowhere => {
                let known = self.known;
                let help = "write that event first, or leave the link out";
                self.unknown(&codes::UNKNOWN_EVENT, (id.value.as_str(), id.span), "event", known.ids(), help);
                None
            }
        }
    }

    /// How many sources the event at hand has.
    pub(super) fn source_count(&self) -> usize {
        self.keys.len()
    }

    /// The sources that a statement cites.
    pub(super) fn cited(&mut self, cited: Option<&OneOrMany<SourceKey>>) -> Vec<SourceKey> {
        let mut keys = Vec::new();
        for key in cited.iter().flat_map(|cited| &cited.0) {
            if self.keys.contains(key.value.as_str()) {
                keys.push(key.value.clone());
            } else {
                let known: Vec<&str> = self.keys.iter().copied().collect();
                let message = format!("this event has no source `{}`", key.value);
                let help = format!("its sources are {}", known.join(", "));
                self.found.push(Diagnostic::new(&codes::UNKNOWN_SOURCE, key.span, message).help(help));
            }
        }
        keys
    }

    fn dated(&mut self, raw: &RawDate) -> Dated {
        match raw {
            RawDate::Plain(date) => Dated { value: date.value, sources: Vec::new(), note: None },
            RawDate::InFull(date) => Dated {
                value: date.value.value,
                sources: self.cited(date.source.as_ref()),
                note: prose(date.note.as_ref()),
            },
        }
    }

    fn target(&mut self, raw: &RawTarget) -> Option<Target> {
        let (id, how) = match raw {
            RawTarget::Plain(id) => (id, None),
            RawTarget::InFull(target) => (&target.id, Some(target.how.value)),
        };
        Some(Target { actor: self.actor(id)?, how })
    }

    fn identifiers(&mut self, raw: &RawEvent) -> Vec<Identifier> {
        let mut identifiers = Vec::new();
        for (scheme, values) in entries(raw.identifiers.as_ref()) {
            for value in &values.0 {
                match Identifier::new(scheme.value, &value.value.0) {
                    Some(identifier) => identifiers.push(identifier),
                    None => self.found.push(parse::bad_identifier(scheme.value, value)),
                }
            }
        }
        identifiers
    }
}

/// The entries of a mapping that may be absent.
pub(super) fn entries<K, V>(entries: Option<&parse::Entries<K, V>>) -> impl Iterator<Item = &(Spanned<K>, V)> {
    entries.into_iter().flat_map(|entries| &entries.0)
}

/// A text that may be absent.
pub(super) fn prose(text: Option<&Spanned<Prose>>) -> Option<String> {
    text.map(|text| text.value.0.clone())
}

fn accepted(raw: &RawAccepted) -> Accepted {
    Accepted { code: raw.code.value.0.clone(), why: raw.why.value.0.clone() }
}

/// A source; one that lacks what it needs has been reported.
fn source(raw: &RawSource) -> Option<Source> {
    Some(Source {
        id: raw.id.value.clone(),
        kind: raw.kind.as_ref()?.value,
        title: raw.title.as_ref()?.value.0.clone(),
        publisher: raw.publisher.as_ref()?.value.0.clone(),
        via: raw.via.as_ref().map(|via| via.value.0.clone()),
        url: raw.url.as_ref()?.value.0.clone(),
        published: raw.published.as_ref().map(|published| published.value),
        lang: raw.lang.as_ref().map(|lang| lang.value.0.clone()),
        accessed: raw.accessed.as_ref().map(|accessed| accessed.value),
    })
}
