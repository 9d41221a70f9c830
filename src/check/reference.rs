//! The reference of all codes.

use std::fmt::Write;

use super::ALL;
use crate::{
    dataset::{CODES, READING_CODES},
    diag::{CodeInfo, Severity},
};

/// What is documented of every problem, of reading, resolving and these rules, in alphabetical order.
pub fn codes() -> impl Iterator<Item = &'static CodeInfo> {
    let rules = ALL.iter().map(|check| &check.info);
    let mut codes: Vec<&CodeInfo> = READING_CODES.iter().chain(CODES).chain(rules).collect();
    codes.sort_by_key(|info| info.code);
    codes.into_iter()
}

/// The reference of every problem that `ensue check` reports, in Markdown: `docs/checks.md`.
pub fn reference() -> String {
    let mut text = String::from(
        "# Problems, and how to mend them\n\n\
         What `ensue check` can find in a collection. `ensue explain CODE` prints one entry. An error must be mended;\n\
         a warning may be accepted on its event, with the reason:\n\n\
         ```yaml\naccepted:\n  - {code: unlinked-event, why: Nobody joins it to anything yet.}\n```\n",
    );
    for (severity, heading) in [(Severity::Error, "Errors"), (Severity::Warning, "Warnings")] {
        let _ = write!(text, "\n## {heading}\n\n| code | problem |\n|---|---|\n");
        for info in codes().filter(|info| info.severity == severity) {
            let _ = writeln!(text, "| [`{0}`](#{0}) | {1} |", info.code, info.summary);
        }
    }
    for info in codes() {
        let (code, severity, summary) = (info.code, info.severity.word(), info.summary);
        let _ = write!(text, "\n## {code}\n\n*{severity}*: {summary}.\n\n{}\n", info.doc.trim());
    }
    text
}
