//! The reader against other readers, against its own schemas, and against damage.

use std::path::Path;

use proptest::prelude::*;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Deserialize;

use super::{fields::Scalar, node::Style, *};
use crate::{
    dataset::{Dataset, Step},
    diag::{WRITERS, write_coloured},
    model::{
        ActorKind, Category, CauseType, DateKind, Importance, LegalType, Scheme as IdentifierScheme, SourceKind,
        Stance, TargetHow, Then, Vocabulary,
    },
    source::Sources,
};

/// Every file of the sample, and of the open collection where it is there.
pub(super) fn good_files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    ["tests/fixtures/collection", "events"]
        .iter()
        .filter(|folder| root.join(folder).is_dir())
        .flat_map(|folder| {
            let sources = Sources::read_dir(root.join(folder)).unwrap();
            sources.iter().map(|(_, file)| file.clone()).collect::<Vec<_>>()
        })
        .collect()
}

/// Whether another reader's value is ours, by what it makes of the spelling of each scalar.
fn same(ours: &Node<'_>, theirs: &serde_yaml::Value) -> bool {
    use serde_yaml::Value as Theirs;
    match (&ours.value, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Scalar(text, Style::Marked), Theirs::String(theirs)) => *text == **theirs,
        (Value::Scalar(text, Style::Plain), Theirs::String(theirs)) => *text == **theirs,
        (Value::Scalar(text, Style::Plain), _) => {
            serde_yaml::from_str::<Theirs>(text).is_ok_and(|value| value == *theirs)
        }
        (Value::List(ours), Theirs::Sequence(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Value::Map(ours), Theirs::Mapping(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().zip(theirs).all(|(entry, (key, value))| {
                    let key_node = Node { span: entry.at, value: Value::Scalar(entry.key.clone(), Style::Plain) };
                    same(&key_node, key) && same(&entry.value, value)
                })
        }
        _ => false,
    }
}

#[test]
fn another_reader_reads_the_same_values() {
    let files = good_files();
    assert!(files.len() >= 11);
    for file in files {
        let ours = yaml::read(file.text(), SourceId(0), &mut Vec::new());
        let theirs: Vec<serde_yaml::Value> = serde_yaml::Deserializer::from_str(file.text())
            .map(|value| serde_yaml::Value::deserialize(value).unwrap())
            .collect();
        assert_eq!(ours.all.len(), theirs.len(), "{}", file.name);
        for (ours, theirs) in ours.all.iter().zip(&theirs) {
            assert!(same(&ours.root, theirs), "{}", file.name);
        }
    }
}

#[test]
fn what_is_written_is_read_again() {
    for file in good_files().iter().filter(|file| FileKind::of(&file.name) == FileKind::Events) {
        for event in events(SourceId(0), file, &mut Vec::new()).events {
            let value = serde_json::to_value(&event.record).unwrap();
            let text = serde_yaml::to_string(&event.record).unwrap();
            let sources = Sources::from_memory([("x.yaml", text.as_str())]);
            let mut found = Vec::new();
            let again = events(SourceId(0), sources.file(SourceId(0)), &mut found);
            assert!(found.is_empty(), "{}: {found:#?}\n{text}", file.name);
            assert_eq!(serde_json::to_value(&again.events[0].record).unwrap(), value);
        }
    }
}

/// The keys that a record knows, from the advice on one that it does not.
fn known_keys<T: Decode>() -> Vec<String> {
    let mut found = Vec::new();
    let text = "zzzzzzzzzzzzzzzz: 1";
    let read = yaml::read(text, SourceId(0), &mut found);
    let mut decoder = Decoder { text, source: SourceId(0), partial: false, found: &mut found };
    T::decode(&read.all[0].root, &mut decoder);
    let help = found.iter().find(|problem| problem.code == codes::UNKNOWN_KEY.code).unwrap().help.clone().unwrap();
    help.strip_prefix("its keys are ").unwrap().split(", ").map(str::to_owned).collect()
}

fn schema_of<T: JsonSchema>() -> serde_json::Value {
    SchemaSettings::draft07().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
}

#[test]
fn schemas_know_the_keys_that_records_know() {
    fn check<T: Decode + JsonSchema>() {
        let schema = schema_of::<T>();
        let keys: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
        assert_eq!(keys, known_keys::<T>().iter().collect::<Vec<_>>(), "{}", T::schema_name());
        assert_eq!(schema["additionalProperties"], false);
        for (key, property) in schema["properties"].as_object().unwrap() {
            assert!(property["description"].is_string(), "{} {key}", T::schema_name());
        }
    }
    check::<RawEvent>();
    check::<RawDated>();
    check::<RawTargetInFull>();
    check::<RawAmount>();
    check::<RawMeasure>();
    check::<RawPartInFull>();
    check::<RawLegal>();
    check::<RawCause>();
    check::<RawEvidence>();
    check::<RawCommitment>();
    check::<RawUnanswered>();
    check::<RawConflict>();
    check::<RawConflictValue>();
    check::<RawAccepted>();
    check::<RawSource>();
    check::<RawActor>();
    check::<RawTechnology>();
    check::<RawCollection>();
}

#[test]
fn schemas_know_the_words_that_fields_know() {
    fn check<T: Vocabulary + Scalar + JsonSchema>() {
        let schema = schema_of::<T>();
        let words: Vec<&str> = schema["enum"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        assert_eq!(words, T::ALL.iter().map(|value| value.word()).collect::<Vec<_>>());
        assert!(words.iter().all(|word| T::read(word).is_ok()) && T::read("no such word").is_err());
        assert_eq!(schema["enumDescriptions"].as_array().unwrap().len(), words.len());
    }
    check::<ActorKind>();
    check::<Category>();
    check::<CauseType>();
    check::<DateKind>();
    check::<Importance>();
    check::<LegalType>();
    check::<IdentifierScheme>();
    check::<SourceKind>();
    check::<Stance>();
    check::<TargetHow>();
    check::<Then>();
}

#[test]
fn required_keys_are_those_of_the_schema_and_nothing_is_null() {
    let event = schema_of::<RawEvent>();
    assert_eq!(
        event["required"],
        serde_json::json!(["id", "title", "date", "category", "actors", "summary", "sources"])
    );
    for kind in FileKind::ALL {
        let text = schema(*kind).to_string();
        assert!(!text.contains("\"null\""), "{kind:?}");
        assert!(text.contains("http://json-schema.org/draft-07/schema#"), "{kind:?}");
    }
}

/// Reads a damaged collection, shows every problem in every format, and looks every event up again.
fn survives(files: &[(String, Vec<u8>)]) {
    let sources = Sources::from_memory(files.iter().cloned());
    let loaded = Dataset::load(&sources);
    let problems = loaded.diagnostics.sorted();
    for problem in &problems {
        for label in &problem.labels {
            let text = sources.file(label.span.source).text();
            assert!(label.span.start <= label.span.end && label.span.end <= text.len(), "{problem:?}");
        }
    }
    for (_, writer) in WRITERS {
        writer(&problems, &sources, &mut std::io::sink()).unwrap();
    }
    write_coloured(&problems, &sources, &mut std::io::sink()).unwrap();
    for (ix, event) in loaded.dataset.iter() {
        let span = loaded.dataset.span_of(ix, &[Step::Key("id")]);
        let text = sources.file(span.source).text();
        assert!(text[span.start..span.end].contains(event.id.as_str()), "{event:?} {span:?}");
        for key in ["legal", "causes", "measure", "sources"] {
            loaded.dataset.span_of(ix, &[Step::Key(key), Step::Index(0), Step::Key("source"), Step::Index(1)]);
        }
        assert!(!event.actors.is_empty());
        assert!(event.causes.iter().all(|cause| loaded.dataset.find(cause.event.as_str()).is_some()));
        assert!(event.legal.iter().flat_map(|link| &link.events).all(|id| loaded.dataset.find(id.as_str()).is_some()));
    }
}

/// One way to damage a text.
#[derive(Debug, Clone)]
enum Damage {
    Byte(prop::sample::Index, u8),
    Insert(prop::sample::Index, &'static str),
    Cut(prop::sample::Index, prop::sample::Index),
    Double(prop::sample::Index),
    Drop(prop::sample::Index),
    Indent(prop::sample::Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let index = any::<prop::sample::Index>;
    let hostile = prop::sample::select(vec![
        "{", "}", "[", "]", ": ", " #", "- ", "\t", "\"", "'", "|", ">", "&a ", "*a ", "!t ", "? ", "\r", "\n",
        "---\n", "...\n", "\u{feff}", "\u{202e}", "\0", "镓", "：", "%", "~", "null", "<<: ", ",", "\u{85}",
        "\u{2028}",
    ]);
    prop_oneof![
        (index(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        (index(), hostile).prop_map(|(at, text)| Damage::Insert(at, text)),
        (index(), index()).prop_map(|(from, to)| Damage::Cut(from, to)),
        index().prop_map(Damage::Double),
        index().prop_map(Damage::Drop),
        index().prop_map(Damage::Indent),
    ]
}

impl Damage {
    fn to(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
        match self {
            Self::Byte(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
                return;
            }
            Self::Insert(at, text) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, text.bytes());
                return;
            }
            Self::Cut(from, to) => {
                let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
                bytes.drain(from.min(to)..from.max(to).min(from.min(to) + 40));
                return;
            }
            Self::Double(at) => lines.insert(at.index(lines.len()), lines[at.index(lines.len())].clone()),
            Self::Drop(at) => drop(lines.remove(at.index(lines.len()))),
            Self::Indent(at) => {
                let at = at.index(lines.len());
                lines[at].insert(0, b' ');
            }
        }
        *bytes = lines.concat();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn damaged_files_never_make_it_panic(
        damages in prop::collection::vec((any::<prop::sample::Index>(), damage()), 1..12),
    ) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/collection");
        let sources = Sources::read_dir(root).unwrap();
        let mut files: Vec<(String, Vec<u8>)> =
            sources.iter().map(|(_, file)| (file.name.clone(), file.text().as_bytes().to_vec())).collect();
        for (file, damage) in damages {
            let at = file.index(files.len());
            damage.to(&mut files[at].1);
        }
        survives(&files);
    }

    #[test]
    fn any_text_is_read_without_panic(text in "[ \\n\\t:#\\-{}\\[\\],\"'|>&*!?%@`~a1：镓\\r\u{feff}]{0,60}") {
        let registers = [("actors.yaml", text.clone()), ("technologies.yaml", text.clone()), ("collection.yaml", text.clone())];
        let files: Vec<(String, Vec<u8>)> =
            registers.into_iter().chain([("x.yaml", text)]).map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
        survives(&files);
    }
}
