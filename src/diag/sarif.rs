//! Problems in the Static Analysis Results Interchange Format 2.1.0, for code-scanning services.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use serde_json::{Value, json};

use super::{Code, Diagnostic, Label, Severity, place::Places};
use crate::source::Sources;

/// One run.
///
/// # Errors
/// Where `out` cannot be written.
pub(super) fn write(problems: &[&Diagnostic], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    let codes: BTreeMap<Code, Severity> = problems.iter().map(|problem| (problem.code, problem.severity)).collect();
    let rules = codes
        .iter()
        .map(|(code, severity)| json!({"id": code.0, "defaultConfiguration": {"level": severity.word()}}))
        .collect::<Vec<_>>();
    let mut places = Places::new(sources);
    let results = problems
        .iter()
        .map(|problem| {
            let text = match &problem.help {
                Some(help) => format!("{}\n{help}", problem.message),
                None => problem.message.clone(),
            };
            let mut locations = problem.labels.iter().map(|label| location(label, &mut places));
            json!({
                "ruleId": problem.code.0,
                "ruleIndex": codes.keys().position(|code| *code == problem.code),
                "level": problem.severity.word(),
                "message": {"text": text},
                "locations": locations.next().into_iter().collect::<Vec<_>>(),
                "relatedLocations": locations.collect::<Vec<_>>(),
            })
        })
        .collect::<Vec<_>>();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "ensue", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn location(label: &Label, places: &mut Places<'_>) -> Value {
    let (path, start) = places.start(label.span);
    let end = places.end(label.span);
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": {"uri": uri(path)},
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        },
    });
    if !label.text.is_empty() {
        location["message"] = json!({"text": label.text});
    }
    location
}

/// A path as a relative URI reference (RFC 3986): all but unreserved characters and slashes percent-encoded.
fn uri(path: &str) -> String {
    use std::fmt::Write as _;
    path.strip_prefix("./").unwrap_or(path).bytes().fold(String::new(), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}
