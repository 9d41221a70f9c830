//! Made collections: events with legal links of every kind, claims, parts and blurred dates, few enough for a fault to
//! be read by eye. Each is valid: it reads without a problem.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use ensue::{dataset::Dataset, model::Day, source::Sources};
use proptest::{prelude::*, sample::Index};

const ACTS: [&str; 9] =
    ["amends", "extends", "suspends", "resumes", "exempts", "repeals", "supersedes", "annuls", "enjoins"];
const OTHERS: [&str; 3] = ["based-on", "upholds", "rules-against"];
const CAUSES: [&str; 5] = ["retaliates-for", "responds-to", "in-exchange-for", "enabled-by", "motivated-by"];
const FIRMS: [&str; 3] = ["firm-a", "firm-b", "firm-c"];

const ACTORS: &str = "\
- {id: us, name: United States, side: us, kind: jurisdiction}
- {id: cn, name: China, side: cn, kind: jurisdiction}
- {id: firm-a, name: A, side: cn, kind: company}
- {id: firm-b, name: B, side: cn, kind: company}
- {id: firm-c, name: C, side: cn, kind: company}
";

/// A date: days after the first of 2020, and how sharply it is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MadeDate {
    day: u64,
    blur: Blur,
}

#[derive(Debug, Clone, Copy)]
enum Blur {
    Day,
    About,
    Month,
    Within,
    Lasted,
}

#[derive(Debug, Clone)]
struct MadeLegal {
    kind: &'static str,
    targets: Vec<Index>,
    parts: Vec<Index>,
    words: bool,
    from: Option<MadeDate>,
    until: Option<MadeDate>,
    then: Option<&'static str>,
}

#[derive(Debug, Clone)]
struct MadePart {
    from: Option<MadeDate>,
    until: Option<MadeDate>,
}

#[derive(Debug, Clone)]
struct MadeMeasure {
    from: Option<MadeDate>,
    until: Option<MadeDate>,
    parts: Vec<MadePart>,
    listing: bool,
}

/// An event; its causes may be any others.
#[derive(Debug, Clone)]
struct MadeEvent {
    date: MadeDate,
    chinese: bool,
    measure: Option<MadeMeasure>,
    legal: Vec<MadeLegal>,
    causes: Vec<(Index, &'static str, &'static str)>,
}

/// A collection as text, a file an event.
#[derive(Debug, Clone)]
pub(crate) struct Made {
    /// Files by name.
    pub(crate) files: BTreeMap<String, String>,
    /// All days on which something may turn, and the days around them.
    pub(crate) days: BTreeSet<Day>,
}

impl Made {
    /// Reads it; it must read without a problem.
    pub(crate) fn dataset(&self) -> Dataset {
        read(self.files.clone())
    }

    /// Reads the same events from one file, in the order that `keys` give.
    #[allow(dead_code, reason = "not every test binary asks for it")]
    pub(crate) fn shuffled(&self, keys: &[u8]) -> Dataset {
        let events = self.files.iter().filter(|(name, _)| *name != "actors.yaml");
        let mut texts: Vec<(u8, &String)> = keys.iter().copied().cycle().zip(events.map(|(_, text)| text)).collect();
        texts.sort_by_key(|(key, _)| *key);
        let text = texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("---\n");
        read(BTreeMap::from([("a.yaml".to_owned(), text), ("actors.yaml".to_owned(), ACTORS.to_owned())]))
    }

    /// All events in one text.
    #[allow(dead_code, reason = "not every test binary asks for it")]
    pub(crate) fn text(&self) -> String {
        let events = self.files.iter().filter(|(name, _)| *name != "actors.yaml");
        events.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("---\n")
    }
}

/// Collections of at most `most` events, with every kind of link. Claims of causes may run in circles.
pub(crate) fn collections(most: usize) -> impl Strategy<Value = Made> {
    prop::collection::vec(event(legal(&ACTS, true)), 2..=most).prop_map(written)
}

/// Collections whose acts are only of these kinds, without last days.
#[allow(dead_code, reason = "not every test binary asks for it")]
pub(crate) fn collections_of(most: usize, kinds: &'static [&'static str]) -> impl Strategy<Value = Made> {
    prop::collection::vec(event(legal(kinds, false)), 2..=most).prop_map(written)
}

fn read(files: BTreeMap<String, String>) -> Dataset {
    let loaded = Dataset::load(&Sources::from_memory(files.clone()));
    let problems: Vec<&str> = loaded.diagnostics.sorted().iter().map(|problem| problem.message.as_str()).collect();
    assert!(problems.is_empty(), "{problems:#?}\n{files:#?}");
    loaded.dataset
}

