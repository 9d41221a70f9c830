//! Standing of a claim: how well it is supported, and what the acting side answers. Both are shown together.

use std::collections::BTreeSet;

use crate::{
    dataset::Dataset,
    model::{ActorId, ActorKind, Category, Event, Evidence, Source, SourceKind, Stance, vocabulary},
};

vocabulary! {
    /// How well a claim is supported, weakest first.
    Support, "support" {
        Editorial "editorial" "nobody is cited; the editor's own reading",
        SingleSource "single-source" "one independent speaker, or none that is independent",
        Corroborated "corroborated" "two independent speakers",
        Acknowledged "acknowledged" "the acting side says so itself",
        Named "named" "the instrument itself names the cause",
    }
}

vocabulary! {
    /// What the acting side says of the claim, weakest first.
    Answer, "answer" {
        Silent "silent" "it spoke of the act without joining it to the cause",
        OtherReason "other-reason" "it gives another motive",
        Denied "denied" "it says that it is not so",
    }
}

/// The two sides of a claim's standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The strongest support found.
    pub support: Support,
    /// How many independent speakers support it.
    pub speakers: usize,
    /// The strongest answer of the acting side; none where none was found.
    pub answer: Option<Answer>,
}

impl Standing {
    /// The standing of a claim about `event` that rests on `evidence`.
    pub fn of(event: &Event, evidence: &[Evidence], dataset: &Dataset) -> Self {
        let sides = Sides::of(event, dataset);
        let supporting = || evidence.iter().filter(|item| item.stance == Stance::Supports);
        let speakers: BTreeSet<String> = supporting().flat_map(|item| sides.independent_speakers(item)).collect();
        let support = if supporting().any(|item| names_the_cause(event, item)) {
            Support::Named
        } else if supporting().any(|item| item.by.as_ref().is_some_and(|by| sides.is_acting(by))) {
            Support::Acknowledged
        } else if speakers.len() >= 2 {
            Support::Corroborated
        } else if supporting().next().is_some() {
            Support::SingleSource
        } else {
            Support::Editorial
        };
        let answer = evidence.iter().filter_map(|item| sides.answer(item)).max();
        Self { support, speakers: speakers.len(), answer }
    }
}

/// Whether the instrument itself names the cause: it is cited without a speaker.
fn names_the_cause(event: &Event, item: &Evidence) -> bool {
    let said = matches!(event.category, Category::Statement | Category::Threat);
    item.by.is_none()
        && event.cited(&item.sources).iter().any(|source| match source.kind {
            SourceKind::PrimaryLegal | SourceKind::OfficialMirror => true,
            SourceKind::PrimaryStatement => said,
            _ => false,
        })
}

/// Who acts and who is acted upon, for telling independent speakers from others.
struct Sides<'a> {
    event: &'a Event,
    dataset: &'a Dataset,
    acting: Vec<&'a ActorId>,
    targeted: Vec<&'a ActorId>,
}

impl<'a> Sides<'a> {
    fn of(event: &'a Event, dataset: &'a Dataset) -> Self {
        let targeted = event.targets.iter().map(|target| dataset.registers().side(&target.actor)).collect();
        Self { event, dataset, acting: dataset.acting_sides(event), targeted }
    }

    /// The acting side is every government body of the sides among the actors, and the actors themselves.
    fn is_acting(&self, speaker: &ActorId) -> bool {
        self.event.actors.contains(speaker) || self.speaks_for_one_of(speaker, &self.acting)
    }

    fn is_acted_against(&self, speaker: &ActorId) -> bool {
        let named = self.event.targets.iter().any(|target| target.actor == *speaker);
        named || self.speaks_for_one_of(speaker, &self.targeted)
    }

    fn speaks_for_one_of(&self, speaker: &ActorId, sides: &[&ActorId]) -> bool {
        self.dataset
            .registers()
            .actor(speaker.as_str())
            .is_some_and(|actor| actor.is_government_body() && sides.contains(&&actor.side))
    }

    /// The speaker is the `by`, else the publishers of the sources; state media, persons and the side acted against
    /// are not independent.
    fn independent_speakers(&self, item: &Evidence) -> Vec<String> {
        let cited = self.event.cited(&item.sources);
        let free = |source: &&&Source| source.kind != SourceKind::StateMedia;
        let registers = self.dataset.registers();
        let is_person = |id: &ActorId| registers.actor(id.as_str()).is_some_and(|a| a.kind == ActorKind::Person);
        if let Some(by) = &item.by {
            let independent = cited.iter().any(|source| free(&source)) && !is_person(by) && !self.is_acted_against(by);
            return if independent { vec![by.to_string()] } else { Vec::new() };
        }
        let publisher = |source: &&Source| match registers.actor_named(&source.publisher) {
            Some(actor) if is_person(&actor.id) || self.is_acted_against(&actor.id) => None,
            Some(actor) => Some(actor.id.to_string()),
            None => Some(source.publisher.to_lowercase()),
        };
        cited.iter().filter(free).filter_map(publisher).collect()
    }

    fn answer(&self, item: &Evidence) -> Option<Answer> {
        let own_words = || self.event.cited(&item.sources).iter().any(|source| source.kind.is_primary());
        let acting = item.by.as_ref().map(|by| self.is_acting(by));
        match item.stance {
            Stance::Supports => None,
            Stance::Denies => acting.unwrap_or_else(own_words).then_some(Answer::Denied),
            Stance::OtherReason => acting.unwrap_or(true).then_some(Answer::OtherReason),
            Stance::Silent => acting.unwrap_or(true).then_some(Answer::Silent),
        }
    }
}
