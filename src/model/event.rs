//! An event: something that happened in public on a date.

use std::collections::BTreeMap;

use super::{
    Accepted, ActorId, Amount, Category, CauseClaim, Commitment, Conflict, DateKind, Dated, Edtf, EventId, Evidence,
    Identifier, Importance, Lang, LegalLink, Measure, Source, SourceKey, TechnologyId, Unanswered,
    vocabulary::vocabulary,
};

vocabulary! {
    /// How a target was identified, where it is not plainly named.
    TargetHow, "way of being a target" {
        Inferred "inferred" "not named, but plain from the terms of the act",
        Incidental "incidental" "hit in passing",
    }
}

/// Somebody at whom an act is aimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The actor.
    pub actor: ActorId,
    /// How it was identified; none where the act names it plainly.
    pub how: Option<TargetHow>,
}

/// Something that happened in public on a date. `docs/data-model.md` gives the meaning of each field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its stable name.
    pub id: EventId,
    /// One factual line in the present tense.
    pub title: String,
    /// The label on pictures, where the title is too long for one.
    pub short: Option<String>,
    /// The official Chinese name.
    pub title_zh: Option<String>,
    /// The first public day of this act.
    pub date: Dated,
    /// Its other days.
    pub dates: BTreeMap<DateKind, Dated>,
    /// The instrument.
    pub category: Category,
    /// Who acted; never empty, the first is the issuer.
    pub actors: Vec<ActorId>,
    /// At whom it is aimed.
    pub targets: Vec<Target>,
    /// What it is about.
    pub technologies: Vec<TechnologyId>,
    /// How much it matters.
    pub importance: Importance,
    /// Two to four sentences: what, for whom, from when.
    pub summary: String,
    /// Numbers under which others know it.
    pub identifiers: Vec<Identifier>,
    /// Money and quantities.
    pub amounts: Vec<Amount>,
    /// What it puts in force.
    pub measure: Option<Measure>,
    /// What it does to earlier events.
    pub legal: Vec<LegalLink>,
    /// Why it was done, and who says so.
    pub causes: Vec<CauseClaim>,
    /// What it promises or threatens.
    pub commitments: Vec<Commitment>,
    /// That it happened at all, where that is only reported or is denied.
    pub evidence: Vec<Evidence>,
    /// That no counter-act was found.
    pub unanswered: Option<Unanswered>,
    /// Where sources disagree.
    pub conflicts: Vec<Conflict>,
    /// Warnings that the editor stands by.
    pub accepted: Vec<Accepted>,
    /// Where all this can be read; never empty.
    pub sources: Vec<Source>,
}

impl Event {
    /// The label on pictures: `short`, else the title.
    pub fn label(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.title)
    }

    /// The label on pictures in a language: in Chinese the official name, where it has one.
    pub fn label_in(&self, lang: Lang) -> &str {
        lang.of(self.label(), self.title_zh.as_ref())
    }

    /// One of its other days.
    pub fn other_date(&self, kind: DateKind) -> Option<&Edtf> {
        self.dates.get(&kind).map(|dated| &dated.value)
    }

    /// The day from which its measure and links hold where they do not say: `applies`, else `effective`, else `date`.
    pub fn default_from(&self) -> &Edtf {
        self.other_date(DateKind::Applies).or_else(|| self.other_date(DateKind::Effective)).unwrap_or(&self.date.value)
    }

    /// The source of that name.
    pub fn source(&self, key: &SourceKey) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *key)
    }

    /// The sources that a citation names; the only source of the event where it names none.
    pub fn cited<'a>(&'a self, keys: &'a [SourceKey]) -> Vec<&'a Source> {
        if keys.is_empty() && self.sources.len() == 1 {
            return self.sources.iter().collect();
        }
        keys.iter().filter_map(|key| self.source(key)).collect()
    }

    /// Whether it is only reported to have happened: it carries evidence of its own.
    pub fn is_only_reported(&self) -> bool {
        !self.evidence.is_empty()
    }
}
