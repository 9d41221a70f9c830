//! Reads the registers of actors and technologies, and sees that their entries point at one another.

use std::collections::{BTreeMap, BTreeSet};

use super::{Registers, codes, load::files};
use crate::{
    diag::{CodeInfo, Diagnostic},
    model::{Actor, ActorId, ActorKind, Technology, TechnologyId},
    parse::{self, FileKind, OneOrMany, Placed, RawActor, RawTechnology, Register, nearest},
    source::{Sources, Span, Spanned},
};

/// The registers of a collection.
pub(super) struct Loaded {
    pub(super) registers: Registers,
    /// Some actors could not be read, which has been reported: one that is not there may be among them.
    pub(super) actors_missing: bool,
    /// The same of technologies.
    pub(super) technologies_missing: bool,
}

/// The registers of the collection; where it has none of its own, those built into the program, if any are.
pub(super) fn load(sources: &Sources, found: &mut Vec<Diagnostic>) -> Loaded {
    let mut actors = Register::default();
    let mut technologies = Register::default();
    for (id, file) in files(sources, FileKind::Actors) {
        join(&mut actors, parse::actors(id, file, found));
    }
    for (id, file) in files(sources, FileKind::Technologies) {
        join(&mut technologies, parse::technologies(id, file, found));
    }
    let actor_spans = spans(&actors.entries, |actor| &actor.id.value);
    let technology_spans = spans(&technologies.entries, |tech| &tech.id.value);
    base(sources, &mut actors, &mut technologies);
    let (actors_missing, technologies_missing) = (actors.incomplete, technologies.incomplete);
    let actors = each_once(actors.entries, "actors", |actor| (actor.id.value.as_str(), actor.id.span), found);
    let technologies =
        each_once(technologies.entries, "technologies", |tech| (tech.id.value.as_str(), tech.id.span), found);
    let registers = Registers::assemble(resolve_actors(&actors, found), resolve_technologies(&technologies, found))
        .located(actor_spans, technology_spans);
    Loaded { registers, actors_missing, technologies_missing }
}

fn join<T>(register: &mut Register<T>, more: Register<T>) {
    register.entries.extend(more.entries);
    register.incomplete |= more.incomplete;
}

