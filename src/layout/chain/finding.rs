//! The title and subtitle of a chain.

use super::Chain;
use crate::{
    layout::{dates, finding::number, links},
    query::View,
};

/// How many consequences the event drew, how fast the first, and how many of the links are denied; or on how many acts
/// it followed. Counts what is shown of its own links.
pub(crate) fn finding(view: &View, chain: &Chain) -> String {
    let centre = chain.cast.centre.ix;
    let label = view.dataset.event(centre).label();
    let own: Vec<_> = chain.cast.after.iter().filter(|link| link.from == centre).collect();
    let causes: Vec<_> = chain.cast.before.iter().filter(|link| link.to == centre).collect();
    let first = |lag: crate::graph::Lag| match links::lag_words(lag) {
        words if words == "same day" => "on the same day".to_owned(),
        words if lag.max < 0 => format!("{} earlier by the calendar", words.trim_start_matches('−')),
        words => format!("after {words}"),
    };
    let nearest = own.iter().map(|link| link.lag).min();
    match (own.len(), nearest, causes.len()) {
        (1, Some(lag), _) => {
            let denied = if own[0].denied { ", which denies the link" } else { "" };
            format!("{label}: one consequence recorded, {}{denied}", first(lag))
        }
        (count, Some(lag), _) => {
            let denied = match own.iter().filter(|link| link.denied).count() {
                0 => String::new(),
                denied if denied == count => "; the acting side denies every link".to_owned(),
                denied => format!("; the acting side denies {}", number(denied)),
            };
            format!("{label}: {} consequences recorded, the first {}{denied}", number(count), first(lag))
        }
        (_, None, 0) => format!("{label}: no recorded cause or consequence"),
        (_, None, 1) => format!("{label}: one recorded cause, {} before", links::lag_words(causes[0].lag)),
        (_, None, count) => {
            let nearest = causes.iter().map(|link| links::lag_words(link.lag)).min_by_key(String::len);
            let _ = nearest;
            format!("{label}: {} recorded causes", number(count))
        }
    }
}

/// What, from when to when, how many of how many, to which step.
pub(crate) fn subtitle(chain: &Chain, steps: usize) -> String {
    let cast = &chain.cast;
    let shown = 1 + cast.causes.len() + cast.effects.len();
    let all = || cast.causes.iter().chain(&cast.effects).chain([&cast.centre]);
    let from = all().map(|entry| entry.date().earliest()).min();
    let to = all().map(|entry| entry.date().latest()).max();
    let span = match (from.map(dates::month), to.map(dates::month)) {
        (Some(from), Some(to)) if from == to => format!(", {from}"),
        (Some(from), Some(to)) => format!(", {from} to {to}"),
        _ => String::new(),
    };
    let steps = match steps {
        usize::MAX => String::new(),
        1 => ", one step from it".to_owned(),
        steps => format!(", up to {} steps from it", number(steps)),
    };
    format!("Recorded causes and consequences{span} · {shown} of {} events of the chain shown{steps}", cast.total)
}
