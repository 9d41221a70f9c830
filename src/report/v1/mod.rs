//! The public JSON, version 1 of each answer. It has types of its own, so that the inner ones may move.
//!
//! Members are added without a new version; a member that changes its meaning or goes away makes a new version.

mod event;

use serde::Serialize;

pub use event::event;

use crate::{
    dataset::Dataset,
    graph::{Basis, EventGraph, Lag, LinkIx, LinkKind, PartState},
    model::Vocabulary,
};

/// A link, in `after`, `before`, `path`, `show` and `output/events.json`.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Id of the earlier event.
    pub from: String,
    /// Id of the later event.
    pub to: String,
    /// `cause` or `legal`.
    pub kind: &'static str,
    /// The word of the event file: `responds-to`, `suspends`.
    #[serde(rename = "type")]
    pub type_: &'static str,
    /// Support of a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<&'static str>,
    /// Answer of the acting side to a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<&'static str>,
    /// Parts that a legal link covers, where not all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// The commitment that a legal link resolves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment: Option<String>,
    /// Last day on which a legal link holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Days from the earlier event to the later.
    pub lag: Option<LagDays>,
}

/// Days between two events.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct LagDays {
    /// The fewest.
    pub min: i64,
    /// The most.
    pub max: i64,
    /// From which days they are counted.
    pub basis: &'static str,
}

impl LagDays {
    /// A lag on its basis.
    pub fn new(lag: Lag, basis: Basis) -> Self {
        Self { min: lag.min, max: lag.max, basis: basis.word() }
    }
}

/// A link of the graph.
pub fn link(ix: LinkIx, dataset: &Dataset, graph: &EventGraph, basis: Basis) -> Link {
    let link = graph.link(ix);
    let (from, to) = (dataset.event(link.from), dataset.event(link.to));
    let legal = match link.kind {
        LinkKind::Legal(_) => Some(&to.legal[link.entry]),
        LinkKind::Cause(_) => None,
    };
    Link {
        from: from.id.to_string(),
        to: to.id.to_string(),
        kind: if link.kind.is_cause() { "cause" } else { "legal" },
        type_: link.kind.word(),
        support: link.standing.map(|standing| standing.support.word()),
        answer: link.standing.and_then(|standing| standing.answer).map(Vocabulary::word),
        parts: legal.into_iter().flat_map(|legal| &legal.parts).map(|part| part.id.to_string()).collect(),
        commitment: legal.and_then(|legal| legal.commitment.as_ref()).map(ToString::to_string),
        until: legal.and_then(|legal| legal.until).map(|date| date.to_string()),
        lag: Lag::on(basis, from, to).map(|lag| LagDays::new(lag, basis)),
    }
}

/// The state of a part of a measure on a day.
#[derive(Debug, Clone, Serialize)]
pub struct State {
    /// Id of the measure's event.
    pub event: String,
    /// The part; null for a whole without parts.
    pub part: Option<String>,
    /// The state.
    pub state: &'static str,
    /// For `unknown-after`: the last day of the suspension that ran out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// For `uncertain`: the two states that it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub either: Option<[&'static str; 2]>,
    /// Last day of the state, by the words of the act that gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Ids of the events that give the state.
    pub by: Vec<String>,
    /// Ids of the exceptions that hold.
    pub exceptions: Vec<String>,
    /// The words of the part, as last amended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// In force again only because an old act said that it would be.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unconfirmed: bool,
    /// The act itself is only reported.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reported: bool,
    /// The day is past the collection's as-of day: the state as last recorded on that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_recorded: Option<String>,
}

/// The state of a part of a measure. `last_recorded` is the as-of day where the day asked about lies past it.
pub fn state(
    event: &crate::model::Event,
    part: &PartState,
    dataset: &Dataset,
    last_recorded: Option<crate::model::Day>,
) -> State {
    let ids = |events: &[crate::dataset::EventIx]| events.iter().map(|&ix| dataset.event(ix).id.to_string()).collect();
    State {
        event: event.id.to_string(),
        part: (!part.is_whole).then(|| part.part.to_string()),
        state: part.state.word(),
        after: part.after.map(|day| day.to_string()),
        either: part.either.map(|(a, b)| [a.word(), b.word()]),
        until: part.until.map(|day| day.to_string()),
        by: ids(&part.by),
        exceptions: ids(&part.exceptions),
        words: part.words.clone(),
        unconfirmed: part.unconfirmed,
        reported: event.is_only_reported(),
        last_recorded: last_recorded.map(|day| day.to_string()),
    }
}

/// Any of the types here as a JSON value. They hold nothing that JSON cannot.
pub(super) fn value<T: Serialize>(value: &T) -> serde_json::Value {
    serde_json::to_value(value).unwrap_or_default()
}
