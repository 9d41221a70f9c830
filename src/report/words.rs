//! How links and states are put into words.

use crate::{
    dataset::{Dataset, EventIx},
    graph::{Answer, Link, LinkKind, Standing, Support},
    model::{Event, LegalLink},
};

/// What is said of a claim: `reported, 2 speakers · gives another reason`.
pub(super) fn standing(standing: &Standing) -> String {
    let speakers = |n: usize| if n == 1 { "1 speaker".to_owned() } else { format!("{n} speakers") };
    let support = match standing.support {
        Support::Named => "named in the instrument".to_owned(),
        Support::Acknowledged => "acknowledged".to_owned(),
        Support::Corroborated => format!("reported, {}", speakers(standing.speakers)),
        Support::SingleSource if standing.speakers == 0 => "reported, no independent speaker".to_owned(),
        Support::SingleSource => format!("reported, {}", speakers(standing.speakers)),
        Support::Editorial => "the editor's own reading".to_owned(),
    };
    match standing.answer.map(answer) {
        Some(answer) => format!("{support} · {answer}"),
        None => support,
    }
}

/// A support as one word: both kinds of report are `reported`, as in `--said`.
pub(super) fn support(support: Support) -> &'static str {
    match support {
        Support::Named => "named",
        Support::Acknowledged => "acknowledged",
        Support::Corroborated | Support::SingleSource => "reported",
        Support::Editorial => "editorial",
    }
}

/// What the acting side says of a claim.
pub(super) fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Denied => "denied by the acting side",
        Answer::OtherReason => "gives another reason",
        Answer::Silent => "acting side silent on it",
    }
}

/// What a link is: its type, and for a claim its standing, for a legal link what it covers and until when.
pub(super) fn link(link: &Link, dataset: &Dataset) -> String {
    match (link.kind, &link.standing) {
        (LinkKind::Cause(kind), Some(of)) => format!("{kind} · {}", standing(of)),
        _ => legal(&dataset.event(link.to).legal[link.entry]),
    }
}

/// A legal link in words: `suspends p2 until 2026-11-27, then resumes`.
pub(super) fn legal(link: &LegalLink) -> String {
    let mut text = link.kind.to_string();
    if !link.parts.is_empty() {
        let parts: Vec<&str> = link.parts.iter().map(|part| part.id.as_str()).collect();
        text.push(' ');
        text.push_str(&parts.join(", "));
    }
    if let Some(commitment) = &link.commitment {
        text.push_str(&format!(" (commitment {commitment})"));
    }
    if let Some(from) = &link.from {
        text.push_str(&format!(" from {from}"));
    }
    if let Some(until) = &link.until {
        text.push_str(&format!(" until {until}"));
    }
    if link.kind == crate::model::LegalType::Suspends && link.then != crate::model::Then::Unknown {
        text.push_str(&format!(", then {}", link.then));
    }
    text
}

/// The label of the side that issued an event, or of the sides of a deal.
pub(super) fn side(event: &Event, dataset: &Dataset) -> String {
    use crate::dataset::Place;
    match dataset.place(event) {
        Place::Side(side) => side.as_str().to_uppercase(),
        Place::Between(sides) => {
            sides.iter().map(|side| side.as_str().to_uppercase()).collect::<Vec<String>>().join("–")
        }
    }
}

/// The ids of some events, with commas.
pub(super) fn ids(events: &[EventIx], dataset: &Dataset) -> String {
    events.iter().map(|&ix| dataset.event(ix).id.as_str()).collect::<Vec<&str>>().join(", ")
}
