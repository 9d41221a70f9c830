//! Reading: event files into spanned trees, and trees into records as written.

mod codes;
mod fields;
mod leaf;
mod locate;
mod nearest;
mod node;
mod record;
mod schema;
mod subset;
mod syntax;
mod text;
mod yaml;

use crate::{
    diag::Diagnostic,
    model::{EventId, Identifier, Scheme},
    source::{SourceFile, SourceId, Span, Spanned},
};

use fields::{Decode, Decoder};
use node::{Node, Value};

pub use codes::CODES;
pub use leaf::{Line, Prose, Spelling, Url};
pub use locate::Step;
pub(crate) use locate::locate;
pub(crate) use nearest::nearest;
pub use record::{
    Entries, OneOrMany, RawAccepted, RawActor, RawAmount, RawCause, RawCollection, RawCommitment, RawConflict,
    RawConflictValue, RawDate, RawDated, RawEvent, RawEvidence, RawLegal, RawLinkParts, RawMeasure, RawPart,
    RawPartInFull, RawSource, RawTarget, RawTargetInFull, RawTechnology, RawUnanswered,
};
pub use schema::schema;

/// What a file holds, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// One event, a list of events, or several documents of either.
    Events,
    /// `actors.yaml`: the register of actors.
    Actors,
    /// `technologies.yaml`: the register of technologies.
    Technologies,
    /// `collection.yaml`: the head of the collection.
    Collection,
}

impl FileKind {
    /// All kinds.
    pub const ALL: &'static [Self] = &[Self::Events, Self::Actors, Self::Technologies, Self::Collection];

    /// The kind of the file of that name; registers and head stand at the top of the collection.
    pub fn of(name: &str) -> Self {
        match name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")) {
            Some("actors") => Self::Actors,
            Some("technologies") => Self::Technologies,
            Some("collection") => Self::Collection,
            _ => Self::Events,
        }
    }
}

/// A record and the place of its mapping.
#[derive(Debug, Clone)]
pub struct Placed<T> {
    /// The record.
    pub record: T,
    /// From its first key to the end of its last value, or its braces.
    pub span: Span,
}

/// The events of one file.
#[derive(Debug, Default)]
pub struct EventFile {
    /// Events that could be read.
    pub events: Vec<Placed<RawEvent>>,
    /// Ids of events that could not; what points at them is no error of its own.
    pub unreadable: Vec<EventId>,
    /// The file is one event alone, which bears its name.
    pub single: bool,
    /// A part of the file could not be understood at all.
    pub broken: bool,
}

/// Reads the events of a file and reports what is wrong.
pub fn events(source: SourceId, file: &SourceFile, found: &mut Vec<Diagnostic>) -> EventFile {
    let mut read = EventFile::default();
    let Some(text) = text::of_file(source, file, found) else {
        return EventFile { broken: true, ..read };
    };
    let documents = yaml::read(text, source, found);
    read.single = matches!(&documents.all[..], [only] if matches!(only.root.value, Value::Map(_)));
    read.broken = documents.broken;
    for document in &documents.all {
        let mut decoder = Decoder { text, source, partial: document.broken, found };
        let nodes = match &document.root.value {
            Value::List(items) => items,
            _ => std::slice::from_ref(&document.root),
        };
        for node in nodes {
            match RawEvent::decode(node, &mut decoder) {
                Some(record) if !document.broken => read.events.push(Placed { record, span: node.span }),
                _ => read.unreadable.extend(id_of(node)),
            }
        }
    }
    read
}

/// The id of an event that cannot be read as a whole.
fn id_of(node: &Node<'_>) -> Option<EventId> {
    let Value::Map(entries) = &node.value else { return None };
    let entry = entries.iter().find(|entry| entry.key == "id")?;
    if let Value::Scalar(text, _) = &entry.value.value { text.parse().ok() } else { None }
}

/// The entries of a register.
#[derive(Debug)]
pub struct Register<T> {
    /// Entries that could be read.
    pub entries: Vec<Placed<T>>,
    /// Others could not be.
    pub incomplete: bool,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), incomplete: false }
    }
}

/// Reads the register of actors and reports what is wrong.
pub fn actors(source: SourceId, file: &SourceFile, found: &mut Vec<Diagnostic>) -> Register<RawActor> {
    register(source, file, found)
}

/// Reads the register of technologies and reports what is wrong.
pub fn technologies(source: SourceId, file: &SourceFile, found: &mut Vec<Diagnostic>) -> Register<RawTechnology> {
    register(source, file, found)
}

/// Reads the head of a collection and reports what is wrong.
pub fn collection(source: SourceId, file: &SourceFile, found: &mut Vec<Diagnostic>) -> Option<RawCollection> {
    let text = text::of_file(source, file, found)?;
    let documents = yaml::read(text, source, found);
    let document = documents.all.first()?;
    RawCollection::decode(&document.root, &mut Decoder { text, source, partial: document.broken, found })
}

fn register<T: Decode>(source: SourceId, file: &SourceFile, found: &mut Vec<Diagnostic>) -> Register<T> {
    let Some(text) = text::of_file(source, file, found) else {
        return Register { entries: Vec::new(), incomplete: true };
    };
    let documents = yaml::read(text, source, found);
    let mut register = Register { entries: Vec::new(), incomplete: documents.broken };
    for document in documents.all {
        let mut decoder = Decoder { text, source, partial: document.broken, found };
        let Value::List(items) = &document.root.value else {
            decoder.wrong_type(&document.root, "a list of entries", "begin each entry with `- `");
            register.incomplete = true;
            continue;
        };
        for node in items {
            match T::decode(node, &mut decoder) {
                Some(record) => register.entries.push(Placed { record, span: node.span }),
                None => register.incomplete = true,
            }
        }
    }
    register
}

/// The problem that `value` has not the form of its scheme.
pub(crate) fn bad_identifier(scheme: Scheme, value: &Spanned<Spelling>) -> Diagnostic {
    let message = format!("`{}` is no `{scheme}` number", text::shown(&value.value.0));
    let help = format!("it looks like {}", Identifier::example(scheme));
    Diagnostic::new(&codes::BAD_IDENTIFIER, value.span, message).help(help)
}

#[cfg(test)]
mod tests;