fn date() -> impl Strategy<Value = MadeDate> {
    let blur = prop_oneof![
        12 => Just(Blur::Day), 1 => Just(Blur::About), 1 => Just(Blur::Month), 1 => Just(Blur::Within),
        1 => Just(Blur::Lasted),
    ];
    (0..240_u64, blur).prop_map(|(day, blur)| MadeDate { day, blur })
}

fn sometimes<T: std::fmt::Debug + Clone + 'static>(
    strategy: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.35, strategy)
}

fn event(legal: impl Strategy<Value = MadeLegal>) -> impl Strategy<Value = MadeEvent> {
    let part = (sometimes(date()), sometimes(date())).prop_map(|(from, until)| MadePart { from, until });
    let measure = (sometimes(date()), sometimes(date()), prop::collection::vec(part, 0..4), any::<bool>())
        .prop_map(|(from, until, parts, listing)| MadeMeasure { from, until, parts, listing });
    let stance = prop::sample::select(&["supports", "denies", "other-reason", "silent"][..]);
    let cause = (any::<Index>(), prop::sample::select(&CAUSES[..]), stance);
    (
        date(),
        any::<bool>(),
        prop::option::weighted(0.6, measure),
        prop::collection::vec(legal, 0..4),
        prop::collection::vec(cause, 0..3),
    )
        .prop_map(|(date, chinese, measure, legal, causes)| MadeEvent { date, chinese, measure, legal, causes })
}

fn legal(kinds: &'static [&'static str], ends: bool) -> impl Strategy<Value = MadeLegal> {
    let kind = prop_oneof![9 => prop::sample::select(kinds), 1 => prop::sample::select(&OTHERS[..])];
    (
        kind,
        prop::collection::vec(any::<Index>(), 1..3),
        prop_oneof![Just(Vec::new()), prop::collection::vec(any::<Index>(), 1..3)],
        any::<bool>(),
        sometimes(date()),
        prop::option::weighted(0.5, date()),
        sometimes(prop::sample::select(&["resumes", "ends", "unknown"][..])),
    )
        .prop_map(move |(kind, targets, parts, words, from, until, then)| {
            let until = until.filter(|_| ends);
            MadeLegal { kind, targets, parts, words, from, until, then }
        })
}

/// What later events may name of an event.
#[derive(Clone)]
struct Written {
    id: String,
    parts: Vec<String>,
    acted_on: Vec<usize>,
}

fn written(mut made: Vec<MadeEvent>) -> Made {
    made.sort_by_key(|event| event.date.day);
    let side = |event: &MadeEvent| if event.chinese { "cn" } else { "us" };
    let ids: Vec<String> = made.iter().enumerate().map(|(at, event)| format!("{}-2020-e{at}", side(event))).collect();
    let mut days = BTreeSet::new();
    let mut known: Vec<Written> = Vec::new();
    let mut files = BTreeMap::from([("actors.yaml".to_owned(), ACTORS.to_owned())]);
    for (at, event) in made.iter().enumerate() {
        let text = event_text(event, at, &ids, &mut known, &mut days);
        files.insert(format!("2020/{}.yaml", ids[at]), text);
    }
    Made { files, days }
}

fn event_text(
    event: &MadeEvent,
    at: usize,
    ids: &[String],
    known: &mut Vec<Written>,
    days: &mut BTreeSet<Day>,
) -> String {
    let id = &ids[at];
    let listing = event.measure.as_ref().is_some_and(|measure| measure.listing);
    let category = if listing { "entity-listing" } else { "export-control" };
    let side = if event.chinese { "cn" } else { "us" };
    let mut text = format!("id: {id}\ntitle: Event {id}\ndate: {}\n", shown(event.date, days));
    text += &format!("category: {category}\nactors: [{side}]\ntargets: [{}]\nsummary: Made.\n", FIRMS.join(", "));
    let mut parts = Vec::new();
    if let Some(measure) = &event.measure {
        text += &measure_text(measure, &mut parts, days);
        if listing && parts.is_empty() {
            parts = FIRMS.map(str::to_owned).to_vec();
        }
    }
    let mut acted_on = BTreeSet::new();
    if !known.is_empty() && !event.legal.is_empty() {
        text += "legal:\n";
        for link in &event.legal {
            let targets: BTreeSet<usize> = link.targets.iter().map(|target| target.index(known.len())).collect();
            text += &legal_text(link, &targets, known, days);
            if ACTS.contains(&link.kind) {
                acted_on.extend(targets);
            }
        }
    }
    text += &causes_text(&event.causes, at, ids);
    known.push(Written { id: id.clone(), parts, acted_on: acted_on.into_iter().collect() });
    text + "sources:\n  - {id: s1, kind: press, publisher: Paper, title: Report, url: \"https://example.org/a\"}\n"
}

