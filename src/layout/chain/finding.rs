//! The title and subtitle of a chain.

use super::Chain;
use crate::{
    graph::Lag,
    layout::{
        dates,
        entry::Entry,
        links,
        words::{Word, number},
    },
    model::Edtf,
    query::View,
};

/// How many consequences the event drew, how fast the first, and how many of the links are denied; or on how many acts
/// it followed. Counts what is shown of its own links.
pub(crate) fn finding(view: &View, chain: &Chain) -> String {
    let (centre, lang) = (chain.cast.centre.ix, chain.cast.centre.lang);
    let label = view.dataset.event(centre).label_in(lang);
    let own: Vec<_> = chain.cast.after.iter().filter(|link| link.from == centre).collect();
    let causes: Vec<_> = chain.cast.before.iter().filter(|link| link.to == centre).collect();
    let first = |lag: Lag| match links::lag_words(lag, lang) {
        _ if (lag.min, lag.max) == (0, 0) => Word::OnSameDay.say(lang).to_owned(),
        words if lag.max < 0 => Word::EarlierBy.with(lang, &[&words.trim_start_matches('−')]),
        words => Word::After.with(lang, &[&words]),
    };
    let nearest = own.iter().map(|link| link.lag).min();
    match (own.len(), nearest, causes.len()) {
        (1, Some(lag), _) => {
            let word = if own[0].denied { Word::OneConsequenceDenied } else { Word::OneConsequence };
            word.with(lang, &[&label, &first(lag)])
        }
        (count, Some(lag), _) => {
            let denied = match own.iter().filter(|link| link.denied).count() {
                0 => String::new(),
                denied if denied == count => Word::DeniesAll.say(lang).to_owned(),
                denied => Word::DeniesSome.with(lang, &[&number(denied, lang)]),
            };
            Word::ConsequenceCount.with(lang, &[&label, &number(count, lang), &first(lag), &denied])
        }
        (_, None, 0) => Word::NothingRecorded.with(lang, &[&label]),
        // Of the same day, or of days that may lie either way, there is no "before".
        (_, None, 1) if causes[0].lag.min <= 0 => Word::OneCause.with(lang, &[&label]),
        (_, None, 1) => Word::OneCauseBefore.with(lang, &[&label, &links::lag_words(causes[0].lag, lang)]),
        (_, None, count) => Word::CausesRecorded.with(lang, &[&label, &number(count, lang)]),
    }
}

/// What, from when to when, how many of how many, to which step.
pub(crate) fn subtitle(chain: &Chain, steps: usize) -> String {
    let (cast, lang) = (&chain.cast, chain.cast.centre.lang);
    let shown = 1 + cast.causes.len() + cast.effects.len();
    let all = || cast.causes.iter().chain(&cast.effects).map(Entry::date);
    let centre = cast.centre.date();
    let from = all().map(Edtf::earliest).fold(centre.earliest(), Ord::min);
    let to = all().map(Edtf::latest).fold(centre.latest(), Ord::max);
    let (from, to) = (dates::month(from, lang), dates::month(to, lang));
    let span = if from == to { from } else { Word::Span.with(lang, &[&from, &to]) };
    let steps = match steps {
        usize::MAX => String::new(),
        1 => Word::OneStep.say(lang).to_owned(),
        steps => Word::Steps.with(lang, &[&number(steps, lang)]),
    };
    Word::ChainSubtitle.with(lang, &[&span, &shown, &cast.total, &steps])
}
