//! From files to a [`Dataset`].

use std::collections::{BTreeMap, BTreeSet};

use super::{Dataset, Loaded, Origin, codes, known::Known, register, resolve::Resolver};
use crate::{
    diag::{Diagnostic, Diagnostics},
    model::{Collection, Event, EventId},
    parse::{self, EventFile, FileKind, Placed, RawCollection, RawEvent},
    source::{SourceFile, SourceId, Sources, in_shares},
};

impl Dataset {
    /// Reads a whole collection: as much of it as can be understood, and every problem in the way.
    ///
    /// An event without a readable id, date, category, title and actor is left out; other problems cost only the field
    /// or entry that has them. What points at an event that is left out for its own problems is left out silently.
    pub fn load(sources: &Sources) -> Loaded {
        let mut found = Vec::new();
        let registers = register::load(sources, &mut found);
        let mut collection = Collection::default();
        for (id, file) in files(sources, FileKind::Collection) {
            if let Some(raw) = parse::collection(id, file, &mut found) {
                collection = head(raw);
            }
        }
        let mut events = Vec::new();
        let mut known = Known::default();
        let event_files: Vec<(SourceId, &SourceFile)> = files(sources, FileKind::Events).collect();
        for (file, (read, problems)) in event_files.iter().map(|(_, file)| *file).zip(read_all(&event_files)) {
            found.extend(problems);
            known.leave_out(&read, file);
            check_file_name(&read, file, &mut found);
            events.extend(read.events);
        }
        let events = each_id_once(events, &mut found);
        known.index(&events);
        let mut resolver = Resolver::new(&registers, &known, &mut found);
        let mut resolved: Vec<(Event, Origin)> =
            events.iter().filter_map(|event| Some((resolver.event(event)?, origin(event)))).collect();
        if resolved.len() < events.len() {
            cut_loose_ends(&mut resolved);
        }
        let dataset = Self::assemble(resolved, registers.registers, collection, sources.clone());
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend(found);
        Loaded { dataset, diagnostics }
    }
}

/// Reads files side by side, each into its events and its problems, in their order.
fn read_all(files: &[(SourceId, &SourceFile)]) -> Vec<(EventFile, Vec<Diagnostic>)> {
    in_shares(
        files,
        |(_, file)| file.text().len(),
        |&(id, file)| {
            let mut found = Vec::new();
            (parse::events(id, file, &mut found), found)
        },
    )
}

/// Takes out links to events that turned out to have no actor.
fn cut_loose_ends(events: &mut [(Event, Origin)]) {
    let there: BTreeSet<EventId> = events.iter().map(|(event, _)| event.id.clone()).collect();
    for (event, _) in events {
        event.causes.retain(|cause| there.contains(&cause.event));
        event.legal.iter_mut().for_each(|link| link.events.retain(|id| there.contains(id)));
        event.legal.retain(|link| !link.events.is_empty());
    }
}

/// The files of one kind.
pub(super) fn files(sources: &Sources, kind: FileKind) -> impl Iterator<Item = (SourceId, &SourceFile)> {
    sources.iter().filter(move |(_, file)| FileKind::of(&file.name) == kind)
}

fn head(raw: RawCollection) -> Collection {
    Collection {
        title: raw.title.map(|title| title.value.0),
        title_zh: raw.title_zh.map(|title| title.value.0),
        version: raw.version.map(|version| version.value.0),
        as_of: raw.as_of.map(|as_of| as_of.value),
        licence: raw.licence.map(|licence| licence.value.0),
        cite: raw.cite.map(|cite| cite.value.0),
        from: raw.from.map(|from| from.value),
    }
}

fn origin(event: &Placed<RawEvent>) -> Origin {
    Origin { source: event.span.source, start: event.span.start, end: event.span.end }
}

fn check_file_name(read: &EventFile, file: &SourceFile, found: &mut Vec<Diagnostic>) {
    let [event] = &read.events[..] else { return };
    let id = &event.record.id;
    if read.single && file.stem() != id.value.as_str() {
        let message = format!("the event `{}` stands in a file of another name, `{}`", id.value, file.name);
        found.push(
            Diagnostic::new(&codes::FILE_NAME, id.span, message)
                .help(format!("rename the file to `{}.yaml`, or mend the id", id.value)),
        );
    }
}

/// Keeps the first event of each id.
fn each_id_once(events: Vec<Placed<RawEvent>>, found: &mut Vec<Diagnostic>) -> Vec<Placed<RawEvent>> {
    let mut first: BTreeMap<EventId, crate::source::Span> = BTreeMap::new();
    let mut kept = Vec::with_capacity(events.len());
    for event in events {
        let id = &event.record.id;
        if let Some(&earlier) = first.get(&id.value) {
            found.push(
                Diagnostic::new(&codes::DUPLICATE_ID, id.span, format!("two events have the id `{}`", id.value))
                    .also(earlier, "the other one")
                    .help("give one of them another id, or delete it"),
            );
        } else {
            first.insert(id.value.clone(), id.span);
            kept.push(event);
        }
    }
    kept
}
