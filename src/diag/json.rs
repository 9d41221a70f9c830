//! Problems as JSON, for programs.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::{Diagnostic, place::Places};
use crate::source::Sources;

/// The list `problems`: of each its code, severity, message, file, line, column, and help where there is any.
pub fn problems(problems: &[&Diagnostic], sources: &Sources) -> Value {
    let mut places = Places::new(sources);
    let list = problems.iter().map(|problem| {
        let (file, place) = places.start(problem.span());
        let mut object = Map::new();
        object.insert("code".into(), json!(problem.code.0));
        object.insert("severity".into(), json!(problem.severity.word()));
        object.insert("message".into(), json!(problem.message));
        object.insert("file".into(), json!(file));
        object.insert("line".into(), json!(place.line));
        object.insert("column".into(), json!(place.column));
        if let Some(help) = &problem.help {
            object.insert("help".into(), json!(help));
        }
        Value::Object(object)
    });
    Value::Array(list.collect())
}

/// One object of the schema `ensue/check/1`.
///
/// # Errors
/// Where `out` cannot be written.
pub(super) fn write(found: &[&Diagnostic], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    let object = json!({"schema": "ensue/check/1", "problems": problems(found, sources)});
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}
