//! Which lanes an event stands in.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    dataset::EventIx,
    layout::{
        entry::Entry,
        ladder::{Sides, Station},
        options::Grouping,
        words::{self, Word, capital},
    },
    model::{Category, Family, Lang, Vocabulary},
    query::View,
};

/// Lanes with fewer events than this are put together, where lanes are actors, technologies or targets.
const FEW: usize = 3;

/// A lane before its events have places.
pub(super) struct Group<'a> {
    /// Its name.
    pub(super) name: String,
    /// Its events, in time order, each with what stands before its date.
    pub(super) entries: Vec<(Entry<'a>, Option<String>)>,
}

/// The lanes in order, with their events in time order.
pub(super) fn groups<'a>(view: &View<'a>, entries: &[Entry<'a>], grouping: Grouping, lang: Lang) -> Vec<Group<'a>> {
    let registers = view.dataset.registers();
    match grouping {
        Grouping::Side => by_side(view, entries, lang),
        Grouping::Category => {
            in_order(entries, Category::ALL, |entry| entry.event.category, |one| words::category(one, lang))
        }
        Grouping::Family => in_order(entries, Family::ALL, Entry::family, |one| words::family(one, lang)),
        Grouping::Actor => largest_first(entries, Word::OtherBodies.say(lang), |entry| {
            entry.event.actors.first().map(|actor| registers.label_in(actor, lang).to_owned()).into_iter().collect()
        }),
        Grouping::Technology => {
            let lanes = technologies(view, entries);
            largest_first(entries, Word::OtherTechnologies.say(lang), |entry| {
                let of_entry = lanes.iter().filter(|(_, events)| events.contains(&entry.ix));
                let technologies = of_entry.filter_map(|(id, _)| registers.technology(id));
                technologies.map(|one| lang.of(&one.name, one.name_zh.as_ref()).to_owned()).collect()
            })
        }
        Grouping::Target => largest_first(entries, Word::OtherTargets.say(lang), |entry| {
            entry.event.targets.iter().map(|target| registers.label_in(&target.actor, lang).to_owned()).collect()
        }),
    }
}

/// The events of each technology; those of one that has few count for the broader one.
fn technologies<'a>(view: &View<'a>, entries: &[Entry<'a>]) -> BTreeMap<&'a str, BTreeSet<EventIx>> {
    let registers = view.dataset.registers();
    let broader = |id: &str| registers.technology(id)?.broader.as_ref().map(|broader| broader.as_str());
    let mut lanes: BTreeMap<&str, BTreeSet<EventIx>> = BTreeMap::new();
    for entry in entries {
        for id in &entry.event.technologies {
            lanes.entry(id.as_str()).or_default().insert(entry.ix);
        }
    }
    let most = registers.technologies().count();
    let depth = |&id: &&'a str| std::iter::successors(Some(id), |id| broader(id)).take(most).count();
    let mut deepest_first: Vec<&str> = registers.technologies().map(|one| one.id.as_str()).collect();
    deepest_first.sort_by_key(|id| (std::cmp::Reverse(depth(id)), *id));
    for id in deepest_first {
        let Some(wider) = broader(id) else { continue };
        if lanes.get(id).is_some_and(|events| events.len() < FEW) {
            let events = lanes.remove(id).unwrap_or_default();
            lanes.entry(wider).or_default().extend(events);
        }
    }
    lanes
}

fn by_side<'a>(view: &View<'a>, entries: &[Entry<'a>], lang: Lang) -> Vec<Group<'a>> {
    let sides = Sides::of(view);
    let full_name =
        |side: &Option<_>| side.as_ref().map_or(String::new(), |side| crate::layout::ladder::name(view, side, lang));
    let stations = [
        (Station::Left, full_name(&sides.left)),
        (Station::Middle, Word::BetweenThem.say(lang).to_owned()),
        (Station::Right, full_name(&sides.right)),
        (Station::Third, Word::Others.say(lang).to_owned()),
    ];
    let lane = |(station, name): (Station, String)| {
        let here = entries.iter().filter(|entry| sides.station(&entry.place) == station);
        let who = |entry: &Entry| (station == Station::Third).then(|| entry.who(view));
        Group { name, entries: here.map(|entry| (entry.clone(), who(entry))).collect() }
    };
    stations.map(lane).into_iter().filter(|group| !group.entries.is_empty()).collect()
}

fn in_order<'a, K: Vocabulary + Ord>(
    entries: &[Entry<'a>],
    order: &[K],
    key: impl Fn(&Entry<'a>) -> K,
    name: impl Fn(K) -> String,
) -> Vec<Group<'a>> {
    let lane = |&lane: &K| {
        let here = entries.iter().filter(|entry| key(entry) == lane);
        Group { name: capital(&name(lane)), entries: here.map(|entry| (entry.clone(), None)).collect() }
    };
    order.iter().map(lane).filter(|group| !group.entries.is_empty()).collect()
}

/// A lane for each key that several events share, the fullest first; the rest in one lane at the end.
fn largest_first<'a>(entries: &[Entry<'a>], rest: &str, keys: impl Fn(&Entry<'a>) -> Vec<String>) -> Vec<Group<'a>> {
    let mut lanes: BTreeMap<String, Vec<Entry<'a>>> = BTreeMap::new();
    for entry in entries {
        let mut keys = keys(entry);
        keys.sort();
        keys.dedup();
        for key in keys {
            lanes.entry(key).or_default().push(entry.clone());
        }
    }
    lanes.retain(|_, entries| entries.len() >= FEW);
    let placed = |entry: &Entry| lanes.values().flatten().any(|other| other.ix == entry.ix);
    let others: Vec<_> = entries.iter().filter(|entry| !placed(entry)).map(|entry| (entry.clone(), None)).collect();
    let lane = |(name, entries): (String, Vec<Entry<'a>>)| Group {
        name,
        entries: entries.into_iter().map(|entry| (entry, None)).collect(),
    };
    let mut groups: Vec<Group> = lanes.into_iter().map(lane).collect();
    groups.sort_by(|a, b| b.entries.len().cmp(&a.entries.len()).then_with(|| a.name.cmp(&b.name)));
    if !others.is_empty() {
        groups.push(Group { name: rest.to_owned(), entries: others });
    }
    groups
}