/// Puts the registers built into the program where the collection has none of its own. Their entries have no place.
#[cfg(feature = "bundled")]
fn base(sources: &Sources, actors: &mut Register<RawActor>, technologies: &mut Register<RawTechnology>) {
    let built_in = Sources::from_memory([
        ("actors.yaml", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/events/actors.yaml"))),
        ("technologies.yaml", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/events/technologies.yaml"))),
    ]);
    // They are held to having no problems by the same test as the rest of the collection.
    let mut none = Vec::new();
    if files(sources, FileKind::Actors).next().is_none() {
        files(&built_in, FileKind::Actors).for_each(|(id, file)| join(actors, parse::actors(id, file, &mut none)));
    }
    if files(sources, FileKind::Technologies).next().is_none() {
        files(&built_in, FileKind::Technologies)
            .for_each(|(id, file)| join(technologies, parse::technologies(id, file, &mut none)));
    }
}

#[cfg(not(feature = "bundled"))]
fn base(_: &Sources, _: &mut Register<RawActor>, _: &mut Register<RawTechnology>) {}

fn spans<T, K: Ord + Clone>(entries: &[Placed<T>], id: impl Fn(&T) -> &K) -> BTreeMap<K, Span> {
    entries.iter().map(|entry| (id(&entry.record).clone(), entry.span)).collect()
}

fn each_once<T>(
    entries: Vec<Placed<T>>,
    what: &str,
    id: impl Fn(&T) -> (&str, Span),
    found: &mut Vec<Diagnostic>,
) -> Vec<Placed<T>> {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    let mut kept = Vec::with_capacity(entries.len());
    for entry in entries {
        let (name, span) = id(&entry.record);
        if let Some(&earlier) = first.get(name) {
            found.push(
                Diagnostic::new(&codes::DUPLICATE_ID, span, format!("two {what} have the id `{name}`"))
                    .also(earlier, "the other one")
                    .help("keep one of them"),
            );
        } else {
            first.insert(name.to_owned(), span);
            kept.push(entry);
        }
    }
    kept
}

/// An entry that lacks something stands for the least that can be said of it, so that naming it is no error.
fn resolve_actors(raw: &[Placed<RawActor>], found: &mut Vec<Diagnostic>) -> Vec<Actor> {
    let ids: BTreeSet<&str> = raw.iter().map(|actor| actor.record.id.value.as_str()).collect();
    let parents: BTreeMap<&str, &Spanned<ActorId>> =
        raw.iter().filter_map(|actor| Some((actor.record.id.value.as_str(), actor.record.parent.as_ref()?))).collect();
    let looped = cycles(&parents, ActorId::as_str, found);
    let mut exists = |id: &Spanned<ActorId>| known(&ids, id.value.as_str(), id.span, &codes::UNKNOWN_ACTOR, found);
    raw.iter()
        .map(|Placed { record: actor, .. }| {
            let id = actor.id.value.clone();
            let parent = actor.parent.as_ref().filter(|parent| exists(parent) && !looped.contains(id.as_str()));
            Actor {
                name: actor.name.as_ref().map_or_else(|| id.to_string(), |name| name.value.0.clone()),
                name_zh: actor.name_zh.as_ref().map(|name| name.value.0.clone()),
                short: actor.short.as_ref().map(|short| short.value.0.clone()),
                side: actor
                    .side
                    .as_ref()
                    .filter(|side| exists(side))
                    .map_or_else(|| id.clone(), |side| side.value.clone()),
                kind: actor.kind.as_ref().map_or(ActorKind::Organisation, |kind| kind.value),
                parent: parent.map(|parent| parent.value.clone()),
                aliases: texts(actor.aliases.as_ref()),
                url: actor.url.as_ref().map(|url| url.value.0.clone()),
                renamed_from: actor.renamed_from.as_ref().filter(|from| exists(from)).map(|from| from.value.clone()),
                since: actor.since.as_ref().map(|since| since.value),
                id,
            }
        })
        .collect()
}

fn resolve_technologies(raw: &[Placed<RawTechnology>], found: &mut Vec<Diagnostic>) -> Vec<Technology> {
    let ids: BTreeSet<&str> = raw.iter().map(|tech| tech.record.id.value.as_str()).collect();
    let broader: BTreeMap<&str, &Spanned<TechnologyId>> =
        raw.iter().filter_map(|tech| Some((tech.record.id.value.as_str(), tech.record.broader.as_ref()?))).collect();
    let looped = cycles(&broader, TechnologyId::as_str, found);
    raw.iter()
        .map(|Placed { record: tech, .. }| {
            let id = tech.id.value.clone();
            let broader = tech.broader.as_ref().filter(|broader| {
                known(&ids, broader.value.as_str(), broader.span, &codes::UNKNOWN_TECHNOLOGY, found)
                    && !looped.contains(id.as_str())
            });
            Technology {
                name: tech.name.as_ref().map_or_else(|| id.to_string(), |name| name.value.0.clone()),
                name_zh: tech.name_zh.as_ref().map(|name| name.value.0.clone()),
                broader: broader.map(|broader| broader.value.clone()),
                aliases: texts(tech.aliases.as_ref()),
                id,
            }
        })
        .collect()
}

fn texts(lines: Option<&OneOrMany<parse::Line>>) -> Vec<String> {
    lines.iter().flat_map(|lines| &lines.0).map(|line| line.value.0.clone()).collect()
}

fn known(ids: &BTreeSet<&str>, id: &str, span: Span, info: &CodeInfo, found: &mut Vec<Diagnostic>) -> bool {
    let there = ids.contains(id);
    if !there {
        let help = match nearest(id, ids.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "add an entry of that id".to_owned(),
        };
        found.push(Diagnostic::new(info, span, format!("the register has no `{id}`")).help(help));
    }
    there
}

/// The entries that are, through others, above themselves; each circle is reported once.
fn cycles<'e, K>(
    above: &BTreeMap<&'e str, &'e Spanned<K>>,
    name: impl Fn(&K) -> &str,
    found: &mut Vec<Diagnostic>,
) -> BTreeSet<&'e str> {
    let mut settled: BTreeSet<&str> = BTreeSet::new();
    let mut looped = BTreeSet::new();
    for &start in above.keys() {
        let mut way: Vec<&str> = Vec::new();
        let mut on_way: BTreeSet<&str> = BTreeSet::new();
        let mut at = start;
        while !settled.contains(at) && on_way.insert(at) {
            way.push(at);
            match above.get(at) {
                Some(next) => at = name(&next.value),
                None => break,
            }
        }
        if !settled.contains(at)
            && let Some(from) = way.iter().position(|&entry| entry == at)
            && let Some(last) = way.last().and_then(|last| above.get(last))
            && above.contains_key(at)
        {
            let message = format!("`{at}` is above itself: {} > {at}", way[from..].join(" > "));
            found.push(Diagnostic::new(&codes::REGISTER_CYCLE, last.span, message).help("take one of these steps out"));
            looped.extend(above.keys().filter(|key| way[from..].contains(key)));
        }
        settled.extend(way);
    }
    looped
}
