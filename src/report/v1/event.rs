//! An event as in its file, with what is computed of it.

use serde_json::{Map, Value, json};

use crate::{
    dataset::Dataset,
    model::{
        CauseClaim, Commitment, Dated, Event, Evidence, LegalLink, Measure, Source, SourceKey, Target, Vocabulary,
    },
};

/// Members that are left out where they are empty, as in event files.
struct Members(Map<String, Value>);

impl Members {
    fn new() -> Self {
        Self(Map::new())
    }

    fn put(mut self, key: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let empty = match &value {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if !empty {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    /// Text of anything that is written as text.
    fn text<T: ToString>(self, key: &str, value: Option<T>) -> Self {
        self.put(key, value.map(|value| value.to_string()))
    }

    fn list<T>(self, key: &str, items: &[T], of: impl Fn(&T) -> Value) -> Self {
        let items: Vec<Value> = items.iter().map(of).collect();
        self.put(key, items)
    }

    /// `source`, as in files: one id or a list.
    fn cite(self, sources: &[SourceKey]) -> Self {
        match sources {
            [one] => self.put("source", one.to_string()),
            many => self.list("source", many, |key| json!(key.to_string())),
        }
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// An event as in its file, plus `side`, `family`, `earliest` and `latest`.
pub fn event(event: &Event, dataset: &Dataset) -> Value {
    let dates: Map<String, Value> = event.dates.iter().map(|(kind, date)| (kind.to_string(), dated(date))).collect();
    Members::new()
        .text("id", Some(&event.id))
        .text("title", Some(&event.title))
        .text("short", event.short.as_ref())
        .text("title_zh", event.title_zh.as_ref())
        .put("date", dated(&event.date))
        .put("dates", if dates.is_empty() { Value::Null } else { Value::Object(dates) })
        .text("category", Some(event.category))
        .list("actors", &event.actors, |id| json!(id.to_string()))
        .list("targets", &event.targets, target)
        .list("technologies", &event.technologies, |id| json!(id.to_string()))
        .text("importance", Some(event.importance))
        .text("summary", Some(&event.summary))
        .put("identifiers", identifiers(event))
        .list("amounts", &event.amounts, |amount| {
            let head = Members::new().text("value", Some(&amount.value)).text("unit", Some(&amount.unit));
            head.text("what", Some(&amount.what)).cite(&amount.sources).done()
        })
        .put("measure", event.measure.as_ref().map(measure))
        .list("legal", &event.legal, legal)
        .list("causes", &event.causes, cause)
        .put("commitments", commitments(&event.commitments))
        .list("evidence", &event.evidence, evidence)
        .put(
            "unanswered",
            event.unanswered.as_ref().map(|found| {
                let head = Members::new().text("as_of", Some(found.as_of)).put("searched", found.searched.clone());
                head.text("note", found.note.as_ref()).done()
            }),
        )
        .list("conflicts", &event.conflicts, |conflict| {
            let values = |members: Members| {
                members.list("values", &conflict.values, |value| {
                    Members::new().text("value", Some(&value.value)).cite(&value.sources).done()
                })
            };
            values(Members::new().text("field", Some(&conflict.field))).text("why", Some(&conflict.why)).done()
        })
        .list("accepted", &event.accepted, |accepted| json!({"code": accepted.code, "why": accepted.why}))
        .list("sources", &event.sources, source)
        .text("side", Some(dataset.side(event)))
        .text("family", Some(event.category.family()))
        .text("earliest", Some(event.date.value.earliest()))
        .text("latest", Some(event.date.value.latest()))
        .done()
}

fn dated(date: &Dated) -> Value {
    if date.sources.is_empty() && date.note.is_none() {
        return json!(date.value.to_string());
    }
    Members::new().text("value", Some(date.value)).cite(&date.sources).text("note", date.note.as_ref()).done()
}

fn target(target: &Target) -> Value {
    match target.how {
        None => json!(target.actor.to_string()),
        Some(how) => json!({"id": target.actor.to_string(), "how": how.word()}),
    }
}

/// By scheme; a scheme with several numbers gives a list.
fn identifiers(event: &Event) -> Value {
    let mut schemes: Map<String, Value> = Map::new();
    for identifier in &event.identifiers {
        let value = json!(identifier.value());
        match schemes.get_mut(identifier.scheme().word()) {
            None => {
                schemes.insert(identifier.scheme().to_string(), value);
            }
            Some(Value::Array(values)) => values.push(value),
            Some(one) => *one = json!([one.take(), value]),
        }
    }
    if schemes.is_empty() { Value::Null } else { Value::Object(schemes) }
}

fn measure(measure: &Measure) -> Value {
    let parts: Map<String, Value> = measure
        .parts
        .iter()
        .map(|part| {
            let value = if part.from.is_none() && part.until.is_none() {
                json!(part.text)
            } else {
                Members::new().text("text", Some(&part.text)).text("from", part.from).text("until", part.until).done()
            };
            (part.id.to_string(), value)
        })
        .collect();
    let parts = if parts.is_empty() { Value::Null } else { Value::Object(parts) };
    Members::new().text("from", measure.from).text("until", measure.until).put("parts", parts).done()
}

fn legal(link: &LegalLink) -> Value {
    let events = match &link.events[..] {
        [one] => json!(one.to_string()),
        many => json!(many.iter().map(ToString::to_string).collect::<Vec<String>>()),
    };
    let parts = if link.parts.iter().any(|part| part.words.is_some()) {
        Value::Object(link.parts.iter().map(|part| (part.id.to_string(), json!(part.words))).collect())
    } else {
        json!(link.parts.iter().map(|part| part.id.to_string()).collect::<Vec<String>>())
    };
    let then = (link.then != crate::model::Then::Unknown).then_some(link.then);
    Members::new()
        .text("type", Some(link.kind))
        .put("event", events)
        .put("parts", parts)
        .text("from", link.from)
        .text("until", link.until)
        .text("then", then)
        .text("commitment", link.commitment.as_ref())
        .cite(&link.sources)
        .text("note", link.note.as_ref())
        .done()
}

fn cause(claim: &CauseClaim) -> Value {
    let head = Members::new().text("event", Some(&claim.event)).text("type", Some(claim.kind));
    head.list("evidence", &claim.evidence, evidence).text("note", claim.note.as_ref()).done()
}

fn evidence(item: &Evidence) -> Value {
    let head = Members::new().cite(&item.sources).text("by", item.by.as_ref()).text("stance", Some(item.stance));
    head.text("says", Some(&item.says)).text("quote", item.quote.as_ref()).done()
}

fn commitments(commitments: &[Commitment]) -> Value {
    let all: Map<String, Value> = commitments
        .iter()
        .map(|promise| {
            let head = Members::new().text("by", Some(&promise.by)).text("text", Some(&promise.text));
            (promise.id.to_string(), head.text("due", promise.due).list("evidence", &promise.evidence, evidence).done())
        })
        .collect();
    if all.is_empty() { Value::Null } else { Value::Object(all) }
}

fn source(source: &Source) -> Value {
    Members::new()
        .text("id", Some(&source.id))
        .text("kind", Some(source.kind))
        .text("title", Some(&source.title))
        .text("publisher", Some(&source.publisher))
        .text("via", source.via.as_ref())
        .text("url", Some(&source.url))
        .text("published", source.published)
        .text("lang", source.lang.as_ref())
        .text("accessed", source.accessed)
        .done()
}
