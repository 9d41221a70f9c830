//! The registers of actors and technologies, with the trees that they form.

use std::collections::BTreeMap;

use crate::{
    model::{Actor, ActorId, Lang, Technology, TechnologyId},
    source::Span,
};

/// The registers. Every `side`, `parent` and `broader` that an entry names exists, and parents form no cycle.
#[derive(Debug, Clone, Default)]
pub struct Registers {
    actors: BTreeMap<ActorId, Actor>,
    technologies: BTreeMap<TechnologyId, Technology>,
    sides: Vec<ActorId>,
    names: BTreeMap<String, ActorId>,
    actor_spans: BTreeMap<ActorId, Span>,
    technology_spans: BTreeMap<TechnologyId, Span>,
}

impl Registers {
    /// Registers of entries whose ids all resolve, in the order of their files (which orders the sides).
    pub(crate) fn assemble(actors: Vec<Actor>, technologies: Vec<Technology>) -> Self {
        let mut sides: Vec<ActorId> = Vec::new();
        for actor in &actors {
            if !sides.contains(&actor.side) {
                sides.push(actor.side.clone());
            }
        }
        let mut names = BTreeMap::new();
        for actor in &actors {
            let all = [Some(&actor.name), actor.name_zh.as_ref(), actor.short.as_ref()].into_iter().flatten();
            for name in all.chain(&actor.aliases) {
                names.entry(name.to_lowercase()).or_insert_with(|| actor.id.clone());
            }
        }
        Self {
            names,
            actors: actors.into_iter().map(|actor| (actor.id.clone(), actor)).collect(),
            technologies: technologies.into_iter().map(|tech| (tech.id.clone(), tech)).collect(),
            sides,
            actor_spans: BTreeMap::new(),
            technology_spans: BTreeMap::new(),
        }
    }

    /// With the places of the entries.
    #[must_use]
    pub(crate) fn located(
        self,
        actor_spans: BTreeMap<ActorId, Span>,
        technology_spans: BTreeMap<TechnologyId, Span>,
    ) -> Self {
        Self { actor_spans, technology_spans, ..self }
    }

    /// Where an actor was written; none for one that is built into the program.
    pub fn actor_span(&self, id: &ActorId) -> Option<Span> {
        self.actor_spans.get(id).copied()
    }

    /// Where a technology was written; none for one that is built into the program.
    pub fn technology_span(&self, id: &TechnologyId) -> Option<Span> {
        self.technology_spans.get(id).copied()
    }

    /// Sides in the order of the register, which is the order of lanes.
    pub fn sides(&self) -> &[ActorId] {
        &self.sides
    }

    /// All actors by id.
    pub fn actors(&self) -> impl Iterator<Item = &Actor> {
        self.actors.values()
    }

    /// All technologies by id.
    pub fn technologies(&self) -> impl Iterator<Item = &Technology> {
        self.technologies.values()
    }

    /// The actor of that id.
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        self.actors.get(id)
    }

    /// The actor known by that name, short name or alias, in any case.
    pub fn actor_named(&self, name: &str) -> Option<&Actor> {
        self.actors.get(self.names.get(&name.to_lowercase())?)
    }

    /// The technology of that id.
    pub fn technology(&self, id: &str) -> Option<&Technology> {
        self.technologies.get(id)
    }

    /// The side that an actor acts for; an actor that is not registered is its own.
    pub fn side<'a>(&'a self, actor: &'a ActorId) -> &'a ActorId {
        self.actors.get(actor).map_or(actor, |entry| &entry.side)
    }

    /// The label of an actor, or its id where it is not registered.
    pub fn label<'a>(&'a self, actor: &'a ActorId) -> &'a str {
        self.actors.get(actor).map_or(actor.as_str(), Actor::label)
    }

    /// The same in a language.
    pub fn label_in<'a>(&'a self, actor: &'a ActorId, lang: Lang) -> &'a str {
        self.actors.get(actor).map_or(actor.as_str(), |entry| entry.label_in(lang))
    }

    /// Whether `actor` is `whole`, or belongs to it through its parents.
    pub fn belongs_to(&self, actor: &ActorId, whole: &ActorId) -> bool {
        std::iter::successors(Some(actor), |id| self.actors.get(*id)?.parent.as_ref()).any(|id| id == whole)
    }

    /// Whether `technology` is `field`, or lies within it.
    pub fn lies_within(&self, technology: &TechnologyId, field: &TechnologyId) -> bool {
        std::iter::successors(Some(technology), |id| self.technologies.get(*id)?.broader.as_ref()).any(|id| id == field)
    }
}