fn measure_text(measure: &MadeMeasure, parts: &mut Vec<String>, days: &mut BTreeSet<Day>) -> String {
    let mut text = format!("measure: {{{}", span(measure.from, measure.until, days));
    if !measure.parts.is_empty() {
        text += "parts: {";
        for (at, part) in measure.parts.iter().enumerate() {
            text += &format!("p{at}: {{text: words of p{at}, {}}}, ", span(part.from, part.until, days));
            parts.push(format!("p{at}"));
        }
        text += "}";
    }
    text + "}\n"
}

fn causes_text(causes: &[(Index, &str, &str)], of: usize, ids: &[String]) -> String {
    let others: Vec<&String> = ids.iter().enumerate().filter(|(at, _)| *at != of).map(|(_, id)| id).collect();
    let mut text = String::new();
    let mut named = BTreeSet::new();
    for (cause, kind, stance) in causes {
        let cause = cause.get(&others);
        if named.insert((cause, kind)) {
            text += &format!("  - event: {cause}\n    type: {kind}\n    evidence: [{{stance: {stance}, says: So.}}]\n");
        }
    }
    if text.is_empty() { text } else { format!("causes:\n{text}") }
}

fn legal_text(link: &MadeLegal, targets: &BTreeSet<usize>, earlier: &[Written], days: &mut BTreeSet<Day>) -> String {
    let ids: Vec<&str> = targets.iter().map(|&at| earlier[at].id.as_str()).collect();
    let mut text = format!("  - {{type: {}, event: [{}]", link.kind, ids.join(", "));
    let names = names(targets, earlier);
    let chosen: BTreeSet<&String> =
        if names.is_empty() { BTreeSet::new() } else { link.parts.iter().map(|part| part.get(&names)).collect() };
    if !chosen.is_empty() {
        let (open, close) = if link.words { ('{', '}') } else { ('[', ']') };
        let words = if link.words { format!(": {} words", link.kind) } else { String::new() };
        let list: Vec<String> = chosen.iter().map(|name| format!("{name}{words}")).collect();
        text += &format!(", parts: {open}{}{close}", list.join(", "));
    }
    let default = MadeDate { day: 120, blur: Blur::Day };
    let until = if link.kind == "extends" { link.until.or(Some(default)) } else { link.until };
    text += &format!(", {}", span(link.from, until, days));
    if let (Some(then), "suspends") = (link.then, link.kind) {
        text += &format!("then: {then}");
    }
    text + "}\n"
}

/// The names that a link may give for parts of its targets: their parts, parts cut out of these, the events that they
/// act on, and the parts of those.
fn names(targets: &BTreeSet<usize>, earlier: &[Written]) -> Vec<String> {
    let mut names = BTreeSet::new();
    let (mut seen, mut open) = (BTreeSet::new(), targets.iter().copied().collect::<Vec<usize>>());
    while let Some(at) = open.pop() {
        if seen.insert(at) {
            names.extend(earlier[at].parts.iter().cloned());
            names.extend(earlier[at].parts.iter().map(|part| format!("{part}.x")));
            names.extend(earlier[at].acted_on.iter().map(|&at| earlier[at].id.clone()));
            open.extend(&earlier[at].acted_on);
        }
    }
    names.into_iter().collect()
}

fn span(from: Option<MadeDate>, until: Option<MadeDate>, days: &mut BTreeSet<Day>) -> String {
    let mut part = |name: &str, date: Option<MadeDate>| {
        date.map_or_else(String::new, |date| format!("{name}: {}, ", shown(date, days)))
    };
    part("from", from) + &part("until", until)
}

/// A date as written; notes the days around its bounds.
fn shown(date: MadeDate, days: &mut BTreeSet<Day>) -> String {
    let day = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(date.day);
    let later = day + Days::new(9);
    let month = day.format("%Y-%m").to_string();
    let first: Day = format!("{month}-01").parse().unwrap();
    let (text, bounds) = match date.blur {
        Blur::Day => (day.to_string(), vec![day]),
        Blur::About => (format!("{day}~"), vec![day]),
        Blur::Month => (month, vec![first, first + chrono::Months::new(1)]),
        Blur::Within => (format!("\"[{day}..{later}]\""), vec![day, later]),
        Blur::Lasted => (format!("{day}/{later}"), vec![day, later]),
    };
    days.extend(bounds.iter().flat_map(|&day| [day.pred_opt().unwrap(), day, day.succ_opt().unwrap()]));
    text
}
