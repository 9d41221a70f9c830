//! JSON schemas of the files, made from the records: for completion and help in editors.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value, json};

use super::{
    FileKind, RawActor, RawCollection, RawEvent, RawTechnology,
    leaf::{Line, Prose, Spelling, Url},
    record::{Entries, OneOrMany},
};
use crate::{
    model::{
        ActorId, ActorKind, Category, CauseType, CommitmentId, DateKind, Edtf, EventId, Importance, LegalType, PartId,
        Scheme, SourceKey, SourceKind, Stance, TargetHow, TechnologyId, Then, Vocabulary,
    },
    source::Spanned,
};

/// The JSON schema (draft 7, which editors know best) of the files of a kind.
pub fn schema(kind: FileKind) -> Value {
    let mut generator = SchemaSettings::draft07().for_serialize().into_generator();
    let (title, root) = match kind {
        FileKind::Events => {
            let event = generator.subschema_for::<RawEvent>();
            ("Events", json!({"anyOf": [event, {"type": "array", "items": event}]}))
        }
        FileKind::Actors => ("Register of actors", list_of::<RawActor>(&mut generator)),
        FileKind::Technologies => ("Register of technologies", list_of::<RawTechnology>(&mut generator)),
        FileKind::Collection => ("Collection", generator.subschema_for::<RawCollection>().to_value()),
    };
    let mut schema = json!({"$schema": "http://json-schema.org/draft-07/schema#", "title": title});
    if let (Value::Object(schema), Value::Object(root)) = (&mut schema, root) {
        schema.extend(root);
        schema.insert("definitions".into(), Value::Object(generator.take_definitions(true)));
    }
    schema
}

fn list_of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    json!({"type": "array", "items": generator.subschema_for::<T>()})
}

/// Implements both for types of one scalar: how it is written, and the schema of what may be written.
macro_rules! scalars {
    ($($type:ident |$value:ident| $written:expr, $schema:expr;)+) => {
        $(impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                serializer.serialize_str($written)
            }
        }
        scalars!(@schema $type $schema);)+
    };
    (@schema $type:ident $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($type)).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const PART: &str = "^[a-z0-9]+([-.][a-z0-9]+)*$";
const EVENT: &str = "^[a-z]+(-[a-z]+)*-[0-9]{4}(-[a-z0-9]+)+$";

fn pattern(description: &str, pattern: &str) -> Schema {
    json_schema!({"type": "string", "description": description, "pattern": pattern})
}

fn words<T: Vocabulary>() -> Schema {
    let words: Vec<&str> = T::ALL.iter().map(|value| value.word()).collect();
    let meanings: Vec<&str> = T::ALL.iter().map(|value| value.meaning()).collect();
    json_schema!({"type": "string", "enum": words, "enumDescriptions": meanings})
}

/// Every form of date that event files use. A bare year is a number to an editor.
fn dates() -> Schema {
    let day = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";
    json_schema!({
        "description": "A day, month or year, with ~ for about or ? for doubtful; a/b for what lasted; \"[a..b]\" for some day within.",
        "anyOf": [
            {"type": "string", "pattern": format!("^({day}[~?]?|{day}/({day}|\\.\\.)|\\[{day}\\.\\.{day}\\])$")},
            {"type": "integer", "minimum": 1000, "maximum": 9999},
        ],
    })
}

scalars! {
    ActorId |id| id.as_str(), pattern("An actor of the register.", ID);
    CommitmentId |id| id.as_str(), pattern("A name that is unique in its event.", ID);
    EventId |id| id.as_str(), pattern("<side>-<year>-<slug>", EVENT);
    PartId |id| id.as_str(), pattern("A name that is unique in its event; p1.metals is cut out of p1.", PART);
    SourceKey |id| id.as_str(), pattern("A source of this event.", ID);
    TechnologyId |id| id.as_str(), pattern("A technology of the register.", ID);
    Edtf |date| &date.to_string(), dates();
    ActorKind |word| word.word(), words::<Self>();
    Category |word| word.word(), words::<Self>();
    CauseType |word| word.word(), words::<Self>();
    DateKind |word| word.word(), words::<Self>();
    Importance |word| word.word(), words::<Self>();
    LegalType |word| word.word(), words::<Self>();
    Scheme |word| word.word(), words::<Self>();
    SourceKind |word| word.word(), words::<Self>();
    Stance |word| word.word(), words::<Self>();
    TargetHow |word| word.word(), words::<Self>();
    Then |word| word.word(), words::<Self>();
    Line |text| &text.0, json_schema!({"type": "string", "minLength": 1});
    Prose |text| &text.0, json_schema!({"type": "string", "minLength": 1});
    Spelling |text| &text.0, json_schema!({"type": ["string", "number"]});
    Url |url| &url.0, json_schema!({"type": "string", "pattern": "^https?://\\S+$"});
}

/// The schema of the value alone.
impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<T: Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0[..] {
            [one] => one.serialize(serializer),
            many => many.serialize(serializer),
        }
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]})
    }
}

impl<K: Serialize, V: Serialize> Serialize for Entries<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (Spanned { value: key, .. }, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<K: JsonSchema, V: JsonSchema> JsonSchema for Entries<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}To{}", K::schema_name(), V::schema_name()).into()
    }

    /// An object with every word of a closed list as a key, or with keys of a pattern.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<V>();
        let keys = K::json_schema(generator);
        let list = |name: &str| keys.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
        if let Some(pattern) = keys.get("pattern").and_then(Value::as_str) {
            let patterns = json!({pattern: value});
            return json_schema!({"type": "object", "additionalProperties": false, "patternProperties": patterns});
        }
        let properties: serde_json::Map<String, Value> = list("enum")
            .iter()
            .zip(list("enumDescriptions"))
            .filter_map(|(word, meaning)| {
                Some((word.as_str()?.to_owned(), json!({"description": meaning, "allOf": [value]})))
            })
            .collect();
        json_schema!({"type": "object", "additionalProperties": false, "properties": properties})
    }
}
