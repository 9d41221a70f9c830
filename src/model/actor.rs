//! Who acts, and on whom.

use super::{ActorId, Edtf, Lang, vocabulary::vocabulary};

vocabulary! {
    /// What an actor is. A jurisdiction says nothing of status; `world` is one, for measures on all partners.
    ActorKind, "actor kind" {
        Jurisdiction "jurisdiction" "a territory with rules of its own; says nothing of status",
        Bloc "bloc" "several jurisdictions acting as one",
        Government "government" "a head of state, cabinet or government as a whole",
        Agency "agency" "a ministry, department, bureau or commission",
        Party "party" "a political party and its organs",
        Legislature "legislature" "a parliament",
        Court "court" "a court, tribunal or panel",
        Company "company" "a firm or industry fund",
        University "university" "a university or research institute",
        Organisation "organisation" "an association, think tank or international body",
        Person "person" "one human being; a former official among them",
    }
}

/// One entry of the register of actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Its name in event files.
    pub id: ActorId,
    /// Its English name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: Option<String>,
    /// A short name for labels; by default the name.
    pub short: Option<String>,
    /// The jurisdiction that it acts for; this gives an event its lane.
    pub side: ActorId,
    /// What it is.
    pub kind: ActorKind,
    /// The body that it belongs to; for a company the owning company, never the state.
    pub parent: Option<ActorId>,
    /// Other names that it is known by.
    pub aliases: Vec<String>,
    /// Its own page.
    pub url: Option<String>,
    /// The entry that it continues under a new name.
    pub renamed_from: Option<ActorId>,
    /// When it began to exist, or to bear this name.
    pub since: Option<Edtf>,
}

impl Actor {
    /// The short name where there is one, else the name.
    pub fn label(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }

    /// The label in a language: in Chinese its Chinese name, where it has one.
    pub fn label_in(&self, lang: Lang) -> &str {
        lang.of(self.label(), self.name_zh.as_ref())
    }

    /// Whether it speaks for its government: a government, agency, party, legislature, court, jurisdiction or bloc.
    pub fn is_government_body(&self) -> bool {
        use ActorKind as K;
        matches!(
            self.kind,
            K::Jurisdiction | K::Bloc | K::Government | K::Agency | K::Party | K::Legislature | K::Court
        )
    }
}
